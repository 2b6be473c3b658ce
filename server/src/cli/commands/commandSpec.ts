/** A command with its options as plain data, so that each thread can make the same task of it. */

import type { RecordFormName } from "../../features/workspace/records.ts";
import type { KnowledgeData } from "../../knowledge/data.ts";
import { createKnowledge } from "../../knowledge/knowledge.ts";
import { type CheckOptions, check } from "./check.ts";
import type { LetterCommand } from "./command.ts";
import { exportRecords } from "./export.ts";
import { printOutlines } from "./outline.ts";
import { type ReportOptions, report } from "./report.ts";

export type CommandSpec =
  | { readonly command: "check"; readonly options: CheckOptions; readonly data?: KnowledgeData }
  | { readonly command: "outline" }
  | {
      readonly command: "export";
      readonly options: { readonly format: RecordFormName };
      readonly data?: KnowledgeData;
    }
  | { readonly command: "report"; readonly options: ReportOptions; readonly data?: KnowledgeData };

export function createCommand(job: CommandSpec): LetterCommand {
  switch (job.command) {
    case "check":
      return check(job.options, createKnowledge(job.data));
    case "outline":
      return printOutlines();
    case "export":
      return exportRecords(job.options.format, createKnowledge(job.data));
    case "report":
      return report(job.options, createKnowledge(job.data));
  }
}
