/** A command with its options as plain data, from which each thread creates the same command. */

import type { KnowledgeData } from "../../knowledge/data.ts";
import { createKnowledge } from "../../knowledge/knowledge.ts";
import { type CheckOptions, check } from "./check.ts";
import type { LetterCommand } from "./command.ts";
import { type CriteriaOptions, criteria } from "./criteria.ts";
import { writeWordFile } from "./docx.ts";
import { type ExportOptions, exportRecords } from "./export.ts";
import { printOutlines } from "./outline.ts";
import { type ReportOptions, report } from "./report.ts";
import { printText } from "./text.ts";

export type CommandSpec =
  | { readonly command: "check"; readonly options: CheckOptions; readonly data?: KnowledgeData }
  | { readonly command: "outline" }
  | { readonly command: "text" }
  | { readonly command: "docx" }
  | {
      readonly command: "export";
      readonly options: ExportOptions;
      readonly data?: KnowledgeData;
    }
  | { readonly command: "criteria"; readonly options: CriteriaOptions; readonly data?: KnowledgeData }
  | { readonly command: "report"; readonly options: ReportOptions; readonly data?: KnowledgeData };

export function createCommand(spec: CommandSpec): LetterCommand {
  switch (spec.command) {
    case "check":
      return check(spec.options, createKnowledge(spec.data));
    case "outline":
      return printOutlines();
    case "text":
      return printText();
    case "docx":
      return writeWordFile();
    case "export":
      return exportRecords(spec.options, createKnowledge(spec.data));
    case "criteria":
      return criteria(spec.options, createKnowledge(spec.data));
    case "report":
      return report(spec.options, createKnowledge(spec.data));
  }
}
