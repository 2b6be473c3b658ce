/** Determinations as records, a line each. */
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
    record: (file, determination) => `${JSON.stringify({ file, ...determination })}\n`,
  },
  /** RFC 4180; lists are joined by semicolons. */
  csv: {
    begin: `${columns.join(",")}\r\n`,
    record: (file, determination) =>
      `${columns.map((name) => field(name === "file" ? file : determination[name])).join(",")}\r\n`,
  },
} as const satisfies Readonly<Record<string, RecordForm>>;

export type RecordFormName = keyof typeof recordForms;

function field(value: string | number | null | readonly string[]): string {
  const words = value === null ? "" : Array.isArray(value) ? value.join("; ") : String(value);
  // A table program would take what begins so for a formula.
  const plain = /^[=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
