/** The commands of inlay hints and code lenses. Anyone can call them, so they validate their arguments. */
import * as vscode from "vscode";
import { openLinkCommand, revealCommand, selectCommand } from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";
import { showWarning } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isRange } from "../util/typeGuards.ts";

export function registerReveal(_client: LetterClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(revealCommand, (uri: unknown, range: unknown) => reveal(uri, range)),
    vscode.commands.registerCommand(selectCommand, (uri: unknown, range: unknown) =>
      reveal(uri, range, true),
    ),
    vscode.commands.registerCommand(openLinkCommand, openLink),
  );
}

/** Moves the cursor to the start of a range in an open document, or selects it; false if there is no such range. */
async function reveal(uri: unknown, range: unknown, selects = false): Promise<boolean> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
  if (document === undefined || !isRange(range)) return false;
  const target = document.validateRange(toRange(range));
  const selection = selects ? target : new vscode.Range(target.start, target.start);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(target, vscode.TextEditorRevealType.InCenter);
  return true;
}

/** Opens an https URL in the browser; false if it isn't opened. */
async function openLink(url: unknown): Promise<boolean> {
  if (typeof url === "string" && isSecure(url)) return vscode.env.openExternal(vscode.Uri.parse(url, true));
  void showWarning(vscode.l10n.t("IMR Letters only opens https addresses."));
  return false;
}

const isSecure = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === "https:";
