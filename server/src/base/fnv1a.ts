/** FNV-1a, a 32-bit hash: small, quick and the same everywhere. Not for secrets. */

const offsetBasis = 0x811c9dc5;

/** The hash of what has been hashed so far and one more code. */
export const fnv1aStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash of a text's UTF-16 codes, from 0 to 2³² - 1. */
export function fnv1a(text: string): number {
  let hash = offsetBasis;
  for (let i = 0; i < text.length; i++) hash = fnv1aStep(hash, text.charCodeAt(i));
  return hash >>> 0;
}
