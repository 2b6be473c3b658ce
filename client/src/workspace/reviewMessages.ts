/** The messages of a review of all letters. */
import * as vscode from "vscode";
import type { WorkspaceReviewSummary } from "../../../server/src/protocol/extensions.ts";
import { formatNumber } from "../util/formatNumber.ts";

/** "Reviewed 10,000 letters: 312 have problems (15 errors, 420 warnings, 9 informational). 2 files couldn't be read." */
export const reviewMessage = (reviewed: WorkspaceReviewSummary): string =>
  [
    outcome(reviewed),
    ...repeatedMessages(reviewed.repeated),
    ...unreadableMessages(reviewed.unreadable),
  ].join(" ");

function outcome(of: WorkspaceReviewSummary): string {
  const { letters, cancelled, lettersWithProblems, errors, warnings, information } = of;
  if (cancelled) {
    if (letters === 0) return vscode.l10n.t("Canceled before the first letter.");
    return letters === 1
      ? vscode.l10n.t("Canceled after 1 letter. Its problems are listed.")
      : vscode.l10n.t("Canceled after {0} letters. Their problems are listed.", formatNumber(letters));
  }
  if (letters === 0) return noLettersMessage();
  const reviewed =
    letters === 1
      ? vscode.l10n.t("Reviewed 1 letter")
      : vscode.l10n.t("Reviewed {0} letters", formatNumber(letters));
  if (lettersWithProblems === 0) return vscode.l10n.t("{0}: no problems.", reviewed);
  const found = [
    ...(errors === 0 ? [] : [errors === 1 ? vscode.l10n.t("1 error") : countErrors(errors)]),
    ...(warnings === 0 ? [] : [warnings === 1 ? vscode.l10n.t("1 warning") : countWarnings(warnings)]),
    ...(information === 0 ? [] : [vscode.l10n.t("{0} informational", formatNumber(information))]),
  ].join(", ");
  return lettersWithProblems === 1
    ? vscode.l10n.t("{0}: 1 has problems ({1}).", reviewed, found)
    : vscode.l10n.t("{0}: {1} have problems ({2}).", reviewed, formatNumber(lettersWithProblems), found);
}

const countErrors = (errors: number): string => vscode.l10n.t("{0} errors", formatNumber(errors));
const countWarnings = (warnings: number): string => vscode.l10n.t("{0} warnings", formatNumber(warnings));

export const noLettersMessage = (): string => vscode.l10n.t("No letters were found in this folder.");

/** "2 files have the same letter …"; empty if each letter is in one file. */
export function repeatedMessages(repeated: number): readonly string[] {
  if (repeated === 0) return [];
  return [
    repeated === 1
      ? vscode.l10n.t("1 letter is both in a PDF or Word file and in another file, and counts once.")
      : vscode.l10n.t(
          "{0} letters are both in a PDF or Word file and in another file, and count once.",
          formatNumber(repeated),
        ),
  ];
}

/** "2 files couldn't be read."; empty if all files were read. */
export function unreadableMessages({ length }: readonly unknown[]): readonly string[] {
  if (length === 0) return [];
  return [
    length === 1
      ? vscode.l10n.t("1 file couldn't be read.")
      : vscode.l10n.t("{0} files couldn't be read.", formatNumber(length)),
  ];
}
