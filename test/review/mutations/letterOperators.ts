/** Operators that break the letter as a whole. */
import { isBlank } from "../../../server/src/base/flatText.ts";
import type { Section } from "../../../server/src/letter/types.ts";
import { type Operator, put, remove, sectionOf, shifted, whole, words } from "./breaking.ts";

export const letterOperators: readonly Operator[] = [
  {
    name: "remove a section's heading",
    mutants: (letter) =>
      letter.sections.filter((s) => !isBlank(s.heading)).map((s) => whole(remove(s.heading))),
  },
  {
    name: "remove a section",
    mutants: (letter) => letter.sections.filter((s) => !isBlank(s.heading)).map((s) => whole(remove(s.span))),
  },
  {
    name: "empty a section",
    mutants: (letter) => letter.sections.filter((s) => !isBlank(s.heading)).map((s) => whole(remove(s.body))),
  },
  {
    name: "empty the narrative of the summary",
    mutants: ({ summary }) => (summary ? [whole(remove(summary.narrative))] : []),
  },
  {
    name: "swap two sections",
    mutants: (letter) => {
      const [how] = sectionOf(letter, "how");
      const [summary] = sectionOf(letter, "summary");
      if (!how || !summary) return [];
      const text = (s: Section) => letter.text.slice(s.span.start, s.span.end);
      return [whole(put(how.span, text(summary)), put(summary.span, text(how)))];
    },
  },
  {
    name: "duplicate a section",
    mutants: (letter) =>
      sectionOf(letter, "summary").map((s) =>
        whole({
          start: s.span.end,
          end: s.span.end,
          text: `\n\n${letter.text.slice(s.span.start, s.span.end)}\n\n`,
        }),
      ),
  },
  {
    name: "remove the credentials",
    mutants: ({ credentials }) => (credentials ? [whole(remove(credentials.span))] : []),
  },
  {
    name: "empty a credential",
    mutants: ({ credentials }) =>
      credentials?.form === "block"
        ? [credentials.licensure, credentials.specialty].flatMap((span) =>
            span ? [whole(remove(span))] : [],
          )
        : [],
  },
  {
    name: "remove all issues",
    mutants: ({ issues }) =>
      issues.length > 0
        ? [whole(remove({ start: issues[0]!.span.start, end: issues.at(-1)!.span.end }))]
        : [],
  },
  {
    name: "put an impossible date",
    mutants: ({ frontMatter }) =>
      (
        ["dateOfInjury", "decisionDate", "urDenialDate", "dateAssigned", "applicationReceived"] as const
      ).flatMap((field) => {
        const date = frontMatter?.[field]?.date;
        return date ? [whole(put(date.span, "02/30/2016"))] : [];
      }),
  },
  {
    name: "put the utilization review after the application",
    mutants: ({ frontMatter }) => {
      const date = frontMatter?.urDenialDate?.date;
      return date && frontMatter.applicationReceived?.date ? [whole(put(date.span, shifted(date, 1)))] : [];
    },
  },
  {
    name: "misspell a section's heading",
    mutants: (letter) =>
      letter.sections
        .filter((s) => !isBlank(s.heading))
        .map((s) => {
          // "CLINICAL CASE SUMARY", "RATIONALS", "DETERMNATION".
          const misspelled = words(letter, s.heading).replace(/(?<=SUM)M|(?<=RATIONAL)E|(?<=DETERM)I/, "");
          return whole(put(s.heading, misspelled));
        }),
  },
];
