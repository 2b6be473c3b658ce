/**
 * What the page does beyond being read: tables sort, the issues are filtered and shown a page at a time. It takes the
 * tables for data and makes no HTML.
 */
import { browseIssues } from "./browseIssues.ts";
import { showFirstRows } from "./firstRows.ts";
import { openInEditor, remember, remembered } from "./host.ts";
import { stopAtWhatScrolls } from "./scrolling.ts";
import { makeSortable } from "./sorting.ts";

// Before the rows are there, so that thousands of them are never laid out.
document.documentElement.classList.add("scripted");
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();

function start(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>("table.counts")) {
    const body = table.tBodies[0];
    if (!body) continue;
    const first = showFirstRows(table, body);
    makeSortable(table, [...body.rows], (rows) => {
      body.replaceChildren(...rows);
      first();
    });
  }
  const browsing = browseIssues(remembered(), remember);
  if (browsing) {
    for (const name of document.querySelectorAll<HTMLTableCellElement>("th[data-key]")) {
      makeButton(name, () => browsing.narrow(name.dataset.key ?? "", whole(name)));
    }
  }
  stopAtWhatScrolls(document.querySelectorAll<HTMLElement>(".scroll"));
  openInEditor(document.body);
}

/** A group's name becomes the button that shows its issues. */
function makeButton(cell: HTMLTableCellElement, press: () => void): void {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "name";
  button.textContent = cell.textContent;
  button.title = "Show these issues";
  button.addEventListener("click", press);
  cell.replaceChildren(button);
}

/** The name with what it is a name of: "Drug class: opioid". */
function whole(cell: HTMLTableCellElement): string {
  const heading = cell.closest("table")?.tHead?.rows[0]?.cells[0]?.textContent ?? "";
  return `${heading}: ${cell.textContent}`;
}
