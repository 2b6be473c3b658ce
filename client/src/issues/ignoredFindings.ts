/**
 * Findings that the user ignores. They are kept in the workspace's storage, not in the letter: for each document, the rule
 * and a digest of the text around the finding. No text of the letter is stored.
 */
import * as vscode from "vscode";
import type { IgnoreArguments } from "../../../server/src/protocol/extensions.ts";
import { ignoreCommand } from "../../../server/src/protocol/extensions.ts";
import { commands } from "../constants.ts";
import { fileOfAddress } from "../documents/letterUri.ts";
import type { LetterClient } from "../languageClient.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { askToConfirm, escapeItem, showInformation } from "../util/messages.ts";

interface Ignored {
  readonly uri: string;
  readonly rule: string;
  readonly key: string;
}

const storageKey = "imr.ignored";

const confirmClearing = (count: number): Promise<boolean> =>
  askToConfirm(
    count === 1
      ? vscode.l10n.t("Restore the ignored problem of this workspace?")
      : vscode.l10n.t("Restore all {0} ignored problems of this workspace?", formatNumber(count)),
    vscode.l10n.t("They're shown again in all letters. Lines such as “%% imr-ignore” in letters stay."),
    vscode.l10n.t("Restore"),
  );

/** Registers the commands to ignore findings and to show ignored ones, and sends these to the server. */
export function registerIgnored(client: LetterClient, storage: vscode.Memento): vscode.Disposable {
  const all = () => storage.get<readonly Ignored[]>(storageKey, []);

  async function store(next: readonly Ignored[], changed: readonly string[]): Promise<void> {
    await storage.update(storageKey, next);
    for (const uri of new Set(changed)) await send(uri);
  }
  async function send(uri: string): Promise<void> {
    const keys = all().flatMap((one) => (one.uri === uri ? [one.key] : []));
    await client.sendIgnored({ uri, keys });
  }

  /** Shows what was done with an Undo button, without waiting for an answer. */
  function offerUndo(message: string, before: readonly Ignored[], changed: readonly string[]): void {
    const undo = vscode.l10n.t("Undo");
    showInformation(message, undo).then((answer) => {
      if (answer === undo) void store(before, changed);
    });
  }

  async function ignore(...[uri, rule, key]: IgnoreArguments): Promise<void> {
    const before = all();
    await store([...before, { uri, rule, key }], [uri]);
    offerUndo(vscode.l10n.t("Ignored here: {0}.", rule), before, [uri]);
  }

  async function show(): Promise<void> {
    const items = all().map((one) =>
      escapeItem({
        label: one.rule,
        description: vscode.workspace.asRelativePath(fileOfAddress(one.uri)),
        picked: true,
        one,
      }),
    );
    if (items.length === 0) {
      void showInformation(vscode.l10n.t("No problems are ignored in this workspace."));
      return;
    }
    const kept = await vscode.window.showQuickPick(items, {
      canPickMany: true,
      title: vscode.l10n.t("IMR: Ignored Problems"),
      placeHolder: vscode.l10n.t("Clear the check boxes of problems to show again"),
    });
    if (!kept) return;
    const next = kept.map((item) => item.one);
    const before = all();
    const changed = before.filter((one) => !next.includes(one)).map((one) => one.uri);
    await store(next, changed);
    if (changed.length === 0) return;
    const message =
      changed.length === 1
        ? vscode.l10n.t("1 ignored problem was restored.")
        : vscode.l10n.t("{0} ignored problems were restored.", formatNumber(changed.length));
    offerUndo(message, before, changed);
  }

  /** Asks first, unless `isConfirmed` is true. */
  async function clear(isConfirmed?: unknown): Promise<void> {
    const before = all();
    if (before.length === 0)
      return void showInformation(vscode.l10n.t("No problems are ignored in this workspace."));
    if (isConfirmed !== true && !(await confirmClearing(before.length))) return;
    const changed = before.map((one) => one.uri);
    await store([], changed);
    offerUndo(vscode.l10n.t("All ignored problems were restored."), before, changed);
  }

  /** A renamed letter keeps its ignored findings. */
  async function rename({ files }: vscode.FileRenameEvent): Promise<void> {
    const renamed = new Map(files.map((file) => [file.oldUri.toString(), file.newUri.toString()]));
    const next = all().map((one) => ({ ...one, uri: renamed.get(one.uri) ?? one.uri }));
    await store(next, [...renamed.values()]);
  }

  /** Includes letters that aren't open, because the server reviews all letters of the workspace. */
  function sendAll(): void {
    for (const uri of new Set(all().map((one) => one.uri))) void send(uri);
  }
  return vscode.Disposable.from(
    vscode.commands.registerCommand(ignoreCommand, ignore),
    vscode.commands.registerCommand(commands.showIgnored, show),
    vscode.commands.registerCommand(commands.clearIgnored, clear),
    client.onDidStart(sendAll),
    vscode.workspace.onDidRenameFiles((event) => void rename(event)),
  );
}
