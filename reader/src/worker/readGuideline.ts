/** Reads a guideline as numbered pages of paragraphs, with its title and headings. */
import { maxPages, type ReadAnswer, type ReadProblem, type ReadRequest } from "../messages.ts";
import { docxGuideline } from "./guideline/docxGuideline.ts";
import { pdfProperties } from "./guideline/pdfOutline.ts";
import { type GuidelinePage, type GuidelineSource, noProperties } from "./guideline/source.ts";
import { structureOf } from "./guideline/structure.ts";
import { countCharacters } from "./limits.ts";
import { linesInOrder, type PlacedText, paragraphsOf, rowsOf, segmentsOf } from "./pageText.ts";
import { textLines, textPages, textRows } from "./plainText.ts";
import { printedPages } from "./printedPages.ts";
import { readPdf } from "./readPdf.ts";

/** Calls `onPage` after each page of a PDF, with 1-based numbers. */
export async function readGuideline(
  request: ReadRequest,
  onPage: (page: number, of: number) => void,
): Promise<ReadAnswer> {
  const found = await sourceOf(request, onPage);
  if (typeof found === "string") return { kind: "problem", problem: found };
  const { pages, unread, whole } = found;
  if (pages.length === 0) return { kind: "problem", problem: "empty" };
  if (pages.length > maxPages.guideline) return { kind: "problem", problem: "tooLong" };
  if (unread.length === pages.length) return { kind: "problem", problem: "damaged" };
  const { pages: printed, restarts } = printedPages(
    pages.map((page) => page?.lines ?? []),
    whole.labels,
  );
  const read = printed.map(({ page, lines }) => ({ page, text: paragraphsOf(lines).join("\n") }));
  const letters = read.reduce((sum, { text }) => sum + text.length, 0);
  if (letters < 20 * pages.length)
    return { kind: "problem", problem: request.kind === "pdf" ? "noText" : "empty" };
  const rows = pages.map((page) => page?.rows ?? []);
  const structure = structureOf(printed, rows, whole, request.kind !== "pdf");
  // Without numbers that tell pages apart, it's one text.
  const text = read.map((page) => page.text).join("\n");
  return { kind: "done", pages: restarts ? [{ page: 0, text }] : read, unread, restarts, ...structure };
}

function sourceOf(
  { bytes, kind }: ReadRequest,
  onPage: (page: number, of: number) => void,
): GuidelineSource | ReadProblem | Promise<GuidelineSource | ReadProblem> {
  switch (kind) {
    case "pdf":
      return readPdf(bytes, maxPages.guideline, pdfPage, onPage, pdfProperties);
    case "docx":
      return docxGuideline(bytes);
    case "text": {
      const text = textIn(bytes);
      // No text has zero bytes: it's another kind of file.
      if (text.includes("\0")) return "damaged";
      const pages = textPages(text).map((page) => ({
        lines: textLines(page),
        rows: textRows(page),
      }));
      return { pages, unread: [], whole: noProperties };
    }
  }
}

const pdfPage = (texts: readonly PlacedText[]): GuidelinePage => ({
  lines: linesInOrder(texts),
  rows: rowsOf(texts.filter(({ words }) => words.trim() !== "")).map(segmentsOf),
});

function textIn(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  countCharacters(text.length);
  return text;
}
