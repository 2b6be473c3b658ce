/** What the editor offers for the rule behind a problem: its page, and turning it off. */
import type { Command } from "vscode-languageserver";
import {
  type ShowRuleArguments,
  showRuleCommand,
  type TurnRuleOffArguments,
  turnRuleOffCommand,
} from "../../extensions.ts";

/** Opens the rule's page in the editor. `of` names the rule where several are offered. */
export function showRule(rule: string, of: string): Command {
  const args: ShowRuleArguments = [rule];
  return { title: `Why This Matters${of}`, command: showRuleCommand, arguments: [...args] };
}

/** Turns the rule off in the settings that apply to the document. */
export function turnRuleOff(uri: string, rule: string, of: string): Command {
  const args: TurnRuleOffArguments = [rule, uri];
  return { title: `Turn This Rule Off${of}`, command: turnRuleOffCommand, arguments: [...args] };
}
