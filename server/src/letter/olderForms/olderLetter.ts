/**
 * Reads letters of the forms before mid-2014. Little is known of them, so nothing is expected of them: what their headings and
 * fixed sentences tell is read, and everything else is left out.
 */
import { type FlatText, flatten, trim } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import type { OlderForm } from "../form.ts";
import type { HeadingLine } from "../sections.ts";
import type { Decision, Heading, Issue, Section } from "../types.ts";
import { type Determination, readDeterminations, readVerdict } from "./determinations.ts";
import { type OlderParts, partMarks, partsAt, partsOf, readPart } from "./parts.ts";

/** The issues of a letter in an older form, in order. */
export function readOlderIssues(
  form: OlderForm,
  text: string,
  span: Span,
  headings: readonly HeadingLine[],
  sections: readonly Section[],
): readonly Issue[] {
  if (form === "GX") return issueOfSections(text, headings, sections);
  const flat = flatten(text, span);
  const drafts = form === "G1" ? draftsOf2013(text, flat, headings) : draftsOf2014(text, flat, sections);
  return drafts
    .sort((a, b) => a.heading.span.start - b.heading.span.start)
    .map((draft, index) => issueOf(draft, index));
}

interface Draft {
  readonly heading: Omit<Heading, "request" | "partlyAuthorized">;
  readonly parts: OlderParts;
}

const noParts = partsOf([]);

function issueOf({ heading, parts }: Draft, index: number): Issue {
  const end = Math.max(heading.span.end, parts.parts.at(-1)?.span.end ?? 0);
  return {
    index,
    span: { start: heading.span.start, end },
    heading: { ...heading, request: heading.treatmentSpan, partlyAuthorized: false },
    ...parts,
  };
}

/** A heading. Where the letter has no decision apart from its rationale, the conclusion is the decision. */
function headingOf(
  { text, span: toSpan }: FlatText,
  span: Span,
  [start, end]: readonly [start: number, end: number],
  decision: Decision | undefined,
  { rationale }: OlderParts,
): Draft["heading"] {
  const concluded = rationale?.conclusion;
  return {
    span,
    treatment: text.slice(start, end),
    treatmentSpan: toSpan(start, end),
    decision:
      decision ??
      (concluded && {
        span: concluded.span,
        text: concluded.necessary ? "medically necessary" : "not medically necessary",
        outcome: concluded.necessary ? "overturned" : "upheld",
      }),
  };
}

const regarding = /(?:(?<!\d)(\d{1,2}) ?[).] ?)?\bRegarding the requests? for /gi;
/** In UTF-16 units. */
const longestHeading = 1500;
/** What follows the last issue. */
const closing =
  /\b(?:Effect of the Decision ?:|The determination of MAXIMUS Federal Services|(?:Disclaimer ?: ?)?MAXIMUS is providing an independent|Sincerely ?,|cc ?:)/i;

/** An issue for each "1) Regarding the request for …" and, if there's none for it, for each determination. */
function draftsOf2013(text: string, flat: FlatText, headings: readonly HeadingLine[]): Draft[] {
  const determinations = distinct(readDeterminations(flat), text);
  const opened = matchAll(regarding, flat.text);
  const marks = partMarks(flat.text);
  const used = new Set<Determination>();
  const discussed = opened.flatMap((m, i): Draft[] => {
    const start = m.index + m[0].length;
    const limit = endOfIssue(flat, opened[i + 1]?.index ?? flat.text.length, start, headings);
    const own = marks.filter(({ at }) => at >= start && at < limit);
    const to = headingEnd(flat.text, start, Math.min(own[0]?.at ?? limit, start + longestHeading));
    if (to <= start) return [];
    const parts = partsAt(text, flat, own, limit);
    const number = m[1] === undefined ? undefined : Number(m[1]);
    const determination =
      determinations.find((one) => one.number !== undefined && one.number === number) ??
      (opened.length === determinations.length ? determinations[i] : undefined);
    if (determination) used.add(determination);
    const span = flat.span(m.index, to);
    const from = start + (/^(?:an?|the) /i.exec(flat.text.slice(start, start + 4))?.[0].length ?? 0);
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
  const heading = headings.find((one) => one.start > from);
  const words = flat.text.slice(start, limit);
  const closed = closing.exec(words);
  const end = closed ? start + closed.index : limit;
  return heading && heading.start < flat.span(end - 1, end).end
    ? firstAt(flat, heading.start, start, end)
    : end;
}

/** The offset in the flat text of an offset in the text, between two others. */
function firstAt(flat: FlatText, offset: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (flat.span(middle, middle + 1).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const numbering = /(?<![\d.])(\d{1,2}) ?[).] (?=\S)/g;

/** "1. Norco 10/325mg is not medically necessary and appropriate.", with the parts below it. */
function draftsOf2014(text: string, flat: FlatText, sections: readonly Section[]): Draft[] {
  const section = sections.find(({ kind }) => kind === "issues");
  if (!section) return [];
  const from = firstAt(flat, section.body.start, 0, flat.text.length);
  const to = firstAt(flat, section.body.end, from, flat.text.length);
  const closed = closing.exec(flat.text.slice(from, to));
  const end = closed ? from + closed.index : to;
  const marks = partMarks(flat.text).filter(({ at }) => at >= from && at < end);
  const opened: {
    readonly at: number;
    readonly end: number;
    readonly first: number;
    readonly verdict: Verdict;
  }[] = [];
  marks.forEach((mark, index) => {
    const floor = Math.max(marks[index - 1]?.end ?? from, mark.at - longestHeading);
    const verdict = verdictBefore(flat, floor, mark.at, opened.length + 1);
    if (verdict) opened.push({ at: verdict.at, end: mark.at, first: index, verdict });
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

/** The one issue of a letter whose sections are its heading and its parts. */
function issueOfSections(
  text: string,
  headings: readonly HeadingLine[],
  sections: readonly Section[],
): readonly Issue[] {
  const issue = sections.find(({ kind }) => kind === "issues");
  if (!issue || issue.body.start >= issue.body.end) return [];
  const parts = partsOf(
    sections.flatMap((section) => {
      const part = headings.find(({ start }) => start === section.heading.start)?.type.part;
      return part ? [readPart(text, part, section.heading, section.body.end)] : [];
    }),
  );
  const flat = flatten(text, issue.body);
  const number = /^1 ?[.)] /.exec(flat.text)?.[0].length ?? 0;
  const end = flat.text.replace(/[.;]$/, "").length;
  const heading = headingOf(flat, issue.body, [number, Math.max(number, end)], undefined, parts);
  return [issueOf({ heading, parts }, 0)];
}

/** Ends the section that an issue is in, but isn't about it, where the issue begins. */
export function withoutIssues(
  text: string,
  sections: readonly Section[],
  issues: readonly Issue[],
): readonly Section[] {
  return sections.map((section) => {
    const inside = issues.find(
      ({ span }) => section.body.start < span.start && span.start < section.body.end,
    );
    if (section.kind === "issues" || !inside) return section;
    const body = trim(text, section.body.start, inside.span.start);
    return {
      ...section,
      body,
      span: { start: section.span.start, end: Math.max(body.end, section.heading.end) },
    };
  });
}
