/** What the command line says about documents. The extension has its own, which can be translated. */
import { maxPages, type ReadNotice, type ReadProblem } from "./messages.ts";

/** Why a document isn't read, for after its name. */
export const problemWords: Readonly<Record<ReadProblem, string>> = {
  notPdf: "it isn't a PDF, even though its name ends in .pdf",
  notDocx: "it isn't a Word file, even though its name ends in .docx",
  oldWord: "it's a Word file of the format before 2007 (.doc). Save it as .docx",
  locked: "it's password protected. Save a copy without a password",
  damaged: "it's damaged or incomplete",
  noText: "this PDF is a picture of a page. Run OCR first",
  tooLong: `it has more than ${maxPages.letter} pages`,
  empty: "it has no text",
  tooMuch: "it needs more memory than any letter. It might be malicious",
  tooSlow: "it takes longer to read than any letter. It might be malicious",
};

export function noticeWords(notice: ReadNotice): string {
  switch (notice.kind) {
    case "trackedChanges":
      return "its tracked changes are read as if they were accepted";
    case "notesLeftOut":
      return "its footnotes and endnotes aren't read";
    case "embeddedLeftOut":
      return "another document is inserted in it, which isn't read. Open it in Word and save it again";
    case "unreadPages":
      return `${pagesWords(notice.pages)} damaged and couldn't be read`;
    case "pagesWithoutText":
      return `${pagesWords(notice.pages)} without text: empty, or a picture`;
  }
}

/** Number of pages to list. */
const maxListed = 10;

function pagesWords(pages: readonly number[]): string {
  const [first] = pages;
  if (pages.length === 1) return `page ${first} is`;
  const more = pages.length > maxListed ? ", …" : "";
  return `pages ${pages.slice(0, maxListed).join(", ")}${more} are`;
}
