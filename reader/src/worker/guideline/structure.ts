/** The title and the headings of a guideline, from the best of what it has. */
import type { HeadingSource, ReadHeading, ReadStructure } from "../../messages.ts";
import type { Row } from "../pageText.ts";
import type { PrintedPage } from "../printedPages.ts";
import { contentsOf } from "./contents.ts";
import { headingTitle } from "./headingTitle.ts";
import { pageHeadings } from "./pageHeadings.ts";
import type { OutlineEntry, PdfProperties } from "./pdfOutline.ts";

/** Fewer bookmarks or entries, such as "Cover" and "Text", don't describe a document. */
const minHeadings = 3;

export function structureOf(
  pages: readonly PrintedPage[],
  rows: readonly (readonly Row[])[],
  { outline, title }: Pick<PdfProperties, "outline" | "title">,
  isPlain: boolean,
): ReadStructure {
  const last = pages.at(-1)?.page ?? 0;
  const seen = pageHeadings(pages, isPlain);
  const bySource: Readonly<Record<HeadingSource, readonly ReadHeading[]>> = {
    outline: outlineHeadings(outline, pages),
    contents: contentsOf(rows, last),
    headings: seen.headings,
  };
  const headingsFrom =
    sources.find((source) => bySource[source].length >= minHeadings) ??
    sources.findLast((source) => bySource[source].length > 0);
  const ownTitle = titleIn(title, pages) ?? seen.title;
  // The title of the whole document is no topic of it.
  const isTopic = (heading: ReadHeading): boolean => heading.page > 0 && heading.title !== ownTitle;
  return {
    title: ownTitle ?? firstLine(pages),
    // The pages before the first numbered one have only a title and a table of contents.
    headings: headingsFrom ? bySource[headingsFrom].filter(isTopic) : [],
    headingsFrom,
  };
}

const sources = ["outline", "contents", "headings"] as const;

/** An outline with an entry for each page, or with all on one page, says nothing. */
function outlineHeadings(
  outline: readonly OutlineEntry[],
  pages: readonly PrintedPage[],
): readonly ReadHeading[] {
  const headings = outline.flatMap(({ words, index, level }): ReadHeading[] => {
    const title = headingTitle(words);
    const page = pages[index]?.page;
    return title === undefined || page === undefined ? [] : [{ title, page, level }];
  });
  const isOnOnePage = pages.length > 2 && headings.every(({ page }) => page === headings[0]?.page);
  return isOnOnePage ? [] : headings;
}

const titlePages = 3;
/** What programs write instead of a title: file names. */
const noTitle = /\.(?:docx?|pdf|pptx?|indd|qxd|rtf)$|^(?:untitled|microsoft)/i;

/** The title that the PDF states, if it's on the first pages too. */
function titleIn(stated: string | undefined, pages: readonly PrintedPage[]): string | undefined {
  const title = stated?.replace(/\s+/g, " ").trim() ?? "";
  if (!title.includes(" ") || title.length > 200 || noTitle.test(title)) return undefined;
  const words = pages.slice(0, titlePages).flatMap(({ lines }) => lines.map((line) => line.words));
  return words.join(" ").toLowerCase().includes(title.toLowerCase()) ? title : undefined;
}

function firstLine(pages: readonly PrintedPage[]): string | undefined {
  const [line] = pages.find(({ lines }) => lines.length > 0)?.lines ?? [];
  return line && line.words.length <= 120 ? headingTitle(line.words) : undefined;
}
