/** The commands that hints and lenses call. What they are given comes from outside, and is looked at first. */
import * as vscode from "vscode";
import { openLinkCommand, revealCommand } from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";
import { showWarning } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isRange } from "../util/typeGuards.ts";

export function registerReveal(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(revealCommand, reveal),
    vscode.commands.registerCommand(openLinkCommand, openLink),
  );
}

/** Puts the cursor at the start of a range of an open document; true where there is such a place. */
async function reveal(uri: unknown, range: unknown): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (document === undefined || !isRange(range)) return false;
  const target = document.validateRange(toRange(range));
  const selection = new vscode.Range(target.start, target.start);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(target, vscode.TextEditorRevealType.InCenter);
  return true;
}

/** Opens a web address in the browser; true where it was opened. */
async function openLink(url: unknown): Promise<boolean> {
  if (typeof url === "string" && isSecure(url)) return vscode.env.openExternal(vscode.Uri.parse(url, true));
  void showWarning(vscode.l10n.t("IMR Letters opens only https addresses."));
  return false;
}

const isSecure = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === "https:";
