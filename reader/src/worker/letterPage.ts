/** Writes a page of a letter as text in the same places: one line for each line of the page, columns next to each other. */
import { linesInOrder, type PageLine, type PlacedText, rowsOf, segmentsOf } from "./pageText.ts";

/** The text of a page; empty if it has none. A soft hyphen is only drawn where a word is divided, so it's a hyphen. */
export function letterPage(texts: readonly PlacedText[]): string {
  const upright = uprightOf(texts.filter(({ words }) => words.trim() !== ""));
  if (upright.length === 0) return "";
  const rows = rowsOf(upright.map((text) => ({ ...text, words: text.words.replaceAll("\u00ad", "-") })))
    .map((row) => segmentsOf(withoutRepeats(row)))
    .filter((segments) => segments.length > 0);
  return written(isTwoColumns(rows) ? linesInOrder(upright).map((line) => [line]) : rows);
}

/** Turns a page that is read from the side; leaves out words in other directions, such as watermarks. */
function uprightOf(texts: readonly PlacedText[]): readonly PlacedText[] {
  const lengths = [0, 0, 0, 0];
  for (const { words, direction = 0 } of texts) lengths[direction] = (lengths[direction] ?? 0) + words.length;
  const main = lengths.indexOf(Math.max(...lengths));
  return texts.flatMap((text) => {
    if ((text.direction ?? 0) !== main) return [];
    const { x, y } = text;
    if (main === 0) return [text];
    return [{ ...text, ...(main === 1 ? { x: y, y: -x } : main === 2 ? { x: -x, y: -y } : { x: -y, y: x }) }];
  });
}

/** Words that are printed twice in nearly the same place look bold. */
function withoutRepeats(row: readonly PlacedText[]): readonly PlacedText[] {
  return row.filter(({ words, x, size }, index) => {
    for (let before = index - 1; before >= Math.max(0, index - 3); before--) {
      const other = row[before];
      if (other && other.words === words && x - other.x < size * 0.2) return false;
    }
    return true;
  });
}

/** Segments of text columns have at least so many characters, but labels and values have fewer. */
const minColumnCharacters = 25;

/** Whether most rows are two lines of text columns, which are read one after the other, rather than a table. */
function isTwoColumns(rows: readonly (readonly PageLine[])[]): boolean {
  const columns = rows.filter(
    (row) => row.length === 2 && row.every(({ words }) => words.length >= minColumnCharacters),
  );
  return columns.length >= 5 && columns.length > rows.length / 2;
}

/** A line further below the last one than this many times its font size starts a paragraph. */
const paragraphGap = 1.9;

function written(rows: readonly (readonly PageLine[])[]): string {
  const segments = rows.flat();
  const left = segments.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const width = segments.reduce((sum, { x, end }) => sum + end - x, 0);
  const characters = segments.reduce((sum, { words }) => sum + words.length, 0);
  const characterWidth = Math.max(1, width / Math.max(1, characters));
  let before: PageLine | undefined;
  return rows
    .map((row) => {
      const [first] = row;
      const gap = before && first ? before.y - first.y : 0;
      const isApart = before && first && gap > paragraphGap * Math.max(before.size, first.size);
      before = first;
      const line = row.reduce((text, { words, x }) => {
        const column = Math.min(maxColumn, Math.round((x - left) / characterWidth));
        return `${text.padEnd(text === "" ? column : Math.max(column, text.length + 2))}${words}`;
      }, "");
      return `${isApart ? "\n" : ""}${line}\n`;
    })
    .join("");
}

/** Pages are at most this many characters wide. */
const maxColumn = 200;
