/** What is said about PDF and Word files. */
import * as vscode from "vscode";
import { maxPages, type ReadNotice } from "../../../reader/src/messages.ts";
import { formatNumber } from "../util/formatNumber.ts";
import type { DocumentProblem } from "./types.ts";

/** Why a document can't be opened, as a sentence. */
export function problemMessage(problem: DocumentProblem): string {
  switch (problem) {
    case "notPdf":
      return vscode.l10n.t("It isn't a PDF, even though its name ends in .pdf.");
    case "notDocx":
      return vscode.l10n.t("It isn't a Word file, even though its name ends in .docx.");
    case "oldWord":
      return vscode.l10n.t("It's a Word file of the format before 2007 (.doc). Save it as .docx.");
    case "locked":
      return vscode.l10n.t("It's password protected. Save a copy without a password, and open the copy.");
    case "damaged":
      return vscode.l10n.t("It's damaged or incomplete.");
    case "noText":
      return vscode.l10n.t("This PDF is a picture of a page. Run OCR first.");
    case "tooLong":
      return vscode.l10n.t(
        "It has more than {0} pages, the limit for letters.",
        formatNumber(maxPages.letter),
      );
    case "empty":
      return vscode.l10n.t("It has no text.");
    case "tooMuch":
      return vscode.l10n.t("It needs more memory than any letter. It might be malicious.");
    case "tooSlow":
      return vscode.l10n.t("It takes longer to read than any letter. It might be malicious.");
    case "tooLarge":
      return vscode.l10n.t("It's larger than 64 MB, the limit for letters.");
    case "unreadable":
      return vscode.l10n.t("The file couldn't be read.");
  }
}

/** What a person should know about a text, as a sentence. */
export function noticeMessage(notice: ReadNotice): string {
  switch (notice.kind) {
    case "trackedChanges":
      return vscode.l10n.t("It has tracked changes, which are shown as if they were accepted.");
    case "notesLeftOut":
      return vscode.l10n.t("It has footnotes or endnotes, which aren't shown.");
    case "embeddedLeftOut":
      return vscode.l10n.t(
        "Another document is inserted in it, which isn't shown. To read both, open it in Word and save it again.",
      );
    case "unreadPages":
      return vscode.l10n.t("Damaged pages, which couldn't be read: {0}.", listOf(notice.pages));
    case "pagesWithoutText":
      return vscode.l10n.t("Pages without text, which are empty or pictures: {0}.", listOf(notice.pages));
  }
}

const maxListedPages = 10;

const listOf = (pages: readonly number[]): string =>
  pages.slice(0, maxListedPages).join(", ") + (pages.length > maxListedPages ? ", …" : "");
