/** The commands about the rule behind a problem: its page in the package, and turning it off. */
import * as vscode from "vscode";
import { showRuleCommand, turnRuleOffCommand } from "../../../server/src/protocol/extensions.ts";
import { fileOfAddress } from "../documents/letterUri.ts";
import { showInformation, showWarning } from "../util/messages.ts";

/** Anyone can call these commands, so they validate their arguments. `extension` is the folder of the extension. */
export function registerRules(extension: vscode.Uri): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(showRuleCommand, async (rule: unknown) => {
      if (isRule(rule)) await showPage(pageOf(extension, rule));
    }),
    vscode.commands.registerCommand(turnRuleOffCommand, async (rule: unknown, uri: unknown) => {
      if (isRule(rule)) await turnOff(rule, typeof uri === "string" ? fileOfAddress(uri) : undefined);
    }),
  );
}

const isRule = (rule: unknown): rule is string => typeof rule === "string" && /^[a-z]+\/[a-z-]+$/.test(rule);

const pageOf = (extension: vscode.Uri, rule: string): vscode.Uri =>
  vscode.Uri.joinPath(extension, "docs", "rules", `${rule.replace("/", "-")}.md`);

/** Beside the letter, as VS Code shows Markdown, or as text if that is turned off. */
async function showPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", page);
  } catch {
    await vscode.window.showTextDocument(page, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}

/** Where the user has changed this rule or, if nowhere, in the user's settings: a habit holds for all letters. */
async function turnOff(rule: string, file: vscode.Uri | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("imr", file);
  const set = settings.inspect<Record<string, unknown>>("rules");
  const places = [
    [vscode.ConfigurationTarget.WorkspaceFolder, set?.workspaceFolderValue],
    [vscode.ConfigurationTarget.Workspace, set?.workspaceValue],
    [vscode.ConfigurationTarget.Global, set?.globalValue],
  ] as const;
  const [target, before] = places.find(([, value]) => value?.[rule] !== undefined) ?? places[2];
  try {
    await settings.update("rules", { ...before, [rule]: "off" }, target);
  } catch (error) {
    showWarning(
      vscode.l10n.t("The settings couldn't be changed. {0}", error instanceof Error ? error.message : ""),
    );
    return;
  }
  const undo = vscode.l10n.t("Undo");
  const openSettings = vscode.l10n.t("Open Settings");
  const answer = await showInformation(
    vscode.l10n.t("{0} is turned off in the settings.", rule),
    undo,
    openSettings,
  );
  if (answer === undo) await settings.update("rules", before, target);
  if (answer === openSettings)
    await vscode.commands.executeCommand("workbench.action.openSettings", "imr.rules");
}
