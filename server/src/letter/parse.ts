/** Parses the text of a letter. Any text parses, and nothing throws. Linear in the length of the text. */

import { flatten, isBlank, plainSpaces, trim } from "../base/flatText.ts";
import { type Lines, readLines } from "../base/lines.ts";
import type { Span } from "../base/span.ts";
import { readCredentials } from "./credentials.ts";
import { readDirectives, withoutDirectives } from "./directives.ts";
import { formOfHeadings, isOlderForm, letterFormOf } from "./form.ts";
import { readFrontMatter } from "./frontMatter.ts";
import { findIssueBoundaries, readIssues } from "./issues.ts";
import { withoutMarkdownMarks } from "./markdownMarks.ts";
import { readCaseDetails } from "./olderForms/caseDetails.ts";
import { withHeadingsBeforeText } from "./olderForms/headings.ts";
import { readOlderIssues, withoutIssues } from "./olderForms/olderLetter.ts";
import { withoutRunningLines } from "./runningLines.ts";
import { findHeadings, type HeadingLine, sectionsOf, splitLetters } from "./sections.ts";
import type { CaseSummary, Letter, Section } from "./types.ts";

/** Parses the text of a file. If the file has several letters, the result is the first one, with the others in `following`. */
export function parse(original: string): Letter {
  const directives = readDirectives(original);
  const letterText = withoutRunningLines(withoutMarkdownMarks(withoutDirectives(original, directives)));
  const text = plainSpaces(letterText);
  const lines = readLines(text);
  const found = withHeadingsBeforeText(text, lines, findHeadings(text, lines));
  const [first, ...others] = splitLetters(text, lines, found);
  const read = (span: Span, own: Pick<Letter, "directives" | "following">) =>
    parseLetter(text, letterText, lines, found, span, own);
  const following = others.map((span) => read(span, { directives: [], following: [] }));
  return read(first as Span, { directives, following });
}

/** The fixed sentences that open a section's body. */
const summaryIntroduction = /^The (?:expert|physician) reviewer developed the following[^:]{0,200}:/i;
const olderSummaryIntroduction =
  /^(?:Disclaimer ?: ?)?The following case summary was taken directly from the utilization review[^.]{0,200}\./i;
const issuesIntroduction = /^The Final Determination was based on[^:]{0,200}:/i;

function parseLetter(
  text: string,
  letterText: string,
  lines: Lines,
  found: readonly HeadingLine[],
  span: Span,
  { directives, following }: Pick<Letter, "directives" | "following">,
): Letter {
  const own = found.filter((h) => h.start >= span.start && h.start < span.end);
  const table = readFrontMatter(text, { start: span.start, end: own[0]?.start ?? span.end });
  const all = sectionsOf(text, span, own, table?.span);
  const isOlder = own.some(({ type }) => isOlderForm(type.form));
  const frontMatter = table ?? (isOlder ? readCaseDetails(flatten(text, span)) : undefined);

  const { sections, issues } = issuesIn(text, lines, span, own, all);
  const summary = sections.find((s) => s.kind === "summary");
  const how = sections.find((s) => s.kind === "how");
  return {
    span,
    generation: letterFormOf(
      text,
      own.map(({ type }) => type),
      sections,
      issues,
      frontMatter,
    ),
    frontMatter,
    sections,
    credentials: how && readCredentials(text, how.body),
    summary: summary && readSummary(text, summary),
    issues,
    directives,
    following,
    text: letterText,
  };
}

/** The issues, and the sections without what belongs to an issue. */
function issuesIn(
  text: string,
  lines: Lines,
  span: Span,
  headings: readonly HeadingLine[],
  all: readonly Section[],
): Pick<Letter, "sections" | "issues"> {
  const section = all.find(({ kind }) => kind === "issues");
  const region = section
    ? { start: afterIntroduction(text, section, issuesIntroduction), end: section.body.end }
    : regionWithoutHeading(text, lines, span, all);
  const form = formOfHeadings(headings.map(({ type }) => type));
  // A letter between two forms has the headings of the older one and the labels of the newer one.
  if (isOlderForm(form) && !(region && hasNewerLabels(text, lines, region))) {
    const issues = readOlderIssues(form, text, span, headings, all);
    return { issues, sections: withoutIssues(text, all, issues) };
  }
  const issues = region ? readIssues(text, lines, region) : [];
  return { issues, sections: section ? all : cutAt(text, all, issues[0]?.span.start) };
}

const hasNewerLabels = (text: string, lines: Lines, region: Span): boolean =>
  findIssueBoundaries(text, lines, region).some(
    (mark) => mark.type === "decision" || mark.kind !== "rationale",
  );

function readSummary(text: string, section: Section): CaseSummary {
  const { body } = section;
  const start = Math.max(
    ...[summaryIntroduction, olderSummaryIntroduction].map((one) => afterIntroduction(text, section, one)),
  );
  return { narrative: trim(text, start, body.end) };
}

/** The offset at which a section's own text starts: after the fixed sentence that opens it. */
function afterIntroduction(text: string, { body }: Section, introduction: RegExp): number {
  const flat = flatten(text, { start: body.start, end: Math.min(body.end, body.start + 600) });
  const m = introduction.exec(flat.text);
  return m ? flat.span(0, m[0].length).end : body.start;
}

/** The region of the issues if their section has no heading: what follows the last section, if it has labels. */
function regionWithoutHeading(
  text: string,
  lines: Lines,
  span: Span,
  sections: readonly Section[],
): Span | undefined {
  const last = sections.findLast((s) => s.kind !== "other");
  const from = last?.kind === "frontMatter" ? last.span.end : (last?.heading.end ?? span.start);
  const region = { start: from, end: span.end };
  return findIssueBoundaries(text, lines, region).some((mark) => mark.type === "label") ? region : undefined;
}

/** Ends the section before the issues where the issues begin, if they have no section heading. */
function cutAt(text: string, sections: readonly Section[], issues: number | undefined): readonly Section[] {
  if (issues === undefined) return sections;
  return sections.map((section) => {
    if (section.span.end <= issues || isBlank(section.body)) return section;
    const body = trim(text, Math.min(section.body.start, issues), issues);
    return {
      ...section,
      body,
      span: { start: section.span.start, end: Math.max(body.end, section.heading.end) },
    };
  });
}
