/** Reads text with delimiters, as spreadsheets save it (CSV, RFC 4180). Linear, and never throws. */

export interface DelimitedRow {
  /** The 1-based line of the file in which it begins. */
  readonly line: number;
  /** Without the white space around them. */
  readonly cells: readonly string[];
}

export interface DelimitedText {
  readonly delimiter: string;
  /** Without empty rows. */
  readonly rows: readonly DelimitedRow[];
  /** The line of a quotation mark that isn't closed, which makes the rest of the file one cell. */
  readonly unclosedAt: number | undefined;
}

const delimiters = [",", ";", "\t", "|"] as const;

/** Reads the text, with the delimiter that divides its first lines best. A byte order mark isn't part of it. */
export function readDelimited(original: string): DelimitedText {
  const text = original.replace(/^\ufeff/, "");
  // Spreadsheets in some countries say in the first line which delimiter they use.
  const stated = /^sep=([,;\t|])(?:\r\n|\n|\r)/.exec(text);
  const from = stated?.[0].length ?? 0;
  const delimiter = stated?.[1] ?? delimiterOf(text.slice(0, 20_000));
  return { delimiter, ...rowsOf(text.slice(from), delimiter, stated ? 2 : 1) };
}

/** The one with which most of the first rows have the same number of cells, and more than one. */
function delimiterOf(beginning: string): string {
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of delimiters) {
    const counts = new Map<number, number>();
    for (const { cells } of rowsOf(beginning, delimiter, 1).rows.slice(0, 30))
      if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const score = Math.max(0, ...counts.values());
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function rowsOf(text: string, delimiter: string, firstLine: number): Omit<DelimitedText, "delimiter"> {
  const rows: DelimitedRow[] = [];
  const special = new RegExp(`["\\n\\r${delimiter === "|" ? "\\|" : delimiter}]`, "g");
  let cells: string[] = [];
  let line = firstLine;
  let rowLine = line;
  let at = 0;
  let unclosedAt: number | undefined;
  const endRow = (): void => {
    if (cells.some((cell) => cell !== "")) rows.push({ line: rowLine, cells });
    cells = [];
  };
  while (at < text.length) {
    if (cells.length === 0) rowLine = line;
    const cell = cellAt(text, at, special);
    if (cell.isUnclosed) unclosedAt ??= line;
    cells.push(cell.words.trim());
    line += cell.lines;
    at = cell.end;
    const mark = text.charAt(at);
    at += mark === "\r" && text.charAt(at + 1) === "\n" ? 2 : 1;
    if (mark === delimiter) {
      // A delimiter at the very end has an empty cell after it, which says nothing.
      if (at >= text.length) endRow();
      continue;
    }
    endRow();
    line++;
  }
  if (cells.length > 0) endRow();
  return { rows, unclosedAt };
}

interface Cell {
  readonly words: string;
  /** The offset of the delimiter or the line end after it. */
  readonly end: number;
  /** The number of line ends in it. */
  readonly lines: number;
  readonly isUnclosed: boolean;
}

function cellAt(text: string, start: number, special: RegExp): Cell {
  let quote = start;
  while (text.charAt(quote) === " ") quote++;
  if (text.charAt(quote) !== '"') {
    // A quotation mark within an unquoted cell is one: 5" tube.
    special.lastIndex = start;
    let m = special.exec(text);
    while (m?.[0] === '"') m = special.exec(text);
    const end = m?.index ?? text.length;
    return { words: text.slice(start, end), end, lines: 0, isUnclosed: false };
  }
  let words = "";
  let from = quote + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) {
      words += text.slice(from);
      return { words, end: text.length, lines: lineEndsIn(words), isUnclosed: true };
    }
    words += text.slice(from, close);
    if (text.charAt(close + 1) !== '"') {
      special.lastIndex = close + 1;
      let m = special.exec(text);
      while (m?.[0] === '"') m = special.exec(text);
      const end = m?.index ?? text.length;
      return { words: words + text.slice(close + 1, end), end, lines: lineEndsIn(words), isUnclosed: false };
    }
    words += '"';
    from = close + 2;
  }
}

const lineEndsIn = (words: string): number => words.match(/\r\n|\n|\r/g)?.length ?? 0;
