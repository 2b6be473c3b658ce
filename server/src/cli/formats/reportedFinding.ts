/** Findings with lines and columns instead of offsets. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { review } from "../../review/review.ts";
import { findingFingerprint } from "../../review/suppressions.ts";
import type { Severity } from "../../review/types.ts";
import type { ReadResult } from "../io/readLetter.ts";

type LetterInput = Extract<ReadResult, { readonly kind: "letter" }>;

/** 1-based lines and columns; columns count UTF-16 code units, as editors do. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** In a PDF or Word file: the page, and the line on it. Lines and columns are those of the text that it's read as. */
  readonly page?: number;
  readonly lineOnPage?: number;
}

export interface ReportedFinding extends SourceLocation {
  readonly rule: string;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  readonly law: string | null;
  /** Related locations, each with a message. */
  readonly related: readonly (SourceLocation & { readonly message: string })[];
  /** A digest that stays the same in later versions of the letter while its words do. The words can't be read from it. */
  readonly fingerprint: string;
  /** The line where it starts, and its UTF-16 offsets in that line. */
  readonly source: { readonly line: string; readonly start: number; readonly end: number };
}

export const messageWithLaw = ({ message, law }: ReportedFinding): string =>
  law === null ? message : `${message} (${law})`;

type Place = Pick<SourceLocation, "line" | "column" | "page" | "lineOnPage">;

/** "page 2, line 14"; undefined for a place in a text file, and "line 14" in a Word file without pages. */
export const pagePlace = ({ page, lineOnPage }: Place): string | undefined =>
  lineOnPage === undefined ? undefined : `${page === undefined ? "" : `page ${page}, `}line ${lineOnPage}`;

/** A message with its place in a PDF or Word file, for programs that only know lines of text. */
export function withPagePlace(message: string, place: SourceLocation): string {
  const onPage = pagePlace(place);
  return onPage === undefined ? message : `${message} [${onPage}]`;
}

/** A Word file has pages only if Word has stored where they begin. */
function placeOnPage(
  document: TextDocument,
  { kind, pages }: NonNullable<LetterInput["document"]>,
  offset: number,
): Pick<SourceLocation, "page" | "lineOnPage"> {
  const next = pages.findIndex((start) => start > offset);
  const page = next === -1 ? pages.length : next;
  const lineOnPage = document.positionAt(offset).line - document.positionAt(pages[page - 1] ?? 0).line + 1;
  return kind === "docx" && pages.length === 1 ? { lineOnPage } : { page, lineOnPage };
}

/** Returns a function that locates spans of the letter. */
export function sourceLocator(
  document: TextDocument,
  source: LetterInput["document"],
): (span: Span) => SourceLocation {
  return ({ start: from, end: to }) => {
    const [start, end] = [document.positionAt(from), document.positionAt(to)];
    return {
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      ...(source && placeOnPage(document, source, from)),
    };
  };
}

/** Where a place is, at the start of a line: "letter.imr:20:1", or "letter.pdf, page 2, line 14". */
export function placeInWords(file: string, place: Place): string {
  const onPage = pagePlace(place);
  return onPage === undefined ? `${file}:${place.line}:${place.column}` : `${file}, ${onPage}`;
}

/** Reviews a letter. `today` is in days since 1970-01-01. */
export function locateFindings(
  { text, letter, document: source }: Pick<LetterInput, "text" | "letter" | "document">,
  knowledge: Knowledge,
  severities: Readonly<Record<string, Severity>>,
  today: number,
): readonly ReportedFinding[] {
  const document = TextDocument.create("", "imr-letter", 0, text);
  const placeOf = sourceLocator(document, source);
  return review(letter, knowledge, { severities, today }).map((finding) => {
    const [start, end] = [document.positionAt(finding.start), document.positionAt(finding.end)];
    const line = document
      .getText({ start: { line: start.line, character: 0 }, end: { line: start.line + 1, character: 0 } })
      .replace(/[\r\n\f]/g, "");
    return {
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      law: finding.law ?? null,
      ...placeOf(finding),
      related: finding.related.map(({ message, ...span }) => ({ message, ...placeOf(span) })),
      fingerprint: findingFingerprint(finding, letter),
      source: { line, start: start.character, end: end.line === start.line ? end.character : line.length },
    };
  });
}
