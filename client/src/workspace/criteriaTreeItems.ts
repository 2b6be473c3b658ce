/** The tree items of criteria in the references view, and the message above them. */
import * as vscode from "vscode";
import { fileOfAddress } from "../documents/letterUri.ts";
import { formatDate } from "../util/formatDate.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { letterName } from "../util/letterName.ts";
import { toRange } from "../util/ranges.ts";
import {
  type CriteriaRow,
  countLetters,
  type GroupRow,
  type SentenceRow,
  type StatingRow,
} from "./criteriaTree.ts";
import type { DecisionKind } from "./determinationTree.ts";
import { decisionIcons } from "./determinationTreeItems.ts";

/** If there are more letters than this, they're shown collapsed. */
const maxExpandedLetters = 50;

export function toCriteriaItem(row: CriteriaRow, letters: number): vscode.TreeItem {
  switch (row.kind) {
    case "group":
      return drawGroup(row);
    case "stating":
      return drawStating(row, letters <= maxExpandedLetters);
    case "sentence":
      return drawSentence(row);
  }
}

function drawGroup({ decision, edition, issues }: GroupRow): vscode.TreeItem {
  const item = new vscode.TreeItem(namesOfDecisions()[decision], vscode.TreeItemCollapsibleState.Expanded);
  item.description = [...(edition === undefined ? [] : [edition]), countInWords(countLetters(issues))].join(
    " · ",
  );
  item.iconPath = new vscode.ThemeIcon(decisionIcons[decision]);
  return item;
}

function drawStating(row: StatingRow, isOpen: boolean): vscode.TreeItem {
  const { uri, caseNumber, day, treatment, sentences } = row;
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const file = fileOfAddress(uri);
  const item = new vscode.TreeItem(caseNumber ?? letterName("", file.path), isOpen ? Expanded : Collapsed);
  item.description = [...(day === undefined ? [] : [formatDate(day)]), treatment].join(" · ");
  item.iconPath = new vscode.ThemeIcon("law");
  item.tooltip = `${item.label}\n${item.description}\n${vscode.workspace.asRelativePath(file)}`;
  if (sentences[0]) item.command = opening(sentences[0]);
  return item;
}

function drawSentence(row: SentenceRow): vscode.TreeItem {
  const item = new vscode.TreeItem(row.text);
  item.tooltip = row.text;
  item.command = opening(row);
  return item;
}

const opening = ({ stating, range }: SentenceRow): vscode.Command => ({
  command: "vscode.open",
  title: vscode.l10n.t("Go to Location"),
  arguments: [vscode.Uri.parse(stating.uri), { selection: toRange(range) }],
});

const namesOfDecisions = (): Readonly<Record<DecisionKind, string>> => ({
  upheld: vscode.l10n.t("Upheld"),
  overturned: vscode.l10n.t("Overturned"),
  other: vscode.l10n.t("Other Decisions"),
  undecided: vscode.l10n.t("No Decision"),
});

const countInWords = (letters: number): string =>
  letters === 1 ? vscode.l10n.t("1 letter") : vscode.l10n.t("{0} letters", formatNumber(letters));

/** "14 letters, 3 of other editions" */
export function criteriaSummary(groups: readonly GroupRow[], isComplete: boolean): string {
  const count = (isWanted: (group: GroupRow) => boolean): number =>
    countLetters(groups.filter(isWanted).flatMap(({ issues }) => issues));
  const same = count(({ edition }) => edition === undefined);
  const others = count(({ edition }) => edition !== undefined);
  const sum =
    others === 0
      ? countInWords(same)
      : vscode.l10n.t("{0}, and {1} of other editions", countInWords(same), countInWords(others));
  return isComplete ? sum : vscode.l10n.t("{0}. The search was canceled before the end.", sum);
}
