/** What the review finds in a letter, with lines and columns. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Knowledge } from "../knowledge/types.ts";
import type { Letter } from "../letter/types.ts";
import { review } from "../review/review.ts";
import type { Severity } from "../review/types.ts";

/** Lines and columns are counted from 1; columns in UTF-16 units, as editors count them. */
export interface FoundIn {
  readonly rule: string;
  readonly severity: Exclude<Severity, "off">;
  readonly message: string;
  readonly law: string | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line that it begins in, and where in that line it is. */
  readonly source: { readonly line: string; readonly start: number; readonly end: number };
}

export function findingsIn(
  text: string,
  letter: Letter,
  knowledge: Knowledge,
  severities: Readonly<Record<string, Severity>>,
  today: number,
): readonly FoundIn[] {
  const document = TextDocument.create("", "imr-letter", 0, text);
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
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      source: { line, start: start.character, end: end.line === start.line ? end.character : line.length },
    };
  });
}
