/** The parts of a letter that tell of the employee, ready to be read sentence by sentence. */
import type { FlatText } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { lazy, memoize } from "../../base/memoize.ts";
import { type FlatRange, sentences } from "../../base/sentences.ts";
import type { Span } from "../../base/span.ts";
import { type Dated, datesIn } from "../../letter/dates.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { type Hints, readHints } from "./hints.ts";
import type { Place, Source } from "./statement.ts";

export interface Passage {
  readonly place: Place;
  readonly issue: Issue | undefined;
  readonly source: Source;
  readonly flat: FlatText;
  readonly dates: Dated["dates"];
  /** The flat text in lower case: an expression that ignores case takes ten times as long. */
  readonly lower: string;
  /** Ranges of the flat text. Cut at the first call, because most passages hold nothing that needs them. */
  readonly sentences: () => readonly FlatRange[];
  readonly hints: () => Hints;
  /** "F", "M", "Mr", "Mrs", "Ms", and "Miss" in the flat text, maybe within longer words. */
  readonly initials: () => readonly RegExpExecArray[];
}

const initials = /[FM](?:rs?|s|iss)?\b/g;

/** The case summary and the rationales, in the order of the letter. */
export const passagesOf = memoize(({ text, summary, issues }: Letter): readonly Passage[] => {
  const passages: Passage[] = [];
  const add = (span: Span, place: Place, source: Source, issue?: Issue) => {
    const { flat, dates } = datesIn(text, span);
    const lower = flat.text.toLowerCase();
    passages.push({
      // A few letters of other alphabets change their length.
      lower: lower.length === flat.text.length ? lower : flat.text,
      place,
      source,
      issue,
      flat,
      dates,
      sentences: lazy(() => sentences(flat.text)),
      hints: lazy(() => readHints(lower)),
      initials: lazy(() => matchAll(initials, flat.text)),
    });
  };
  if (summary) add(summary.narrative, "summary", "summary");
  for (const issue of issues) {
    if (issue.rationale) add(issue.rationale.body, "rationale", "reviewer", issue);
  }
  return passages;
});

/** A sentence of a passage, and the offset of its start in the passage's flat text. */
export interface PassageSentence {
  readonly text: string;
  readonly start: number;
  readonly index: number;
}

/** The sentence that holds an offset of the passage's flat text. */
export function sentenceAt({ flat, sentences: cut }: Passage, at: number): PassageSentence {
  const all = cut();
  const index = all.findLastIndex(({ start }) => start <= at);
  const { start, end } = all[index] ?? { start: 0, end: flat.text.length };
  return { text: flat.text.slice(start, end), start, index };
}
