/** Reads a table of contents: lines that are a title and, at their end, the number of a page. */
import type { ReadHeading } from "../../messages.ts";
import type { Row } from "../pageText.ts";
import { headingTitle, leaders, lengthWithout } from "./headingTitle.ts";

interface Entry {
  readonly words: string;
  readonly x: number;
  /** Undefined for a Roman numeral. */
  readonly page: number | undefined;
}

/** A table of contents is among the first pages. */
const maxPagesBefore = 30;
/** A page of it has at least so many entries; half of them if it says what it is. */
const minEntries = 4;
/** The share of its lines that are entries. */
const minShare = 0.5;
/** The share of its entries whose page isn't before that of the entry above. */
const minAscending = 0.8;

/** The entries of the first table of contents, in order. `last` is the number of the document's last page. */
export function contentsOf(pages: readonly (readonly Row[])[], last: number): readonly ReadHeading[] {
  const headings: ReadHeading[] = [];
  for (const rows of pages.slice(0, maxPagesBefore)) {
    const entries = entriesOn(rows, last, headings.length > 0);
    if (entries.length > 0) headings.push(...entries);
    else if (headings.length > 0) break;
  }
  const inDocument = headings.filter(({ page }) => page <= last);
  return inDocument.length * 2 >= headings.length ? inDocument : [];
}

const contentsTitle = /^(?:table of )?contents(?: \(continued\))?$/i;

function entriesOn(rows: readonly Row[], last: number, continues: boolean): readonly ReadHeading[] {
  const filled = rows.filter((row) => row.length > 0);
  const isTitled =
    continues ||
    filled.slice(0, 6).some((row) => row.length === 1 && contentsTitle.test(row[0]?.words ?? ""));
  const columns: Entry[][] = [];
  let rowsWithEntries = 0;
  let above: Row | undefined;
  for (const row of filled) {
    const entries = entriesIn(row, isTitled ? last : 0, above);
    if (entries.length > 0) rowsWithEntries++;
    entries.forEach((entry, column) => {
      columns[column] ??= [];
      columns[column].push(entry);
    });
    above = entries.length === 0 && row.length === 1 ? row : undefined;
  }
  const ordered = columns.flatMap(withLevels);
  if (ordered.length < (isTitled ? minEntries / 2 : minEntries)) return [];
  if (rowsWithEntries < filled.length * (isTitled ? minShare / 2 : minShare)) return [];
  const ascending = ordered.filter(({ page }, index) => page >= (ordered[index - 1]?.page ?? 0)).length;
  if (ascending < ordered.length * minAscending) return [];
  return ordered.flatMap(({ words, page, level }) => {
    const title = headingTitle(words);
    return title === undefined ? [] : [{ title, page, level }];
  });
}

/** Between a title and its number. */
const minLeaders = 3;
/** A line of a title that goes on in the next line has at least so many characters. */
const minWrapped = 40;

/** The entries on a line: one for each column. `last`: entries without leaders are at most on that page. */
function entriesIn(row: Row, last: number, above: Row | undefined): readonly Entry[] {
  const entries: Entry[] = [];
  let title: { words: string; readonly x: number } | undefined;
  const close = (x: number, words: string, page: string): void => {
    const before = title ?? { words: "", x };
    const all = `${before.words} ${words}`.trim();
    title = undefined;
    if (all !== "")
      entries.push({ words: all, x: before.x, page: /^\d/.test(page) ? Number(page) : undefined });
  };
  for (const { words, x } of row) {
    const [number = ""] = /(?:\d{1,4}|[ivxlc]{1,6})$/.exec(words) ?? [];
    const head = words.slice(0, words.length - number.length);
    const end = lengthWithout(head, leaders, minLeaders);
    const isLed = end < head.length || (/^[ .·…_]*$/.test(head) && title !== undefined);
    const isPlain = /^\d/.test(number) && Number(number) <= last && /\p{L} $/u.test(head);
    if (number !== "" && (isLed || isPlain)) close(x, head.slice(0, end), number);
    else title = { words: `${title?.words ?? ""} ${words}`.trim(), x: title?.x ?? x };
  }
  const [first] = entries;
  const [wrapped] = above ?? [];
  if (first && wrapped && (wrapped.words.length >= minWrapped || /^\p{Ll}/u.test(first.words)))
    entries[0] = { ...first, words: `${wrapped.words} ${first.words}`, x: wrapped.x };
  return entries;
}

/** Indents differ by at least so many points. */
const minIndent = 4;

/** Deeper entries are indented, or have longer numbers: "2.1 Opioids". */
function withLevels(entries: readonly Entry[]) {
  const indents: number[] = [];
  for (const x of entries.map((entry) => entry.x).sort((a, b) => a - b)) {
    if (x - (indents.at(-1) ?? Number.NEGATIVE_INFINITY) >= minIndent) indents.push(x);
  }
  return entries.flatMap(({ words, x, page }) => {
    if (page === undefined) return [];
    const indent = indents.filter((one) => one <= x).length;
    const numbers = /^\d{1,3}((?:\.\d{1,3})*)/.exec(words)?.[1]?.split(".").length;
    return [{ words, page, level: indents.length > 1 ? indent : (numbers ?? 1) }];
  });
}
