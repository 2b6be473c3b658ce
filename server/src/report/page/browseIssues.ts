/** The table of issues: rows are kept apart from the page, and a hundred of those that are looked for stand in it. */
import { formatNumber } from "../../base/formatNumber.ts";
import { makeSortable, type Sorted } from "./sorting.ts";

/** What the reader looks for, and where in it. */
export interface Browsing {
  readonly words: string;
  readonly decision: string;
  /** A group's key and its name in words; empty for all. */
  readonly key: string;
  readonly name: string;
  readonly sort: Sorted | null;
  /** Of a hundred rows, from 0. */
  readonly page: number;
}

export interface BrowsedIssues {
  /** Shows the issues of a group. */
  narrow(key: string, name: string): void;
}

const pageSize = 100;
/** More would take a printer hours. */
const mostPrinted = 2000;

interface Row {
  readonly row: HTMLTableRowElement;
  /** In lower case. */
  readonly words: string;
  readonly decision: string;
  /** " 3 17 ": keys between spaces. */
  readonly keys: string;
}

const all: Browsing = { words: "", decision: "", key: "", name: "", sort: null, page: 0 };

export function browseIssues(
  before: Browsing | undefined,
  remember: (now: Browsing) => void,
): BrowsedIssues | undefined {
  const table = document.querySelector<HTMLTableElement>("#all-issues");
  const section = table?.closest("section");
  const body = table?.tBodies[0];
  if (!table || !section || !body) return undefined;
  const find = <E extends Element>(selector: string): E => section.querySelector<E>(selector) as E;
  const title = find<HTMLElement>("h2");
  const form = find<HTMLFormElement>("form");
  const words = find<HTMLInputElement>("#words");
  const decision = find<HTMLSelectElement>("#decision");
  const narrowed = find<HTMLElement>(".narrowed");
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
  const known = new Map(elements.map((row) => [row, readRow(row, decisionColumn)]));
  let rows: readonly Row[] = [...known.values()];
  let now = all;
  let found = rows;

  function look(change: Partial<Browsing>): void {
    now = { ...now, page: 0, ...change };
    const sought = now.words.toLowerCase().split(/\s+/).filter(Boolean);
    const key = ` ${now.key} `;
    found = rows.filter(
      (row) =>
        (now.key === "" || row.keys.includes(key)) &&
        (now.decision === "" || row.decision === now.decision) &&
        sought.every((word) => row.words.includes(word)),
    );
    show();
    remember(now);
  }

  function show(): void {
    const last = Math.max(0, Math.ceil(found.length / pageSize) - 1);
    now = { ...now, page: Math.min(now.page, last) };
    const from = now.page * pageSize;
    const shown = found.slice(from, from + pageSize);
    body?.replaceChildren(...shown.map(({ row }) => row));
    say(from, shown.length);
    const isNarrowed = now.key !== "";
    narrowed.hidden = !isNarrowed;
    (narrowed.querySelector("bdi") as HTMLElement).textContent = now.name;
    pages.hidden = last === 0;
    (pages.querySelector("span") as HTMLElement).textContent = `Page ${now.page + 1} of ${last + 1}`;
    // A disabled button would lose the focus.
    previous.setAttribute("aria-disabled", String(now.page === 0));
    next.setAttribute("aria-disabled", String(now.page === last));
  }

  function say(from: number, count: number): void {
    const of = found.length === rows.length ? "" : ` that match, of ${formatNumber(rows.length)}`;
    if (found.length === 0) status.textContent = `No issue matches, of ${formatNumber(rows.length)}.`;
    else if (count === found.length) status.textContent = `Showing ${issues(count)}${of}.`;
    else
      status.textContent = `Showing ${formatNumber(from + 1)} to ${formatNumber(from + count)} of ${issues(found.length)}${of}.`;
  }

  function turn(by: number): void {
    const page = now.page + by;
    if (page < 0 || page * pageSize >= found.length) return;
    now = { ...now, page };
    show();
    remember(now);
    (table as HTMLElement).scrollIntoView({ block: "start" });
  }

  const sort = makeSortable(table, elements, (order, by) => {
    rows = order.flatMap((row) => known.get(row) ?? []);
    look({ sort: by });
  });
  words.addEventListener("input", () => look({ words: words.value }));
  decision.addEventListener("change", () => look({ decision: decision.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  narrowed.querySelector("button")?.addEventListener("click", () => {
    look({ key: "", name: "" });
    words.focus();
  });
  previous.addEventListener("click", () => turn(-1));
  next.addEventListener("click", () => turn(1));
  addEventListener("beforeprint", () => {
    body.replaceChildren(...found.slice(0, mostPrinted).map(({ row }) => row));
    say(0, Math.min(found.length, mostPrinted));
  });
  addEventListener("afterprint", show);

  form.hidden = false;
  document.documentElement.classList.add("started");
  const { sort: by, page, ...looked } = { ...all, ...before };
  words.value = looked.words;
  decision.value = looked.decision;
  if (by) sort(by);
  look({ ...looked, page });

  return {
    narrow(key, name) {
      words.value = "";
      decision.value = "";
      look({ ...all, sort: now.sort, key, name });
      title.scrollIntoView({ block: "start" });
      title.focus({ preventScroll: true });
    },
  };
}

function readRow(row: HTMLTableRowElement, decisionColumn: number): Row {
  const cells = [...row.cells].map(({ textContent }) => textContent ?? "");
  return {
    row,
    words: cells.join(" ").toLowerCase(),
    decision: cells[decisionColumn] ?? "",
    keys: ` ${row.dataset.keys ?? ""} `,
  };
}

const issues = (count: number): string => (count === 1 ? "1 issue" : `${formatNumber(count)} issues`);
