/** Puts the words of a page in reading order, by their positions. */

import { withoutLigatures } from "./characters.ts";

/** A run of words on a page. Coordinates are in points, and y increases upward, as in PDF. */
export interface PlacedText {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** The font size. */
  readonly size: number;
  /** The name of the font, which distinguishes headings from the text after them. */
  readonly font: string;
  /** Quarter turns in which the words are rotated, counterclockwise. */
  readonly direction?: number;
}

/** A line of a column. `x` and `end` are its left and right edges. */
export interface PageLine {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly font: string;
  /** Some of the words are in another font. */
  readonly isMixed?: boolean;
}

/** The words on a line of a page, cut at gaps, from left to right. */
export type Row = readonly Pick<PageLine, "words" | "x">[];

/** The lines of a page, column by column, from top to bottom. */
export function linesInOrder(texts: readonly PlacedText[]): readonly PageLine[] {
  const lines = rowsOf(texts.filter(({ words }) => words.trim() !== "")).flatMap(segmentsOf);
  const gutter = gutterOf(lines);
  if (gutter === undefined) return lines;
  const ordered: PageLine[] = [];
  let [left, right]: [PageLine[], PageLine[]] = [[], []];
  const flush = (): void => {
    for (const line of left) ordered.push(line);
    for (const line of right) ordered.push(line);
    [left, right] = [[], []];
  };
  for (const line of lines) {
    if (line.end <= gutter) left.push(line);
    else if (line.x >= gutter) right.push(line);
    else {
      // A line across both columns ends the columns above it.
      flush();
      ordered.push(line);
    }
  }
  flush();
  return ordered;
}

/** Runs of words on the same line, from left to right; the top line first. */
export function rowsOf(texts: readonly PlacedText[]): readonly (readonly PlacedText[])[] {
  const rows: PlacedText[][] = [];
  for (const text of [...texts].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    // Superscripts and subscripts are smaller, and belong to the line next to them.
    if (row && first && first.y - text.y < Math.max(first.size, text.size) * 0.5) row.push(text);
    else rows.push([text]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

/** The gap between two columns is at least this many times the font size. */
const minColumnGap = 1.8;

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export function segmentsOf(row: readonly PlacedText[]): readonly PageLine[] {
  const lines: (Omit<Mutable<PageLine>, "words"> & { pieces: string[] })[] = [];
  for (const { words, x, y, width, size, font } of row) {
    const last = lines.at(-1);
    const gap = last === undefined ? 0 : x - last.end;
    if (last === undefined || gap > minColumnGap * size) {
      lines.push({ pieces: [plain(words)], x, y, end: x + width, size, font });
      continue;
    }
    const isApart = gap > 0.15 * size && last.pieces.at(-1)?.trimEnd() === last.pieces.at(-1);
    if (isApart && words.trimStart() === words) last.pieces.push(" ");
    last.pieces.push(plain(words));
    last.end = x + width;
    if (font !== last.font) last.isMixed = true;
    if (size > last.size) Object.assign(last, { size, font });
  }
  return lines.map(({ pieces, ...line }) => ({
    ...line,
    words: pieces.join("").replace(/\s+/g, " ").trim(),
  }));
}

/** Expands ligatures and removes soft hyphens. */
const plain = (words: string): string => withoutLigatures(words).replaceAll("\u00ad", "");

/** Columns have at least this many lines. */
const minColumnLines = 5;

/** The x coordinate between two columns; undefined if the page has one column. */
function gutterOf(lines: readonly PageLine[]): number | undefined {
  const left = lines.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  const width = right - left;
  let best: { readonly x: number; readonly crossing: number } | undefined;
  for (let part = 0.35; part <= 0.65; part += 0.01) {
    const x = left + width * part;
    const crossing = lines.filter((line) => line.x < x && line.end > x).length;
    if (best === undefined || crossing < best.crossing) best = { x, crossing };
  }
  if (best === undefined) return undefined;
  const { x, crossing } = best;
  const sides = [lines.filter(({ end }) => end <= x), lines.filter((line) => line.x >= x)];
  const isColumns = sides.every((side) => side.length >= minColumnLines) && crossing <= lines.length * 0.3;
  return isColumns ? x : undefined;
}

/**
 * Joins lines into paragraphs. A paragraph starts after a gap, or when the font or its size changes, as for a heading.
 * Words hyphenated at the end of a line are joined.
 */
export function paragraphsOf(lines: readonly PageLine[]): readonly string[] {
  const paragraphs: string[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const pieces = paragraphs.at(-1);
    if (before && pieces && continues(before, line)) pieces.push(...joined(pieces.pop() ?? "", line.words));
    else paragraphs.push([line.words]);
  });
  return paragraphs.map((pieces) => pieces.join(""));
}

function continues(before: PageLine, line: PageLine): boolean {
  const sameFont = before.font === line.font && Math.abs(before.size - line.size) < 0.6;
  const step = before.y - line.y;
  // A sentence continues from the bottom of a column to the top of the next one.
  const turnsColumn = step < 0 && !/[.:!?]$/.test(before.words);
  const isNext = turnsColumn || (step > 0 && step < 1.7 * Math.max(before.size, line.size));
  return sameFont && isNext && !/^(?:[•▪●○–-]|\(?\d{1,2}[.)]|\([a-z]\))\s/.test(line.words);
}

/** "hyphen-" and "ation" become one word. "anti-" and "Inflammatory", and "L4-" and "5", keep their hyphen. */
function joined(before: string, after: string): readonly [string, string] {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after)) return [before.slice(0, -1), after];
  return before.endsWith("-") ? [before, after] : [`${before} `, after];
}
