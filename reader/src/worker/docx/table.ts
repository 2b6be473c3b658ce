/** Writes tables as text: labels and values next to each other, and text in cells one after the other. */

/** A cell's lines, and the number of columns that it covers. */
export interface Cell {
  readonly lines: readonly string[];
  readonly span: number;
}

/** A longer line in a cell is text, and not a label or a value. */
const maxTabularWidth = 60;

/** Rows are aligned up to this many characters. */
const maxWidth = 240;

export function tableLines(rows: readonly (readonly Cell[])[]): readonly string[] {
  const isTabular = (row: readonly Cell[]): boolean =>
    row.every(({ lines }) => lines.length <= 4 && lines.every(({ length }) => length <= maxTabularWidth));
  const widths: number[] = [];
  for (const row of rows.filter(isTabular)) {
    let column = 0;
    for (const { lines, span } of row) {
      if (span === 1) widths[column] = Math.max(widths[column] ?? 0, ...lines.map(({ length }) => length));
      column += span;
    }
  }
  return rows.flatMap((row) => (isTabular(row) ? rowLines(row, widths) : row.flatMap(({ lines }) => lines)));
}

function rowLines(row: readonly Cell[], widths: readonly number[]): readonly string[] {
  const height = row.reduce((most, { lines }) => Math.max(most, lines.length), 0);
  return Array.from({ length: height }, (_, index) => {
    let [text, start, column] = ["", 0, 0];
    for (const { lines, span } of row) {
      const words = lines[index] ?? "";
      if (words !== "")
        text = `${text.padEnd(text === "" ? start : Math.max(start, text.length + 2))}${words}`;
      for (let end = column + span; column < end; column++)
        start = Math.min(maxWidth, start + (widths[column] ?? 0) + 2);
    }
    return text;
  });
}
