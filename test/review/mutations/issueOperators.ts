/** Operators that break the heading and the parts of an issue. */
import type { Span } from "../../../server/src/base/span.ts";
import { type Operator, parts, perIssue, put, remove, words } from "./breaking.ts";

export const issueOperators: readonly Operator[] = [
  perIssue("remove the decision", ({ heading }) =>
    heading.decision ? [[remove(heading.decision.span)]] : [],
  ),
  perIssue("flip the decision", ({ heading }) =>
    heading.decision
      ? [[put(heading.decision.span, heading.decision.outcome === "upheld" ? "Overturned" : "Upheld")]]
      : [],
  ),
  perIssue("put another decision", ({ heading }) =>
    heading.decision
      ? ["Modified", "Denied", "Uphled"].map((word) => [put(heading.decision!.span, word)])
      : [],
  ),
  perIssue("remove the heading", ({ heading }) => [[remove(heading.span)]]),
  perIssue("remove a label", (issue) =>
    parts.flatMap((kind) => (issue[kind] ? [[remove(issue[kind]!.label)]] : [])),
  ),
  perIssue("empty a part", (issue) =>
    parts.flatMap((kind) => (issue[kind] ? [[remove(issue[kind]!.body)]] : [])),
  ),
  perIssue("remove a part", (issue) =>
    parts.flatMap((kind) => (issue[kind] ? [[remove(issue[kind]!.span)]] : [])),
  ),
  perIssue("duplicate a label", (issue, letter) =>
    parts.flatMap((kind) => {
      const part = issue[kind];
      return part
        ? [
            [
              {
                start: part.span.end,
                end: part.span.end,
                text: `\n\n${words(letter, part.label)} ${words(letter, part.body)}`,
              },
            ],
          ]
        : [];
    }),
  ),
  perIssue("duplicate the issue", (issue, letter) => [
    [
      {
        start: issue.span.end,
        end: issue.span.end,
        text: `\n\n${letter.text.slice(issue.span.start, issue.span.end)}`,
      },
    ],
  ]),
  perIssue("misspell a label", (issue, letter) =>
    parts.flatMap((kind) => {
      const label = issue[kind]?.label;
      // "Decison rationale", "MAXIMUS guidline", "Claims Administrator guidline".
      const misspelled =
        label && words(letter, label).replace("guideline", "guidline").replace("Decision", "Decison");
      return misspelled ? [[put(label, `${misspelled} `)]] : [];
    }),
  ),
  perIssue("swap two parts", ({ claims, reviewer }, letter) => {
    if (!claims || !reviewer) return [];
    const text = ({ start, end }: Span) => letter.text.slice(start, end);
    return [[put(claims.span, text(reviewer.span)), put(reviewer.span, text(claims.span))]];
  }),
  perIssue("put the rationale before the guidelines", ({ claims, rationale }, letter) => {
    if (!claims || !rationale) return [];
    const text = letter.text.slice(rationale.span.start, rationale.span.end);
    return [
      [{ start: claims.span.start, end: claims.span.start, text: `${text}\n\n` }, remove(rationale.span)],
    ];
  }),
];
