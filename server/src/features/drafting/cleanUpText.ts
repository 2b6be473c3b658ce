/**
 * Cleans up what a PDF does to a letter's text: double spacing, lines wrapped at the margin, page breaks, centered
 * headings, stray spaces. Only white space changes, and the text is still parsed as the same letter.
 */

import type { Edit } from "../../base/edits.ts";
import type { Span } from "../../base/span.ts";
import { lettersIn } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { applyEdits, whiteSpaceEdits } from "./cleanUpText/edits.ts";
import { reflow } from "./cleanUpText/reflow.ts";
import { sameLetter } from "./cleanUpText/verify.ts";

/** More rounds than any letter needs: the first round reflows it, and the second finds nothing left to do. */
const maxRounds = 4;

/**
 * The edits that clean up a text, one per gap, in order. None if the text isn't a letter or needs no cleanup. Cleaning up
 * the result changes nothing. `letter` is the parsed `text`. Takes linear time.
 */
export function cleanUpEdits(text: string, letter: Letter): readonly Edit[] {
  return whiteSpaceEdits(text, cleanedUp(text, letter));
}

/** The same for a part of the text: the edits that are in `within`, without the blank lines before and after it. */
export function cleanUpEditsIn(text: string, letter: Letter, within: Span): readonly Edit[] {
  const edits = cleanUpEdits(text, letter).filter(
    ({ start, end }) =>
      within.start <= start &&
      end <= within.end &&
      (start < end || (within.start < start && end < within.end)),
  );
  const result = applyEdits(text, edits);
  return sameLetter(letter, text, parse(result), result) ? edits : [];
}

/**
 * The parser recognizes headings by their lines, so each new layout is parsed again. If it is parsed differently, or keeps
 * changing, the text stays as it is.
 */
function cleanedUp(text: string, letter: Letter): string {
  if (lettersIn(letter).every((one) => one.generation === undefined)) return text;
  let current = text;
  let parsed = letter;
  for (let round = 0; round < maxRounds; round++) {
    const next = reflow(current, parsed);
    if (next === current) return current;
    parsed = parse(next);
    if (!sameLetter(letter, text, parsed, next)) return text;
    current = next;
  }
  return text;
}
