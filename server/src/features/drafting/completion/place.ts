/** The cursor's position in a letter. */

import { gapAbove } from "../../../base/lines.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { GuidelinePart, Issue, Letter, RationalePart, Section } from "../../../letter/types.ts";

/**
 * How suggestions are triggered: `typed` by a trigger character, `byHand` by the user or by an editor that requests them at
 * every key, `again` to narrow a list that was too long. LSP's `CompletionTriggerKind` in the letters' own terms.
 */
export type CompletionTrigger = "typed" | "byHand" | "again";

/** The cursor's position, and the parts of the letter around it. */
export interface Place {
  readonly letter: Letter;
  readonly knowledge: Knowledge;
  readonly offset: number;
  readonly trigger: CompletionTrigger;
  /** The offset where the cursor's line starts. */
  readonly line: number;
  /** The section that the cursor is in or below. */
  readonly section: Section | undefined;
  /** The last issue whose heading starts before the cursor. */
  readonly issue: Issue | undefined;
  /** The part of that issue that the cursor is in or below, after its label. */
  readonly part: GuidelinePart | RationalePart | undefined;
}

/** Undefined before a letter or digit: inserted text would run into the word. */
export function placeAt(
  whole: Letter,
  knowledge: Knowledge,
  offset: number,
  trigger: CompletionTrigger,
): Place | undefined {
  if (/[\p{L}\p{N}]/u.test(whole.text.charAt(offset))) return undefined;
  const letter = lettersIn(whole).findLast((one) => one.span.start <= offset) ?? whole;
  const section = letter.sections.findLast((one) => one.heading.start < offset);
  const above = letter.issues.findLast((one) => one.span.start < offset);
  const issue = above && section && section.heading.start > above.span.start ? undefined : above;
  const part = issue?.parts.findLast((one) => one.label.end <= offset);
  return { letter, knowledge, offset, trigger, line: lineStart(letter.text, offset), section, issue, part };
}

export const isLineEnd = (character: string): boolean =>
  character === "\n" || character === "\r" || character === "\f";

function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charAt(at - 1))) at--;
  return at;
}

/** Whether there is an empty line above the line that starts at `start`. */
export const hasEmptyLineAbove = (text: string, start: number): boolean =>
  /(?:\r\n|\n|\r(?!\n)|\f)[^\S\r\n\f]*[\r\n\f]\s*$/.test(text.slice(Math.max(0, start - 200), start));

/**
 * Whether a paragraph may begin at `start`. Below an empty line it always may, even in a double-spaced letter, because new
 * letters look like those.
 */
export function beginsParagraph({ letter }: Place, start: number): boolean {
  if (hasEmptyLineAbove(letter.text, start)) return true;
  const { gap, width } = gapAbove(letter.text, { start: letter.span.start, end: start });
  // Without wrapped lines, every line is a paragraph.
  return width === 0 || gap !== "line";
}

/** Whether the text ends with the end of a sentence. */
export const endsSentence = (words: string): boolean => /[.!?]["'\u201d)]*\s*$/.test(words.slice(-40));
