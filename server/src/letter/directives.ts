/** Reads lines that tell the review what to ignore: "%% imr-ignore consistency/age". */
import { matchAll } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import type { Directive } from "./types.ts";

/** What a directive line starts with. Such lines aren't part of the letter. */
export const directiveMark = "%%";

const directive = /(?:^|[\n\r\f])[ \t]*%%[ \t]?imr-ignore(-file)?\b([^\n\r\f]*)/g;
/** From the end of a line: empty lines, then the next line with text. */
const nextLine = /[\n\r\f]\s*([^\n\r\f]*)/y;

/** All directives of a text, in order. Linear. */
export function readDirectives(text: string): readonly Directive[] {
  if (!text.includes(directiveMark)) return [];
  // From the last to the first: each of several directives in a row covers what the last one covers.
  const found: Directive[] = [];
  let below: Directive | undefined;
  for (const m of [...matchAll(directive, text)].reverse()) {
    const start = text.indexOf(directiveMark, m.index);
    const end = m.index + m[0].length;
    // A colon begins the writer's reason.
    const rules = (m[2] as string).split(":")[0]?.match(/(?<![a-z])[a-z]+\/[a-z-]+/g) ?? [];
    const isOfFile = m[1] !== undefined;
    const covers = isOfFile ? { start: 0, end: text.length } : lineCovered(text, end, below);
    const read = { span: { start, end }, rules, covers };
    if (!isOfFile) below = read;
    found.push(read);
  }
  return found.reverse();
}

/** The next line that doesn't start with the mark; an empty span at the end of the text if there is none. */
function lineCovered(text: string, end: number, below: Directive | undefined): Span {
  let line = lineAfter(text, end);
  while (text.startsWith(directiveMark, line.start)) {
    if (line.start === below?.span.start) return below.covers;
    line = lineAfter(text, line.end);
  }
  return line;
}

function lineAfter(text: string, end: number): Span {
  nextLine.lastIndex = end;
  const line = nextLine.exec(text)?.[1];
  return line === undefined
    ? { start: text.length, end: text.length }
    : { start: nextLine.lastIndex - line.length, end: nextLine.lastIndex };
}

const lineBreak = /\r\n|[\n\r]/y;

/**
 * The text with spaces in place of its directive lines and their line ends, so they don't divide a paragraph. Offsets stay
 * the same.
 */
export function withoutDirectives(text: string, directives: readonly Directive[]): string {
  let result = "";
  let at = 0;
  for (const { span } of directives) {
    lineBreak.lastIndex = span.end;
    const end = lineBreak.test(text) ? lineBreak.lastIndex : span.end;
    result += text.slice(at, span.start) + " ".repeat(end - span.start);
    at = end;
  }
  return directives.length === 0 ? text : result + text.slice(at);
}
