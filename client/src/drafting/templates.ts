/** The commands that insert templates: a new letter, an issue, the outline of a rationale. */
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
import { writableLetterEditor } from "../util/letterEditor.ts";
import { showStatusMessage } from "../util/messages.ts";
import { toRange } from "../util/ranges.ts";
import { isIssueCount, type WantedIssue, wantedIssue, wantedLetter } from "./templateArguments.ts";

type Client = Pick<LetterClient, "sendRequest" | "identify">;

/**
 * Registers the three commands. Keyboard shortcuts can pass arguments, and the command asks for those that are missing:
 * - `imr.newLetter`: `{ "form": "2018" | "2016" | "2014", "issues": 3 }`
 * - `imr.addIssue`: `{ "treatment": "MRI of the lumbar spine", "decision": "Upheld" | "Overturned" }`, where the decision
 *   is optional and an empty treatment becomes a placeholder
 */
export function registerTemplates(client: Client): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand(commands.newLetter, (given: unknown) => startLetter(client, given)),
    registerCommand(commands.addIssue, (given: unknown) => addIssue(client, given)),
    registerCommand(commands.insertRationaleOutline, () => outlineRationale(client)),
  );
}

/** Asks all questions before it opens a document, so that canceling has no effect. */
async function startLetter(client: Client, given: unknown): Promise<void> {
  const title = vscode.l10n.t("IMR: New Letter");
  const wanted = wantedLetter(given);
  const form = wanted?.form ?? (await pickFormat(title));
  if (form === undefined) return;
  const issues = wanted?.issues ?? (await promptForIssueCount(title));
  if (issues === undefined) return;
  const letter = await client.sendRequest<NewLetter | null>(newLetterRequest, { form, issues });
  if (!letter)
    return showStatusMessage(
      vscode.l10n.t("Couldn't create a letter because the language server didn't respond."),
    );
  const document = await vscode.workspace.openTextDocument({ language: languageId, content: "" });
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  await insert(editor, new vscode.Range(0, 0, 0, 0), letter.snippet);
}

async function addIssue(client: Client, given: unknown): Promise<void> {
  const editor = writableLetterEditor();
  if (!editor) return;
  const wanted = wantedIssue(given) ?? (await promptForIssue(vscode.l10n.t("IMR: Add Issue")));
  if (!wanted) return;
  const params: NewIssueParams = { ...positionOf(client, editor), ...wanted };
  const edit = await requestEdit(client, editor, newIssueRequest, params);
  if (edit === null) showStatusMessage(vscode.l10n.t("The letter is still being read."));
}

async function outlineRationale(client: Client): Promise<void> {
  const editor = writableLetterEditor();
  if (!editor) return;
  const edit = await requestEdit(client, editor, rationaleOutlineRequest, positionOf(client, editor));
  if (edit === null)
    showStatusMessage(vscode.l10n.t("Place the cursor in an issue that has no rationale yet."));
}

const positionOf = (client: Client, { document, selection }: vscode.TextEditor) => ({
  textDocument: client.identify(document),
  position: { line: selection.active.line, character: selection.active.character },
});

/** Applies the edit that the server returns. Null if it returns none; undefined if the letter changed in the meantime. */
async function requestEdit(
  client: Client,
  editor: vscode.TextEditor,
  request: string,
  params: object,
): Promise<TemplateEdit | null | undefined> {
  const { version } = editor.document;
  const edit = (await client.sendRequest<TemplateEdit | null>(request, params)) ?? null;
  if (edit === null) return null;
  if (editor.document.version !== version) {
    showStatusMessage(vscode.l10n.t("The letter changed. Try again."));
    return undefined;
  }
  await insert(editor, toRange(edit.range), edit.snippet);
  return edit;
}

/** Selects and reveals the first placeholder. Lines aren't indented, even if the line before is. */
async function insert(editor: vscode.TextEditor, range: vscode.Range, snippet: string): Promise<void> {
  await editor.insertSnippet(new vscode.SnippetString(snippet), range, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function pickFormat(title: string): Promise<TemplateForm | undefined> {
  const formats: readonly (vscode.QuickPickItem & { readonly form: TemplateForm })[] = [
    {
      label: vscode.l10n.t("2018 and later"),
      description: vscode.l10n.t("cites sections of the guidelines in force since December 2017"),
      detail: "MTUS Low Back Disorders 2020, Section(s): …",
      form: "2018",
    },
    {
      label: vscode.l10n.t("2015 to 2017"),
      description: vscode.l10n.t("cites sections"),
      detail: "MTUS Chronic Pain Medical Treatment 2009, Section(s): …",
      form: "2016",
    },
    {
      label: vscode.l10n.t("2014 to mid-2015"),
      description: vscode.l10n.t("cites pages"),
      detail: "MTUS Chronic Pain Treatment Guidelines … Page(s): …",
      form: "2014",
    },
  ];
  const placeHolder = vscode.l10n.t("How does the letter cite its guidelines?");
  return (await vscode.window.showQuickPick(formats, { title, placeHolder }))?.form;
}

async function promptForIssueCount(title: string): Promise<number | undefined> {
  const input = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("How many treatments are disputed?"),
    value: "1",
    validateInput: (value) =>
      isIssueCount(Number(value)) ? undefined : vscode.l10n.t("Enter a whole number from 1 to 20."),
  });
  return input === undefined ? undefined : Number(input);
}

async function promptForIssue(title: string): Promise<WantedIssue | undefined> {
  const treatment = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t(
      "The disputed treatment, with strength and count. Leave it empty to fill it in later.",
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
