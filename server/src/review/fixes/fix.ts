/** Changes that mend a finding. */
import type { Span } from "../../letter/types.ts";

/** Words that replace a span of the letter; an empty span inserts. */
export interface Edit extends Span {
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * - `certain`: the one right answer; "fix all" applies it
   * - `confirm`: the one answer that there is, for the writer to confirm: never applied on save
   * - `choice`: one of several right answers
   * - `skeleton`: what is missing, for the writer to fill in; `${1:words}` in the edits are tab stops
   */
  readonly kind: "certain" | "confirm" | "choice" | "skeleton";
}

export function replacement(title: string, span: Span, text: string, kind: Fix["kind"] = "certain"): Fix {
  return { title, kind, edits: [{ start: span.start, end: span.end, text }] };
}

export function insertion(title: string, at: number, text: string, kind: Fix["kind"] = "skeleton"): Fix {
  return { title, kind, edits: [{ start: at, end: at, text }] };
}

/** The letter's own line end. */
export function lineEnd(text: string): string {
  if (text.includes("\r\n")) return "\r\n";
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

/** The letter's own line end, twice: what stands between its paragraphs. */
export function paragraphBreak(text: string): string {
  return lineEnd(text).repeat(2);
}

/** Words of a letter inside a snippet: nothing in them is a tab stop. */
export function plainInSnippet(words: string): string {
  return words.replace(/[\\$}]/g, "\\$&");
}

/** A skeleton for editors without tab stops: the placeholders' own words stay, of a choice the first ones. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(
    snippetParts,
    (_all, escaped?: string, placeholder?: string, options?: string) =>
      escaped ?? placeholder?.replace(/\\([\\$}])/g, "$1") ?? (options === undefined ? "" : firstOf(options)),
  );
}

/** The first of the options "one,another", in which a comma may be escaped. */
const firstOf = (options: string): string =>
  (/^(?:[^\\,]|\\.)*/.exec(options)?.[0] ?? "").replace(/\\([\\,|])/g, "$1");

/** An escaped character, a placeholder, a choice, or a bare tab stop: whichever comes first. */
const snippetParts =
  /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|((?:[^\\|]|\\.)*)\|\}|\$(?:\d+|\{\d+\})/g;
