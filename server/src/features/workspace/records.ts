/** Determinations as records, a line each. */
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
] as const satisfies readonly ("file" | keyof Determination)[];

export const recordForms = {
  ndjson: {
    begin: "",
    record: (file, determination) => `${safeJson({ file, ...determination })}\n`,
  },
  /** RFC 4180, every text in quotes; lists are joined by semicolons. */
  csv: {
    begin: `${columns.join(",")}\r\n`,
    record: (file, determination) =>
      `${columns.map((name) => field(name === "file" ? file : determination[name])).join(",")}\r\n`,
  },
} as const satisfies Readonly<Record<string, RecordForm>>;

export type RecordFormName = keyof typeof recordForms;

/** Nothing for what is not known. A text says what it says, without what no cell can hold. */
function field(value: string | number | null | readonly string[]): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const words = typeof value === "string" ? value : value.join("; ");
  return `"${noFormula(words.replace(controls, " ")).replaceAll('"', '""')}"`;
}

const controls = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

/**
 * Where a table program would find a formula at the beginning of a cell: at that of the text, and after all that it may take
 * for the end of a cell, as the country has it or the user chooses. White space, quotes and what is not seen may come first.
 */
const formula = /(^|[,;|])([\s\p{Cf}"]*)([=+\-@\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20])/gu;

/** An apostrophe before each makes a text of it, and before the quotes: the cell could begin with what they hold. */
const noFormula = (words: string): string =>
  words.replace(
    formula,
    (_, end: string, before: string, sign: string) => `${end}${before.replace(/^[^"]*/, "$&'")}${sign}`,
  );
