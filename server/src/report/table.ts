/** Tables described by their columns. */
import { type Attributes, block, element, type Html, html, type Value } from "./html.ts";

export interface Column<Row> {
  readonly heading: string;
  /** Numbers are right-aligned. */
  readonly isNumber?: boolean;
  cell(row: Row): Value;
}

export interface Table<Row> {
  readonly attributes: Attributes;
  readonly caption: string;
  /** The first column has the headings of the rows. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  rowAttributes?(row: Row): Attributes;
  rowHeadingAttributes?(row: Row): Attributes;
}

export function table<Row>(options: Table<Row>): Html {
  const { attributes, caption, columns, rows } = options;
  const headings = columns.map(({ heading, isNumber }) =>
    element("th", { scope: "col", class: isNumber ? "number" : undefined }, heading),
  );
  return block(
    "table",
    attributes,
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, headings)),
    block("tbody", {}, ...rows.map((row) => tableRow(row, options))),
  );
}

function tableRow<Row>(row: Row, { columns, rowAttributes, rowHeadingAttributes }: Table<Row>): Html {
  const cells = columns.map(({ isNumber, cell }, index) =>
    index === 0
      ? element("th", { scope: "row", ...rowHeadingAttributes?.(row) }, cell(row))
      : element("td", { class: isNumber ? "number" : undefined }, cell(row)),
  );
  return element("tr", rowAttributes?.(row) ?? {}, cells);
}

/** Makes a wide table scroll inside the page. It can be reached with the keyboard. */
export const scrolling = (label: string, content: Html): Html =>
  html`<div class="scroll" role="group" aria-labelledby="${label}" tabindex="0">${content}</div>`;
