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

/**
 * `imr/ignored`, a notification of the client: the keys of the findings that the user ignores in a document. It is sent
 * as the document opens and whenever they change; the document is then reviewed again.
 */
export const ignoredNotification = "imr/ignored";

export interface IgnoredFindings {
  readonly uri: string;
  readonly keys: readonly string[];
}

/**
 * The command of the code action "Ignore this finding here": the client stores the key and sends `imr/ignored`.
 * Offered only to clients whose initialization options say `{ "imr": { "ignore": true } }`.
 */
export const ignoreCommand = "imr.ignoreFinding";

/** Its arguments. The key is a digest and holds no word of the letter. */
export type IgnoreArguments = readonly [uri: string, rule: string, key: string];
