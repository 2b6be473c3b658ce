/** Makes the headings of a table buttons that sort it, with the direction in `aria-sort`. */

export type Direction = "ascending" | "descending";

export interface Sorted {
  readonly column: number;
  readonly direction: Direction;
}

const collator = new Intl.Collator("en", { numeric: true });

/** The text of a cell; of a date, its ISO form, which sorts by year first. */
function textIn(row: HTMLTableRowElement, column: number): string {
  const cell = row.cells[column];
  return cell?.querySelector("time")?.dateTime ?? cell?.textContent ?? "";
}

/** "1,234", "37%", "<1%" */
const parseNumber = (text: string): number => {
  const number = Number.parseFloat(text.replace(/[,\s>]/g, "").replace("<", "0."));
  return Number.isNaN(number) ? -1 : number;
};

/** Returns the rows sorted by a column. The sort is stable, and empty cells come last in either direction. */
export function sorted(
  rows: readonly HTMLTableRowElement[],
  { column, direction }: Sorted,
  isNumber: boolean,
): HTMLTableRowElement[] {
  const sign = direction === "ascending" ? 1 : -1;
  const entries = rows.map((row) => ({ row, text: textIn(row, column).trim() }));
  if (isNumber) {
    const numbers = entries.map(({ row, text }) => ({ row, number: parseNumber(text) }));
    return numbers.sort((a, b) => sign * (a.number - b.number)).map(({ row }) => row);
  }
  const order = (a: string, b: string): number => {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return sign * collator.compare(a, b);
  };
  return entries.sort((a, b) => order(a.text, b.text)).map(({ row }) => row);
}

const arrowIn = (heading: HTMLElement): Element => heading.querySelector(".arrow") as Element;

/** Makes the headings buttons. `show` gets all rows in their new order. Returns a function that sorts without a click. */
export function makeSortable(
  table: HTMLTableElement,
  rows: readonly HTMLTableRowElement[],
  show: (rows: readonly HTMLTableRowElement[], by: Sorted) => void,
): (by: Sorted) => void {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];

  function sort(by: Sorted): void {
    const heading = headings[by.column];
    if (!heading) return;
    for (const one of headings) {
      one.removeAttribute("aria-sort");
      arrowIn(one).textContent = "";
    }
    heading.setAttribute("aria-sort", by.direction);
    arrowIn(heading).textContent = by.direction === "ascending" ? "\u2191" : "\u2193";
    show(sorted(rows, by, heading.classList.contains("number")), by);
  }

  headings.forEach((heading, column) => {
    const button = document.createElement("button");
    button.type = "button";
    const arrow = document.createElement("span");
    arrow.className = "arrow";
    // Screen readers announce aria-sort.
    arrow.ariaHidden = "true";
    button.append(...heading.childNodes, arrow);
    button.addEventListener("click", () => {
      // The largest numbers and the first words are of interest.
      const first = heading.classList.contains("number") ? "descending" : "ascending";
      const other = first === "descending" ? "ascending" : "descending";
      sort({ column, direction: heading.getAttribute("aria-sort") === first ? other : first });
    });
    heading.append(button);
  });
  return sort;
}
