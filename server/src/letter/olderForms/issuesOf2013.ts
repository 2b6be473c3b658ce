/** Reads the issues of letters of 2013: determinations, and the reasons for each "1) Regarding the request for …". */
import { type FlatText, flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { firstStartingAtOrAfter } from "../../base/span.ts";
import type { HeadingLine } from "../sections.ts";
import { type Determination, lengthOfArticle, readDeterminations } from "./determinations.ts";
import { closing, type Draft, firstAt, headingOf, longestHeading, noParts } from "./drafts.ts";
import { partMarks, partsAt } from "./parts.ts";

const regarding = /(?:(?<!\d)(\d{1,2}) ?[).] ?)?\bRegarding the requests? for /gi;

/** An issue for each "1) Regarding the request for …" and, if there's none for it, for each determination. */
export function draftsOf2013(text: string, flat: FlatText, headings: readonly HeadingLine[]): Draft[] {
  const determinations = distinct(readDeterminations(flat), text);
  const opened = matchAll(regarding, flat.text);
  const marks = partMarks(flat.text);
  const byNumber = new Map(determinations.toReversed().map((one) => [one.number, one]));
  const used = new Set<Determination>();
  const discussed = opened.flatMap((m, i): Draft[] => {
    const start = m.index + m[0].length;
    const limit = endOfIssue(flat, opened[i + 1]?.index ?? flat.text.length, start, headings);
    const own = marks.slice(firstStartingAtOrAfter(marks, start), firstStartingAtOrAfter(marks, limit));
    const to = headingEnd(flat.text, start, Math.min(own[0]?.start ?? limit, start + longestHeading));
    if (to <= start) return [];
    const parts = partsAt(text, flat, own, limit);
    const number = m[1] === undefined ? undefined : Number(m[1]);
    const determination =
      (number === undefined ? undefined : byNumber.get(number)) ??
      (opened.length === determinations.length ? determinations[i] : undefined);
    if (determination) used.add(determination);
    const span = flat.span(m.index, to);
    const from = start + lengthOfArticle(flat.text.slice(start, to));
    const colon = flat.text.charAt(to - 1) === ":" ? 1 : 0;
    const treatmentEnd = from + flat.text.slice(from, to - colon).trimEnd().length;
    const heading = headingOf(flat, span, [from, treatmentEnd], determination?.decision, parts);
    return [{ heading, parts }];
  });
  const others = determinations.filter((one) => !used.has(one));
  return [
    ...discussed,
    ...others.map((one): Draft => ({ heading: headingOfDetermination(text, one), parts: noParts })),
  ];
}

/** Each determination once: its last place, which is in the section with the decision. */
function distinct(all: readonly Determination[], text: string): readonly Determination[] {
  const last = new Map<string, Determination>();
  for (const one of all) {
    const key = `${one.number} ${flatten(text, one.treatment).text.toLowerCase()}`;
    last.delete(key);
    last.set(key, one);
  }
  return [...last.values()];
}

const headingOfDetermination = (
  text: string,
  { span, treatment, decision }: Determination,
): Draft["heading"] => ({
  span,
  treatment: flatten(text, treatment).text,
  treatmentSpan: treatment,
  decision,
});

/** The end of the heading in the flat text: its last colon or, if there is none, the end of its words. */
function headingEnd(text: string, start: number, limit: number): number {
  const words = text.slice(start, limit).trimEnd();
  const colon = words.lastIndexOf(":");
  return start + (colon > 0 ? colon + 1 : words.length);
}

/** Where the issue ends at the latest: at the next section or at the closing words. */
function endOfIssue(flat: FlatText, limit: number, start: number, headings: readonly HeadingLine[]): number {
  const from = flat.span(start, start + 1).start;
  const heading = headings[firstStartingAtOrAfter(headings, from + 1)];
  const words = flat.text.slice(start, limit);
  const closed = closing.exec(words);
  const end = closed ? start + closed.index : limit;
  return heading && heading.start < flat.span(end - 1, end).end
    ? firstAt(flat, heading.start, start, end)
    : end;
}
