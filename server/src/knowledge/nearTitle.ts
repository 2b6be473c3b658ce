/** Finds the title that some words mean, though they leave words out or add some. */

export interface Titled<T> {
  readonly words: readonly string[];
  readonly value: T;
}

/** Shorter words alone say too little. In UTF-16 units. */
const minLength = 5;
/** The longer of two titles has at most so many times the words of the shorter one. */
const maxTimes = 3;

/**
 * The one title whose words are all among `words`, or the other way round; of several, the one that differs least.
 * Undefined if two differ as little.
 */
export function nearTitle<T>(words: readonly string[], titles: readonly Titled<T>[]): T | undefined {
  const sought = new Set(words);
  let best: { readonly value: T; readonly difference: number } | undefined;
  let isUnique = true;
  for (const { words: own, value } of titles) {
    const title = new Set(own);
    const common = [...title].filter((word) => sought.has(word));
    if (common.length < Math.min(title.size, sought.size) || common.length === 0) continue;
    if (common.length === 1 && (common[0] as string).length < minLength) continue;
    const difference = title.size + sought.size - 2 * common.length;
    if (Math.max(title.size, sought.size) > maxTimes * common.length) continue;
    if (best && best.value !== value && difference === best.difference) isUnique = false;
    if (best && difference >= best.difference) continue;
    [best, isUnique] = [{ value, difference }, true];
  }
  return isUnique ? best?.value : undefined;
}
