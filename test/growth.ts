/**
 * Tells linear work from slower: done at one length of text and at eight times that length, its time may grow no more
 * than twice as fast as that of a plain pass over the words in the same run, which takes what else the machine is doing
 * into account. At first the long text is worked on once, as what disturbs that makes it look slower, never quicker; where
 * it looks too slow, three times. Only four failures in a row count. After quick work the next is on longer texts, as on
 * short ones it makes a difference whether the collector of garbage comes by.
 */
import { expect } from "vitest";

const times = 8;
const long = 100_000;

export const repeat = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length));

/** Gets ready to work on a text, and gives the work. Its time alone counts. */
export type Prepare = (text: string) => () => unknown;

export function isLinear(of: (length: number) => string, prepare: Prepare): void {
  let measured = Number.POSITIVE_INFINITY;
  let length = long;
  for (let i = 0; i < 4 && measured > 2; i++) {
    const { ratio, milliseconds } = growth(of, prepare, length, i === 0 ? 1 : 3);
    measured = Math.min(measured, ratio);
    if (milliseconds < 100) length *= 2;
  }
  expect(measured).toBeLessThan(2);
}

/** How much faster than a pass over the words the time grows: below 2 for linear work, 8 for quadratic. */
function growth(
  of: (length: number) => string,
  prepare: Prepare,
  length: number,
  runs: number,
): { readonly ratio: number; readonly milliseconds: number } {
  const [short, full] = [of(length / times), of(length)];
  const worked = [best(prepare, short), best(prepare, full, runs)] as const;
  const milliseconds = worked[1];
  // Too quick to be measured, too quick to matter.
  if (milliseconds < 20) return { ratio: 1, milliseconds };
  const passed = [best(wordPass, short), best(wordPass, full)] as const;
  const grown = milliseconds / Math.max(worked[0], 0.2);
  return { ratio: grown / Math.max(times, passed[1] / Math.max(passed[0], 0.05)), milliseconds };
}

/** What linear work looks like. */
const wordPass: Prepare = (text) => () => [...text.matchAll(/[A-Za-z]+|\d+|\S/g)].length;

/** Prepared anew each time: what was read once may be remembered. */
function best(prepare: Prepare, text: string, runs = 3): number {
  return Math.min(...Array.from({ length: runs }, () => time(prepare(text))));
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
