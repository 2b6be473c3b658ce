/** How much of a document is read at most, so that a small file that asks for a lot does no harm. One document a worker. */

/** Bytes that its streams are unpacked to. Guidelines of a thousand pages take 100 MB. */
const mostUnpacked = 256e6;
/** Letters of its text. Guidelines of a thousand pages have four million. */
const mostLetters = 10e6;

/** Thrown where a document goes beyond a limit. */
export class TooMuch extends Error {}

let unpacked = 0;
let letters = 0;

/** Called for each buffer that something is unpacked into, before it is made: the build puts it into the PDF library. */
export function countUnpacked(bytes: number): void {
  unpacked += bytes;
  throwWhenTooMuch();
}

export function countLetters(more: number): void {
  letters += more;
  throwWhenTooMuch();
}

/** The PDF library goes on after most errors, so what stopped it has to be asked again. */
export function throwWhenTooMuch(): void {
  if (unpacked > mostUnpacked || letters > mostLetters) throw new TooMuch();
}
