/** FNV-1a, a 32-bit hash: small, fast, and the same on every platform. Not for secrets. */

const offsetBasis = 0x811c9dc5;

/** Adds one more code to a hash. */
export const fnv1aStep = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The hash of a text's UTF-16 code units, from 0 to 2³² - 1. */
export function fnv1a(text: string): number {
  let hash = offsetBasis;
  for (let i = 0; i < text.length; i++) hash = fnv1aStep(hash, text.charCodeAt(i));
  return hash >>> 0;
}
