/** Shows only the first rows of a long table of counts, with a button for the others. Printing shows all of them. */

const initialRows = 10;
/** A table with only a few more rows is shown completely. */
const maxExtraRows = 3;

/** Returns a function to call after the order of the rows has changed. */
export function showFirstRows(table: HTMLTableElement, body: HTMLTableSectionElement): () => void {
  if (body.rows.length <= initialRows + maxExtraRows) return () => {};
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  let showsAll = false;
  const update = (): void => {
    [...body.rows].forEach((row, index) => {
      row.classList.toggle("beyond", !showsAll && index >= initialRows);
    });
    button.textContent = showsAll ? `Show First ${initialRows}` : `Show All ${body.rows.length}`;
    button.setAttribute("aria-expanded", String(showsAll));
  };
  button.addEventListener("click", () => {
    showsAll = !showsAll;
    update();
  });
  (table.closest(".scroll") ?? table).after(button);
  update();
  return update;
}
