import { lineEnd } from "../../../base/edits.ts";
import type { Line } from "../../../base/lines.ts";
import type { Letter } from "../../../letter/types.ts";
import { type Break, breakBefore } from "./breaks.ts";
import { indentOf, readGaps } from "./gaps.ts";
import { type LineLayout, type RegionStart, regionStarts } from "./regions.ts";

/** Spaces that look like the plain one. */
const otherSpaces = /[\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]/g;
const spaceRuns = /[\t\v \u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]+/g;
/** Not all programs treat these as white space, so a gap with one stays as it is. */
const ambiguousSpace = /[\u0085\u200b\ufeff]/;

/** The letter's text with the lines and paragraphs that its structure calls for. Its words and their order don't change. */
export function reflow(text: string, letter: Letter): string {
  const lines = readGaps(letter);
  const { list } = lines;
  if (list.length === 0) return text;
  const end = lineEnd(text);
  const isFixed = fixedGaps(text, letter);
  const regions = regionStarts(letter);
  const parts: string[] = [];
  let next = 0;
  let layout: LineLayout = "alone";
  let from = 0;
  list.forEach((line, i) => {
    const starts: RegionStart[] = [];
    for (let region = regions[next]; region && region.at <= line.start; region = regions[++next]) {
      layout = region.layout;
      if (region.at >= from) starts.push(region);
    }
    if (isFixed(from, line.start) || (layout === "alone" && !startParagraph(starts))) {
      parts.push(text.slice(from, line.start));
    } else if (i === 0) {
      parts.push(keepsLines(layout) ? indentOf(text, line) : "");
    } else {
      const kind = breakBefore(text, lines, i, layout, starts);
      parts.push(gapText(kind, text, list[i - 1] as Line, line, layout, end));
    }
    parts.push(cleanLine(text.slice(line.start, line.end), layout));
    from = line.end;
  });
  const tail = text.slice(from);
  const atEnd = /[\n\r]/.test(tail) ? end : "";
  parts.push(isFixed(from, text.length) || layout === "alone" ? tail : atEnd);
  return parts.join("");
}

const startParagraph = (starts: readonly RegionStart[]): boolean =>
  starts.some((start) => start.before === "paragraph");

/** Whether each line of the region stays a line. */
const keepsLines = (layout: LineLayout): boolean =>
  layout === "table" || layout === "lines" || layout === "alone";

/** The white space between two lines. */
function gapText(
  kind: Break,
  text: string,
  before: Line,
  line: Line,
  layout: LineLayout,
  end: string,
): string {
  if (kind === "space") return joinsWord(text, before) ? "" : " ";
  const indent = keepsLines(layout) ? indentOf(text, line).replace(otherSpaces, " ") : "";
  return (kind === "line" ? end : end + end) + indent;
}

/** Whether a word continues in the next line: after a hyphen or a soft hyphen. */
function joinsWord(text: string, { end }: Line): boolean {
  const last = text.charAt(end - 1);
  return last === "\u00ad" || (last === "-" && /\S/.test(text.charAt(end - 2)));
}

/** The words of a line with one space between them. Two spaces after a period or colon stay, as writers type them. */
function cleanLine(words: string, layout: LineLayout): string {
  if (layout === "alone") return words;
  if (keepsLines(layout)) return words.replace(otherSpaces, " ");
  return words.replace(spaceRuns, (run, at: number) =>
    run.length === 2 && /[.:?!]["')\]\u2019\u201d]?$/.test(words.slice(Math.max(0, at - 2), at)) ? "  " : " ",
  );
}

/** Returns a function that says whether a gap has to stay: next to a directive or its line, or with ambiguous spaces. */
function fixedGaps(text: string, { directives }: Letter): (start: number, end: number) => boolean {
  const places = directives
    .flatMap(({ span, covers }) => [span.start, Math.max(covers.end, span.end)])
    .sort((a, b) => a - b);
  let next = 0;
  return (start, end) => {
    while (next < places.length && (places[next] as number) < start) next++;
    return (
      (next < places.length && (places[next] as number) <= end) || ambiguousSpace.test(text.slice(start, end))
    );
  };
}
