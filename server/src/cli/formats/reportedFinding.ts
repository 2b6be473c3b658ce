/** What the review finds in a letter, with lines and columns. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { review } from "../../review/review.ts";
import { findingFingerprint } from "../../review/suppressions.ts";
import type { Severity } from "../../review/types.ts";

/** Lines and columns are counted from 1; columns in UTF-16 units, as editors count them. */
export interface SourceLocation {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface ReportedFinding extends SourceLocation {
  readonly rule: string;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  readonly law: string | null;
  /** Other places that belong to it. */
  readonly related: readonly (SourceLocation & { readonly message: string })[];
  /** The same in later versions of the letter, as long as the words there are. No word can be read from it. */
  readonly fingerprint: string;
  /** The line that it begins in, and where in that line it is. */
  readonly source: { readonly line: string; readonly start: number; readonly end: number };
}

export const messageWithLaw = ({ message, law }: ReportedFinding): string =>
  law === null ? message : `${message} (${law})`;

export function locateFindings(
  text: string,
  letter: Letter,
  knowledge: Knowledge,
  severities: Readonly<Record<string, Severity>>,
  today: number,
): readonly ReportedFinding[] {
  const document = TextDocument.create("", "imr-letter", 0, text);
  const placeOf = ({ start: from, end: to }: Span): SourceLocation => {
    const [start, end] = [document.positionAt(from), document.positionAt(to)];
    return {
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    };
  };
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
