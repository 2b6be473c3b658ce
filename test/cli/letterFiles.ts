/** Letters as PDF and Word files. */
import { docxOf, paragraph } from "../reader/docx.ts";
import { pageHeight, pdfOf } from "../reader/pdf.ts";

/** A letter as a PDF, with so many lines on a page. */
export function pdf(text: string, linesOnPage = 40): Uint8Array {
  const lines = text.split("\n").flatMap((line) => line.match(/.{1,110}(?: |$)/g) ?? [""]);
  const pages: string[][] = [];
  for (let index = 0; index < lines.length; index += linesOnPage)
    pages.push(lines.slice(index, index + linesOnPage));
  return pdfOf(
    pages.map((page) =>
      page.flatMap((line, index) =>
        [...line.matchAll(/\S+(?: \S+)*/g)].map((part) => ({
          words: part[0],
          x: 36 + part.index * 4.5,
          y: pageHeight - 40 - index * 14,
          size: 9,
        })),
      ),
    ),
  );
}

/** A letter as a Word file, with a paragraph for each line. */
export const docx = (text: string): Uint8Array =>
  docxOf(
    text
      .split("\n")
      .map((line) => paragraph(line))
      .join(""),
  );
