/**
 * Cuts the issues section into issues and their parts.
 *
 * Two things indicate an issue: a line that ends in ": Upheld" or ": Overturned", and a part label that can't belong to
 * the issue before it. A heading may be missing, and so may any part or label. The hard question is where a heading
 * begins, because it may follow the last sentence of the previous rationale without an empty line.
 */

import { flatten, oneLine, trim } from "../base/flatText.ts";
import { type Line, type Lines, lineAt } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { readGuidelinePart } from "./citations.ts";
import { readHeading } from "./heading.ts";
import { partKinds, partLabel } from "./headingPatterns.ts";
import { readRationale } from "./rationale.ts";
import type { GuidelinePart, Issue, Part, PartKind, RationalePart } from "./types.ts";

interface LabelMark {
  readonly type: "label";
  readonly kind: PartKind;
  readonly label: Span;
  readonly line: number;
}

/** A line that ends in a decision. */
interface DecisionMark {
  readonly type: "decision";
  readonly line: number;
}

type Mark = LabelMark | DecisionMark;

interface Draft {
  readonly headingStart: number;
  readonly heading: Span;
  readonly labels: LabelMark[];
}

const decisionLine = /:\s*(?:Upheld|Overturned)\.?$/i;
const onlyDecision = /^(?:Upheld|Overturned)\.?$/i;
const maxHeadingLines = 12;

/** The lines in the region that indicate an issue or a part, in order. */
export function findIssueBoundaries(text: string, lines: Lines, region: Span): readonly Mark[] {
  const marks: Mark[] = [];
  const first = lineAt(lines, region.start);
  for (let i = first; i < lines.list.length; i++) {
    const line = lines.list[i] as Line;
    if (line.start >= region.end) break;
    const label = labelAt(text, line);
    if (label) marks.push({ type: "label", line: i, ...label });
    else if (endsInDecision(text, lines, i, first)) marks.push({ type: "decision", line: i });
  }
  return marks;
}

function labelAt(text: string, line: Line): { kind: PartKind; label: Span } | undefined {
  partLabel.lastIndex = line.start;
  const m = partLabel.exec(text);
  if (!m) return undefined;
  const kind = partKinds.find((_, i) => m[i + 1] !== undefined) as PartKind;
  let end = partLabel.lastIndex;
  while (end < line.end && text[end] === " ") end++;
  if (text[end] === ":" && end < line.end) return { kind, label: { start: line.start, end: end + 1 } };
  const bare =
    partLabel.lastIndex >= line.end || (end > partLabel.lastIndex && opensPart(text, kind, line, end));
  return bare ? { kind, label: { start: line.start, end: partLabel.lastIndex } } : undefined;
}

const capital = /[A-Z]/;
const opensGuideline = /Decision based on |The (?:Claims|Expert) /iy;

/** Whether a part begins there, which means that the label before it is only missing its colon. */
function opensPart(text: string, kind: PartKind, { start }: Line, at: number): boolean {
  if (!capital.test(text.charAt(start)) || !capital.test(text.charAt(at))) return false;
  opensGuideline.lastIndex = at;
  return kind === "rationale" || opensGuideline.test(text);
}

function endsInDecision(text: string, lines: Lines, i: number, first: number): boolean {
  const line = lines.list[i] as Line;
  const stop = text[line.end - 1] === "." ? 1 : 0;
  if ((text.charCodeAt(line.end - 1 - stop) | 32) !== 100) return false; // "d": quickly rules out nearly every line
  const tail = text.slice(Math.max(line.start, line.end - 20), line.end);
  if (decisionLine.test(tail)) return true;
  const before = lines.list[i - 1];
  return i > first && before !== undefined && onlyDecision.test(tail) && text[before.end - 1] === ":";
}

/** The issues in the region. The heading of the first one starts at or after `region.start`. */
export function readIssues(text: string, lines: Lines, region: Span): readonly Issue[] {
  const drafts = draftIssues(text, lines, region, findIssueBoundaries(text, lines, region));
  return drafts.map((issue, index) =>
    finish(text, issue, index, drafts[index + 1]?.headingStart ?? region.end),
  );
}

function draftIssues(text: string, lines: Lines, region: Span, marks: readonly Mark[]): readonly Draft[] {
  const drafts: Draft[] = [];
  let current: Draft | undefined;
  let floor = lineAt(lines, region.start);
  for (const mark of marks) {
    const opens = mark.type === "decision" || !current || opensIssue(current, mark.kind);
    if (opens) {
      const last = mark.type === "decision" ? mark.line : mark.line - 1;
      const first =
        last < floor ? undefined : firstHeadingLine(text, lines, last, floor, drafts.length === 0);
      current =
        first === undefined
          ? draft((lines.list[mark.line] as Line).start)
          : draft((lines.list[first] as Line).start, (lines.list[last] as Line).end);
      drafts.push(current);
    }
    if (mark.type === "label") current?.labels.push(mark);
    floor = mark.line + 1;
  }
  return drafts;
}

function draft(start: number, end = start): Draft {
  return { headingStart: start, heading: { start, end }, labels: [] };
}

/** Whether a part of that kind can't belong to the issue. */
function opensIssue(issue: Draft, kind: PartKind): boolean {
  const has = (k: PartKind) => issue.labels.some((l) => l.kind === k);
  return kind === "claims" && (has("claims") || has("rationale"));
}

/**
 * The index of the first line of the heading that ends in line `last`; undefined if that line is prose. `floor` is the first
 * line that may belong to the heading.
 */
function firstHeadingLine(
  text: string,
  lines: Lines,
  last: number,
  floor: number,
  firstIssue: boolean,
): number | undefined {
  const words = (from: number) =>
    oneLine(text, { start: (lines.list[from] as Line).start, end: (lines.list[last] as Line).end });
  let first = walkUp(text, lines, last, floor);
  let heading = words(first);
  if (
    firstIssue &&
    decisionLine.test(words(Math.max(first, isOnlyDecision(text, lines, last) ? last - 1 : last)))
  ) {
    // Only the fixed sentence precedes the first heading, so the heading begins where its paragraph does.
    while (first > floor && last - first < maxHeadingLines && lines.list[first]?.gap !== "paragraph") first--;
    heading = words(first);
  }
  if (/\bIMR[- ]eligible|\bClaims Administrator\b|^The original request,/i.test(heading)) {
    // A partly authorized request takes three sentences, and a line may end where a sentence does.
    for (let i = 0; i < 4 && first > floor && !/\boriginal request\. /i.test(heading); i++) {
      const earlier = walkUp(text, lines, first - 1, floor);
      const longer = words(earlier);
      if (!/\boriginal request\. |\bwas authorized by|\bClaims Administrator auth/i.test(longer)) break;
      first = earlier;
      heading = longer;
    }
  }
  if (decisionLine.test(heading)) return last - first < maxHeadingLines ? first : last;
  const isProse = /[.!?]["')]*$/.test(heading) && heading.split(" ").length > 6;
  return isProse || last - first >= maxHeadingLines ? undefined : first;
}

function walkUp(text: string, lines: Lines, last: number, floor: number): number {
  let first = last;
  const limit = Math.max(floor, last - maxHeadingLines - 1);
  while (first > limit && continues(text, lines, first)) first--;
  return first;
}

const isOnlyDecision = (text: string, { list }: Lines, index: number): boolean =>
  onlyDecision.test(text.slice(list[index]?.start, list[index]?.end));

/** Whether the line continues what the line before began. */
function continues(text: string, lines: Lines, index: number): boolean {
  const line = lines.list[index] as Line;
  const before = lines.list[index - 1] as Line;
  if (isOnlyDecision(text, lines, index)) return true;
  if (line.gap === "paragraph") return false;
  if (/[.!?]["'\u201d)]*$/.test(text.slice(Math.max(before.start, before.end - 4), before.end))) return false;
  // A rationale that is missing its last period. No heading ends in these words.
  if (
    /\b(?:necessary|necessity|necessary and appropriate|established)["'\u201d)]*$/i.test(
      text.slice(Math.max(before.start, before.end - 40), before.end),
    )
  )
    return false;
  if (text[before.end - 1] === ":" && labelAt(text, before)) return false;
  if (/^[a-z]/.test(text.slice(line.start, line.start + 1))) return true;
  if (lines.width === 0) return false;
  const firstWord = /^\S+/.exec(text.slice(line.start, Math.min(line.end, line.start + 60)))?.[0].length ?? 0;
  // Letters are set in proportional type, so full lines differ in length.
  const wouldHaveFit = before.end - before.start + 1 + firstWord < lines.width * 0.8;
  return !wouldHaveFit;
}

function finish(text: string, issue: Draft, index: number, end: number): Issue {
  const parts = issue.labels.map((mark, i): Part => {
    const body = trim(text, mark.label.end, issue.labels[i + 1]?.label.start ?? end);
    const partEnd = Math.max(body.end, mark.label.end);
    return { kind: mark.kind, label: mark.label, body, span: { start: mark.label.start, end: partEnd } };
  });
  const detailed = parts.map((part) =>
    part.kind === "rationale"
      ? readRationale(part, flatten(text, part.body))
      : readGuidelinePart(part as Part & { kind: "claims" | "reviewer" }, flatten(text, part.body)),
  );
  let claims: GuidelinePart | undefined;
  let reviewer: GuidelinePart | undefined;
  let rationale: RationalePart | undefined;
  for (const part of detailed) {
    if (part.kind === "rationale") rationale ??= part;
    else if (part.kind === "claims") claims ??= part;
    else reviewer ??= part;
  }
  return {
    index,
    span: { start: issue.headingStart, end: Math.max(issue.heading.end, parts.at(-1)?.span.end ?? 0) },
    heading: readHeading(text, issue.heading),
    parts: detailed,
    claims,
    reviewer,
    rationale,
  };
}
