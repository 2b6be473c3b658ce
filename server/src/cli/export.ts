import { determinations } from "../features/determinations.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { type RecordForm, recordForms } from "./records.ts";
import type { Task } from "./run.ts";

/** `imr-letters export`: a record for each issue. */
export function exportRecords(name: keyof typeof recordForms, knowledge: Knowledge): Task {
  const form: RecordForm = recordForms[name];
  let records = 0;
  return {
    begin: () => form.begin,
    letter({ file, letter }) {
      const found = determinations(letter, knowledge);
      records += found.length;
      return found.map(({ determination }) => form.record(file, determination)).join("");
    },
    end: () => "",
    summary: () => [`${records} ${records === 1 ? "issue" : "issues"}`],
    exitCode: () => 0,
  };
}
