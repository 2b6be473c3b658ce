/** The tree items of the Issues view: label, icon, tooltip, and text for screen readers. */
import * as vscode from "vscode";
import { type RevealArguments, revealCommand } from "../../../server/src/protocol/extensions.ts";
import { toRange } from "../util/ranges.ts";
import { capitalized, countProblems, decisionOf, stateOf } from "./issueLabels.ts";
import { shorten } from "./issuePositions.ts";
import type {
  DetailNode,
  ElementNode,
  FindingNode,
  IssueNode,
  IssueTreeNode,
  LetterNode,
  Severity,
  State,
} from "./issueTree.ts";

/** With a longer treatment, the decision next to it isn't visible in a side bar of the usual width. */
const maxTreatmentLength = 42;
const maxMessageLength = 200;
const maxTooltipLength = 400;

/** The tree item for a node of the letter with this URI. Elements get their tooltip when it's requested: `tooltipOf`. */
export function toTreeItem(node: IssueTreeNode, uri: vscode.Uri): vscode.TreeItem {
  const row = draw(node);
  row.id = node.id;
  const range = node.kind === "issue" ? node.issue.heading : node.kind === "letter" ? undefined : node.range;
  if (range) {
    const target: RevealArguments = [uri.toString(), range];
    row.command = { command: revealCommand, title: vscode.l10n.t("Go to Location"), arguments: [...target] };
  }
  return row;
}

function draw(node: IssueTreeNode): vscode.TreeItem {
  switch (node.kind) {
    case "issue":
      return issueRow(node);
    case "element":
      return elementRow(node);
    case "detail":
      return detailRow(node);
    case "finding":
      return findingRow(node);
    case "letter":
      return letterRow(node);
  }
}

/** Issues and elements share their icons: a circle with or without a check mark. Triangles are only for warnings. */
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
  const label = `${number}. ${shorten(issue.treatment, maxTreatmentLength)}`;
  const row = new vscode.TreeItem(label, collapsible(isOpen, children));
  // "No decision" already shows that one element is missing.
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
  // The tooltip also describes the icon in words.
  const found = children.filter(({ kind }) => kind === "finding").length;
  const findings = found > 0 && issue.missing.length > 0 ? [countProblems(found)] : [];
  const words = stateOf(issue, found);
  row.tooltip = [issue.treatment, decisionOf(issue), words, ...findings].join("\n");
  const spoken = [issue.treatment, decisionOf(issue), words.toLowerCase(), ...findings].join(", ");
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

function detailRow({ label, value }: DetailNode): vscode.TreeItem {
  const row = new vscode.TreeItem(label);
  const words = shorten(value.replace(/\s+/g, " ").trim(), maxMessageLength);
  row.description = words === "" ? vscode.l10n.t("missing") : words;
  row.iconPath = words === "" ? missingIcon : presentIcon;
  row.accessibilityInformation = { label: `${label}, ${row.description}` };
  return row;
}

function findingRow({ message, rule, severity }: FindingNode): vscode.TreeItem {
  const words = message.replace(/\s+/g, " ").trim();
  const row = new vscode.TreeItem(shorten(words, maxMessageLength));
  row.description = rule;
  row.iconPath = severityIcons[severity];
  row.tooltip = `${message}\n${rule}`;
  row.accessibilityInformation = { label: `${severityLabel(severity)}: ${words}` };
  return row;
}

/** The tooltip of an element: the letter's text at its position. */
export function tooltipOf({ words, present, range }: ElementNode, document: vscode.TextDocument): string {
  if (!present) return vscode.l10n.t("{0}: missing", capitalized(words));
  return shorten(document.getText(toRange(range)).replace(/\s+/g, " ").trim(), maxTooltipLength);
}

function severityLabel(severity: Severity): string {
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
  const found = children.filter(({ kind }) => kind === "finding").length;
  row.description = found > 0 ? countProblems(found) : vscode.l10n.t("Case details");
  row.iconPath =
    state === "warned" ? stateIcons.warned : found > 0 ? severityIcons.information : stateIcons.sound;
  row.tooltip = vscode.l10n.t("Case details, and problems outside of all issues");
  row.accessibilityInformation = { label: vscode.l10n.t("Letter as a whole, {0}", row.description) };
  return row;
}

function collapsible(isOpen: boolean, children: readonly unknown[]): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  return isOpen ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}
