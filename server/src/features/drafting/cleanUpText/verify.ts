import { isSpace } from "../../../base/flatText.ts";
import { lettersIn } from "../../../letter/letters.ts";
import type { Letter } from "../../../letter/types.ts";

/** Whether two texts that differ only in white space are parsed as the same letter: the same parts, with the same words. */
export function sameLetter(a: Letter, textA: string, b: Letter, textB: string): boolean {
  const [countsA, countsB] = [countsBefore(textA), countsBefore(textB)];
  const same = (one: unknown, other: unknown): boolean => {
    if (!isRecord(one) || !isRecord(other)) return one === other;
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => {
        const [x, y] = [one[key], other[key]];
        const isOffset = key === "start" || key === "end";
        return isOffset && typeof x === "number" && typeof y === "number"
          ? countsA[x] === countsB[y]
          : same(x, y);
      })
    );
  };
  const own = (letter: Letter) => lettersIn(letter).map(({ text: _, following: __, ...rest }) => rest);
  return same(own(a), own(b));
}

/** The number of characters before each offset, not counting white space. */
function countsBefore(text: string): Uint32Array {
  const counts = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) {
    counts[i + 1] = (counts[i] as number) + (isSpace(text.charCodeAt(i)) ? 0 : 1);
  }
  return counts;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;
