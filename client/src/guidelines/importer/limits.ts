/** Limits on what a document may use, so that a small malicious file does no harm. A worker reads only one document. */

/** The decompressed size of all streams. Guidelines with a thousand pages need 100 MB. */
const maxUnpackedBytes = 256e6;
/** The decompressed size of one stream. Fonts of guidelines need one megabyte. */
const maxStreamBytes = 32e6;
/** The length of the text. Guidelines with a thousand pages have four million characters. */
const maxCharacters = 10e6;
/** The length of the text of one PDF page. Pages of guidelines have five thousand characters. */
const maxPageCharacters = 200_000;

/** Thrown when a document exceeds a limit. */
export class LimitExceeded extends Error {}

let unpackedBytes = 0;
let characters = 0;
let isExceeded = false;

/** Called for each buffer to decompress into, before it's allocated. The build adds the calls to the PDF library. */
export function countUnpacked(bytes: number): void {
  unpackedBytes += bytes;
  checkLimit(unpackedBytes, maxUnpackedBytes);
  checkLimit(bytes, maxStreamBytes);
}

/** `onPage`: characters that its page has already. */
export function countCharacters(more: number, onPage = 0): void {
  characters += more;
  checkLimit(characters, maxCharacters);
  checkLimit(onPage, maxPageCharacters);
}

/** Throws if a limit was exceeded before, because the PDF library continues after most errors. */
export function throwIfExceeded(): void {
  if (isExceeded) throw new LimitExceeded();
}

function checkLimit(count: number, max: number): void {
  isExceeded ||= count > max;
  throwIfExceeded();
}
