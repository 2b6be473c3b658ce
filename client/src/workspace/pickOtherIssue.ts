/** The list of issues that one can be compared with: those on the same treatment first, then all others, by letter. */
import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";
import type { LetterClient } from "../languageClient.ts";
import { letterName } from "../util/letterName.ts";
import { escapeItem, escapeMessage, showStatusMessage } from "../util/messages.ts";
import { placeOf } from "./determinationTree.ts";
import { decisionIn, nameOfLetter } from "./determinationTreeItems.ts";
import { determinationsOn } from "./findDeterminations.ts";
import { type IssueLocation, isSameLine } from "./issueLocation.ts";

/** What is typed is looked for once the typing pauses, in milliseconds. */
const pause = 150;

interface PlaceItem extends vscode.QuickPickItem {
  /** Undefined for the line above a group. */
  readonly place?: IssueLocation;
}

/** What the server answers to `workspace/symbol`. */
interface IssueSymbol {
  readonly name: string;
  readonly containerName?: string | null;
  readonly location: { readonly uri: string; readonly range?: Range };
}

type Asking = Pick<LetterClient, "ask">;

/**
 * The server finds what is typed among all letters, however many: the list itself holds the first of them only.
 * Undefined where the user turns away, or there is no other issue.
 */
export async function pickOtherIssue(client: Asking, own: IssueLocation): Promise<IssueLocation | undefined> {
  const same = await onSameTreatment(client, own);
  const taken = [own, ...same.flatMap(({ place }) => place ?? [])];
  const itemsFor = async (query: string) => [...same, ...(await otherIssues(client, taken, query))];
  const items = await itemsFor("");
  if (items.length === 0) {
    showStatusMessage(vscode.l10n.t("There is no other issue to compare with"));
    return undefined;
  }
  const picker = vscode.window.createQuickPick<PlaceItem>();
  picker.title = vscode.l10n.t("IMR: Compare Rationales");
  picker.placeholder = vscode.l10n.t("Type a treatment, a decision or a case number");
  picker.matchOnDescription = true;
  picker.items = items;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  picker.onDidChangeValue((query) => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const found = await itemsFor(query);
      if (picker.value === query) picker.items = found;
    }, pause);
  });
  const picked = await new Promise<PlaceItem | undefined>((resolve) => {
    picker.onDidAccept(() => resolve(picker.selectedItems[0]));
    picker.onDidHide(() => resolve(undefined));
    picker.show();
  });
  clearTimeout(waiting);
  picker.dispose();
  return picked?.place;
}

async function onSameTreatment(client: Asking, own: IssueLocation): Promise<readonly PlaceItem[]> {
  const found = await determinationsOn(client, own.uri, own.position);
  const items = (found?.letters ?? []).flatMap((letter) =>
    letter.issues
      .map((issue) =>
        escapeItem({
          label: issue.treatment,
          description: [decisionIn(issue), nameOfLetter(letter), ...(letter.day ? [letter.day] : [])].join(
            " · ",
          ),
          place: placeOf(issue),
        }),
      )
      .filter(({ place }) => !isSameLine(place, own)),
  );
  return items.length > 0 ? [line(vscode.l10n.t("Same treatment")), ...items] : [];
}

async function otherIssues(
  client: Asking,
  taken: readonly IssueLocation[],
  query: string,
): Promise<readonly PlaceItem[]> {
  const symbols = (await client.ask<readonly IssueSymbol[] | null>("workspace/symbol", { query })) ?? [];
  return [...grouped(symbols)].flatMap(([uri, all]) => {
    const items = all.flatMap(({ name, containerName, location: { range } }) => {
      const place = range && { uri, position: range.start };
      if (!place || taken.some((one) => isSameLine(one, place))) return [];
      // What the server finds by more than the name, the list would leave out again.
      const description = containerName ?? nameOfFile(uri);
      return [escapeItem({ label: name, description, place, alwaysShow: query !== "" })];
    });
    return items.length > 0 ? [line(vscode.workspace.asRelativePath(vscode.Uri.parse(uri))), ...items] : [];
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

const nameOfFile = (uri: string): string => letterName("", vscode.Uri.parse(uri).path);

const line = (label: string): PlaceItem => ({
  label: escapeMessage(label),
  kind: vscode.QuickPickItemKind.Separator,
});
