/** The requests that this server adds to LSP, shared with the client. Positions are LSP positions. */
import type { Range } from "vscode-languageserver-types";

/** What the picker, the status bar and the navigation commands show of an issue. */
export interface IssueOverview {
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** "Upheld", "Overturned", other words that stand there, or undefined where it is missing. */
  readonly decision: string | undefined;
  /** What is missing, in words: "decision", "claims administrator guideline", "conclusion" … */
  readonly missing: readonly string[];
  /** All of the issue. */
  readonly range: Range;
  /** The heading: where a jump goes. */
  readonly heading: Range;
}

export interface LetterOverview {
  /** Undefined where the text is no determination letter. */
  readonly generation: string | undefined;
  readonly issues: readonly IssueOverview[];
}

/** `imr/overview`: `{ textDocument: { uri } }` → `LetterOverview | null` (null: the document is not open). */
export const overviewRequest = "imr/overview";
