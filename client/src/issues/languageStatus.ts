/** The language status item (the braces next to the language mode): the letter's format, and what is missing. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { commands, languageId } from "../constants.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { escapeMessage } from "../util/messages.ts";
import type { ActiveLetterTracker } from "./activeLetter.ts";
import { diagnosticsOf } from "./findings.ts";
import { countIncomplete, countIssues, countProblems, emptyReason } from "./issueLabels.ts";
import { incompleteIssues } from "./issuePositions.ts";
import { isProblem } from "./issueTree.ts";

export function showLanguageStatus(letters: ActiveLetterTracker): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("imr.letter", { language: languageId });
  item.name = vscode.l10n.t("IMR Letter");

  function show(): void {
    const overview = letters.current?.overview;
    const uri = letters.current?.document.uri;
    const problems = uri ? diagnosticsOf(uri).filter(isProblem).length : 0;
    item.busy = letters.current !== undefined && overview === undefined;
    item.text = escapeMessage(formatOf(overview));
    item.detail = overview ? escapeMessage(detailOf(overview, problems)) : undefined;
    item.severity = needsAttention(overview)
      ? vscode.LanguageStatusSeverity.Warning
      : vscode.LanguageStatusSeverity.Information;
    item.command = commandFor(overview);
  }
  show();
  return vscode.Disposable.from(
    item,
    letters.onDidChange(show),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const current = letters.current?.document.uri.toString();
      if (uris.some((uri) => uri.toString() === current)) show();
    }),
  );
}

function commandFor(overview: LetterOverview | null | undefined): vscode.Command | undefined {
  if (overview === null) {
    return { command: commands.restartServer, title: vscode.l10n.t("Restart Server") };
  }
  return overview?.issues.length
    ? { command: commands.goToIssue, title: vscode.l10n.t("Issues") }
    : undefined;
}

/** True if the server doesn't respond, or a letter is incomplete. Text that isn't a letter needs no attention. */
function needsAttention(overview: LetterOverview | null | undefined): boolean {
  if (overview?.readLines !== undefined) return true;
  if (!overview?.form) return overview === null;
  return overview.issues.length === 0 || incompleteIssues(overview.issues).length > 0;
}

/** "IMR letter, format of 2015 to 2017" */
function formatOf(overview: LetterOverview | null | undefined): string {
  if (overview === null) return vscode.l10n.t("IMR letter, not checked (see the IMR Letters output)");
  if (overview?.readLines !== undefined) {
    return vscode.l10n.t(
      "IMR letter, too long (only the first {0} lines were read)",
      formatNumber(overview.readLines),
    );
  }
  return overview?.form ? vscode.l10n.t("IMR letter, {0}", overview.form) : vscode.l10n.t("IMR letter");
}

/** "2 issues, complete", "2 issues, 3 problems", "Issue 2 is missing: decision", or "3 issues are incomplete: 2, 5, 7" */
function detailOf(overview: LetterOverview, problems: number): string {
  if (overview.issues.length === 0) return emptyReason(overview);
  const [first, ...others] = incompleteIssues(overview.issues);
  if (!first) {
    return problems > 0
      ? vscode.l10n.t("{0}, {1}", countIssues(overview), countProblems(problems))
      : vscode.l10n.t("{0}, complete", countIssues(overview));
  }
  if (others.length === 0) {
    return vscode.l10n.t("Issue {0} is missing: {1}", first.number, first.issue.missing.join(", "));
  }
  const numbers = [first, ...others].map(({ number }) => number);
  return vscode.l10n.t("{0}: {1}", countIncomplete(overview) ?? "", listOf(numbers));
}

const maxListedNumbers = 12;

/** "2, 5, 7", with an ellipsis if there are many. */
const listOf = (numbers: readonly number[]): string =>
  numbers.slice(0, maxListedNumbers).join(", ") + (numbers.length > maxListedNumbers ? ", …" : "");
