import type { Line } from "../../../base/lines.ts";
import { type GappedLines, startsLower } from "./gaps.ts";
import type { LineLayout, RegionStart } from "./regions.ts";

/** What has to stand between two lines: a blank line, a line end, or nothing but what parts two words. */
export type Break = "paragraph" | "line" | "space";

/** What has to stand before a line (not the first) of that nature; `begun` are the marks since the line before. */
export function breakBefore(
  text: string,
  lines: GappedLines,
  index: number,
  nature: LineLayout,
  begun: readonly RegionStart[],
): Break {
  if (begun.some((mark) => mark.before === "paragraph")) return "paragraph";
  const asItIs = lines.kindBefore(index) === "paragraph" ? "paragraph" : "line";
  if (begun.some((mark) => mark.before === "asIs")) return asItIs;
  switch (nature) {
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
/** What pages print above or below their text: it stands between two lines that belong together. */
const runningLine =
  /^(?:Final Determination Letter for IMR Case Number\b|(?:Page )?\d{1,3}(?: of \d{1,3})?$)/i;
const listItem = /^(?:[-\u2013\u2022*]|\(?(?:\d{1,2}|[a-z])[.)])\s/i;
const sentenceEnd = /[.:;!?]["')\]\u2019\u201d]*$/;
/** What a sentence cannot end in. */
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

/** How much of the line's width is taken up, counting the word that wrapped; 0 for a line that was never wrapped. */
function fill(text: string, before: Line, line: Line, width: number): number {
  const length = before.end - before.start;
  const firstWord = /^\S*/.exec(startOf(text, line))?.[0].length ?? 0;
  return length > width ? 0 : (length + 1 + firstWord) / width;
}

const isRunning = (text: string, { start, end }: Line): boolean =>
  end - start < 100 && runningLine.test(text.slice(start, end));

const startOf = (text: string, { start, end }: Line): string => text.slice(start, Math.min(end, start + 40));

const endOf = (text: string, { start, end }: Line): string => text.slice(Math.max(start, end - 8), end);
