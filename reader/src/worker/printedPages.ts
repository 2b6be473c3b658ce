/** Pages as printed: finds their numbers, and removes running headers and footers. */
import type { PageLine } from "./pageText.ts";

/** The number of lines at the top and at the bottom of a page that can be running headers or footers. */
const maxRunningLines = 3;
/** Lines that are on at least this share of the pages are running headers or footers. */
const minRunningShare = 0.4;

/** A page without running headers and footers. */
export interface PrintedPage {
  /** As in `ReadPage`. */
  readonly page: number;
  /** In reading order. */
  readonly lines: readonly PageLine[];
}

/**
 * The pages with their numbers. Takes the lines of each page, in reading order, and the labels that a PDF gives its pages,
 * which count if no numbers are printed.
 */
export function printedPages(
  pages: readonly (readonly PageLine[])[],
  labels: readonly string[] = [],
): readonly PrintedPage[] {
  const running = runningIn(pages);
  const shift =
    shiftOf(pages.map((lines) => numberIn(lines, running))) ?? shiftOf(labels.map(numberInLabel)) ?? 0;
  return pages.map((lines, index) => {
    const atEdge = new Set(edgesOf(lines));
    const own = lines.filter((line) => !(atEdge.has(line) && running.has(shapeOf(line.words))));
    return { page: index + 1 + shift, lines: own };
  });
}

const numberInLabel = (label: string): number | undefined =>
  /^\d{1,4}$/.test(label) ? Number(label) : undefined;

/** A line with each number replaced: "page # of #". */
const shapeOf = (words: string): string =>
  words.replace(/\d+/g, "#").replace(/\s+/g, " ").trim().toLowerCase();

/** The top and the bottom lines of a page. */
function edgesOf(lines: readonly PageLine[]): readonly PageLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...sorted.slice(0, maxRunningLines), ...sorted.slice(-maxRunningLines)];
}

function runningIn(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const shape of new Set(edgesOf(lines).map(({ words }) => shapeOf(words)))) {
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  }
  const least = Math.max(2, pages.length * minRunningShare);
  return new Set([...counts].filter(([, count]) => count >= least).map(([shape]) => shape));
}

/** The number printed at the top or bottom of a page: "Page 63 of 127", "- 63 -", "63". */
function numberIn(lines: readonly PageLine[], running: ReadonlySet<string>): number | undefined {
  const edges = edgesOf(lines).map(({ words }) => words);
  const named = edges.map((words) => /\bpage\s+(\d{1,4})\b/i.exec(words)?.[1]).find((number) => number);
  const alone = edges.map((words) => /^[-–\s]*(\d{1,4})[-–\s]*$/.exec(words)?.[1]).find((number) => number);
  const inRunning = edges
    .filter((words) => running.has(shapeOf(words)))
    .map((words) => /(?:^|\s)(\d{1,4})$/.exec(words)?.[1])
    .find((number) => number);
  const number = named ?? alone ?? inRunning;
  return number === undefined ? undefined : Number(number);
}

/** The offset of the numbers from the count that most pages agree on; undefined if few pages have a number. */
function shiftOf(numbers: readonly (number | undefined)[]): number | undefined {
  const votes = new Map<number, number>();
  numbers.forEach((number, index) => {
    if (number !== undefined) votes.set(number - index - 1, (votes.get(number - index - 1) ?? 0) + 1);
  });
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= Math.min(2, numbers.length) && most[1] * 4 >= numbers.length
    ? most[0]
    : undefined;
}
