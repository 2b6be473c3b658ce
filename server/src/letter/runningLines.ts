/**
 * Headers, footers, and page numbers. Where a page ends inside a sentence, they'd be part of it: "(ODG): Low Back, Page 1 of 3
 * MRI". Only text with form feeds has pages.
 */
import { trim } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import { partLabel } from "./headingPatterns.ts";

/** The number of lines at the top and at the bottom of a page that can be running lines. */
const maxLines = 3;
/** In UTF-16 code units. */
const maxLength = 200;

/** The text with spaces in place of running lines, so that offsets stay. Linear. */
export function withoutRunningLines(text: string): string {
  if (!text.includes("\f")) return text;
  const pages = pagesOf(text);
  const [tops, bottoms] = [pages.map((page) => topOf(text, page)), pages.map((page) => bottomOf(text, page))];
  const running = [...runningIn(text, tops), ...runningIn(text, bottoms)].sort((a, b) => a.start - b.start);
  let result = "";
  let at = 0;
  for (const { start, end } of running) {
    // The top of a short page can be its bottom, too.
    if (start < at) continue;
    result += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return at === 0 ? text : result + text.slice(at);
}

function pagesOf(text: string): readonly Span[] {
  const pages: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const end = text.indexOf("\f", start);
    const page = trim(text, start, end < 0 ? text.length : end);
    if (page.end > page.start) pages.push(page);
    if (end < 0) break;
    start = end + 1;
  }
  return pages;
}

/** On the page on which a letter begins, its title and its case details are at the top. */
const letterStart = /\bDate of Injury ?:|\bHow the IMR Final Determination/i;

/** The lines at the top of a page, from the edge inward. */
function topOf(text: string, page: Span): readonly Span[] {
  if (page.start === firstWord(text) || letterStart.test(text.slice(page.start, page.end))) return [];
  const lines: Span[] = [];
  for (let start = page.start; start < page.end && lines.length < maxLines; ) {
    const at = text.indexOf("\n", start);
    const end = at < 0 || at > page.end ? page.end : at;
    const line = trim(text, start, end);
    if (line.end > line.start) lines.push(line);
    start = end + 1;
  }
  return lines;
}

function bottomOf(text: string, page: Span): readonly Span[] {
  const lines: Span[] = [];
  for (let end = page.end; end > page.start && lines.length < maxLines; ) {
    const start = Math.max(text.lastIndexOf("\n", end - 1) + 1, page.start);
    const line = trim(text, start, end);
    if (line.end > line.start) lines.push(line);
    end = start - 1;
  }
  return lines;
}

const firstWord = (text: string): number => trim(text, 0, text.length).start;

/** The running lines at one edge of the pages, each of which is from the edge inward. */
function runningIn(text: string, edges: readonly (readonly Span[])[]): readonly Span[] {
  const shapes = edges.map((lines) => lines.map((line) => shapeOf(text, line)));
  const count = new Map<string, number>();
  for (const page of shapes) for (const shape of new Set(page)) count.set(shape, (count.get(shape) ?? 0) + 1);
  const pages = edges.filter(({ length }) => length > 0).length;
  const isRunning = (shape: string): boolean => {
    if (shape === "") return false;
    if (pageOfPages.test(shape)) return true;
    const least = numbered.test(shape) ? 2 : Math.max(2, pages * minShare);
    return (count.get(shape) ?? 0) >= least;
  };
  return edges.flatMap((lines, page) => {
    const first = shapes[page]?.findIndex((shape) => !isRunning(shape)) ?? -1;
    const own = first < 0 ? lines : lines.slice(0, first);
    // The last line of a paragraph can be that of another, too.
    const isApart = own.length === lines.length || isGap(text, own.at(-1), lines[own.length]);
    return isApart || own.some((_, at) => numbered.test(shapes[page]?.[at] ?? "")) ? own : [];
  });
}

/** Whether there's an empty line between two lines, in either order. */
function isGap(text: string, one: Span | undefined, other: Span | undefined): boolean {
  if (!one || !other) return true;
  const between = text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start));
  return between.indexOf("\n") !== between.lastIndexOf("\n");
}

/** A line without a number is a running line if it's on this share of the pages. */
const minShare = 0.6;
/** What names the page or the letter. */
const numbered = /\ue000|\bcm\d\d-\d{7}\b/;
const pageNumber = /\bpage \d{1,3}(?: (?:of|\/) \d{1,3})?\b|\b\d{1,3} \| page\b/gi;
/** Alone on its line, or apart from the words before it. */
const bareNumber = /(?:^[-\u2013\u2014([]? ?| {2})\d{1,3}(?: ?(?:of|\/) ?\d{1,3})? ?[-\u2013\u2014)\]]?$/i;
const pageOfPages = /^[^a-z\ue000]*page \ue000 of \ue000[^a-z\ue000]*$/;
/** A decision, or a sentence. */
const ownEnd = /\b(?:Upheld|Overturned)$|[.,;:?!]$/i;

/** In place of the number of a page. */
const pageMark = "\ue000";

/** A line with a mark in place of the number of the page; empty for a line that's part of a letter wherever it is. */
function shapeOf(text: string, { start, end }: Span): string {
  if (end - start > maxLength) return "";
  const line = text.slice(start, end);
  partLabel.lastIndex = start;
  if (ownEnd.test(line) || letterStart.test(line) || partLabel.test(text)) return "";
  const shape = line
    .replace(bareNumber, ` ${pageMark}`)
    .replace(/\s+/g, " ")
    .replace(pageNumber, (words) => words.replace(/\d+/g, pageMark));
  // The end of a sentence doesn't start with a capital.
  return /^\s*[A-Z\W]/.test(shape) ? shape.trim().toLowerCase() : "";
}
