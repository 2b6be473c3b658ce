/** The list of issues to compare one with: those on the same treatment first, then all others, by letter. */
import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";
import { fileOfAddress } from "../documents/letterUri.ts";
import type { LetterClient } from "../languageClient.ts";
import { formatDate } from "../util/formatDate.ts";
import { letterName } from "../util/letterName.ts";
import { escapeItem, escapeMessage, showStatusMessage } from "../util/messages.ts";
import { locationOf } from "./determinationTree.ts";
import { decisionIn, nameOfLetter } from "./determinationTreeItems.ts";
import { determinationsOn } from "./findDeterminations.ts";
import { type IssueLocation, isSameLine } from "./issueLocation.ts";

/** The search starts when the user stops typing for this long. */
const typingDelayMs = 150;

interface LocationItem extends vscode.QuickPickItem {
  /** Undefined for the separator above a group. */
  readonly location?: IssueLocation;
}

/** The server's response to `workspace/symbol`. */
interface IssueSymbol {
  readonly name: string;
  readonly containerName?: string | null;
  readonly location: { readonly uri: string; readonly range?: Range };
}

type Client = Pick<LetterClient, "sendRequest">;

/**
 * Asks for another issue. The server searches all letters for what the user types, because the list contains only the
 * first of them. Undefined if the user cancels, or there is no other issue.
 */
export async function pickOtherIssue(client: Client, own: IssueLocation): Promise<IssueLocation | undefined> {
  const same = await onSameTreatment(client, own);
  const taken = [own, ...same.flatMap(({ location }) => location ?? [])];
  const itemsFor = async (query: string) => [...same, ...(await otherIssues(client, taken, query))];
  const items = await itemsFor("");
  if (items.length === 0) {
    showStatusMessage(vscode.l10n.t("There is no other issue to compare with."));
    return undefined;
  }
  const picker = vscode.window.createQuickPick<LocationItem>();
  picker.title = vscode.l10n.t("IMR: Compare Rationales");
  picker.placeholder = vscode.l10n.t("Type a treatment, decision, or case number");
  picker.matchOnDescription = true;
  picker.items = items;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  picker.onDidChangeValue((query) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const found = await itemsFor(query);
      if (picker.value === query) picker.items = found;
    }, typingDelayMs);
  });
  const picked = await new Promise<LocationItem | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  clearTimeout(waiting);
  picker.dispose();
  return picked?.location;
}

async function onSameTreatment(client: Client, own: IssueLocation): Promise<readonly LocationItem[]> {
  const found = await determinationsOn(client, own.uri, own.position);
  const items = (found?.letters ?? []).flatMap((letter) =>
    letter.issues
      .map((issue) =>
        escapeItem({
          label: issue.treatment,
          description: [
            decisionIn(issue),
            nameOfLetter(letter),
            ...(letter.day ? [formatDate(letter.day)] : []),
          ].join(" · "),
          location: locationOf(issue),
        }),
      )
      .filter(({ location }) => !isSameLine(location, own)),
  );
  return items.length > 0 ? [separator(vscode.l10n.t("Same treatment")), ...items] : [];
}

async function otherIssues(
  client: Client,
  taken: readonly IssueLocation[],
  query: string,
): Promise<readonly LocationItem[]> {
  const symbols =
    (await client.sendRequest<readonly IssueSymbol[] | null>("workspace/symbol", { query })) ?? [];
  return [...grouped(symbols)].flatMap(([uri, all]) => {
    const items = all.flatMap(({ name, containerName, location: { range } }) => {
      const location = range && { uri, position: range.start };
      if (!location || taken.some((one) => isSameLine(one, location))) return [];
      // The server matches more than the name, so `alwaysShow` keeps the list from filtering its results.
      const description = containerName ?? nameOfFile(uri);
      return [escapeItem({ label: name, description, location, alwaysShow: query !== "" })];
    });
    return items.length > 0 ? [separator(vscode.workspace.asRelativePath(fileOfAddress(uri))), ...items] : [];
  });
}

function grouped(symbols: readonly IssueSymbol[]): ReadonlyMap<string, readonly IssueSymbol[]> {
  const byLetter = new Map<string, IssueSymbol[]>();
  for (const symbol of symbols) {
    const own = byLetter.get(symbol.location.uri);
    if (own) own.push(symbol);
    else byLetter.set(symbol.location.uri, [symbol]);
  }
  return byLetter;
}

const nameOfFile = (uri: string): string => letterName("", fileOfAddress(uri).path);

const separator = (label: string): LocationItem => ({
  label: escapeMessage(label),
  kind: vscode.QuickPickItemKind.Separator,
});
