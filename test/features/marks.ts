/** Fixtures with a cursor `|` and marked words `[[…]]`, and the ways in which a letter's lines reach the editor. */
import fc from "fast-check";
import { expect } from "vitest";
import type { Span } from "../../server/src/letter/types.ts";
import { soundSamples } from "../review/samples.ts";

export interface Marked {
  readonly text: string;
  /** Where `|` stood; the start of the text where there is none. */
  readonly cursor: number;
  readonly spans: readonly Span[];
}

/** Takes the marks out of a text. */
export function unmark(marked: string): Marked {
  let text = "";
  let cursor = 0;
  const starts: number[] = [];
  const spans: Span[] = [];
  for (const piece of marked.split(/(\||\[\[|\]\])/)) {
    if (piece === "|") cursor = text.length;
    else if (piece === "[[") starts.push(text.length);
    else if (piece === "]]") spans.push({ start: starts.pop() ?? 0, end: text.length });
    else text += piece;
  }
  return { text, cursor, spans };
}

/** The text with its marks put in, as fixtures write it. */
export function withMarks(text: string, spans: readonly Span[]): string {
  let at = 0;
  const pieces = [...spans]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => {
      const piece = `${text.slice(at, start)}[[${text.slice(start, end)}]]`;
      at = end;
      return piece;
    });
  return pieces.join("") + text.slice(at);
}

const renditions: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => text.replaceAll("\n", "\r"),
  // Double-spaced: a blank line between paragraphs holds a space.
  (text) => text.replaceAll("\n\n", "\n \n").replaceAll("\n", " \n\n"),
];

/** Gives the same for each kind of line end and for double-spaced lines; `plain` takes those out of the answer. */
export function sameInEachRendition(text: string, answer: (text: string) => string): string {
  const plain = (words: string): string => words.replace(/\s+/g, " ").trim();
  const [first = "", ...others] = renditions.map((rendition) => plain(answer(rendition(text))));
  for (const other of others) expect(other).toBe(first);
  return first;
}

const sampleLines = soundSamples.flatMap(({ text }) => text.split("\n"));

/** Lines of the samples in any order, with rubbish between them. */
export const anyLines: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...sampleLines), fc.string({ unit: "binary", maxLength: 20 })), {
    maxLength: 30,
  })
  .map((parts) => parts.join("\n"));
