/** Fixes for what is missing from a letter, with templates of the standard wording, and for what should not be in it. */

import { paragraphBreak } from "../../base/edits.ts";
import { plainInSnippet } from "../../base/snippet.ts";
import type { Span } from "../../base/span.ts";
import {
  credentials,
  decisions,
  howParagraph,
  labels,
  placeholders,
  sections,
  undecided,
} from "../../letter/standardWording.ts";
import type { Issue, Letter, Section, SectionKind } from "../../letter/types.ts";
import { type Fix, insertion, replacement } from "./fix.ts";

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

/** Writes the standard paragraph of a section, or the first sentences of a case summary. */
export function fillSectionFix(letter: Letter, { kind, title, span }: Section): Fix {
  const { age, sex, mechanism, diagnoses } = placeholders;
  const words =
    kind === "summary"
      ? `The injured worker is a \${1:${age.words}} year old \${2|${sex.words},female,male|} who was injured when \${3:${mechanism.words}}. Diagnoses include \${4:${diagnoses.words}}.`
      : plainInSnippet(howParagraph(letter.generation === "G3a" ? "2014" : "2016"));
  return insertion(`Fill in “${title}”`, span.end, `${paragraphBreak(letter.text)}${words}`);
}

const choice = `\${2|${[undecided, decisions.upheld, decisions.overturned].join(",")}|}`;

/** Adds an issue at the end of `after`, with its heading and its first label; what is missing then has fixes of its own. */
export function addIssueFix(letter: Letter, title: string, after: Span, treatment: string): Fix {
  const gap = paragraphBreak(letter.text);
  const heading = `\${1:${plainInSnippet(treatment)}}: ${choice}`;
  return insertion(title, after.end, `${gap}${heading}${gap}${labels.claims} $0`);
}

/** Writes the missing heading of an issue above its first part. */
export const addHeadingFix = (letter: Letter, at: number): Fix =>
  insertion("Add a heading", at, `\${1:treatment}: ${choice}${paragraphBreak(letter.text)}`);

/** Removes an issue with the gap before it. */
export function removeIssueFix({ text }: Letter, { span, index }: Issue): Fix {
  const start = text.slice(0, span.start).trimEnd().length;
  return replacement(`Remove issue ${index + 1}`, { start, end: span.end }, "", "alternative");
}

/** Removes words, and a space that would be left beside them. */
export function removeWordsFix({ text }: Letter, { start, end }: Span, words: string): Fix {
  const isSpaced = text[start - 1] === " " && /^[\s.,;:)]|^$/.test(text.slice(end, end + 1));
  return replacement(`Remove “${words}”`, { start: isSpaced ? start - 1 : start, end }, "", "alternative");
}
