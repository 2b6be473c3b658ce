/** Lines by which a writer tells the review what to leave alone: "%% imr-ignore consistency/age". */
import type { Directive } from "./types.ts";

/** What a directive line starts with. Such lines are no part of the letter's own text. */
export const directiveMark = "%%";

const form = /(?:^|[\n\r\f])[ \t]*%%[ \t]?imr-ignore(-file)?\b([^\n\r\f]*)/g;
const nextLine = /[\n\r\f]\s*(?:%%[^\n\r\f]*\s*)*([^\n\r\f]*)/y;

/** All directives of a text, in order. Linear. */
export function readDirectives(text: string): readonly Directive[] {
  if (!text.includes(directiveMark)) return [];
  return [...text.matchAll(form)].map((m) => {
    const start = text.indexOf(directiveMark, m.index);
    const end = m.index + m[0].length;
    // A colon begins the writer's reason.
    const rules = (m[2] as string).split(":")[0]?.match(/[a-z]+\/[a-z-]+/g) ?? [];
    nextLine.lastIndex = end;
    const next = m[1] ? undefined : nextLine.exec(text);
    const line = next?.[1] ?? "";
    return {
      span: { start, end },
      rules,
      covers: m[1]
        ? { start: 0, end: text.length }
        : { start: nextLine.lastIndex - line.length, end: nextLine.lastIndex },
    };
  });
}

const lineBreak = /\r\n|[\n\r]/y;

/**
 * The text with its directive lines blanked, line ends and all, so that they break no paragraph. As long as before, so
 * that offsets stay.
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
