/** Makes a pack with a drug list from a table: which column is what, what each row says, and what is wrong with it. */
import { shortenToFit } from "../base/shorten.ts";
import type { FormularyEntry } from "../knowledge/types.ts";
import { type DelimitedRow, readDelimited } from "./delimitedText.ts";
import { type DrugListColumns, type DrugListField, drugListFields } from "./drugListFields.ts";

/** What a row says that isn't used. */
export interface DrugListProblem {
  /** 1-based. */
  readonly line: number;
  readonly message: string;
}

export interface DrugList {
  /** The columns' names; "Column 1" and so on if the table has none. */
  readonly headers: readonly string[];
  readonly columns: DrugListColumns;
  /** The cells of the first rows, for a preview. */
  readonly preview: readonly (readonly string[])[];
  readonly entries: readonly FormularyEntry[];
  readonly problems: readonly DrugListProblem[];
}

/** How columns are named. A column is that of the first field that fits and has none yet. */
const namesOfFields: readonly (readonly [DrugListField, RegExp])[] = [
  ["perioperativeFill", /\bperi-?\s?op/i],
  ["specialFill", /\bspecial\b/i],
  ["status", /\bexempt|\bstatus\b|\bformulary\b/i],
  ["brand", /\bbrand|\btrade\s?name/i],
  ["form", /\bdosage form|\bform\b|\broute\b/i],
  ["strength", /\bstrength|\bdose\b|\bdosage\b/i],
  [
    "ingredient",
    /\bingredient|\bgeneric|\bdrug(?: name)?$|\bmedication(?: name)?$|\bname of drug|\bsubstance/i,
  ],
];

/** A table may have a title above its header. */
const maxRowsAboveHeader = 10;
const maxPreviewRows = 5;
const maxQuoted = 40;
/** In UTF-16 units: a longer cell isn't a name. */
const maxCell = 200;

/** Reads a drug list. `columns` are those that the user chose; without them, they're found by their names. */
export function readDrugList(text: string, columns?: DrugListColumns): DrugList {
  const none = { headers: [], columns: {}, preview: [], entries: [] };
  if (text.includes("\0")) return { ...none, problems: [{ line: 1, message: "This isn't a text file." }] };
  const { rows, unclosedAt } = readDelimited(text);
  if (rows.length === 0) return { ...none, problems: [{ line: 1, message: "The file has no rows." }] };
  if (unclosedAt !== undefined) {
    const message = "A quotation mark isn't closed, so the rows after it can't be read.";
    return { ...none, problems: [{ line: unclosedAt, message }] };
  }
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const header = headerOf(rows, width);
  const body = header === undefined ? rows : rows.slice(header + 1);
  const names = header === undefined ? [] : (rows[header]?.cells ?? []);
  const headers = Array.from({ length: width }, (_, i) => names[i] || `Column ${i + 1}`);
  const named = columnsNamed(names);
  const chosen = columns ?? (Object.keys(named).length > 0 ? named : byContent(body, width));
  return {
    headers,
    columns: chosen,
    preview: body.slice(0, maxPreviewRows).map(({ cells }) => cells),
    ...readRows(body, chosen, names),
  };
}

/** The index of the row with the names of the columns; undefined if there is none. */
function headerOf(rows: readonly DelimitedRow[], width: number): number | undefined {
  const at = rows.slice(0, maxRowsAboveHeader).findIndex(({ cells }) => {
    const named = columnsNamed(cells);
    return (named.ingredient !== undefined || named.brand !== undefined) && cells.length > 1;
  });
  if (at >= 0) return at;
  // Names that say nothing here stand above a column of statuses.
  const [first, ...others] = rows;
  const { status } = byContent(others, width);
  const isAbove = status !== undefined && statusIn(first?.cells[status] ?? "") === undefined;
  return isAbove ? 0 : undefined;
}

function columnsNamed(names: readonly string[]): DrugListColumns {
  const columns: Partial<Record<DrugListField, number>> = {};
  names.forEach((name, column) => {
    const field = namesOfFields.find(
      ([field, pattern]) => columns[field] === undefined && pattern.test(name),
    );
    if (field) columns[field[0]] = column;
  });
  return columns;
}

/** In a table without names, the first column of words has the drugs, and a column of statuses the status. */
function byContent(rows: readonly DelimitedRow[], width: number): DrugListColumns {
  const some = rows.slice(0, 30);
  const columns = Array.from({ length: width }, (_, column) => some.map(({ cells }) => cells[column] ?? ""));
  const status = columns.findIndex(
    (cells) => cells.filter((cell) => statusIn(cell) !== undefined).length > cells.length / 2,
  );
  const ingredient = columns.findIndex(
    (cells, i) => i !== status && cells.every((cell) => /[a-z]{3}/i.test(cell)),
  );
  return {
    ...(status < 0 ? {} : { status }),
    ...(status < 0 || ingredient < 0 ? {} : { ingredient }),
  };
}

function readRows(
  rows: readonly DelimitedRow[],
  columns: DrugListColumns,
  names: readonly string[],
): Pick<DrugList, "entries" | "problems"> {
  if (columns.ingredient === undefined && columns.brand === undefined)
    return onlyProblem(rows, "No column has the ingredient or the brand.");
  if (
    columns.status === undefined &&
    columns.specialFill === undefined &&
    columns.perioperativeFill === undefined
  )
    return onlyProblem(rows, "No column has the status, special fill, or perioperative fill.");
  const isYesForExempt = /^\W*exempt\W*$/i.test(names[columns.status ?? -1] ?? "");
  const entries: FormularyEntry[] = [];
  const problems: DrugListProblem[] = [];
  for (const { line, cells } of rows) {
    const entry = entryIn(cells, columns, isYesForExempt);
    if (typeof entry === "string") problems.push({ line, message: entry });
    else entries.push(entry);
  }
  return { entries, problems };
}

const onlyProblem = (
  rows: readonly DelimitedRow[],
  message: string,
): Pick<DrugList, "entries" | "problems"> => ({
  entries: [],
  problems: [{ line: rows[0]?.line ?? 1, message }],
});

/** The entry of a row, or what is wrong with the row. */
function entryIn(
  cells: readonly string[],
  columns: DrugListColumns,
  isYesForExempt: boolean,
): FormularyEntry | string {
  const cellOf = (field: DrugListField): string => {
    const column = columns[field];
    return (column === undefined ? undefined : cells[column])?.replace(/\s+/g, " ") ?? "";
  };
  const [ingredient, brand] = [cellOf("ingredient"), cellOf("brand")];
  const name = ingredient || brand;
  if (name === "") return "This row names no ingredient or brand.";
  const long = drugListFields.find((field) => cellOf(field).length > maxCell);
  if (long) return `This row has a cell of more than ${maxCell} characters.`;
  const written = cellOf("status");
  const status = statusIn(written) ?? (isYesForExempt ? yesOrNo(written) : undefined);
  if (status === undefined && !isNothing(written))
    return `“${shortenToFit(written, maxQuoted)}” isn't a status. Use “exempt” or “non-exempt”.`;
  const entry = {
    ...given("ingredient", ingredient),
    ...given("brand", brand),
    ...given("form", cellOf("form")),
    ...given("strength", cellOf("strength")),
    ...status,
    ...given("specialFill", fillIn(cellOf("specialFill"))),
    ...given("perioperativeFill", fillIn(cellOf("perioperativeFill"))),
  };
  const says = entry.status ?? entry.specialFill ?? entry.perioperativeFill;
  return says === undefined ? `“${shortenToFit(name, maxQuoted)}” has no status.` : entry;
}

const given = <Field extends string>(field: Field, value: string): { readonly [F in Field]?: string } =>
  (value === "" ? {} : { [field]: value }) as { readonly [F in Field]?: string };

type Status = Pick<FormularyEntry, "status" | "specialFill" | "perioperativeFill">;

const perioperative = /\bperi-?\s?op\w*(?: fill)?\b/i;
const special = /\bspecial(?:[- ]fill)?\b/i;

/** The status that a cell's words say: "Non-Exempt", "exempt*", "Non-exempt; special fill". Undefined for other words. */
function statusIn(words: string): Status | undefined {
  const rest = words.replace(perioperative, "").replace(special, "");
  const m = /^\W*(non)?[- ]?exempt(?:ed)?(?: drug)?\W*$/i.exec(rest);
  if (!m && (rest === words || /\w/.test(rest))) return undefined;
  return {
    ...(m ? { status: m[1] ? ("non-exempt" as const) : ("exempt" as const) } : {}),
    ...(special.test(words) ? { specialFill: "yes" } : {}),
    ...(perioperative.test(words) ? { perioperativeFill: "yes" } : {}),
  };
}

const yes = /^(?:y|yes|x|✓|✔|true|1)$/i;
const no = /^(?:n|no|false|0)$/i;

/** In a column "Exempt". */
const yesOrNo = (words: string): Status | undefined =>
  yes.test(words) ? { status: "exempt" } : no.test(words) ? { status: "non-exempt" } : undefined;

const isNothing = (words: string): boolean => /^(?:\W*|n\/?a|none|unlisted|not listed)$/i.test(words);

/** "4 days" as it is, "Yes" and "X" as "yes", and an empty string for "No" and nothing. */
function fillIn(words: string): string {
  if (isNothing(words) || no.test(words)) return "";
  return yes.test(words) ? "yes" : words;
}

/** The text of a pack with the list, one entry per line. */
export function drugListPack(name: string, date: string, entries: readonly FormularyEntry[]): string {
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`).join(",\n");
  return `{\n  "name": ${JSON.stringify(name)},\n  "date": ${JSON.stringify(date)},\n  "formulary": [\n${lines}\n  ]\n}\n`;
}
