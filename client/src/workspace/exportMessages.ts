/** The messages of an export. */
import * as vscode from "vscode";
import type { ExportedDeterminations } from "../../../server/src/protocol/extensions.ts";
import { formatNumber } from "../util/formatNumber.ts";
import { noLettersMessage, repeatedMessages, unreadableMessages } from "./reviewMessages.ts";

type Counts = Omit<ExportedDeterminations, "text">;

/** "Exported 1,402 issues from 1,000 letters to determinations.csv. 2 files couldn't be read." */
export function exportMessage({ letters, records, repeated, unreadable }: Counts, file: string): string {
  const issues =
    records === 1 ? vscode.l10n.t("1 issue") : vscode.l10n.t("{0} issues", formatNumber(records));
  const done =
    letters === 1
      ? vscode.l10n.t("Exported {0} from 1 letter to {1}.", issues, file)
      : vscode.l10n.t("Exported {0} from {1} letters to {2}.", issues, formatNumber(letters), file);
  return [done, ...repeatedMessages(repeated), ...unreadableMessages(unreadable)].join(" ");
}

/** The reason why no file is written; undefined if there is something to write. */
export function nothingToExport({ letters, records, cancelled, unreadable }: Counts): string | undefined {
  if (cancelled) return vscode.l10n.t("Export canceled. No file was written.");
  if (letters === 0) return [noLettersMessage(), ...unreadableMessages(unreadable)].join(" ");
  return records === 0 ? vscode.l10n.t("The letters have no issues. No file was written.") : undefined;
}
