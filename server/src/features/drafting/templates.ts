/**
 * Templates: a new letter, a new issue, the outline of a rationale. All are snippets, with placeholders `${1:words}` for
 * what the writer has to say, and "\n" as line end.
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

const treatmentPlaceholder = `treatment, ${placeholders.treatment.words}`;

/** A whole letter with that many issues. */
export function letterTemplate(form: TemplateForm, issues: number): string {
  const stops = tabStops();
  const before = beforeIssues(stops, form);
  const blocks = Array.from({ length: issues }, (_, i) => {
    // Treatments in a letter must differ, and so must their placeholders.
    const placeholder =
      issues === 1 ? treatmentPlaceholder : `treatment ${i + 1}, ${placeholders.treatment.words}`;
    const empty: NewIssue = { treatment: "", placeholder, decision: undefined };
    return issueBlock(stops, form, empty, "\n\n", i === issues - 1);
  });
  return `${[...before, ...blocks].join("\n\n")}\n`;
}

/**
 * An issue after the one at `offset`, or else after the last one. In a letter without issues, at the end of the issues
 * section, which is added at the end of the letter if it is missing. `treatment` may be any text.
 */
export function issueTemplate(
  letter: Letter,
  offset: number,
  treatment: string,
  decision: NewIssue["decision"],
): Edit {
  const own = letterFrom(letter, offset);
  const gaps = gapsOf(own);
  const issue = newIssue(treatment, decision);
  const block = issueBlock(tabStops(), formOf(own.generation), issue, gaps.insideIssue, true);
  const { at, lead } = placeFor(own, offset, gaps);
  return { start: at, end: at, text: lead + block };
}

/** Where a new issue is inserted, and the text between it and what is before it. */
function placeFor(
  letter: Letter,
  offset: number,
  gaps: Gaps,
): { readonly at: number; readonly lead: string } {
  const before = issueFrom(letter, offset) ?? letter.issues.at(-1);
  if (before) return { at: lastWord(letter.text, before.span), lead: gaps.betweenIssues };
  const section = letter.sections.findLast(({ kind }) => kind === "issues");
  // Below a heading without text, its standard sentence.
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

/** The treatment in one line. If a whole heading is pasted, its decision is used. */
function newIssue(written: string, decision: NewIssue["decision"]): NewIssue {
  const line = written.replace(/[\s\u0085\u200b]+/g, " ").trim();
  const pasted = /: ?(upheld|overturned)\.?$/i.exec(line);
  const treatment = withoutColon(pasted ? line.slice(0, pasted.index) : line);
  const pastedDecision = pasted?.[1]?.toLowerCase() === "upheld" ? "Upheld" : "Overturned";
  return {
    treatment,
    placeholder: treatmentPlaceholder,
    decision: decision ?? (pasted ? pastedDecision : undefined),
  };
}

function withoutColon(words: string): string {
  let end = words.length;
  while (end > 0 && ": ".includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}
