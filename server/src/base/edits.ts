/** Edits of a text, and the line ends to write in it. */
import type { Span } from "./span.ts";

/** Replaces a span of a text. An edit of an empty span inserts. */
export interface Edit extends Span {
  readonly text: string;
}

/** The line end that a text uses; "\n" if it has none. */
export function lineEnd(text: string): string {
  if (text.includes("\r\n")) return "\r\n";
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

/** What separates the paragraphs of a text: its own line end, twice. */
export function paragraphBreak(text: string): string {
  return lineEnd(text).repeat(2);
}
