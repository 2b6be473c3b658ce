/** How much of a document is read at most, so that a small file that asks for a lot does no harm. One document a worker. */

/** Bytes that its streams are unpacked to. Guidelines of a thousand pages take 100 MB. */
const mostUnpacked = 256e6;
/** Bytes that one of them is unpacked to. Fonts of guidelines take a megabyte. */
const mostInStream = 32e6;
/** Letters of its text. Guidelines of a thousand pages have four million. */
const mostLetters = 10e6;
/** Letters of a page of a PDF. Those of guidelines have five thousand. */
const mostOnPage = 200_000;

/** Thrown where a document goes beyond a limit. */
export class LimitExceeded extends Error {}

let unpacked = 0;
let letters = 0;
let isTooMuch = false;

/** Called for each buffer that something is unpacked into, before it is made: the build puts it into the PDF library. */
export function countUnpacked(bytes: number): void {
  unpacked += bytes;
  keepWithin(unpacked, mostUnpacked);
  keepWithin(bytes, mostInStream);
}

/** `onPage`: letters that its page has already. */
export function countLetters(more: number, onPage = 0): void {
  letters += more;
  keepWithin(letters, mostLetters);
  keepWithin(onPage, mostOnPage);
}

/** The PDF library goes on after most errors, so after each the first is asked for. */
export function throwIfExceeded(): void {
  if (isTooMuch) throw new LimitExceeded();
}

function keepWithin(count: number, most: number): void {
  isTooMuch ||= count > most;
  throwIfExceeded();
}
