/** Edits of a text, and the line ends that they write. */
import type { Span } from "./span.ts";

/** Replaces a span of the text; an empty span inserts. */
export interface Edit extends Span {
  readonly text: string;
}

/** The text's own line end. */
export function lineEnd(text: string): string {
  if (text.includes("\r\n")) return "\r\n";
  return text.includes("\n") || !text.includes("\r") ? "\n" : "\r";
}

/** The text's own line end, twice: what separates its paragraphs. */
export function paragraphBreak(text: string): string {
  return lineEnd(text).repeat(2);
}
