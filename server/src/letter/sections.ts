/** Finds section headings, and cuts a file into letters and a letter into sections. */
import { oneLine, trim } from "../base/flatText.ts";
import type { Line, Lines } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { type HeadingType, headingPatterns, maxHeadingLength } from "./headingPatterns.ts";
import type { Section } from "./types.ts";

/** A section heading in the text. */
export interface HeadingLine extends Span {
  readonly type: HeadingType;
  readonly title: string;
  /** The index of its first line. */
  readonly line: number;
}

/** All section headings, in order. Headings of the older forms may take two lines. */
export function findHeadings(text: string, lines: Lines): readonly HeadingLine[] {
  const found: HeadingLine[] = [];
  const { list } = lines;
  for (let i = 0; i < list.length; i++) {
    const line = list[i] as Line;
    if (line.end - line.start > maxHeadingLength || !startsLikeHeading(text, line)) continue;
    const title = titleAt(text, line);
    const words = headingPatterns.has(title) ? title : normalizedTitle(title);
    const type = headingPatterns.get(words);
    if (type) {
      found.push({ type, title, line: i, start: line.start, end: line.end });
      continue;
    }
    const next = list[i + 1];
    if (!next || words !== words.toUpperCase() || next.end - line.start > 2 * maxHeadingLength) continue;
    const both = headingPatterns.get(`${words} ${normalizedTitle(titleAt(text, next))}`);
    if (!both) continue;
    const span = { start: line.start, end: next.end };
    found.push({ type: both, title: titleAt(text, span), line: i++, start: span.start, end: span.end });
  }
  return found;
}

/** The first words of all headings, which may have soft hyphens. */
const firstWord = new RegExp(
  [...new Set([...headingPatterns.keys()].map((heading) => heading.split(" ", 1)[0] as string))]
    .map((word) => [...word].join("\\u00ad*"))
    .join("|"),
  "iy",
);

/** Quickly rules out nearly every line. */
function startsLikeHeading(text: string, { start }: Span): boolean {
  const code = text.charCodeAt(start);
  firstWord.lastIndex = start;
  return code >= 65 && code <= 90 && firstWord.test(text);
}

/** A heading's words, without a closing colon. */
export function titleAt(text: string, span: Span): string {
  const words = oneLine(text, span);
  return words.endsWith(":") ? words.replace(/ ?:$/, "") : words;
}

/**
 * The heading as `headingPatterns` has it: in upper case. A writer may type a heading in title case, but a line in sentence
 * case isn't a heading.
 */
export function normalizedTitle(words: string): string {
  const titleCase = !/\b(?!and\b|the\b|of\b|for\b|was\b|at\b|by\b)[a-z]/.test(words.replace(/\(s\)/gi, ""));
  return titleCase ? words.toUpperCase() : words;
}

const caseNumberLine = /Case Number ?:(?=\s*(?:C ?M|[\n\r]))/iy;

/** Whether the line has a case number and other front matter follows. A rationale may quote the number of another case. */
function startsTable(text: string, { start }: Span): boolean {
  if ((text.charCodeAt(start) | 32) !== 99) return false; // "c": quickly rules out nearly every line
  caseNumberLine.lastIndex = start;
  if (!caseNumberLine.test(text)) return false;
  return /\b(?:Date Assigned|Date of Injury|Decision Date|UR Denial Date) ?:/i.test(
    text.slice(start, start + 600),
  );
}

/**
 * The span of each letter of the file. There is always at least one. Another letter starts with its front matter or, if it
 * has none, with a how-section after the issues of the letter before.
 */
export function splitLetters(text: string, lines: Lines, found: readonly HeadingLine[]): readonly Span[] {
  const starts: number[] = [0];
  let how = false;
  let issues = false;
  let next = 0;
  lines.list.forEach((line, i) => {
    const heading = found[next]?.line === i ? found[next++] : undefined;
    const isHow = heading?.type.kind === "how" && heading.type.form === undefined;
    if ((isHow && how && issues) || ((how || issues) && !heading && startsTable(text, line))) {
      starts.push(line.start);
      how = false;
      issues = false;
    }
    how ||= isHow;
    issues ||= heading?.type.kind === "issues";
  });
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? text.length }));
}

/** The sections of a letter: front matter if there is any, then a section for each heading. */
export function sectionsOf(
  text: string,
  { start, end }: Span,
  found: readonly HeadingLine[],
  frontMatter: Span | undefined,
): readonly Section[] {
  const sections: Section[] = [];
  if (frontMatter) {
    sections.push({
      kind: "frontMatter",
      title: "Case details",
      heading: { start: frontMatter.start, end: frontMatter.start },
      body: frontMatter,
      span: frontMatter,
    });
  }
  const own = found.filter((h) => h.start >= start && h.start < end);
  own.forEach((heading, i) => {
    const body = trim(text, heading.end, own[i + 1]?.start ?? end);
    const bodyEnd = Math.max(body.end, heading.end);
    sections.push({
      kind: heading.type.kind,
      title: heading.title,
      heading: { start: heading.start, end: heading.end },
      body,
      span: { start: heading.start, end: bodyEnd },
    });
  });
  return sections;
}
