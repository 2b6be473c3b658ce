/** Issue headings that are being written, and that the parser doesn't recognize yet. */
import { oneLine } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import type { Issue } from "../../../letter/types.ts";
import { beginsParagraph, endsSentence, isLineEnd, type Place } from "./place.ts";

export interface WrittenHeading extends Span {
  /** Its issue, once there are labels below it. */
  readonly issue: Issue | undefined;
}

/** The heading at the cursor: its words up to the cursor. */
export function headingAtCursor(place: Place): WrittenHeading | undefined {
  const { letter, issue, offset } = place;
  if (
    issue !== undefined &&
    issue.heading.span.start <= offset &&
    offset <= lineEnd(letter.text, issue.heading.span.end)
  ) {
    const decided = issue.heading.decision;
    if (decided?.outcome !== undefined && offset > decided.span.start) return undefined;
    return issue.heading.span.start < issue.heading.span.end
      ? { start: issue.heading.span.start, end: offset, issue }
      : undefined;
  }
  return newHeading(place, offset);
}

/** A heading without labels that ends at `end`: after the standard sentence, or after a rationale with a conclusion. */
export function newHeading(place: Place, end: number): WrittenHeading | undefined {
  const { letter, issue, part, section } = place;
  if (section?.kind !== "issues") return undefined;
  const { text } = letter;
  const start = blockStart(place, end);
  if (issue === undefined) {
    if (start <= section.body.start) return undefined;
  } else {
    const concluded = part?.kind === "rationale" ? part.conclusion?.span.end : undefined;
    if (concluded === undefined || concluded > start) return undefined;
  }
  if (!looksLikeHeading(oneLine(text, { start, end }))) return undefined;
  return endsBlock(text.slice(letter.span.start, start)) && beginsParagraph(place, start)
    ? { start, end, issue: undefined }
    : undefined;
}

/** Whether the text can be above a heading: the standard sentence with its colon, or a rationale. */
const endsBlock = (above: string): boolean => endsSentence(above) || /:\s*$/.test(above.slice(-80));

/** The start of the block of nonempty lines that ends at `end`. */
function blockStart({ letter }: Place, end: number): number {
  const { text, span } = letter;
  let start = end;
  for (let lines = 0; lines < 5; lines++) {
    while (start > span.start && !isLineEnd(text.charAt(start - 1))) start--;
    const above = text.slice(span.start, start).slice(-400);
    if (!/\S[^\S\r\n\f]*(?:\r\n|\n|\r)$/.test(above) || endsBlock(above)) break;
    start -= above.endsWith("\r\n") ? 2 : 1;
  }
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return start;
}

/** Headings have no verbs, except for partly authorized requests. */
function looksLikeHeading(words: string): boolean {
  if (/\boriginal request\b|\bIMR[- ]eligible\b/i.test(words)) return true;
  if (/[.!?]["')]*\s/.test(words) || words.split(" ").length > 40) return false;
  return !/\b(?:is|are|was|were|be|been|has|have|had|does|did|should|may|will|would|must|not|there|following|as follows)\b/i.test(
    words,
  );
}

function lineEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charAt(at))) at++;
  return at;
}
