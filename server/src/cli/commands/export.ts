import { type Determination, determinations } from "../../features/workspace/determinations.ts";
import {
  byteOrderMark,
  type RecordForm,
  type RecordFormName,
  recordForms,
} from "../../features/workspace/records.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

export interface ExportOptions {
  readonly format: RecordFormName;
  /** Begins with a byte order mark. */
  readonly bom?: boolean;
}

/** `imr-letters export`: writes a record for each issue. */
export function exportRecords(
  { format: name, bom = false }: ExportOptions,
  knowledge: Knowledge,
): LetterCommand<readonly Determination[]> {
  const form: RecordForm = recordForms[name];
  let count = 0;
  return {
    dependsOn: {},
    begin: () => (bom ? byteOrderMark : "") + form.begin,
    read: ({ letter }) => determinations(letter, knowledge).map(({ determination }) => determination),
    print(file, records) {
      count += records.length;
      return records.map((determination) => form.record(file, determination)).join("");
    },
    end: () => "",
    summary: () => [pluralize(count, "issue", "issues")],
    exitCode: () => 0,
  };
}
