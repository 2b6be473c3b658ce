/** Reads lines that aren't part of the letter: "%% imr-ignore consistency/age" tells the review what to ignore. */
import { matchAll } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import type { Directive } from "./types.ts";

/** What such a line starts with. Editors know it as the mark of comments, so it turns lines off and on. */
export const directiveMark = "%%";

const markedLine = /(?:^|[\n\r\f])[ \t]*%%([^\n\r\f]*)/g;
const ignoring = /^[ \t]?imr-ignore(-file)?\b(?![-/])([^:]*)/;
/** From the end of a line: empty lines, then the next line with text. */
const nextLine = /[\n\r\f]\s*([^\n\r\f]*)/y;

/** All directives of a text, in order. Linear. */
export function readDirectives(text: string): readonly Directive[] {
  if (!text.includes(directiveMark)) return [];
  // From the last to the first: each of several directives in a row covers what the last one covers.
  const found: Directive[] = [];
  let below: Directive | undefined;
  for (const m of [...matchAll(markedLine, text)].reverse()) {
    const start = text.indexOf(directiveMark, m.index);
    const end = m.index + m[0].length;
    const span = { start, end };
    const line = { start, end: afterLineBreak(text, end) };
    const [all, file, names] = ignoring.exec(m[1] as string) ?? [];
    if (all === undefined || names === undefined) {
      const named = { words: "", start: end };
      found.push({ span, line, ignores: undefined, rules: [], named, covers: { start: end, end } });
      continue;
    }
    const named = { words: names, start: start + directiveMark.length + all.length - names.length };
    // A colon begins the writer's reason.
    const rules = names.match(/(?<![a-z])[a-z]+\/[a-z-]+/g) ?? [];
    const ignores = file === undefined ? "line" : "file";
    const covers = ignores === "file" ? { start: 0, end: text.length } : lineCovered(text, end, below);
    const read: Directive = { span, line, ignores, rules, named, covers };
    if (ignores === "line") below = read;
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

function afterLineBreak(text: string, end: number): number {
  lineBreak.lastIndex = end;
  return lineBreak.test(text) ? lineBreak.lastIndex : end;
}

/**
 * The text with spaces in place of its directive lines and their line ends, so they don't divide a paragraph. Offsets stay
 * the same.
 */
export function withoutDirectives(text: string, directives: readonly Directive[]): string {
  let result = "";
  let at = 0;
  for (const { line } of directives) {
    result += text.slice(at, line.start) + " ".repeat(line.end - line.start);
    at = line.end;
  }
  return directives.length === 0 ? text : result + text.slice(at);
}
