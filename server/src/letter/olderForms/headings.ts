/** Section headings with text behind them, as letters of the older forms may have them: "ISSUE AT DISPUTE: Naproxen". */
import type { Line, Lines } from "../../base/lines.ts";
import { isOlderForm } from "../form.ts";
import { headingPatterns, maxHeadingLength } from "../headingPatterns.ts";
import { type HeadingLine, normalizedTitle, titleAt } from "../sections.ts";

/** All headings, in order: those that were found, and in a letter of an older form those with text behind them. */
export function withHeadingsBeforeText(
  text: string,
  lines: Lines,
  found: readonly HeadingLine[],
): readonly HeadingLine[] {
  if (!found.some(({ type }) => isOlderForm(type.form))) return found;
  let next = 0;
  const others = lines.list.flatMap((line, i): readonly HeadingLine[] => {
    while ((found[next]?.end ?? Infinity) <= line.start) next++;
    if ((found[next]?.start ?? Infinity) <= line.start) return [];
    const heading = headingBeforeText(text, line, i, line.start) ?? continued(text, lines, i);
    return heading ? [heading] : [];
  });
  const all = [...found, ...others].sort((a, b) => a.start - b.start);
  return all.filter((heading, i) => !isDisclaimerOfSummary(text, heading, all[i - 1]));
}

/** A heading that ends in a colon within the line. `start` is where it begins, here or in the line before. */
function headingBeforeText(text: string, line: Line, at: number, start: number): HeadingLine | undefined {
  const colon = text.indexOf(":", line.start);
  if (colon < 0 || colon >= line.end || colon - start > 2 * maxHeadingLength) return undefined;
  const span = { start, end: colon + 1 };
  const title = titleAt(text, span);
  const type = headingPatterns.get(normalizedTitle(title));
  return type && title.toUpperCase() !== "DISCLAIMER" ? { type, title, line: at, ...span } : undefined;
}

function continued(text: string, lines: Lines, at: number): HeadingLine | undefined {
  const [line, next] = [lines.list[at], lines.list[at + 1]];
  return line && next && headingBeforeText(text, next, at, line.start);
}

/** The case summary of 2013 may begin with "Disclaimer:" in a line of its own. */
function isDisclaimerOfSummary(text: string, heading: HeadingLine, before: HeadingLine | undefined): boolean {
  return (
    heading.title.toUpperCase() === "DISCLAIMER" &&
    before?.type.kind === "summary" &&
    text.slice(before.end, heading.start).trim() === ""
  );
}
