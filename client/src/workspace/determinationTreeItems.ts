/** How rows of determinations look, and what is said above them. */
import * as vscode from "vscode";
import { issueRowContext } from "../constants.ts";
import { decisionOf } from "../issues/issueLabels.ts";
import { shorten } from "../issues/issuePositions.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { letterName } from "../util/letterName.ts";
import { toRange } from "../util/ranges.ts";
import {
  countDecisions,
  type DecisionKind,
  type DeterminationRow,
  type Determinations,
  type IssueRow,
  kindOf,
  type LetterRow,
} from "./determinationTree.ts";

/** More letters than this are shown closed. */
const mostOpen = 50;

const icons: Readonly<Record<DecisionKind, string>> = {
  upheld: "circle-slash",
  overturned: "pass",
  other: "question",
  undecided: "circle-large-outline",
};

/** "CM15-0990101", or the file's name where the letter has no number. */
export const nameOfLetter = ({ caseNumber, uri }: LetterRow): string =>
  caseNumber ?? letterName("", vscode.Uri.parse(uri).path);

/** "2016-12-05 · letters/CM15-0990101.txt" */
const whereIs = ({ day, uri }: LetterRow): string =>
  [...(day === undefined ? [] : [day]), vscode.workspace.asRelativePath(vscode.Uri.parse(uri))].join(" · ");

/** "Overturned" */
export const decisionIn = ({ decision }: Pick<IssueRow, "decision">): string =>
  decisionOf({ decision: decision ?? undefined, missing: [] });

export function toTreeItem(row: DeterminationRow, letters: number): vscode.TreeItem {
  return row.kind === "letter" ? drawLetter(row, letters <= mostOpen) : drawIssue(row);
}

function drawLetter(letter: LetterRow, isOpen: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(nameOfLetter(letter), isOpen ? Expanded : Collapsed);
  item.description = whereIs(letter);
  item.iconPath = new vscode.ThemeIcon("law");
  item.tooltip = `${nameOfLetter(letter)}\n${whereIs(letter)}`;
  item.contextValue = "imr-letter-determining";
  return item;
}

function drawIssue(issue: IssueRow): vscode.TreeItem {
  const words = `${decisionIn(issue)} · ${issue.treatment}`;
  const item = new vscode.TreeItem(shorten(words));
  item.iconPath = new vscode.ThemeIcon(icons[kindOf(issue)]);
  item.tooltip = words;
  item.contextValue = issueRowContext;
  const { start } = toRange(issue.heading);
  const selection = new vscode.Range(start, start);
  item.command = {
    command: "vscode.open",
    title: vscode.l10n.t("Go There"),
    arguments: [vscode.Uri.parse(issue.letter.uri), { selection }],
  };
  return item;
}

/** "14 upheld, 2 overturned in 12 letters" */
export function summaryOf({ letters, isComplete }: Determinations): string {
  const { upheld, overturned, other, undecided } = countDecisions(letters);
  const parts = [
    ...(upheld > 0 ? [vscode.l10n.t("{0} upheld", formatNumber(upheld))] : []),
    ...(overturned > 0 ? [vscode.l10n.t("{0} overturned", formatNumber(overturned))] : []),
    ...(other > 0 ? [vscode.l10n.t("{0} decided otherwise", formatNumber(other))] : []),
    ...(undecided > 0 ? [vscode.l10n.t("{0} without a decision", formatNumber(undecided))] : []),
  ].join(", ");
  const sum =
    letters.length === 1
      ? vscode.l10n.t("{0} in 1 letter", parts)
      : vscode.l10n.t("{0} in {1} letters", parts, formatNumber(letters.length));
  return isComplete
    ? sum
    : vscode.l10n.t("{0}. Letters are still being read: search again in a moment.", sum);
}
