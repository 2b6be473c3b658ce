/** Headings that sort: a button each, with the direction told to those who do not see it. */

export type Direction = "ascending" | "descending";

export interface Sorted {
  readonly column: number;
  readonly direction: Direction;
}

const collator = new Intl.Collator("en", { numeric: true });

const textIn = (row: HTMLTableRowElement, column: number): string => row.cells[column]?.textContent ?? "";

/** "1,234", "37%", "<1%" */
const numberIn = (words: string): number => {
  const number = Number.parseFloat(words.replace(/[,\s>]/g, "").replace("<", "0."));
  return Number.isNaN(number) ? -1 : number;
};

/** The rows in another order; rows that are equal keep theirs, and empty cells come last. */
export function sorted(
  rows: readonly HTMLTableRowElement[],
  { column, direction }: Sorted,
  isNumber: boolean,
): HTMLTableRowElement[] {
  const sign = direction === "ascending" ? 1 : -1;
  const told = rows.map((row) => ({ row, words: textIn(row, column).trim() }));
  if (isNumber) {
    const numbers = told.map(({ row, words }) => ({ row, number: numberIn(words) }));
    return numbers.sort((a, b) => sign * (a.number - b.number)).map(({ row }) => row);
  }
  const order = (a: string, b: string): number => {
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    return sign * collator.compare(a, b);
  };
  return told.sort((a, b) => order(a.words, b.words)).map(({ row }) => row);
}

const arrowIn = (heading: HTMLElement): Element => heading.querySelector(".arrow") as Element;

/** Makes buttons of the headings. `show` is given all rows in their new order; returns what sorts without a click. */
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
    // For the eye; aria-sort says it in words.
    arrow.ariaHidden = "true";
    button.append(...heading.childNodes, arrow);
    button.addEventListener("click", () => {
      // Of numbers one wants the largest, of words the first.
      const first = heading.classList.contains("number") ? "descending" : "ascending";
      const other = first === "descending" ? "ascending" : "descending";
      sort({ column, direction: heading.getAttribute("aria-sort") === first ? other : first });
    });
    heading.append(button);
  });
  return sort;
}
