/** A command with its options as plain data, from which each thread creates the same command. */

import { withOwnGuidelines } from "../../analysis/ownCitations.ts";
import type { KnowledgeData } from "../../knowledge/data.ts";
import { createKnowledge } from "../../knowledge/knowledge.ts";
import type { Knowledge } from "../../knowledge/types.ts";
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
      return knowing(spec.data, (knowledge) => check(spec.options, knowledge));
    case "outline":
      return printOutlines();
    case "text":
      return printText();
    case "docx":
      return writeWordFile();
    case "export":
      return knowing(spec.data, (knowledge) => exportRecords(spec.options, knowledge));
    case "criteria":
      return knowing(spec.data, (knowledge) => criteria(spec.options, knowledge));
    case "report":
      return knowing(spec.data, (knowledge) => report(spec.options, knowledge));
  }
}

/** A command that reads letters with the guidelines of packs in their citations. */
function knowing(
  data: KnowledgeData | undefined,
  create: (knowledge: Knowledge) => LetterCommand,
): LetterCommand {
  const knowledge = createKnowledge(data);
  const command = create(knowledge);
  return {
    ...command,
    read: (input) => command.read({ ...input, letter: withOwnGuidelines(input.letter, knowledge) }),
  };
}
