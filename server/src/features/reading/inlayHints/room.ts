/** Whether a hint has room in its line. */
import { memoize } from "../../../base/memoize.ts";
import type { Letter } from "../../../letter/types.ts";
import type { Hint } from "./hint.ts";

/** In characters: a letter with longer lines has its paragraphs on one line each, which the editor wraps itself. */
const maxWrappedLine = 160;
/** The padding of a hint on both sides. */
const padding = 2;

/**
 * The hints that don't make a hard-wrapped line longer than the longest one of its letter: the editor would break it in the
 * middle of a column of text. In order, as far as there is room.
 */
export function hintsWithRoom<H extends Hint>(letter: Letter, hints: readonly H[]): readonly H[] {
  const longest = longestLine(letter);
  if (longest > maxWrappedLine) return hints;
  const used = new Map<number, number>();
  return hints.filter(({ at, label }) => {
    const start = lineStart(letter.text, at);
    const end = lineEnd(letter.text, at);
    const before = used.get(start) ?? end - start;
    const after = before + label.length + padding;
    // The last line of a paragraph may be longer: what follows it doesn't have to line up.
    if (after > longest && isHardWrapped(letter, start, end)) return false;
    used.set(start, after);
    return true;
  });
}

/** Without the line ends. */
const longestLine = memoize(({ text }: Letter): number => {
  let longest = 0;
  for (let start = 0; start < text.length; start = lineEnd(text, start) + 1) {
    longest = Math.max(longest, lineEnd(text, start) - start);
  }
  return longest;
});

const isLineEnd = (code: number): boolean => code === 10 || code === 13 || code === 12;

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  return end;
}

/** How full a line is at least that was broken because the next word had no room. Pages differ in width. */
const leastFull = 0.95;

/** Whether the line ends because the next word had no room in it. */
function isHardWrapped(letter: Letter, start: number, end: number): boolean {
  const { text } = letter;
  let next = nextLine(text, end);
  if (isDoubleSpaced(letter) && !/\S/.test(text.slice(next, lineEnd(text, next))))
    next = nextLine(text, lineEnd(text, next));
  const word = /^[ \t]*(\S+)/.exec(text.slice(next, lineEnd(text, next)))?.[1];
  return word !== undefined && end - start + 1 + word.length > longestLine(letter) * leastFull;
}

const nextLine = (text: string, end: number): number => (text.startsWith("\r\n", end) ? end + 2 : end + 1);

/** Whether an empty line follows each line. */
const isDoubleSpaced = memoize(({ text }: Letter): boolean => !/\S[ \t]*(?:\r\n|[\r\n])[ \t]*\S/.test(text));
