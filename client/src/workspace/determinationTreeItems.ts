/** The tree items of determinations in the references view, and the message above them. */
import * as vscode from "vscode";
import { issueRowContext } from "../constants.ts";
import { fileOfAddress } from "../documents/letterUri.ts";
import { decisionOf } from "../issues/issueLabels.ts";
import { shorten } from "../issues/issuePositions.ts";
import { formatDate } from "../util/formatDate.ts";
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

/** If there are more letters than this, they're shown collapsed. */
const maxExpandedLetters = 50;

export const decisionIcons: Readonly<Record<DecisionKind, string>> = {
  upheld: "circle-slash",
  overturned: "pass",
  other: "question",
  undecided: "circle-large-outline",
};

/** "CM15-0990101", or the file name if the letter has no case number. */
export const nameOfLetter = ({ caseNumber, uri }: LetterRow): string =>
  caseNumber ?? letterName("", fileOfAddress(uri).path);

/** "12/05/2016 · Family Medicine · letters/CM15-0990101.txt" */
const dateAndPath = ({ day, specialty, uri }: LetterRow): string =>
  [
    ...(day === undefined ? [] : [formatDate(day)]),
    ...(specialty === undefined ? [] : [specialty]),
    vscode.workspace.asRelativePath(fileOfAddress(uri)),
  ].join(" · ");

/** The reviewer's credentials, the days between the dates, and the last day to appeal, one line each. */
function detailsOf({ specialty, states, days }: LetterRow): readonly string[] {
  const { daysInjuryToDenial, daysDenialToApplication, daysApplicationToDecision, lastDayToAppeal } = days;
  const between = [
    ...(daysInjuryToDenial === null
      ? []
      : [vscode.l10n.t("injury to denial: {0}", formatNumber(daysInjuryToDenial))]),
    ...(daysDenialToApplication === null
      ? []
      : [vscode.l10n.t("denial to application: {0}", formatNumber(daysDenialToApplication))]),
    ...(daysApplicationToDecision === null
      ? []
      : [vscode.l10n.t("application to decision: {0}", formatNumber(daysApplicationToDecision))]),
  ];
  return [
    ...(specialty === undefined ? [] : [vscode.l10n.t("Specialty: {0}", specialty)]),
    ...(states.length === 0 ? [] : [vscode.l10n.t("Licensed in: {0}", states.join(", "))]),
    ...(between.length === 0 ? [] : [vscode.l10n.t("Days from {0}", between.join("; "))]),
    ...(lastDayToAppeal === null
      ? []
      : [
          vscode.l10n.t(
            "Appeal until {0}, if mailed on the day of the decision",
            formatDate(lastDayToAppeal),
          ),
        ]),
  ];
}

/** "Overturned" */
export const decisionIn = ({ decision }: Pick<IssueRow, "decision">): string =>
  decisionOf({ decision: decision ?? undefined, missing: [] });

export function toTreeItem(row: DeterminationRow, letters: number): vscode.TreeItem {
  return row.kind === "letter" ? drawLetter(row, letters <= maxExpandedLetters) : drawIssue(row);
}

function drawLetter(letter: LetterRow, isOpen: boolean): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(nameOfLetter(letter), isOpen ? Expanded : Collapsed);
  item.description = dateAndPath(letter);
  item.iconPath = new vscode.ThemeIcon("law");
  item.tooltip = [nameOfLetter(letter), item.description, ...detailsOf(letter)].join("\n");
  item.contextValue = "imr-determination-letter";
  return item;
}

function drawIssue(issue: IssueRow): vscode.TreeItem {
  const words = `${decisionIn(issue)} · ${issue.treatment}`;
  const item = new vscode.TreeItem(shorten(words));
  item.iconPath = new vscode.ThemeIcon(decisionIcons[kindOf(issue)]);
  item.tooltip = words;
  item.contextValue = issueRowContext;
  const { start } = toRange(issue.heading);
  const selection = new vscode.Range(start, start);
  item.command = {
    command: "vscode.open",
    title: vscode.l10n.t("Go to Location"),
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
    ...(other > 0 ? [vscode.l10n.t("{0} with other decisions", formatNumber(other))] : []),
    ...(undecided > 0 ? [vscode.l10n.t("{0} without a decision", formatNumber(undecided))] : []),
  ].join(", ");
  const sum =
    letters.length === 1
      ? vscode.l10n.t("{0} in 1 letter", parts)
      : vscode.l10n.t("{0} in {1} letters", parts, formatNumber(letters.length));
  return isComplete
    ? sum
    : vscode.l10n.t("{0}. Letters are still being read. Search again in a moment.", sum);
}
