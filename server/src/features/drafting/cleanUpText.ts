/**
 * Mends what the way through a PDF did to a letter's text: double spacing, lines wrapped at the margin, page breaks,
 * centred headings, stray spaces. Only white space changes, and the letter that is read from the text stays the same.
 */

import type { Edit } from "../../base/edits.ts";
import type { Span } from "../../base/span.ts";
import { lettersIn } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { applyEdits, whiteSpaceEdits } from "./cleanUpText/edits.ts";
import { reflow } from "./cleanUpText/reflow.ts";
import { sameLetter } from "./cleanUpText/verify.ts";

/** More rounds than any letter needs: the first lays it out, the second finds nothing left to do. */
const mostRounds = 4;

/**
 * What mending changes in a text, one edit a gap, in order; nothing in a text that is no letter or is well laid out.
 * Mending the outcome again changes nothing. `letter` is what was parsed from `text`. Linear.
 */
export function cleanUpEdits(text: string, letter: Letter): readonly Edit[] {
  return whiteSpaceEdits(text, mended(text, letter));
}

/** The same for a part of the text: the changes that lie in `within`. A blank line before or behind it is not in it. */
export function mendingEditsIn(text: string, letter: Letter, within: Span): readonly Edit[] {
  const edits = cleanUpEdits(text, letter).filter(
    ({ start, end }) =>
      within.start <= start &&
      end <= within.end &&
      (start < end || (within.start < start && end < within.end)),
  );
  const outcome = applyEdits(text, edits);
  return sameLetter(letter, text, parse(outcome), outcome) ? edits : [];
}

/**
 * Where lines end decides what the parser takes for a heading, so each layout is a guess until it is read again: one
 * that reads otherwise, or that never settles, is given up and the text stays as it is.
 */
function mended(text: string, letter: Letter): string {
  if (lettersIn(letter).every((one) => one.generation === undefined)) return text;
  let now = text;
  let read = letter;
  for (let round = 0; round < mostRounds; round++) {
    const next = reflow(now, read);
    if (next === now) return now;
    read = parse(next);
    if (!sameLetter(letter, text, read, next)) return text;
    now = next;
  }
  return text;
}
