import { type Determination, determinations } from "../../features/workspace/determinations.ts";
import { type RecordForm, type RecordFormName, recordForms } from "../../features/workspace/records.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { pluralize } from "../pluralize.ts";
import type { LetterCommand } from "./command.ts";

/** `imr-letters export`: writes a record for each issue. */
export function exportRecords(
  name: RecordFormName,
  knowledge: Knowledge,
): LetterCommand<readonly Determination[]> {
  const form: RecordForm = recordForms[name];
  let count = 0;
  return {
    begin: () => form.begin,
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
