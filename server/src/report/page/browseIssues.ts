/** The table of issues: only a page of the rows that match the filter is in the document; the others are kept in memory. */
import { formatNumber } from "../../base/formatNumber.ts";
import { makeSortable, type Sorted } from "./sorting.ts";

/** The state of the table: filter, sort order, and page. */
export interface BrowseState {
  readonly words: string;
  readonly decision: string;
  /** The key and the label of the group that issues are filtered by; empty for all issues. */
  readonly key: string;
  readonly label: string;
  readonly sort: Sorted | null;
  /** The 0-based page. */
  readonly page: number;
}

export interface IssueBrowser {
  /** Shows only the issues of a group. */
  showGroup(key: string, label: string): void;
}

const rowsPerPage = 100;
/** More would take a printer hours. */
const maxPrintedRows = 2000;

interface Row {
  readonly row: HTMLTableRowElement;
  /** The text of all cells, in lower case. */
  readonly text: string;
  readonly decision: string;
  /** " 3 17 ": the keys of its groups, between spaces. */
  readonly keys: string;
}

const initialState: BrowseState = { words: "", decision: "", key: "", label: "", sort: null, page: 0 };

export function browseIssues(
  saved: BrowseState | undefined,
  save: (state: BrowseState) => void,
): IssueBrowser | undefined {
  const table = document.querySelector<HTMLTableElement>("#all-issues");
  const section = table?.closest("section");
  const body = table?.tBodies[0];
  if (!table || !section || !body) return undefined;
  const find = <E extends Element>(selector: string): E => section.querySelector<E>(selector) as E;
  const title = find<HTMLElement>("h2");
  const form = find<HTMLFormElement>("form");
  const words = find<HTMLInputElement>("#words");
  const decision = find<HTMLSelectElement>("#decision");
  const filtered = find<HTMLElement>(".filtered");
  const status = find<HTMLElement>(".status");
  const pages = find<HTMLElement>(".pages");
  const [previous, next] = pages.querySelectorAll("button") as unknown as [
    HTMLButtonElement,
    HTMLButtonElement,
  ];

  const decisionColumn = [...(table.tHead?.rows[0]?.cells ?? [])].findIndex(
    ({ textContent }) => textContent === "Decision",
  );
  const elements = [...body.rows];
  body.replaceChildren();
  const rowOf = new Map(elements.map((row) => [row, readRow(row, decisionColumn)]));
  let rows: readonly Row[] = [...rowOf.values()];
  let state = initialState;
  let matches = rows;

  function update(change: Partial<BrowseState>): void {
    state = { ...state, page: 0, ...change };
    const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
    const key = ` ${state.key} `;
    matches = rows.filter(
      (row) =>
        (state.key === "" || row.keys.includes(key)) &&
        (state.decision === "" || row.decision === state.decision) &&
        words.every((word) => row.text.includes(word)),
    );
    render();
    save(state);
  }

  function render(): void {
    const lastPage = Math.max(0, Math.ceil(matches.length / rowsPerPage) - 1);
    state = { ...state, page: Math.min(state.page, lastPage) };
    const from = state.page * rowsPerPage;
    const shown = matches.slice(from, from + rowsPerPage);
    body?.replaceChildren(...shown.map(({ row }) => row));
    showStatus(from, shown.length);
    filtered.hidden = state.key === "";
    (filtered.querySelector("bdi") as HTMLElement).textContent = state.label;
    pages.hidden = lastPage === 0;
    (pages.querySelector("span") as HTMLElement).textContent = `Page ${state.page + 1} of ${lastPage + 1}`;
    // A disabled button would lose the focus.
    previous.setAttribute("aria-disabled", String(state.page === 0));
    next.setAttribute("aria-disabled", String(state.page === lastPage));
  }

  function showStatus(from: number, count: number): void {
    const isFiltered = matches.length < rows.length;
    const issues = `${formatNumber(matches.length)} ${isFiltered ? "matching " : ""}${matches.length === 1 ? "issue" : "issues"}`;
    const range =
      count < matches.length ? `${formatNumber(from + 1)} to ${formatNumber(from + count)} of ` : "";
    const total = isFiltered ? `, out of ${formatNumber(rows.length)}` : "";
    status.textContent =
      matches.length === 0 ? `No matching issues${total}.` : `Showing ${range}${issues}${total}.`;
  }

  function turnPage(by: number): void {
    const page = state.page + by;
    if (page < 0 || page * rowsPerPage >= matches.length) return;
    state = { ...state, page };
    render();
    save(state);
    (table as HTMLElement).scrollIntoView({ block: "start" });
  }

  const sort = makeSortable(table, elements, (order, by) => {
    rows = order.flatMap((row) => rowOf.get(row) ?? []);
    update({ sort: by });
  });
  words.addEventListener("input", () => update({ words: words.value }));
  decision.addEventListener("change", () => update({ decision: decision.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  filtered.querySelector("button")?.addEventListener("click", () => {
    update({ key: "", label: "" });
    words.focus();
  });
  previous.addEventListener("click", () => turnPage(-1));
  next.addEventListener("click", () => turnPage(1));
  addEventListener("beforeprint", () => {
    body.replaceChildren(...matches.slice(0, maxPrintedRows).map(({ row }) => row));
    showStatus(0, Math.min(matches.length, maxPrintedRows));
  });
  addEventListener("afterprint", render);

  form.hidden = false;
  document.documentElement.classList.add("started");
  const { sort: by, page, ...filter } = { ...initialState, ...saved };
  words.value = filter.words;
  decision.value = filter.decision;
  if (by) sort(by);
  update({ ...filter, page });

  return {
    showGroup(key, label) {
      words.value = "";
      decision.value = "";
      update({ ...initialState, sort: state.sort, key, label });
      title.scrollIntoView({ block: "start" });
      title.focus({ preventScroll: true });
    },
  };
}

function readRow(row: HTMLTableRowElement, decisionColumn: number): Row {
  const cells = [...row.cells].map(({ textContent }) => textContent ?? "");
  return {
    row,
    text: cells.join(" ").toLowerCase(),
    decision: cells[decisionColumn] ?? "",
    keys: ` ${row.dataset.keys ?? ""} `,
  };
}
