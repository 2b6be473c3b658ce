/**
 * The page's script: makes tables sortable and the issues filterable, a page of rows at a time. It works on the existing
 * tables and creates no HTML from text.
 */
import { browseIssues } from "./browseIssues.ts";
import { showFirstRows } from "./firstRows.ts";
import { openInEditor, savedState, saveState } from "./host.ts";
import { updateTabStops } from "./scrolling.ts";
import { makeSortable } from "./sorting.ts";

// Before the rows are parsed, so thousands of them are never laid out.
document.documentElement.classList.add("scripted");
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

function start(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.counts")) {
    const body = table.tBodies[0];
    if (!body) continue;
    const updateFirstRows = showFirstRows(table, body);
    makeSortable(table, [...body.rows], (rows) => {
      body.replaceChildren(...rows);
      updateFirstRows();
    });
  }
  const browser = browseIssues(savedState(), saveState);
  if (browser) {
    for (const name of document.querySelectorAll<HTMLTableCellElement>("th[data-key]")) {
      makeButton(name, () => browser.showGroup(name.dataset.key ?? "", labelOf(name)));
    }
  }
  updateTabStops(document.querySelectorAll<HTMLElement>(".scroll"));
  openInEditor(document.body);
}

/** Makes the name of a group a button that shows its issues. */
function makeButton(cell: HTMLTableCellElement, press: () => void): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "name";
  button.textContent = cell.textContent;
  button.title = "Show these issues";
  button.addEventListener("click", press);
  cell.replaceChildren(button);
}

/** The heading of the column and the name: "Drug class: opioid". */
function labelOf(cell: HTMLTableCellElement): string {
  const heading = cell.closest("table")?.tHead?.rows[0]?.cells[0]?.textContent ?? "";
  return `${heading}: ${cell.textContent}`;
}
