/** What the user is told about imported guidelines. */
import * as vscode from "vscode";
import { maxPages, type ReadAnswer, type ReadProblem } from "../../../reader/src/messages.ts";
import type { CopyComparison } from "../../../server/src/protocol/extensions.ts";
import { formatNumber } from "../util/formatNumber.ts";

/** Why a file wasn't imported. */
export function problemMessage(problem: ReadProblem): string {
  switch (problem) {
    case "notPdf":
      return vscode.l10n.t("The file isn't a PDF, even though its name ends in .pdf.");
    case "notDocx":
      return vscode.l10n.t("The file isn't a Word file, even though its name ends in .docx.");
    case "oldWord":
      return vscode.l10n.t("The file has the Word format from before 2007. Save it as .docx or PDF.");
    case "locked":
      return vscode.l10n.t(
        "The file is password protected. Save a copy without a password, and import the copy.",
      );
    case "damaged":
      return vscode.l10n.t("The file is damaged or incomplete. Download it again.");
    case "noText":
      return vscode.l10n.t("The PDF contains images, not text. Use the official PDF, which has text.");
    case "tooLong":
      return vscode.l10n.t(
        "The file has more than {0} pages, the limit for guidelines.",
        formatNumber(maxPages.guideline),
      );
    case "empty":
      return vscode.l10n.t("The file has no text.");
    case "tooMuch":
      return vscode.l10n.t("The file needs more memory than any guideline. It might be malicious.");
    case "tooSlow":
      return vscode.l10n.t("The file takes longer to read than any guideline. It might be malicious.");
  }
}

/** What was imported, and what it says about the pages of the index. */
export function importedMessage(
  name: string,
  { pages, unread, restarts, headingsFrom }: Extract<ReadAnswer, { readonly kind: "done" }>,
  { found, of, confirmed, corrected, own }: CopyComparison,
): string {
  const sentences = [
    restarts
      ? vscode.l10n.t(
          "{0} imported. Its page numbers start again within the document, so no page of it is known, only its text and topics.",
          name,
        )
      : vscode.l10n.t("{0}: {1} pages imported.", name, formatNumber(pages.length)),
    of > 0 ? vscode.l10n.t("{0} of {1} topics of the index found.", found, formatNumber(of)) : "",
    confirmed + corrected > 0
      ? vscode.l10n.t(
          "Your copy confirms the pages of {0} topics and corrects those of {1}.",
          confirmed,
          corrected,
        )
      : "",
    own > 0 ? ownMessage(own, headingsFrom) : "",
    found + own === 0
      ? vscode.l10n.t("No topics were found in it, so letters that cite it get only its pages.")
      : "",
    unread.length > 0 ? vscode.l10n.t("These pages couldn't be read: {0}.", unread.join(", ")) : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(" ");
}

function ownMessage(
  count: number,
  source: Extract<ReadAnswer, { readonly kind: "done" }>["headingsFrom"],
): string {
  switch (source) {
    case "outline":
      return vscode.l10n.t("{0} topics were added from its bookmarks.", count);
    case "contents":
      return vscode.l10n.t("{0} topics were added from its table of contents.", count);
    default:
      return vscode.l10n.t("{0} topics were added from its headings.", count);
  }
}
