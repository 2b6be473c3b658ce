/** Operators that break what a rationale says. */

import { readElements } from "../../../server/src/analysis/rationaleElements.ts";
import { flatten } from "../../../server/src/base/flatText.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import type { Issue, Letter, RationalePart } from "../../../server/src/letter/types.ts";
import { type Edit, find, type Operator, perIssue, put, remove, words } from "./breaking.ts";

export const rationaleOperators: readonly Operator[] = [
  perIssue("remove the conclusion", ({ rationale }, letter) => {
    // If the rationale states its conclusion repeatedly, removing one sentence isn't a mistake.
    const conclusion = rationale?.conclusion;
    if (!rationale || !conclusion || rationale.sentences.length < 2) return [];
    const others = rationale.sentences.filter((s) => s.start !== conclusion.span.start);
    return others.some((s) => concludesToo(words(letter, s))) ? [] : [[remove(conclusion.span)]];
  }),
  perIssue("turn the conclusion round", ({ rationale }, letter) => {
    if (!rationale?.conclusion) return [];
    const { span, necessary } = rationale.conclusion;
    const form = necessary ? /\b(?:is|was|are|were|be) (?=medically)/i : /\bnot (?=[a-z, ]{0,30}medically)/i;
    const found = find(letter, span, form);
    if (!found) return [];
    return [[put(found.span, necessary ? `${found.match[0]}not ` : "")]];
  }),
  perIssue("remove what states a criterion", (issue, letter, knowledge) =>
    sentencesThat(issue, letter, knowledge, "criterion"),
  ),
  perIssue("remove what speaks of the employee", (issue, letter, knowledge) =>
    sentencesThat(issue, letter, knowledge, "findings"),
  ),
  perIssue("leave a quotation open", ({ rationale }, letter) => {
    if (!rationale) return [];
    const flat = flatten(letter.text, rationale.body);
    const marks = [...flat.text.matchAll(/"/g)].map((m) => m.index);
    if (marks.length === 0 || marks.length % 2 === 1) return [];
    return [[remove(flat.span(marks.at(-1)!, marks.at(-1)! + 1))]];
  }),
  perIssue("cut off in mid-sentence", ({ rationale }) => {
    const conclusion = rationale?.conclusion;
    if (!rationale || !conclusion || rationale.sentences[0] === undefined) return [];
    const [first] = rationale.sentences;
    const middle = Math.floor((first.start + first.end) / 2);
    return rationale.sentences.length > 1 && first.start !== conclusion.span.start
      ? [[remove({ start: middle, end: rationale.body.end })]]
      : [];
  }),
  perIssue("double the “not” of the conclusion", ({ rationale }, letter) => {
    const found =
      rationale?.conclusion &&
      find(letter, rationale.conclusion.span, /\bnot (?=medically necessary(?!.*medically necessary))/i);
    return found ? [[put(found.span, "not not ")]] : [];
  }),
  perIssue("conclude the contrary first", ({ rationale }) => {
    const conclusion = rationale?.conclusion;
    if (!conclusion) return [];
    const at = conclusion.span.start;
    const not = conclusion.necessary ? "not " : "";
    return [[{ start: at, end: at, text: `The request is ${not}medically necessary. ` }]];
  }),
  perIssue("conclude the contrary as well", ({ rationale }) => {
    const conclusion = rationale?.conclusion;
    if (!rationale || !conclusion) return [];
    const not = conclusion.necessary ? "not " : "";
    return [
      [
        {
          start: rationale.body.end,
          end: rationale.body.end,
          text: ` The request is ${not}medically necessary.`,
        },
      ],
    ];
  }),
  perIssue("make the conclusion conditional", ({ rationale }, letter) => {
    const conclusion = rationale?.conclusion;
    if (!rationale || !conclusion) return [];
    const others = rationale.sentences.filter((s) => s.start !== conclusion.span.start);
    if (others.some((s) => concludesToo(words(letter, s)))) return [];
    const found = find(letter, conclusion.span, /\b(?:is|was) (?:not )?(?=medically necessary)/i);
    return found ? [[put(found.span, "may be ")]] : [];
  }),
];

/** "Medical necessity has not been established", "No, the request was not medically necessary": enough on its own. */
const concludesToo = (sentence: string) =>
  /\bmedical necessity\b.*\b(?:is|has|have|had) (?:not )?(?:been )?established\b/i.test(sentence) ||
  /\b(?:is|was|be) (?:not )?medically necessary\b(?! unless)/i.test(sentence);

/** Removes every sentence that gives the rationale that element, one after the other. */
function sentencesThat(
  issue: Issue,
  letter: Letter,
  knowledge: Knowledge,
  element: "criterion" | "findings",
): readonly Edit[][] {
  const { rationale } = issue;
  const elements = readElements(letter, issue, knowledge);
  if (!rationale || !elements || elements.isDependent()) return [];
  const hasElement = (changed: RationalePart): boolean => {
    const left = readElements(letter, { ...issue, rationale: changed }, knowledge);
    return (element === "criterion" ? left?.criterion : left?.findings()) !== undefined;
  };
  const conclusion = rationale.conclusion?.span.start;
  const own = rationale.sentences.filter((span) => {
    if (span.start === conclusion) return false;
    return hasElement({ ...rationale, sentences: [span], conclusion: undefined });
  });
  // A reason in the conclusion itself remains.
  const rest = rationale.sentences.filter((span) => !own.includes(span));
  return own.length > 0 && rest.length > 0 && !hasElement({ ...rationale, sentences: rest })
    ? [own.map(remove)]
    : [];
}
