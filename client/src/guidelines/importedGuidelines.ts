/** The commands that show the user's copies of guidelines, say which guideline they are, and remove them. */
import * as vscode from "vscode";
import { type GuidelineMatch, identifyCopyRequest } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { formatDate } from "../util/formatDate.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { askToConfirm, escapeItem, showError, showInformation } from "../util/messages.ts";
import { chooseGuideline } from "./guidelineChoice.ts";
import { type GuidelineCopy, replaceCopy, type StoredCopies } from "./storedCopies.ts";

type Client = Pick<LetterClient, "sendRequest">;

interface CopyItem extends vscode.QuickPickItem {
  readonly copy: GuidelineCopy;
  readonly name: string;
}

/** Lets the user select one of all copies; undefined if there are none, or the user cancels. */
async function pickCopy(
  client: Client,
  copies: StoredCopies,
  placeHolder: string,
  wanted?: unknown,
): Promise<CopyItem | undefined> {
  const stored = await copies.current();
  if (stored.length === 0) {
    void showInformation(vscode.l10n.t("No guidelines have been imported yet."));
    return undefined;
  }
  const names = await client.sendRequest<readonly GuidelineMatch[]>(identifyCopyRequest, { pages: [] });
  const items = stored.map((copy): CopyItem => {
    const name = names?.find((one) => one.guideline === copy.guideline)?.name ?? copy.own?.name;
    const detail = vscode.l10n.t(
      "{0}, {1} pages, imported {2}",
      copy.source,
      formatNumber(copy.pages.length),
      formatDate(copy.imported),
    );
    const label = name ?? copy.guideline;
    return escapeItem({ label, detail, copy, name: label });
  });
  if (typeof wanted === "string") return items.find(({ copy }) => copy.guideline === wanted);
  return vscode.window.showQuickPick(items, { title: vscode.l10n.t("Imported Guidelines"), placeHolder });
}

/** Lists the copies, and opens the one that the user selects. */
export async function showImported(client: Client, copies: StoredCopies): Promise<void> {
  const picked = await pickCopy(client, copies, vscode.l10n.t("Select one to see its topics"));
  if (picked) await vscode.commands.executeCommand(commands.findGuideline, picked.name);
}

/** Makes a copy that of another guideline. Resolves to its ID; undefined if nothing was changed. */
export async function changeImported(
  client: Client,
  copies: StoredCopies,
  wanted: unknown,
  to: unknown,
): Promise<string | undefined> {
  const placeHolder = vscode.l10n.t("Select the copy that is another guideline");
  const picked = await pickCopy(client, copies, placeHolder, wanted);
  if (!picked) return undefined;
  const { copy } = picked;
  const stored = await copies.current();
  const document = { ...copy, headings: copy.headings ?? [] };
  const choice = await chooseGuideline(client, document, stored, copy, to);
  if (choice === "noAnswer") return void showError(vscode.l10n.t("The language server didn't respond."));
  if (!choice) return undefined;
  const { guideline, own } = choice;
  const replaced = stored.find((one) => one.guideline === guideline && one.guideline !== copy.guideline);
  if (replaced && !(await confirmReplacing(choice.name, replaced))) return undefined;
  try {
    const undo = await replaceCopy(copies, copy, { ...copy, guideline, own });
    void offerUndo(vscode.l10n.t("“{0}” is now {1}.", copy.source, choice.name), undo);
    return guideline;
  } catch {
    return void showError(vscode.l10n.t("The copy couldn't be changed."));
  }
}

function confirmReplacing(name: string, { source, imported }: GuidelineCopy): Promise<boolean> {
  const question = vscode.l10n.t("There's a copy of {0} already.", name);
  const detail = vscode.l10n.t("“{0}”, imported {1}, would be replaced.", source, formatDate(imported));
  return askToConfirm(question, detail, vscode.l10n.t("Replace"));
}

const confirmRemoving = ({ name }: CopyItem): Promise<boolean> =>
  askToConfirm(
    vscode.l10n.t("Remove your copy of {0}?", name),
    vscode.l10n.t(
      "Letters that cite it no longer show its text. The file that you imported stays where it is.",
    ),
    vscode.l10n.t("Remove"),
  );

/** Asks first, unless the caller says which one to remove. */
export async function removeImported(client: Client, copies: StoredCopies, wanted: unknown): Promise<void> {
  const placeHolder = vscode.l10n.t("Select the guideline to remove");
  const picked = await pickCopy(client, copies, placeHolder, wanted);
  if (!picked) return;
  if (wanted === undefined && !(await confirmRemoving(picked))) return;
  try {
    await copies.remove(picked.copy.guideline);
    const message = vscode.l10n.t("Your copy of {0} was removed.", picked.name);
    void offerUndo(message, () => copies.save(picked.copy));
  } catch {
    void showError(vscode.l10n.t("The copy couldn't be removed."));
  }
}

async function offerUndo(message: string, undo: () => Promise<void>): Promise<void> {
  const takeBack = vscode.l10n.t("Undo");
  if ((await showInformation(message, takeBack)) !== takeBack) return;
  try {
    await undo();
  } catch {
    void showError(vscode.l10n.t("This couldn't be undone. Import the file again."));
  }
}
