/** The cursor's place in a letter. */

import { gapAbove } from "../../../base/lines.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { GuidelinePart, Issue, Letter, RationalePart, Section } from "../../../letter/types.ts";

/**
 * How suggestions are asked for: `typed` by a key that was just typed, `byHand` by the user, or by an editor that asks
 * at every key, `again` to narrow a list that was too long.
 */
export type RequestedTreatment = "typed" | "byHand" | "again";

export interface Place {
  readonly letter: Letter;
  readonly knowledge: Knowledge;
  readonly offset: number;
  readonly asked: RequestedTreatment;
  /** Where the cursor's line starts. */
  readonly line: number;
  /** The section that the cursor is in or below. */
  readonly section: Section | undefined;
  /** The issue whose heading starts before the cursor, the last one. */
  readonly issue: Issue | undefined;
  /** The part of that issue that the cursor is in or below, behind its label. */
  readonly part: GuidelinePart | RationalePart | undefined;
}

/** Undefined in the middle of a word: whatever were put there would run into it. */
export function placeAt(
  whole: Letter,
  knowledge: Knowledge,
  offset: number,
  asked: RequestedTreatment,
): Place | undefined {
  if (/[\p{L}\p{N}]/u.test(whole.text.charAt(offset))) return undefined;
  const letter = lettersIn(whole).findLast((one) => one.span.start <= offset) ?? whole;
  const section = letter.sections.findLast((one) => one.heading.start < offset);
  const above = letter.issues.findLast((one) => one.span.start < offset);
  const issue = above && section && section.heading.start > above.span.start ? undefined : above;
  const part = issue?.parts.findLast((one) => one.label.end <= offset);
  return { letter, knowledge, offset, asked, line: lineStart(letter.text, offset), section, issue, part };
}

export const isLineEnd = (character: string): boolean =>
  character === "\n" || character === "\r" || character === "\f";

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charAt(at - 1))) at--;
  return at;
}

/** True where an empty line stands above the line that starts at `start`, or within it. */
export const hasEmptyLineAbove = (text: string, start: number): boolean =>
  /(?:\r\n|\n|\r(?!\n)|\f)[^\S\r\n\f]*[\r\n\f]\s*$/.test(text.slice(Math.max(0, start - 200), start));

/**
 * True where a paragraph may begin at `start`. Below an empty line it may even in a double-spaced letter: a letter that is
 * just begun looks like one.
 */
export function beginsParagraph({ letter }: Place, start: number): boolean {
  if (hasEmptyLineAbove(letter.text, start)) return true;
  const { gap, width } = gapAbove(letter.text, { start: letter.span.start, end: start });
  // Without wraps every line is a paragraph.
  return width === 0 || gap !== "line";
}

/** True where the words end a sentence. */
export const endsSentence = (words: string): boolean => /[.!?]["'\u201d)]*\s*$/.test(words.slice(-40));
