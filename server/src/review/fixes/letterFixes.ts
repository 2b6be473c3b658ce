/** Fixes for a missing section and for missing credentials: templates of the standard wording. */

import { paragraphBreak } from "../../base/edits.ts";
import { credentials, sections } from "../../letter/standardWording.ts";
import type { Letter, Section, SectionKind } from "../../letter/types.ts";
import { type Fix, insertion } from "./fix.ts";

const openings: Readonly<Partial<Record<SectionKind, string>>> = {
  summary: sections.summary.opening,
  issues: sections.issues.opening,
};

/** Adds the heading and its standard sentence after the preceding section, or where the issues start. */
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

/** Adds the credentials block at the end of the section on how the determination was made. */
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
