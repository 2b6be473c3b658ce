/** Reads a guideline in a Word file. Its pages are those that Word has last shown, and its styles say what a heading is. */
import type { ReadProblem } from "../../messages.ts";
import { openDocx } from "../docx/openDocx.ts";
import type { ReadDocx } from "../docx/readDocx.ts";
import type { PageLine } from "../pageText.ts";
import { textRows } from "../plainText.ts";
import type { OutlineEntry } from "./pdfOutline.ts";
import { type GuidelineSource, noProperties } from "./source.ts";

export function docxGuideline(bytes: Uint8Array): GuidelineSource | ReadProblem {
  const found = openDocx(bytes);
  if (typeof found === "string") return found;
  const pages = found.pages.map((start, index) =>
    found.text.slice(start, found.pages[index + 1]).replaceAll("\f", ""),
  );
  return {
    pages: pages.map((page) => ({ lines: paragraphLines(page), rows: textRows(page) })),
    unread: [],
    whole: { ...noProperties, outline: outlineOf(found, pages) },
  };
}

/** Each paragraph is a line already; fonts that differ keep them apart. */
const paragraphLines = (page: string): readonly PageLine[] =>
  page.split("\n").flatMap((line, index) => {
    const words = line.replace(/\s+/g, " ").trim();
    return words === ""
      ? []
      : [{ words, x: 0, y: -index * 12, end: words.length * 5, size: 10, font: `paragraph ${index}` }];
  });

/** The headings with the pages that they're on, found one after another. */
function outlineOf({ headings }: ReadDocx, pages: readonly string[]): readonly OutlineEntry[] {
  let page = 0;
  let at = 0;
  return headings.flatMap(({ words, level }) => {
    for (let index = page; index < pages.length; index++) {
      const found = pages[index]?.indexOf(words, index === page ? at : 0) ?? -1;
      if (found < 0) continue;
      [page, at] = [index, found + words.length];
      return [{ words, index, level }];
    }
    return [];
  });
}
