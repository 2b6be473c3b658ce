/**
 * Text to fill in: a new letter, a new issue, the outline of a rationale. All are snippets, with `${1:words}` for what
 * the writer has to say, and "\n" at the end of their lines.
 */

import type { Edit } from "../../base/edits.ts";
import { isBlank, trim } from "../../base/flatText.ts";
import { tabStops } from "../../base/snippet.ts";
import { placeholders, sections, type TemplateForm } from "../../letter/standardWording.ts";
import type { Letter } from "../../letter/types.ts";
import { type Gaps, gapsOf, issueFrom, lastWord, letterFrom } from "./templates/insertionPoint.ts";
import { formOf, issueBlock, type NewIssue } from "./templates/issueBlock.ts";
import { beforeIssues } from "./templates/letterBlocks.ts";

export { type RationaleOutline, rationaleOutline } from "./templates/rationale.ts";

const usualBlank = `treatment, ${placeholders.treatment.words}`;

/** A whole letter with that many issues. */
export function letterTemplate(form: TemplateForm, issues: number): string {
  const stops = tabStops();
  const before = beforeIssues(stops, form);
  const blocks = Array.from({ length: issues }, (_, i) => {
    // No two treatments of a letter are the same, blanks among them.
    const blank = issues === 1 ? usualBlank : `treatment ${i + 1}, ${placeholders.treatment.words}`;
    const empty: NewIssue = { treatment: "", blank, decision: undefined };
    return issueBlock(stops, form, empty, "\n\n", i === issues - 1);
  });
  return `${[...before, ...blocks].join("\n\n")}\n`;
}

/**
 * An issue behind the one at `offset`, else behind the last; in a letter without issues at the end of their section,
 * which is added at the letter's end where there is none. `treatment` may be any text.
 */
export function issueTemplate(
  letter: Letter,
  offset: number,
  treatment: string,
  decision: NewIssue["decision"],
): Edit {
  const own = letterFrom(letter, offset);
  const gaps = gapsOf(own);
  const wanted = wantedIssue(treatment, decision);
  const block = issueBlock(tabStops(), formOf(own.generation), wanted, gaps.insideIssue, true);
  const { at, lead } = placeFor(own, offset, gaps);
  return { start: at, end: at, text: lead + block };
}

/** Where a new issue goes, and what stands between it and the text before. */
function placeFor(
  letter: Letter,
  offset: number,
  gaps: Gaps,
): { readonly at: number; readonly lead: string } {
  const before = issueFrom(letter, offset) ?? letter.issues.at(-1);
  if (before) return { at: lastWord(letter.text, before.span), lead: gaps.betweenIssues };
  const section = letter.sections.findLast(({ kind }) => kind === "issues");
  // Below a heading that nothing follows yet, its fixed sentence.
  const sentence = `${gaps.belowHeading}${sections.issues.opening}${gaps.betweenIssues}`;
  if (section) {
    const lead = isBlank(section.body) ? sentence : gaps.betweenIssues;
    return { at: lastWord(letter.text, section.span), lead };
  }
  const opening = `${sections.issues.heading}${sentence}`;
  const { text, span } = letter;
  const written = trim(text, span.start, span.end);
  if (!isBlank(written)) return { at: written.end, lead: gaps.betweenIssues + opening };
  return { at: span.end, lead: isBlank(span) ? opening : gaps.betweenIssues + opening };
}

/** The treatment in one line. A heading pasted whole brings its decision along. */
function wantedIssue(written: string, decision: NewIssue["decision"]): NewIssue {
  const line = written.replace(/[\s\u0085\u200b]+/g, " ").trim();
  const pasted = /: ?(upheld|overturned)\.?$/i.exec(line);
  const treatment = withoutColon(pasted ? line.slice(0, pasted.index) : line);
  const told = pasted?.[1]?.toLowerCase() === "upheld" ? "Upheld" : "Overturned";
  return { treatment, blank: usualBlank, decision: decision ?? (pasted ? told : undefined) };
}

function withoutColon(words: string): string {
  let end = words.length;
  while (end > 0 && ": ".includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}
