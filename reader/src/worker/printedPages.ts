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

export interface PrintedPages {
  /** In order. Their numbers are all different. */
  readonly pages: readonly PrintedPage[];
  /** The printed numbers start again, such as in each chapter, so the pages are counted from the start of the document. */
  readonly restarts: boolean;
}

/**
 * The pages with their numbers. Takes the lines of each page, in reading order, and the labels that a PDF gives its pages,
 * which count if no numbers are printed.
 */
export function printedPages(
  pages: readonly (readonly PageLine[])[],
  labels: readonly string[] = [],
): PrintedPages {
  const running = runningIn(pages);
  const printed = pages.map((lines) => numberIn(lines, running));
  const found = numbering(printed) ?? numbering(labels.map(numberInLabel));
  const numberOf = found === undefined || found === "restarts" ? (index: number) => index + 1 : found;
  return {
    pages: pages.map((lines, index) => {
      const atEdge = new Set(edgesOf(lines));
      const own = lines.filter((line) => !(atEdge.has(line) && running.has(shapeOf(line.words))));
      return { page: numberOf(index), lines: own };
    }),
    restarts: found === "restarts",
  };
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

/** Consecutive pages whose printed numbers are their index and the same offset. */
interface Run {
  readonly shift: number;
  /** The indexes of its first and its last numbered page. */
  readonly first: number;
  readonly last: number;
}

const firstNumber = ({ first, shift }: Run): number => first + 1 + shift;
const lastNumber = ({ last, shift }: Run): number => last + 1 + shift;

/**
 * A page between two runs, which has no number, belongs to the one after it: pages before it were left out. If all numbers
 * between the two are taken, it's an inserted one, and no letter can cite it: its number is below 0.
 */
function numberAmong(runs: readonly Run[], index: number): number {
  const at = runs.findIndex(({ last }) => index <= last);
  const { shift } = runs.at(at) as Run;
  const number = index + 1 + shift;
  const before = at > 0 ? runs[at - 1] : undefined;
  return before === undefined || number > lastNumber(before) ? number : -index - 1;
}

/** In fewer pages with numbers in a row, these may be something else that is printed at the edge of a page. */
const minRun = 3;

/** The runs in the numbers by index, with those that continue the one before after some pages without a number. */
function runsIn(numbers: readonly (number | undefined)[]): readonly Run[] {
  const runs: (Run & { readonly count: number })[] = [];
  numbers.forEach((number, index) => {
    if (number === undefined) return;
    const shift = number - index - 1;
    const before = runs.at(-1);
    if (before?.shift === shift) runs.push({ ...(runs.pop() as Run), count: before.count + 1, last: index });
    else runs.push({ shift, first: index, last: index, count: 1 });
  });
  const joined: Run[] = [];
  for (const { count, ...run } of runs) {
    if (count < minRun) continue;
    const before = joined.at(-1);
    if (before?.shift === run.shift) joined.push({ ...(joined.pop() as Run), last: run.last });
    else joined.push(run);
  }
  return joined;
}

/** The number of the page with that index; "restarts" if no number tells which page it is; undefined if few pages have one. */
function numbering(
  numbers: readonly (number | undefined)[],
): ((index: number) => number) | "restarts" | undefined {
  const runs = runsIn(numbers);
  const last = runs.at(-1);
  if (last === undefined || runs.length === 1) {
    const shift = shiftOf(numbers);
    return shift === undefined ? undefined : (index) => index + 1 + shift;
  }
  const isAscending = runs.every((run, at) => at === 0 || firstNumber(run) > lastNumber(runs[at - 1] as Run));
  if (isAscending) return (index) => numberAmong(runs, index);
  // A preface with numbers of its own, like one with Roman numerals.
  const isPreface =
    runs.length === 2 && firstNumber(last) === 1 && last.last - last.first + 1 >= 2 * last.first;
  return isPreface ? (index) => index + 1 + last.shift : "restarts";
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
