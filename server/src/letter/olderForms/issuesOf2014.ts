/** Reads the issues of letters of early 2014: numbered headings with a verdict, each with its parts below. */
import { type FlatText, flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Section } from "../types.ts";
import { readVerdict } from "./determinations.ts";
import { closing, type Draft, firstAt, longestHeading, numbering } from "./drafts.ts";
import { partMarks, partsAt } from "./parts.ts";

/** "1. Norco 10/325mg is not medically necessary and appropriate.", with the parts below it. */
export function draftsOf2014(text: string, flat: FlatText, sections: readonly Section[]): Draft[] {
  const section = sections.find(({ kind }) => kind === "issues");
  if (!section) return [];
  const from = firstAt(flat, section.body.start, 0, flat.text.length);
  const to = firstAt(flat, section.body.end, from, flat.text.length);
  const closed = closing.exec(flat.text.slice(from, to));
  const end = closed ? from + closed.index : to;
  const marks = partMarks(flat.text).filter(({ start }) => start >= from && start < end);
  const opened: { readonly at: number; readonly first: number; readonly verdict: Verdict }[] = [];
  marks.forEach((mark, index) => {
    const floor = Math.max(marks[index - 1]?.end ?? from, mark.start - longestHeading);
    const verdict = verdictBefore(flat, floor, mark.start, opened.length + 1);
    if (verdict) opened.push({ at: verdict.at, first: index, verdict });
  });
  return opened.map(({ at, first, verdict }, i): Draft => {
    const next = opened[i + 1];
    const parts = partsAt(text, flat, marks.slice(first, next?.first), next?.at ?? end);
    const { treatment, decision } = verdict;
    const span = flat.span(at, verdict.end);
    const heading = { span, treatment: flatten(text, treatment).text, treatmentSpan: treatment, decision };
    return { heading, parts };
  });
}

type Verdict = NonNullable<ReturnType<typeof readVerdict>> & { readonly at: number };

/** The heading with a verdict that ends right before `end`: from its number or, if it has none, the last sentence. */
function verdictBefore(flat: FlatText, floor: number, end: number, number: number): Verdict | undefined {
  const words = flat.text.slice(floor, end).trimEnd();
  if (!/medically ?necessary(?: ?and ?appropriate)?\.?$/i.test(words)) return undefined;
  const numbers = matchAll(numbering, words);
  const own = numbers.findLast((m) => Number(m[1]) === number) ?? numbers.at(-1);
  const at = own ? own.index : lastSentence(words);
  const verdict = readVerdict(flat, floor + at + (own?.[0].length ?? 0), floor + words.length);
  return verdict && { ...verdict, at: floor + at };
}

/** Where the last sentence begins, or what follows the fixed sentence that ends in a colon. */
function lastSentence(words: string): number {
  const stops = matchAll(/[.:] +(?=[A-Z"(\d])/g, words.slice(0, -1));
  const last = stops.at(-1);
  return last ? last.index + last[0].length : 0;
}
