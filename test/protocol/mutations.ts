/** Simple ways to break a letter; each gives all the letters that result. */

import type { Edit } from "../../server/src/base/edits.ts";
import type { Span } from "../../server/src/base/span.ts";
import { parse } from "../../server/src/letter/parse.ts";
import type { Letter } from "../../server/src/letter/types.ts";

/** The text after edits that don't overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
  const fromTheEnd = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return fromTheEnd.reduce((result, e) => result.slice(0, e.start) + e.text + result.slice(e.end), text);
}

const put = ({ start, end }: Span, text: string): Edit => ({ start, end, text });

const breaks: Readonly<Record<string, (letter: Letter) => readonly Edit[]>> = {
  "flip a decision": ({ issues }) =>
    issues.flatMap(({ heading: { decision } }) =>
      decision?.outcome ? [put(decision.span, decision.outcome === "upheld" ? "Overturned" : "Upheld")] : [],
    ),
  "misspell a decision": ({ issues }) =>
    issues.flatMap(({ heading: { decision } }) =>
      decision ? [put(decision.span, `${decision.text.slice(0, -2)}d`)] : [],
    ),
  "remove a decision": ({ issues, text }) =>
    issues.flatMap(({ heading: { decision } }) => {
      if (!decision) return [];
      const start = text.slice(0, decision.span.start).search(/:?\s*$/);
      return [put({ start, end: decision.span.end }, "")];
    }),
  "remove a label": ({ issues }) =>
    issues.flatMap(({ parts }) => parts.map(({ label, body }) => put({ ...label, end: body.start }, ""))),
  "swap pages": ({ issues }) =>
    citationsOf(issues).flatMap(({ pages }) =>
      pages.flatMap(({ span, first, last }) => (first < last ? [put(span, `${last}-${first}`)] : [])),
    ),
  "cite a far page": ({ issues }) =>
    citationsOf(issues).flatMap(({ pages }) => pages.map(({ span }) => put(span, "963"))),
  "cite a near page": ({ issues }) =>
    citationsOf(issues).flatMap(({ pages }) => pages.map(({ span }) => put(span, "3"))),
  "misspell a treatment": ({ issues, text }) =>
    issues.flatMap(({ heading: { treatmentSpan } }) => {
      const word = /[A-Za-z]{6,}/.exec(text.slice(treatmentSpan.start, treatmentSpan.end));
      if (!word) return [];
      const start = treatmentSpan.start + word.index + 3;
      return [put({ start, end: start + 1 }, "")];
    }),
  "remove a closing quotation mark": (letter) => quotationMarks(letter).filter((_, i) => i % 2 === 1),
  "open a quotation": ({ issues }) =>
    issues.flatMap(({ rationale }) =>
      rationale ? [put({ ...rationale.body, end: rationale.body.start }, '"')] : [],
    ),
};

const citationsOf = (issues: Letter["issues"]) =>
  issues.flatMap(({ claims, reviewer }) => [...(claims?.citations ?? []), ...(reviewer?.citations ?? [])]);

const quotationMarks = ({ issues, text }: Letter): readonly Edit[] =>
  issues.flatMap(({ rationale }) => {
    if (!rationale) return [];
    const { start, end } = rationale.body;
    return [...text.slice(start, end).matchAll(/["“”]/g)].map(({ index }) =>
      put({ start: start + index, end: start + index + 1 }, ""),
    );
  });

export interface BrokenLetter {
  readonly how: string;
  readonly text: string;
}

/** The letter broken in one place, in every way, and in all places of a way at once. */
export function brokenLetters(text: string): readonly BrokenLetter[] {
  const letter = parse(text);
  return Object.entries(breaks).flatMap(([name, edits]) => {
    const all = edits(letter);
    const each = all.map((edit, i) => ({ how: `${name}, place ${i + 1}`, text: applied(text, [edit]) }));
    return all.length > 1 ? [...each, { how: `${name}, everywhere`, text: applied(text, all) }] : each;
  });
}
