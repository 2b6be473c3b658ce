/** The commands that write what is fixed in a letter: a new letter, an issue, the outline of a rationale. */
import * as vscode from "vscode";
import {
  type NewIssueParams,
  type NewLetter,
  newIssueRequest,
  newLetterRequest,
  rationaleOutlineRequest,
  type TemplateEdit,
  type TemplateForm,
} from "../../../server/src/protocol/extensions.ts";
import { commands, languageId } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { letterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isIssueCount, type WantedIssue, wantedIssue, wantedLetter } from "./templateArguments.ts";

type Asking = Pick<LetterClient, "ask" | "identify">;

/**
 * Registers the three commands. For key bindings, what they ask for can be given:
 * - `imr.newLetter`: `{ "form": "2014" | "2016", "issues": 3 }`
 * - `imr.addIssue`: `{ "treatment": "MRI of the lumbar spine", "decision": "Upheld" | "Overturned" }`, the decision or
 *   all but the treatment left out to be filled in
 */
export function registerSkeletons(client: Asking): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.newLetter, (given: unknown) => startLetter(client, given)),
    registerCommand(commands.addIssue, (given: unknown) => addIssue(client, given)),
    registerCommand(commands.insertRationaleOutline, () => outlineRationale(client)),
  );
}

/** All is asked before anything opens, so that turning away leaves nothing behind. */
async function startLetter(client: Asking, given: unknown): Promise<void> {
  const title = vscode.l10n.t("IMR: New Letter");
  const wanted = wantedLetter(given);
  const form = wanted?.form ?? (await pickForm(title));
  if (form === undefined) return;
  const issues = wanted?.issues ?? (await askIssueCount(title));
  if (issues === undefined) return;
  const letter = await client.ask<NewLetter | null>(newLetterRequest, { form, issues });
  if (!letter) return showStatusMessage(vscode.l10n.t("The server gave no answer, so no letter was begun"));
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: "" });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await insert(editor, new vscode.Range(0, 0, 0, 0), letter.snippet);
}

async function addIssue(client: Asking, given: unknown): Promise<void> {
  const editor = letterEditor();
  if (!editor) return;
  const wanted = wantedIssue(given) ?? (await askIssue(vscode.l10n.t("IMR: Add Issue")));
  if (!wanted) return;
  const params: NewIssueParams = { ...placeIn(client, editor), ...wanted };
  const edit = await askFor(client, editor, newIssueRequest, params);
  if (edit === null) showStatusMessage(vscode.l10n.t("The letter is still being read"));
}

async function outlineRationale(client: Asking): Promise<void> {
  const editor = letterEditor();
  if (!editor) return;
  const edit = await askFor(client, editor, rationaleOutlineRequest, placeIn(client, editor));
  if (edit === null) showStatusMessage(vscode.l10n.t("Put the cursor in an issue that has no rationale yet"));
}

const placeIn = (client: Asking, { document, selection }: vscode.TextEditor) => ({
  textDocument: client.identify(document),
  position: { line: selection.active.line, character: selection.active.character },
});

/** Makes the edit that the server answers with. Null where it has none; undefined where it would come too late. */
async function askFor(
  client: Asking,
  editor: vscode.TextEditor,
  request: string,
  params: object,
): Promise<TemplateEdit | null | undefined> {
  const { version } = editor.document;
  const edit = (await client.ask<TemplateEdit | null>(request, params)) ?? null;
  if (edit === null) return null;
  if (editor.document.version !== version) {
    showStatusMessage(vscode.l10n.t("The letter has changed meanwhile; try again"));
    return undefined;
  }
  await insert(editor, toRange(edit.range), edit.snippet);
  return edit;
}

/** The first blank is selected and in view. Lines keep to the margin, whatever the line before is indented by. */
async function insert(editor: vscode.TextEditor, range: vscode.Range, snippet: string): Promise<void> {
  await editor.insertSnippet(new vscode.SnippetString(snippet), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickForm(title: string): Promise<TemplateForm | undefined> {
  const forms: readonly (vscode.QuickPickItem & { readonly form: TemplateForm })[] = [
    {
      label: vscode.l10n.t("Form of 2016"),
      description: vscode.l10n.t("citations by section"),
      detail: "MTUS Chronic Pain Medical Treatment 2009, Section(s): …",
      form: "2016",
    },
    {
      label: vscode.l10n.t("Form of 2014"),
      description: vscode.l10n.t("citations by pages"),
      detail: "MTUS Chronic Pain Treatment Guidelines … Page(s): …",
      form: "2014",
    },
  ];
  const placeHolder = vscode.l10n.t("How does the letter cite its guidelines?");
  return (await vscode.window.showQuickPick(forms, { title, placeHolder }))?.form;
}

async function askIssueCount(title: string): Promise<number | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("How many treatments are in dispute?"),
    value: "1",
    validateInput: (value) =>
      isIssueCount(Number(value)) ? undefined : vscode.l10n.t("Type a whole number from 1 to 20."),
  });
  return typed === undefined ? undefined : Number(typed);
}

async function askIssue(title: string): Promise<WantedIssue | undefined> {
  const treatment = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      "The treatment in dispute, with strength and count. Leave it empty to fill it in later.",
    ),
    placeHolder: vscode.l10n.t("Naproxen 500mg #60"),
  });
  if (treatment === undefined) return undefined;
  const decisions: readonly (vscode.QuickPickItem & Pick<WantedIssue, "decision">)[] = [
    { label: "Upheld", description: vscode.l10n.t("not medically necessary"), decision: "Upheld" },
    { label: "Overturned", description: vscode.l10n.t("medically necessary"), decision: "Overturned" },
    { label: vscode.l10n.t("Decide later"), decision: undefined },
  ];
  const picked = await vscode.window.showQuickPick(decisions, {
    title,
    placeHolder: vscode.l10n.t("The decision"),
  });
  return picked && { treatment, decision: picked.decision };
}
