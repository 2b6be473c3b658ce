/** How a missing section or missing credentials are mended: with a skeleton of the fixed wording. */

import { paragraphBreak } from "../../base/edits.ts";
import { credentials, sections } from "../../letter/standardWording.ts";
import type { Letter, Section, SectionKind } from "../../letter/types.ts";
import { type Fix, insertion } from "./fix.ts";

const openings: Readonly<Partial<Record<SectionKind, string>>> = {
  summary: sections.summary.opening,
  issues: sections.issues.opening,
};

/** The heading with the fixed sentence below it, after the section that comes before, or where the issues start. */
export function sectionFix(
  letter: Letter,
  kind: SectionKind,
  heading: string,
  after: Section | undefined,
): Fix {
  const gap = paragraphBreak(letter.text);
  const title = `Add the heading “${heading}”`;
  const opening = openings[kind];
  const words = [heading, ...(opening ? [opening] : [])].join(gap);
  const first = letter.issues[0]?.span.start;
  if (kind === "issues" && first !== undefined) return insertion(title, first, `${words}${gap}`);
  if (after) return insertion(title, after.span.end, `${gap}${words}${gap}`);
  return insertion(title, letter.sections[0]?.span.start ?? letter.span.start, `${words}${gap}`);
}

/** The credentials block, at the end of the how-section. */
export function credentialsFix(letter: Letter, how: Section): Fix {
  const gap = paragraphBreak(letter.text);
  const line = gap.slice(gap.length / 2);
  const block = [
    credentials.opening,
    `${credentials.licensure} \${1:state}`,
    `${credentials.specialty} \${2:specialty}`,
  ].join(line);
  return insertion("Add the reviewer's credentials", how.span.end, `${gap}${block}`);
}
