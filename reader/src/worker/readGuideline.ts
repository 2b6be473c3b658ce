/** Reads a guideline as numbered pages of paragraphs. */
import { maxPages, type ReadAnswer, type ReadRequest } from "../messages.ts";
import { countCharacters } from "./limits.ts";
import { linesInOrder } from "./pageText.ts";
import { textPages } from "./plainText.ts";
import { printedPages } from "./printedPages.ts";
import { readPdf } from "./readPdf.ts";

/** Calls `onPage` after each page of a PDF, with 1-based numbers. */
export async function readGuideline(
  { bytes, kind }: ReadRequest,
  onPage: (page: number, of: number) => void,
): Promise<ReadAnswer> {
  const found =
    kind === "text"
      ? { pages: textPages(textIn(bytes)), unread: [] }
      : await readPdf(bytes, maxPages.guideline, linesInOrder, onPage);
  if (typeof found === "string") return { kind: "problem", problem: found };
  const { length } = found.pages;
  if (length === 0) return { kind: "problem", problem: "empty" };
  if (length > maxPages.guideline) return { kind: "problem", problem: "tooLong" };
  if (found.unread.length === length) return { kind: "problem", problem: "damaged" };
  const pages = printedPages(found.pages.map((page) => page ?? []));
  const letters = pages.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < 20 * length) return { kind: "problem", problem: "noText" };
  return { kind: "done", pages, unread: found.unread };
}

function textIn(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  countCharacters(text.length);
  return text;
}
