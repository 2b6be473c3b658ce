/** Limits on what a document may use, so that a small malicious file does no harm. A worker reads one document at a time. */
import type { ReadRequest } from "../messages.ts";

interface Limits {
  /** The decompressed size of all streams. */
  readonly unpackedBytes: number;
  /** The decompressed size of one stream. Fonts of guidelines need one megabyte. */
  readonly streamBytes: number;
  /** The length of the text. */
  readonly characters: number;
  /** The length of the text of one PDF page. Pages of guidelines have five thousand characters. */
  readonly pageCharacters: number;
}

const limitsOf: Readonly<Record<ReadRequest["as"], Limits>> = {
  // Guidelines with a thousand pages need 100 MB, and have four million characters.
  guideline: { unpackedBytes: 256e6, streamBytes: 32e6, characters: 10e6, pageCharacters: 200_000 },
  // Letters need one megabyte, mostly for fonts, and have 50,000 characters.
  letter: { unpackedBytes: 128e6, streamBytes: 32e6, characters: 5e6, pageCharacters: 200_000 },
};

/** Thrown when a document exceeds a limit. */
export class LimitExceeded extends Error {}

let limits = limitsOf.guideline;
let unpackedBytes = 0;
let characters = 0;
let isExceeded = false;

/** Starts to count for another document. */
export function startCounting(as: ReadRequest["as"]): void {
  limits = limitsOf[as];
  [unpackedBytes, characters, isExceeded] = [0, 0, false];
}

/** Called for each buffer to decompress into, before it's allocated. The build adds the calls to the PDF library. */
export function countUnpacked(bytes: number): void {
  unpackedBytes += bytes;
  checkLimit(unpackedBytes, limits.unpackedBytes);
  checkLimit(bytes, limits.streamBytes);
}

/** `onPage`: characters that its page has already. */
export function countCharacters(more: number, onPage = 0): void {
  characters += more;
  checkLimit(characters, limits.characters);
  checkLimit(onPage, limits.pageCharacters);
}

/** The size of a part of a Word file. Those of letters have 300 kB, and parsing XML takes long. */
const maxPartBytes = 8e6;

/** Called for each part of a Word file, before it's unpacked. */
export function countPart(bytes: number): void {
  countUnpacked(bytes);
  checkLimit(bytes, maxPartBytes);
}

/** Tables and text boxes in each other. Each copies the lines of those in it. */
const maxDepth = 50;

export const checkDepth = (depth: number): void => checkLimit(depth, maxDepth);

/** XML elements in each other. Word files have some fifty, and a few more for each table in a table. */
const maxElementDepth = 1000;

export const checkElementDepth = (depth: number): void => checkLimit(depth, maxElementDepth);

/** Throws if a limit was exceeded before, because the PDF library continues after most errors. */
export function throwIfExceeded(): void {
  if (isExceeded) throw new LimitExceeded();
}

function checkLimit(count: number, max: number): void {
  isExceeded ||= count > max;
  throwIfExceeded();
}
