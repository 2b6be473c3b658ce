import type { Line } from "../../../base/lines.ts";
import { type GappedLines, startsLower } from "./gaps.ts";
import type { LineLayout, RegionStart } from "./regions.ts";

/** What belongs between two lines: a blank line, a line end, or only what separates two words. */
export type Break = "paragraph" | "line" | "space";

/** The break before a line (not the first) in a region with that layout. `starts` are the regions that start since the line before. */
export function breakBefore(
  text: string,
  lines: GappedLines,
  index: number,
  layout: LineLayout,
  starts: readonly RegionStart[],
): Break {
  if (starts.some((start) => start.before === "paragraph")) return "paragraph";
  const asItIs = lines.kindBefore(index) === "paragraph" ? "paragraph" : "line";
  if (starts.some((start) => start.before === "asIs")) return asItIs;
  switch (layout) {
    case "oneLine":
      return "space";
    case "table":
      return "line";
    case "credentials":
      return credentialLabel.test(startOf(text, lines.list[index] as Line))
        ? asItIs
        : proseBreak(text, lines, index);
    case "prose":
      return proseBreak(text, lines, index);
    default:
      return asItIs;
  }
}

const credentialLabel = /^(?:State|Certification)\(?s?\)?\b/i;
/** Headers and footers of pages, which separate two lines that belong together. */
const runningLine =
  /^(?:Final Determination Letter for IMR Case Number\b|(?:Page )?\d{1,3}(?: of \d{1,3})?$)/i;
const listItem = /^(?:[-\u2013\u2022*]|\(?(?:\d{1,2}|[a-z])[.)])\s/i;
const sentenceEnd = /[.:;!?]["')\]\u2019\u201d]*$/;
/** What a sentence can't end with. */
const connector = /[,&(/-]$/;

function proseBreak(text: string, lines: GappedLines, index: number): Break {
  const before = lines.list[index - 1] as Line;
  const line = lines.list[index] as Line;
  const [ending, beginning] = [endOf(text, before), startOf(text, line)];
  const goesOn = startsLower(text, line) || connector.test(ending);
  const kind = lines.kindBefore(index);
  if (isRunning(text, before) || isRunning(text, line)) return kind === "paragraph" ? "paragraph" : "line";
  if (kind === "paragraph") return goesOn && lines.gapBefore(index).blankLines > 1 ? "space" : "paragraph";
  if (listItem.test(beginning) && sentenceEnd.test(ending)) return kind === "line" ? "line" : "paragraph";
  const fullness = lines.width === 0 ? 0 : fill(text, before, line, lines.width);
  if (kind === "page") return goesOn || fullness > 0.8 ? "space" : "paragraph";
  return fullness > 0.8 || (goesOn && fullness > 0.5) ? "space" : "line";
}

/** How much of the width the line fills with the word that wrapped after it, up to about 1. 0 if it was never wrapped. */
function fill(text: string, before: Line, line: Line, width: number): number {
  const length = before.end - before.start;
  const firstWord = /^\S*/.exec(startOf(text, line))?.[0].length ?? 0;
  return length > width ? 0 : (length + 1 + firstWord) / width;
}

const isRunning = (text: string, { start, end }: Line): boolean =>
  end - start < 100 && runningLine.test(text.slice(start, end));

const startOf = (text: string, { start, end }: Line): string => text.slice(start, Math.min(end, start + 40));

const endOf = (text: string, { start, end }: Line): string => text.slice(Math.max(start, end - 8), end);
