/** Checks whether the sections of a letter are there, have text, and are in order. */

import { isBlank } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import { sections } from "../../letter/standardWording.ts";
import type { Letter, LetterForm, SectionKind } from "../../letter/types.ts";
import { fillSectionFix, sectionFix } from "../fixes/letterFixes.ts";
import type { Finding } from "../types.ts";
import { createFinding } from "./finding.ts";
import { missingUpToNext } from "./nextExpected.ts";

interface Expected {
  readonly kind: SectionKind;
  readonly heading: string;
}

const sectionsOfG3: readonly Expected[] = [
  { kind: "how", heading: sections.how.heading },
  { kind: "summary", heading: sections.summary.heading },
  { kind: "issues", heading: sections.issues.heading },
];

/** The sections that each form requires, in order. Forms that were never seen complete require none. */
const sectionsByForm: Readonly<Record<LetterForm, readonly Expected[]>> = {
  G1: [],
  G2: [],
  G3a: sectionsOfG3,
  G3b: sectionsOfG3,
  G4: sectionsOfG3,
  GX: [],
};

/** The sections that a letter in its form requires, in order. Empty if nothing is known about its form. */
export function expectedSections(letter: Letter): readonly Expected[] {
  return letter.generation ? sectionsByForm[letter.generation] : [];
}

/** Where a finding about the letter as a whole is reported: its first heading, or else its first line. */
export function letterStart(letter: Letter): Span {
  const first = letter.sections.find((s) => !isBlank(s.heading));
  return first?.heading ?? firstLine(letter);
}

export function firstLine({ text, span }: Letter): Span {
  const words = /\S[^\n\r\f]*/g;
  words.lastIndex = span.start;
  const m = words.exec(text);
  return m && m.index < span.end
    ? { start: m.index, end: m.index + m[0].trimEnd().length }
    : { start: span.start, end: span.start };
}

export function missingSections(letter: Letter): readonly Finding[] {
  const sections = expectedSections(letter);
  if (sections.every(({ kind }) => letter.sections.some((s) => s.kind === kind))) return [];
  const elements = sections.map((section) => {
    const found = letter.sections.find((s) => s.kind === section.kind);
    return { ...section, found, written: found !== undefined && !isBlank(found.body) };
  });
  const issuesWithoutHeading = letter.issues.length > 0 && !letter.sections.some((s) => s.kind === "issues");
  const inOrder = elements.map((e) =>
    e.kind === "issues" && issuesWithoutHeading ? { ...e, written: true } : e,
  );
  const written = inOrder.findLastIndex((e) => e.written);
  // A section that the writer hasn't reached isn't missing. The issues are required once there is a summary.
  const missing = missingUpToNext(inOrder).filter(
    (e) => !e.found && (e.kind === "issues" || inOrder.indexOf(e) < written),
  );
  const atIssues = inOrder.find((e) => e.kind === "issues" && issuesWithoutHeading && !missing.includes(e));
  return [...missing, ...(atIssues ? [atIssues] : [])].map((section) => {
    const after = elements
      .slice(
        0,
        elements.findIndex((e) => e.kind === section.kind),
      )
      .findLast((e) => e.found);
    const heading = letter.issues[0]?.heading.span;
    const at =
      section.kind === "issues" && heading ? heading : (after?.found?.heading ?? letterStart(letter));
    const where = after ? `after “${after.heading}”` : "at the start of the letter";
    return createFinding(
      at,
      `“${section.heading}” is missing ${where}.`,
      [],
      [sectionFix(letter, section.kind, section.heading, after?.found)],
    );
  });
}

export function emptySections(letter: Letter): readonly Finding[] {
  const sections = expectedSections(letter).map(({ kind }) => {
    const section = letter.sections.find((s) => s.kind === kind);
    const body = kind === "summary" && letter.summary ? letter.summary.narrative : section?.body;
    return { section, written: body !== undefined && !isBlank(body) };
  });
  const last = sections.findLastIndex((s) => s.written);
  return sections.flatMap(({ section, written }, i) => {
    // The issues section has its own rule. A last heading without text is where the writer is.
    if (!section || written || section.kind === "issues" || i > last) return [];
    const what =
      section.kind === "summary" ? "the employee's condition and history" : "how the review was made";
    const message = `“${section.title}” is empty. Describe ${what}.`;
    return [createFinding(section.heading, message, [], [fillSectionFix(letter, section)])];
  });
}

export function sectionOrder(letter: Letter): readonly Finding[] {
  const order = expectedSections(letter).map((e) => e.kind);
  const findings: Finding[] = [];
  let highest = -1;
  const seen = new Map<SectionKind, Span>();
  for (const section of letter.sections) {
    const rank = order.indexOf(section.kind);
    if (rank < 0) continue;
    const before = seen.get(section.kind);
    if (before) {
      const message = `“${section.title}” appears twice.`;
      findings.push(createFinding(section.heading, message, [{ ...before, message: "First occurrence." }]));
    } else if (rank < highest) {
      findings.push(
        createFinding(section.heading, `“${section.title}” usually comes earlier in the letter.`),
      );
    }
    seen.set(section.kind, section.heading);
    highest = Math.max(highest, rank);
  }
  return findings;
}
