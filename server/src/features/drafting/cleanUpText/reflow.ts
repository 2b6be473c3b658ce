import { lineEnd } from "../../../base/edits.ts";
import type { Line } from "../../../base/lines.ts";
import type { Letter } from "../../../letter/types.ts";
import { type Break, breakBefore } from "./breaks.ts";
import { indentOf, readGaps } from "./gaps.ts";
import { type LineLayout, type RegionStart, stretches } from "./regions.ts";

/** Spaces that look like the plain one. */
const otherSpaces = /[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g;
const spaceRuns = /[\t\v \u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+/g;
/** Not all call these white space, so a gap that holds one stays as it is. */
const doubtful = /[\u0085\u200b\ufeff]/;

/** The letter's text with its lines and paragraphs as its structure says. Its words and their order stay. */
export function reflow(text: string, letter: Letter): string {
  const lines = readGaps(letter);
  const { list } = lines;
  if (list.length === 0) return text;
  const end = lineEnd(text);
  const isFixed = fixedGaps(text, letter);
  const marks = stretches(letter);
  const parts: string[] = [];
  let next = 0;
  let nature: LineLayout = "alone";
  let from = 0;
  list.forEach((line, i) => {
    const begun: RegionStart[] = [];
    for (let mark = marks[next]; mark && mark.at <= line.start; mark = marks[++next]) {
      nature = mark.nature;
      if (mark.at >= from) begun.push(mark);
    }
    if (isFixed(from, line.start) || (nature === "alone" && !begins(begun))) {
      parts.push(text.slice(from, line.start));
    } else if (i === 0) {
      parts.push(ownLines(nature) ? indentOf(text, line) : "");
    } else {
      const kind = breakBefore(text, lines, i, nature, begun);
      parts.push(written(kind, text, list[i - 1] as Line, line, nature, end));
    }
    parts.push(inner(text.slice(line.start, line.end), nature));
    from = line.end;
  });
  const tail = text.slice(from);
  const atEnd = /[\n\r]/.test(tail) ? end : "";
  parts.push(isFixed(from, text.length) || nature === "alone" ? tail : atEnd);
  return parts.join("");
}

const begins = (marks: readonly RegionStart[]): boolean => marks.some((mark) => mark.before === "paragraph");

const ownLines = (nature: LineLayout): boolean =>
  nature === "table" || nature === "lines" || nature === "alone";

function written(
  kind: Break,
  text: string,
  before: Line,
  line: Line,
  nature: LineLayout,
  end: string,
): string {
  if (kind === "space") return joinsWord(text, before) ? "" : " ";
  const indent = ownLines(nature) ? indentOf(text, line).replace(otherSpaces, " ") : "";
  return (kind === "line" ? end : end + end) + indent;
}

/** Whether a word goes on in the next line: behind a hyphen or a soft hyphen. */
function joinsWord(text: string, { end }: Line): boolean {
  const last = text.charAt(end - 1);
  return last === "\u00ad" || (last === "-" && /\S/.test(text.charAt(end - 2)));
}

/** The words of a line, one space between them; two behind a full stop or colon are the writer's own. */
function inner(words: string, nature: LineLayout): string {
  if (nature === "alone") return words;
  if (ownLines(nature)) return words.replace(otherSpaces, " ");
  return words.replace(spaceRuns, (run, at: number) =>
    run.length === 2 && /[.:?!]["')\]\u2019\u201d]?$/.test(words.slice(Math.max(0, at - 2), at)) ? "  " : " ",
  );
}

/** Tells of a gap whether it has to stay: about a directive and the line that it covers, or one of doubtful spaces. */
function fixedGaps(text: string, { directives }: Letter): (start: number, end: number) => boolean {
  const places = directives
    .flatMap(({ span, covers }) => [span.start, Math.max(covers.end, span.end)])
    .sort((a, b) => a - b);
  let next = 0;
  return (start, end) => {
    while (next < places.length && (places[next] as number) < start) next++;
    return (next < places.length && (places[next] as number) <= end) || doubtful.test(text.slice(start, end));
  };
}
