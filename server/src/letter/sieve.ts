/** Tells of nearly every word, without cutting it out, that it is none of a list. */

export interface Sieve {
  /** False where no word of the list has this hash. */
  mayHold(hash: number): boolean;
}

/** The hash of a word from that of its beginning and its next character, folded. */
export function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** A character's code, alike for upper and lower case; one for all that are not ASCII. */
export function folded(code: number): number {
  return code < 0x80 ? code | 0x20 : 0x80;
}

/** The hash of a word; with an offset into it, of its rest behind what has the hash `before`. */
export function hashOf(word: string, from = 0, before = 0): number {
  let hash = before;
  for (let at = from; at < word.length; at++) hash = hashOn(hash, folded(word.charCodeAt(at)));
  return hash;
}

/** A bit for each 17-bit beginning of a hash, few enough to stay near the processor: of a thousand words, one in a hundred others gets through. */
export function createSieve(words: Iterable<string>): Sieve {
  const taken = new Uint32Array(1 << 12);
  for (const word of words) {
    const hash = hashOf(word);
    taken[hash >>> 20] = (taken[hash >>> 20] as number) | (1 << (hash >>> 15));
  }
  return { mayHold: (hash) => (((taken[hash >>> 20] as number) >>> (hash >>> 15)) & 1) === 1 };
}
