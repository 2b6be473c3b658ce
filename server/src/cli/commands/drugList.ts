/** `imr-letters drug-list`: writes a pack with the drug list of a table. */
import path from "node:path";
import { drugListPack, readDrugList } from "../../packs/drugList.ts";
import { type DrugListColumns, type DrugListField, drugListFields } from "../../packs/drugListFields.ts";
import { checkOverwrite } from "../io/checkOverwrite.ts";
import { toFile, toStandardOutput } from "../io/output.ts";
import { printError } from "../io/printError.ts";
import { bytesOf, reasonOf, textOf } from "../io/readLetter.ts";
import { pluralize } from "../pluralize.ts";
import { UsageError } from "../usageError.ts";

export interface DrugListOptions {
  /** The list's name; the file's without one. */
  readonly name?: string;
  /** "2026-03-01" */
  readonly date: string;
  /** Columns by their 1-based number or their name. Those that aren't given are found by their names. */
  readonly column?: Readonly<Partial<Record<DrugListField, string>>>;
  readonly output?: string;
  readonly force?: boolean;
}

/** Adds "status=3" to the columns so far. @throws {UsageError} for another field. */
export function readColumn(
  value: string,
  previous: DrugListOptions["column"] = {},
): NonNullable<DrugListOptions["column"]> {
  const [field = "", ...column] = value.split("=");
  if (!drugListFields.includes(field as DrugListField))
    throw new UsageError(`Unknown field “${field}”. Use ${drugListFields.join(", ")}.`);
  return { ...previous, [field]: column.join("=").trim() };
}

/** @throws {UsageError} for a date that isn't one, and for a column that the table doesn't have. */
export function readDate(value: string): string {
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.startsWith(value) === true;
  if (!isDate) throw new UsageError(`--date must be a date such as 2026-03-01, not “${value}”.`);
  return value;
}

/** Writes the pack, and prints what is wrong with the table by its lines. Sets exit code 2 if there's nothing to write. */
export async function writeDrugList(file: string, options: DrugListOptions): Promise<void> {
  await checkOverwrite({ ...options, paths: [file], otherInputs: [] });
  const text = textIn(file);
  const found = readDrugList(text);
  const list = readDrugList(text, { ...found.columns, ...columnsGiven(options.column ?? {}, found.headers) });
  for (const { line, message } of list.problems) printError(`${file}:${line}: ${message}`);
  if (list.entries.length === 0) {
    printError(`${file}: nothing to write`);
    process.exitCode = 2;
    return;
  }
  const name = options.name ?? path.basename(file).replace(/\.[^.]*$/, "");
  const output = options.output === undefined ? toStandardOutput() : await toFile(options.output);
  await output.write(drugListPack(name, options.date, list.entries));
  await output.end();
  printError(`${pluralize(list.entries.length, "row", "rows")} of “${name}” of ${options.date}.`);
}

/** @throws {UsageError} if the file can't be read. */
function textIn(file: string): string {
  try {
    const bytes = bytesOf(file);
    const text = typeof bytes === "string" ? undefined : textOf(bytes);
    if (text !== undefined) return text;
    throw new UsageError(`${file}: ${typeof bytes === "string" ? bytes : "not a text file"}`);
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(`${file}: ${reasonOf(error)}`);
  }
}

function columnsGiven(
  given: Readonly<Partial<Record<DrugListField, string>>>,
  headers: readonly string[],
): DrugListColumns {
  return Object.fromEntries(
    Object.entries(given).map(([field, column]) => {
      const at = /^\d+$/.test(column)
        ? Number(column) - 1
        : headers.findIndex((header) => header.toLowerCase() === column.toLowerCase());
      if (headers[at] === undefined)
        throw new UsageError(`The table has no column “${column}”. It has: ${headers.join(", ")}.`);
      return [field, at];
    }),
  );
}
