/** A long table of counts shows its first rows, and all of them when asked, or on paper. */

const first = 10;
/** So few more are shown at once. */
const few = 3;

/** Returns what hides the rows beyond the first again, after their order has changed. */
export function showFirstRows(table: HTMLTableElement, body: HTMLTableSectionElement): () => void {
  if (body.rows.length <= first + few) return () => {};
  const button = document.createElement("button");
  button.type = "button";
  button.className = "more";
  let showsAll = false;
  const update = (): void => {
    [...body.rows].forEach((row, index) => {
      row.classList.toggle("beyond", !showsAll && index >= first);
    });
    button.textContent = showsAll ? `Show the first ${first}` : `Show all ${body.rows.length}`;
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
