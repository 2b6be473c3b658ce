import { expect, test } from "vitest";
import { block, element, html, nothing } from "../../server/src/report/html.ts";
import { table } from "../../server/src/report/table.ts";

test("a table has a cell for each column and row, and the first cell is the heading of its row", () => {
  const { html: written } = table<{ name: string; count: number }>({
    attributes: { class: "counts" },
    caption: "Fruit & more",
    columns: [
      { heading: "Name", cell: ({ name }) => name },
      { heading: "Count", isNumber: true, cell: ({ count }) => html`<b>${count}</b>` },
    ],
    rows: [
      { name: "a<b", count: 1 },
      { name: "c", count: 2 },
    ],
    rowAttributes: ({ count }) => ({ "data-count": count }),
    rowHeadingAttributes: ({ name }) => ({ title: `"${name}"` }),
  });
  expect(written.split("\n")).toEqual([
    '<table class="counts">',
    "<caption>Fruit &amp; more</caption>",
    '<thead><tr><th scope="col">Name</th><th scope="col" class="number">Count</th></tr></thead>',
    "<tbody>",
    '<tr data-count="1"><th scope="row" title="&quot;a&lt;b&quot;">a&lt;b</th><td class="number"><b>1</b></td></tr>',
    '<tr data-count="2"><th scope="row" title="&quot;c&quot;">c</th><td class="number"><b>2</b></td></tr>',
    "</tbody>",
    "</table>",
  ]);
});

test("an empty table has its headings", () => {
  const { html: written } = table({ attributes: {}, caption: "-", columns: [], rows: [] });
  expect(written).toContain("<tbody>\n</tbody>");
});

test("an element has the attributes that have a value, and its content is escaped", () => {
  const attributes = { id: "x", hidden: true, title: undefined, lang: "" } as const;
  expect(element("p", attributes, "1 < ", 2, html`<br>`).html).toBe(
    '<p id="x" hidden lang="">1 &lt; 2<br></p>',
  );
});

test("each child of a block is on its own line, and nothing has none", () => {
  expect(block("ul", {}, html`<li>`, nothing, html`<li>`).html).toBe("<ul>\n<li>\n<li>\n</ul>");
});
