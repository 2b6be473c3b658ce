/** Guidelines in plain text, whose pages are separated by form feeds or end with "Page N of M" lines. */
import type { PageLine, Row } from "./pageText.ts";

const footer = /^.*\bpage\s+\d{1,4}\s+of\s+\d{1,4}\b.*$/im;

export function textPages(text: string): readonly string[] {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const pages = plain.includes("\f") ? plain.split("\f") : splitAfterFooters(plain);
  return pages.filter((page) => page.trim() !== "");
}

function splitAfterFooters(text: string): readonly string[] {
  const pages: string[] = [];
  let page: string[] = [];
  for (const line of text.split("\n")) {
    page.push(line);
    if (!footer.test(line)) continue;
    pages.push(page.join("\n"));
    page = [];
  }
  return [...pages, page.join("\n")];
}

const size = 10;
const characterWidth = 5;

/** A line shorter than this share of the longest line ends its paragraph, as a heading does. */
const fullLineShare = 0.7;

/** The lines of a page. Their y coordinates only show which lines are adjacent. */
export function textLines(page: string): readonly PageLine[] {
  const lines = page.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  const longest = lines.reduce((most, { length }) => Math.max(most, length), 0);
  let paragraph = 0;
  return lines.flatMap((words, index) => {
    if (words === "") return [];
    // A change of font starts a paragraph.
    const font = `paragraph ${paragraph}`;
    if (words.length < longest * fullLineShare) paragraph++;
    return [{ words, x: 0, y: -index * size * 1.2, end: words.length * characterWidth, size, font }];
  });
}

/** The words of each line, cut at gaps. A tab or a column of the text is as wide as a character. */
export const textRows = (page: string): readonly Row[] =>
  page.split("\n").map((line) =>
    [...line.matchAll(/\S+(?: {1,2}\S+)*/g)].map(({ 0: words, index }) => ({
      words,
      x: index * characterWidth,
    })),
  );
