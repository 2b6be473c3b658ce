/** A table of which the columns say what they tell of a row. */
import { type Attributes, block, element, type Html, html, type Value } from "./html.ts";

export interface Column<Row> {
  readonly heading: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  cell(row: Row): Value;
}

export interface Table<Row> {
  readonly attributes: Attributes;
  readonly caption: string;
  /** The cells of the first are the headings of their rows. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  rowAttributes?(row: Row): Attributes;
  rowHeadingAttributes?(row: Row): Attributes;
}

export function table<Row>(told: Table<Row>): Html {
  const { attributes, caption, columns, rows } = told;
  const headings = columns.map(({ heading, isNumber }) =>
    element("th", { scope: "col", class: isNumber ? "number" : undefined }, heading),
  );
  return block(
    "table",
    attributes,
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, headings)),
    block("tbody", {}, ...rows.map((row) => tableRow(row, told))),
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

/** A wide table scrolls by itself; who uses keys can reach it. */
export const scrolling = (label: string, content: Html): Html =>
  html`<div class="scroll" role="group" aria-labelledby="${label}" tabindex="0">${content}</div>`;
