/** A row of the issues view as VS Code draws it: words, icon, tip, and what a screen reader says. */
import * as vscode from "vscode";
import { type RevealArguments, revealCommand } from "../../../server/src/protocol/extensions.ts";
import { toRange } from "../util/ranges.ts";
import { capitalized, decisionOf, stateOf } from "./issueLabels.ts";
import { shorten } from "./issuePositions.ts";
import type {
  ElementNode,
  FindingNode,
  IssueNode,
  IssueTreeNode,
  LetterNode,
  Severity,
  State,
} from "./issueTree.ts";

/** A decision beside this many letters is still to be seen in a side bar of the usual width. */
const longestTreatment = 42;
const longestMessage = 200;
const longestTip = 400;

/** The row for a node of the letter with this uri. Elements get their tip when it is asked for: `tipOf`. */
export function toTreeItem(node: IssueTreeNode, uri: vscode.Uri): vscode.TreeItem {
  const row = draw(node);
  row.id = node.id;
  const range = node.kind === "issue" ? node.issue.heading : node.kind === "letter" ? undefined : node.range;
  if (range) {
    const target: RevealArguments = [uri.toString(), range];
    row.command = { command: revealCommand, title: vscode.l10n.t("Go There"), arguments: [...target] };
  }
  return row;
}

function draw(node: IssueTreeNode): vscode.TreeItem {
  switch (node.kind) {
    case "issue":
      return issueRow(node);
    case "element":
      return elementRow(node);
    case "finding":
      return findingRow(node);
    case "letter":
      return letterRow(node);
  }
}

/** Issues and elements share their marks: a circle that is ticked, or still open. Triangles are for warnings only. */
const stateIcons: Readonly<Record<State, vscode.ThemeIcon>> = {
  sound: new vscode.ThemeIcon("pass", new vscode.ThemeColor("testing.iconPassed")),
  incomplete: new vscode.ThemeIcon("circle-large-outline", new vscode.ThemeColor("list.warningForeground")),
  warned: new vscode.ThemeIcon("warning", new vscode.ThemeColor("list.warningForeground")),
};

const presentIcon = new vscode.ThemeIcon("check", new vscode.ThemeColor("testing.iconPassed"));
const missingIcon = stateIcons.incomplete;

const severityIcons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: new vscode.ThemeIcon("error", new vscode.ThemeColor("list.errorForeground")),
  warning: stateIcons.warned,
  information: new vscode.ThemeIcon("info", new vscode.ThemeColor("problemsInfoIcon.foreground")),
  hint: new vscode.ThemeIcon("lightbulb", new vscode.ThemeColor("editorLightBulb.foreground")),
};

function issueRow({ number, of, issue, state, isOpen, children }: IssueNode): vscode.TreeItem {
  const label = `${number}. ${shorten(issue.treatment, longestTreatment)}`;
  const row = new vscode.TreeItem(label, collapsible(isOpen, children));
  // "No decision" says already that one thing is missing.
  const missing = issue.missing.filter(
    (words) => issue.decision !== undefined || words !== "decision",
  ).length;
  row.description =
    missing === 0
      ? decisionOf(issue)
      : issue.decision === undefined
        ? vscode.l10n.t("{0} · {1} more missing", decisionOf(issue), missing)
        : vscode.l10n.t("{0} · {1} missing", decisionOf(issue), missing);
  row.iconPath = stateIcons[state];
  // What the icon says, said in words too.
  const found = children.filter(({ kind }) => kind === "finding").length;
  const findings = found > 0 ? [countFindings(found)] : [];
  row.tooltip = [issue.treatment, decisionOf(issue), stateOf(issue), ...findings].join("\n");
  const spoken = [issue.treatment, decisionOf(issue), stateOf(issue).toLowerCase(), ...findings].join(", ");
  row.accessibilityInformation = { label: vscode.l10n.t("Issue {0} of {1}, {2}", number, of, spoken) };
  return row;
}

function elementRow({ words, present, says }: ElementNode): vscode.TreeItem {
  const row = new vscode.TreeItem(capitalized(words));
  row.description = present ? says : vscode.l10n.t("missing");
  row.iconPath = present ? presentIcon : missingIcon;
  row.accessibilityInformation = {
    label: `${capitalized(words)}, ${row.description ?? vscode.l10n.t("present")}`,
  };
  return row;
}

function findingRow({ message, rule, severity }: FindingNode): vscode.TreeItem {
  const words = message.replace(/\s+/g, " ").trim();
  const row = new vscode.TreeItem(shorten(words, longestMessage));
  row.description = rule;
  row.iconPath = severityIcons[severity];
  row.tooltip = `${message}\n${rule}`;
  row.accessibilityInformation = { label: `${severityWords(severity)}: ${words}` };
  return row;
}

/** What an element's row says when it is asked: the letter's own words at its place. */
export function tooltipOf({ words, present, range }: ElementNode, document: vscode.TextDocument): string {
  if (!present) return vscode.l10n.t("{0}: missing", capitalized(words));
  return shorten(document.getText(toRange(range)).replace(/\s+/g, " ").trim(), longestTip);
}

function severityWords(severity: Severity): string {
  switch (severity) {
    case "error":
      return vscode.l10n.t("Error");
    case "warning":
      return vscode.l10n.t("Warning");
    case "information":
      return vscode.l10n.t("Information");
    case "hint":
      return vscode.l10n.t("Hint");
  }
}

function letterRow({ state, isOpen, children }: LetterNode): vscode.TreeItem {
  const row = new vscode.TreeItem(vscode.l10n.t("Letter"), collapsible(isOpen, children));
  row.description = countFindings(children.length);
  row.iconPath = state === "warned" ? stateIcons.warned : severityIcons.information;
  row.tooltip = vscode.l10n.t("Found outside all issues");
  row.accessibilityInformation = { label: vscode.l10n.t("Letter as a whole, {0}", row.description) };
  return row;
}

const countFindings = (count: number): string =>
  count === 1 ? vscode.l10n.t("1 finding") : vscode.l10n.t("{0} findings", count);

function collapsible(isOpen: boolean, children: readonly unknown[]): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
