/** Tells of nearly every word, without cutting it out, that it is none of a list. */
import { fnv1aStep } from "./fnv1a.ts";

export interface BloomFilter {
  /** False where no word of the list has this hash. */
  mightContain(hash: number): boolean;
}

/** A character's code, alike for upper and lower case; one for all that are not ASCII. */
export function foldCase(code: number): number {
  return code < 0x80 ? code | 0x20 : 0x80;
}

/** The hash of a word, or of what stands between two offsets of a text. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = fnv1aStep(hash, foldCase(text.charCodeAt(at)));
  return hash;
}

/** One in a hundred other words gets through. More bits would not stay as near to the processor. */
const bitsForEach = 100;

export function createBloomFilter(words: Iterable<string>): BloomFilter {
  const hashes = [...words].map((word) => hashOf(word));
  const size = Math.ceil(Math.log2(Math.max(32, bitsForEach * hashes.length)));
  const shift = 32 - size;
  const taken = new Uint32Array(2 ** (size - 5));
  for (const hash of hashes) {
    const bit = hash >>> shift;
    taken[bit >>> 5] = (taken[bit >>> 5] as number) | (1 << bit);
  }
  return {
    mightContain: (hash) => {
      const bit = hash >>> shift;
      return (((taken[bit >>> 5] as number) >>> bit) & 1) === 1;
    },
  };
}
