/**
 * Reads letters of the forms before mid-2014. Little is known of them, so nothing is expected of them: what their headings and
 * fixed sentences tell is read, and everything else is left out.
 */
import { flatten, trim } from "../../base/flatText.ts";
import { firstStartingAtOrAfter, type Span } from "../../base/span.ts";
import type { OlderForm } from "../form.ts";
import type { HeadingLine } from "../sections.ts";
import type { Issue, Section } from "../types.ts";
import { issueOf } from "./drafts.ts";
import { draftsOf2013 } from "./issuesOf2013.ts";
import { draftsOf2014 } from "./issuesOf2014.ts";
import { issuesOfSections } from "./issuesOfSections.ts";

/** The issues of a letter in an older form, in order. */
export function readOlderIssues(
  form: OlderForm,
  text: string,
  span: Span,
  headings: readonly HeadingLine[],
  sections: readonly Section[],
): readonly Issue[] {
  if (form === "GX") return issuesOfSections(text, headings, sections);
  const flat = flatten(text, span);
  const drafts = draftsOf2013(text, flat, headings);
  return (drafts.length > 0 ? drafts : draftsOf2014(text, flat, sections))
    .sort((a, b) => a.heading.span.start - b.heading.span.start)
    .map((draft, index) => issueOf(draft, index));
}

/** Ends the section that an issue is in, but isn't about it, where the issue begins. */
export function withoutIssues(
  text: string,
  sections: readonly Section[],
  issues: readonly Issue[],
): readonly Section[] {
  const spans = issues.map(({ span }) => span);
  return sections.map((section) => {
    const inside = issues[firstStartingAtOrAfter(spans, section.body.start + 1)];
    if (section.kind === "issues" || !inside || inside.span.start >= section.body.end) return section;
    const body = trim(text, section.body.start, inside.span.start);
    return {
      ...section,
      body,
      span: { start: section.span.start, end: Math.max(body.end, section.heading.end) },
    };
  });
}
