/** The status bar item for a letter that is read from a PDF or Word file: the page at the cursor. A click opens the file. */
import * as vscode from "vscode";
import { documentScheme } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import { escapeMessage } from "../util/messages.ts";
import { noticeMessage } from "./documentMessages.ts";
import { fileOf } from "./letterUri.ts";
import { pageOfOffset } from "./pageOfOffset.ts";
import type { ShownDocument } from "./types.ts";

/** `shown` returns what is known about an open letter. */
export function showPage(shown: (letter: vscode.Uri) => ShownDocument | undefined): vscode.Disposable & {
  update(): void;
} {
  const item = vscode.window.createStatusBarItem("imr.page", vscode.StatusBarAlignment.Right, 111);
  item.name = vscode.l10n.t("IMR Letter Page");

  function update(): void {
    const editor = vscode.window.activeTextEditor;
    const isLetter = editor?.document.uri.scheme === documentScheme;
    const document = isLetter ? shown(editor.document.uri) : undefined;
    if (!editor || !document) {
      item.hide();
      return;
    }
    const { kind, pages, notices } = document;
    const isPdf = kind === "pdf";
    const page = pageOfOffset(pages, editor.document.offsetAt(editor.selection.active));
    const words =
      pages.length > 1
        ? vscode.l10n.t("Page {0} of {1}", page, pages.length)
        : isPdf
          ? vscode.l10n.t("Page 1")
          : vscode.l10n.t("Word file");
    item.text = notices.length > 0 ? `$(warning) ${words}` : words;
    const opens = isPdf ? vscode.l10n.t("Open the PDF at this page") : vscode.l10n.t("Open the Word file");
    const name = vscode.workspace.asRelativePath(fileOf(editor.document.uri));
    item.tooltip = [name, ...notices.map(noticeMessage), opens].map(escapeMessage).join("\n");
    item.command = isPdf ? commands.openPdf : commands.openWordFile;
    item.accessibilityInformation = {
      label: [words, ...notices.map(noticeMessage)].join(" "),
      role: "button",
    };
    item.show();
  }
  update();
  const all = vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor.document.uri.scheme === documentScheme) update();
    }),
  );
  return { update, dispose: () => all.dispose() };
}
