/**
 * A letter in the form in which letters are published: paragraphs and the table of case details, as a word processor has
 * them. Each word of the text is in it, whether the letter is complete or not.
 */

import { oneLine, trim } from "../../base/flatText.ts";
import { firstStartingAtOrAfter, inside, type Span } from "../../base/span.ts";
import { lettersIn } from "../../letter/letters.ts";
import { parse } from "../../letter/parse.ts";
import type { FrontMatter, FrontMatterField, Letter } from "../../letter/types.ts";
import { applyEdits } from "./cleanUpText/edits.ts";
import { cleanUpEdits } from "./cleanUpText.ts";

export interface PublishedForm {
  readonly blocks: readonly (PublishedParagraph | CaseDetails)[];
}

export interface PublishedParagraph {
  readonly kind: "paragraph" | "heading";
  readonly runs: readonly PublishedRun[];
  /** An empty line is above it. */
  readonly isApart: boolean;
  /** It begins a page, because another letter ends above it. */
  readonly startsPage: boolean;
}

export interface PublishedRun {
  readonly text: string;
  readonly isBold: boolean;
}

/** The table of case details. */
export interface CaseDetails {
  readonly kind: "caseDetails";
  /** The left and the right column; null for a detail that the letter doesn't have. */
  readonly rows: readonly (readonly [left: CaseDetail | null, right: CaseDetail | null])[];
}

export interface CaseDetail {
  /** With its colon, in the lines that it has in the text. */
  readonly label: string;
  /** Empty if the letter has only the label. */
  readonly value: string;
}

/** Where each detail is in the table. */
const table: readonly (readonly [FrontMatterField | undefined, FrontMatterField | undefined])[] = [
  ["caseNumber", undefined],
  ["dateAssigned", "dateOfInjury"],
  ["decisionDate", "urDenialDate"],
  ["priority", "applicationReceived"],
];

/**
 * `letter` is the parsed `text`, or its beginning if the rest of a long text isn't parsed; the rest then becomes plain
 * paragraphs. Takes linear time.
 */
export function publishedForm(text: string, letter: Letter): PublishedForm {
  const edits = cleanUpEdits(letter.text, letter);
  const cleaned = edits.length === 0 ? letter : parse(applyEdits(letter.text, edits));
  return formOf(applyEdits(text, edits), cleaned);
}

/** The form of a text that has one paragraph per line. */
function formOf(text: string, letter: Letter): PublishedForm {
  const letters = lettersIn(letter);
  const headings = letters.flatMap(({ sections }) => sections.map(({ heading }) => heading));
  const bold = inOrder([
    ...headings,
    // Published letters have the decision in regular type; in bold, it's found at a glance.
    ...letters.flatMap(({ issues }) =>
      issues.flatMap(({ heading, parts }) => [heading.span, ...parts.map(({ label }) => label)]),
    ),
  ]);
  const tables = letters.flatMap(({ frontMatter, sections }) =>
    frontMatter && sections.some(({ kind }) => kind === "frontMatter") ? [tableOf(text, frontMatter)] : [],
  );
  const cells = inOrder(tables.flatMap((one) => one.cells));
  const starts = letters.slice(1).map(({ span }) => span.start);

  const blocks: (PublishedParagraph | CaseDetails)[] = [];
  let isApart = false;
  for (const line of linesOf(text)) {
    if (line.start === line.end) {
      isApart = true;
      continue;
    }
    const startsPage = starts[0] !== undefined && starts[0] <= line.start;
    if (startsPage) starts.shift();
    const ofTable = overlapping(cells, line);
    const isHeading = ofTable.length === 0 && overlapping(headings, line).some((one) => inside(line, one));
    const runs = runsOf(without(text, line, ofTable), line, overlapping(bold, line));
    const [next] = tables;
    if (next && ofTable.length > 0 && next.start < line.end) {
      if (startsPage) blocks.push({ kind: "paragraph", runs: [], isApart: false, startsPage });
      blocks.push({ kind: "caseDetails", rows: next.rows });
      tables.shift();
    }
    if (runs.length > 0)
      blocks.push({
        kind: isHeading ? "heading" : "paragraph",
        runs,
        isApart,
        startsPage: startsPage && ofTable.length === 0,
      });
    isApart = false;
  }
  return { blocks };
}

/** The lines without the white space around them. */
function* linesOf(text: string): Generator<Span> {
  let start = 0;
  for (const { index, 0: lineEnd } of text.matchAll(/\r\n|[\n\r\f]/g)) {
    yield trim(text, start, index);
    start = index + lineEnd.length;
  }
  yield trim(text, start, text.length);
}

const inOrder = (spans: readonly Span[]): readonly Span[] => [...spans].sort((a, b) => a.start - b.start);

/** The spans that share a character with the line. They must be in order. */
function overlapping(spans: readonly Span[], line: Span): readonly Span[] {
  const end = firstStartingAtOrAfter(spans, line.end);
  let start = end;
  while (start > 0 && (spans[start - 1] as Span).end > line.start) start--;
  return spans.slice(start, end);
}

/** The line's text with spaces in place of some spans. */
function without(text: string, line: Span, spans: readonly Span[]): string {
  let words = text.slice(line.start, line.end);
  for (const span of spans) {
    const [start, end] = [
      Math.max(0, span.start - line.start),
      Math.min(words.length, span.end - line.start),
    ];
    words = words.slice(0, start) + " ".repeat(end - start) + words.slice(end);
  }
  return words;
}

/** `words` is the text of the line. No runs if it's blank. */
function runsOf(words: string, line: Span, bold: readonly Span[]): readonly PublishedRun[] {
  const runs: PublishedRun[] = [];
  const add = (start: number, end: number, isBold: boolean): void => {
    if (start < end) runs.push({ text: words.slice(start, end), isBold });
  };
  const { start: from, end: to } = trim(words, 0, words.length);
  let at = from;
  for (const span of bold) {
    const start = Math.max(at, span.start - line.start);
    const end = Math.min(to, span.end - line.start);
    if (end <= start) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return runs;
}

interface Table {
  readonly start: number;
  readonly rows: CaseDetails["rows"];
  /** The text that the table has. */
  readonly cells: readonly Span[];
}

/** The second half of a label that a column of values separates from the first. */
const labelTail = /\bReceived ?:/i;

function tableOf(text: string, frontMatter: FrontMatter): Table {
  const cells: Span[] = [];
  const details = new Map<FrontMatterField | undefined, CaseDetail>();
  for (const field of table.flat()) {
    const found = field && frontMatter[field];
    if (!found) continue;
    const { label, value } = found;
    const hasColon = text[label.end] === ":" || /^\s:/.test(text.slice(label.end, label.end + 2));
    const labelEnd = hasColon ? text.indexOf(":", label.end) + 1 : label.end;
    cells.push({ start: label.start, end: labelEnd }, value);
    let words = oneLine(text, { start: label.start, end: labelEnd });
    if (field === "applicationReceived" && !/received/i.test(words)) {
      const rest = text.slice(label.end, frontMatter.span.end);
      const tail = labelTail.exec(rest);
      if (tail) {
        const start = label.end + tail.index;
        cells.push({ start, end: start + tail[0].length });
        words += `\n${tail[0]}`;
      }
    }
    details.set(field, { label: words, value: found.text });
  }
  const rows = table
    .map(([left, right]) => [details.get(left) ?? null, details.get(right) ?? null] as const)
    .filter(([left, right]) => left !== null || right !== null);
  return { start: frontMatter.span.start, rows, cells: cells.filter(({ start, end }) => start < end) };
}
