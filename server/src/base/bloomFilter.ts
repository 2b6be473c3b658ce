/** A Bloom filter over words: quickly rules out nearly every word that isn't in a list, without cutting it out of the text. */
import { fnv1aStep } from "./fnv1a.ts";

export interface BloomFilter {
  /** False if no word of the list has this hash. */
  mightContain(hash: number): boolean;
}

/** A character's code, the same for upper and lower case, and the same for all characters that aren't ASCII. */
export function foldCase(code: number): number {
  return code < 0x80 ? code | 0x20 : 0x80;
}

/** The hash of a word, or of the text between two offsets. Upper and lower case have the same hash. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = 0;
  for (let at = from; at < to; at++) hash = fnv1aStep(hash, foldCase(text.charCodeAt(at)));
  return hash;
}

/** About one in a hundred other words passes. More bits would not fit into the processor's cache as well. */
const bitsPerWord = 100;

export function createBloomFilter(words: Iterable<string>): BloomFilter {
  const hashes = [...words].map((word) => hashOf(word));
  const size = Math.ceil(Math.log2(Math.max(32, bitsPerWord * hashes.length)));
  const shift = 32 - size;
  const bits = new Uint32Array(2 ** (size - 5));
  for (const hash of hashes) {
    const bit = hash >>> shift;
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << bit);
  }
  return {
    mightContain: (hash) => {
      const bit = hash >>> shift;
      return (((bits[bit >>> 5] as number) >>> bit) & 1) === 1;
    },
  };
}
