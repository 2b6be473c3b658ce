/** Formats determinations as records, one per line. */
import { safeJson } from "../../base/safeJson.ts";
import type { Determination } from "./determinations.ts";

export interface RecordForm {
  readonly begin: string;
  record(file: string, determination: Determination): string;
}

/** In the order of the columns. */
const columns = [
  "file",
  "caseNumber",
  "dateOfInjury",
  "urDenialDate",
  "applicationReceived",
  "dateAssigned",
  "decisionDate",
  "specialty",
  "issue",
  "treatment",
  "drug",
  "drugClass",
  "strength",
  "count",
  "decision",
  "claimsCitations",
  "reviewerCitations",
  "reviewerGuidelines",
  "present",
  "missing",
  "reviewerStates",
  "daysInjuryToDenial",
  "daysDenialToApplication",
  "daysApplicationToDecision",
  "lastDayToAppeal",
  "drugStatus",
] as const satisfies readonly ("file" | keyof Determination)[];

export const recordForms = {
  ndjson: {
    begin: "",
    record: (file, determination) => `${safeJson({ file, ...determination })}\n`,
  },
  /** RFC 4180, with every text in quotes and lists joined by semicolons. */
  csv: {
    begin: `${columns.join(",")}\r\n`,
    record: (file, determination) =>
      `${columns.map((name) => field(name === "file" ? file : csvValue(determination, name))).join(",")}\r\n`,
  },
} as const satisfies Readonly<Record<string, RecordForm>>;

export type RecordFormName = keyof typeof recordForms;

/** Without it, Excel reads a CSV file in the encoding of the computer: “2–3 visits” as “2â€“3 visits”. */
export const byteOrderMark = "\ufeff";

/** "8/2" and "5-15", which spreadsheets take for dates even in quotes. They don't if neither number can be a month. */
const numericDate = /^(\d{1,2})([/.-])(\d{1,4})(?:\2\d{1,4})?$/;

function isLikeDate(text: string): boolean {
  const [, first, , second] = numericDate.exec(text) ?? [];
  return first !== undefined && Math.min(Number(first), Number(second)) <= 12;
}

/** Strengths of two drugs without a unit are in mg. (Those of insulins are parts of 100, which no date has.) */
function csvValue({ strength, ...rest }: Determination, name: keyof Determination) {
  if (name !== "strength") return rest[name];
  return strength !== null && isLikeDate(strength) ? `${strength} mg` : strength;
}

/**
 * A CSV field: empty for null, control characters as spaces, and nothing that a spreadsheet takes for a formula or, in a text,
 * for a date.
 */
function field(value: string | number | null | readonly string[]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const joined = typeof value === "string" ? value : value.join("; ");
  const text = isLikeDate(joined) ? `’${joined}` : joined;
  return `"${escapeFormulas(text.replace(controls, " ")).replaceAll('"', '""')}"`;
}

const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

const sign = "[=+\\-@\\ufe62\\ufe63\\ufe66\\ufe6b\\uff0b\\uff0d\\uff1d\\uff20]";

/**
 * A sign that a spreadsheet takes for the start of a formula: at the start of the text, or after a character that it may take
 * for a separator, depending on the locale or the import options. White space, quotes, and invisible characters may come first.
 */
const formula = new RegExp(`(^|[,;|])([\\s\\p{Cf}"']*)(?=${sign})`, "gu");

/** The same after a space or a colon, which are rarer separators: not where it is a dash, or the sign of a plain number. */
const formulaInText = new RegExp(
  `([\\p{Z}:]["'\\p{Cf}]*)(?=${sign})(?![+-](?:\\s|$|\\d[\\d.,/-]*[A-Za-z%]{0,12}(?:[\\s,;:.)]|$)))`,
  "gu",
);

/**
 * Puts an apostrophe before each formula, and before its quotes, which may enclose a cell of their own. It's a typographic one,
 * because a straight one may be the quotation mark of the import.
 */
const escapeFormulas = (text: string): string =>
  text
    .replace(formulaInText, "$1’")
    .replace(formula, (_, separator: string, before: string) => separator + before.replace(/^[^"']*/, "$&’"));
