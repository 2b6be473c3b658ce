/**
 * Checks that work is linear in the length of the text. From one length to eight times that length, its time may grow at most
 * twice as fast as that of a plain pass over the words in the same run, which accounts for other load on the machine.
 *
 * Load only makes work look slower. So the long text is first tried once and, if that is too slow, three times. Only four
 * failures in a row count. After fast work, the next texts are longer, because garbage collection distorts short runs.
 */
import { expect } from "vitest";

const times = 8;
const initialLength = 100_000;

export const repeat = (words: string, length: number): string =>
  words.repeat(Math.ceil(length / words.length));

/** Prepares for the work on a text and returns it. Only the work is timed. */
export type Prepare = (text: string) => () => unknown;

export function isLinear(of: (length: number) => string, prepare: Prepare): void {
  let measured = Number.POSITIVE_INFINITY;
  let length = initialLength;
  for (let i = 0; i < 4 && measured > 2; i++) {
    const { ratio, milliseconds } = growth(of, prepare, length, i === 0 ? 1 : 3);
    measured = Math.min(measured, ratio);
    if (milliseconds < 100) length *= 2;
  }
  expect(measured).toBeLessThan(2);
}

/** How much faster the time grows than that of a pass over the words: below 2 for linear work, 8 for quadratic work. */
function growth(
  of: (length: number) => string,
  prepare: Prepare,
  length: number,
  runs: number,
): { readonly ratio: number; readonly milliseconds: number } {
  const [short, full] = [of(length / times), of(length)];
  const worked = [best(prepare, short), best(prepare, full, runs)] as const;
  const milliseconds = worked[1];
  // Too fast to measure.
  if (milliseconds < 20) return { ratio: 1, milliseconds };
  const passed = [best(wordPass, short), best(wordPass, full)] as const;
  const grown = milliseconds / Math.max(worked[0], 0.2);
  return { ratio: grown / Math.max(times, passed[1] / Math.max(passed[0], 0.05)), milliseconds };
}

/** Linear work to compare with. */
const wordPass: Prepare = (text) => () => [...text.matchAll(/[A-Za-z]+|\d+|\S/g)].length;

/** The shortest time. Prepares again for each run, because results may be cached. */
function best(prepare: Prepare, text: string, runs = 3): number {
  return Math.min(...Array.from({ length: runs }, () => time(prepare(text))));
}

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
