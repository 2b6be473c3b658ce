import { oneLine } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { isOlderForm } from "../../letter/form.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter, Part, Section } from "../../letter/types.ts";
import type { OutlineItem } from "../types.ts";

/** The outline of all letters in a file: sections, the issues in the issues section, and their parts. */
export function outline(letter: Letter): readonly OutlineItem[] {
  return lettersIn(letter).flatMap(outlineOfOne);
}

/** One pass, because sections and issues are both in order. An issue outside all sections is at the top level. */
function outlineOfOne(letter: Letter): readonly OutlineItem[] {
  const items: OutlineItem[] = [];
  let next = 0;
  const issuesBefore = (end: number): OutlineItem[] => {
    const found: OutlineItem[] = [];
    for (let issue = letter.issues[next]; issue && issue.span.start < end; issue = letter.issues[++next]) {
      found.push(issueItem(letter, issue));
    }
    return found;
  };
  for (const section of letter.sections) {
    items.push(...issuesBefore(section.span.start));
    const within = issuesBefore(section.span.end).map((issue) => clippedTo(section.span, issue));
    items.push(sectionItem(letter, section, within));
  }
  return [...items, ...issuesBefore(letter.span.end)];
}

function sectionItem(letter: Letter, section: Section, children: readonly OutlineItem[]): OutlineItem {
  return {
    kind: "section",
    name: section.title || "Section",
    detail: section.kind === "frontMatter" ? letter.frontMatter?.caseNumber?.text || undefined : undefined,
    span: section.span,
    nameSpan: clamped(section.heading, section.span),
    children,
  };
}

function issueItem({ text, generation }: Letter, issue: Issue): OutlineItem {
  const { heading } = issue;
  return {
    kind: "issue",
    name: heading.treatment || `Issue ${issue.index + 1}`,
    detail: decisionWord(issue) ?? (isOlderForm(generation) ? undefined : "no decision"),
    span: issue.span,
    nameSpan: clamped(heading.span, issue.span),
    children: [issue.claims, issue.reviewer, issue.rationale]
      .filter((part) => part !== undefined)
      .sort((a, b) => a.span.start - b.span.start)
      .map((part) => partItem(text, part, issue)),
  };
}

/** The parts of an issue may be sections of their own. Then they aren't listed twice. */
function clippedTo(section: Span, issue: OutlineItem): OutlineItem {
  if (issue.span.end <= section.end) return issue;
  const span = clamped(issue.span, section);
  return { ...issue, span, children: issue.children.filter((part) => part.span.end <= section.end) };
}

function partItem(text: string, part: Part, issue: Issue): OutlineItem {
  return {
    kind: "part",
    name: oneLine(text, part.label).replace(/(?<![:\s])[:\s]+$/, "") || "Part",
    detail: part.kind === "rationale" ? conclusionWord(issue) : undefined,
    span: part.span,
    nameSpan: clamped(part.label, part.span),
    children: [],
  };
}

/** "Upheld", "Overturned", or the other words in place of a decision. Undefined if there are none. */
export function decisionWord({ heading }: Issue): string | undefined {
  if (heading.decision?.outcome === "upheld") return "Upheld";
  if (heading.decision?.outcome === "overturned") return "Overturned";
  return heading.decision?.text || undefined;
}

function conclusionWord({ rationale }: Issue): string | undefined {
  if (rationale?.conclusion === undefined) return undefined;
  return rationale.conclusion.necessary ? "medically necessary" : "not medically necessary";
}

/** Editors reject an outline in which a name is outside its symbol. */
function clamped(span: Span, outer: Span): Span {
  const start = Math.min(Math.max(span.start, outer.start), outer.end);
  return { start, end: Math.max(start, Math.min(span.end, outer.end)) };
}
