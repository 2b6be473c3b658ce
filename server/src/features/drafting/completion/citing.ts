/** The state of a guideline part at the cursor. */

import { guidelineOf, guidelineWords } from "../../../analysis/citedGuidelines.ts";
import { ownCitations } from "../../../analysis/ownCitations.ts";
import { flatten } from "../../../base/flatText.ts";
import type { Guideline } from "../../../knowledge/types.ts";
import { readGuidelinePart } from "../../../letter/citations.ts";
import { letterFormOf } from "../../../letter/form.ts";
import { dayOf } from "../../../letter/isoDate.ts";
import type { Citation, GuidelinePart, Letter, LetterForm } from "../../../letter/types.ts";
import { citesByPages } from "../citationFormat.ts";
import type { Place } from "./place.ts";

/** A guideline part as if the letter ended at the cursor. */
export interface Citing {
  readonly part: GuidelinePart;
  /** The offset after the last "Decision based on". */
  readonly lead: number | undefined;
  /** The format in which the rest of the letter cites. */
  readonly generation: LetterForm | undefined;
  /** The letter's date, "2016-12-05", which decides which guidelines were in force. */
  readonly day: string;
}

const lead = /\bDecision\s+based\s+on(?=\s)/gi;

export function citingAt({ letter, knowledge, part, offset }: Place): Citing | undefined {
  if (part === undefined || part.kind === "rationale") return undefined;
  const body = { start: part.label.end, end: offset };
  const words = letter.text.slice(body.start, body.end);
  const begun = [...words.matchAll(lead)].at(-1);
  const { kind, label } = part;
  const read = readGuidelinePart(
    { kind, label, body, span: { start: label.start, end: offset } },
    flatten(letter.text, body),
  );
  const generation = generationWithout(letter, halfTyped(part, offset));
  return {
    part: ownCitations(read, letter.text, knowledge),
    lead: begun && body.start + begun.index + begun[0].length,
    generation,
    day: dayOfLetter(letter, generation),
  };
}

/** "MTUS", "MTUS Low Back Complaints": an unfinished citation looks like the 2014 format, as it has no year yet. */
const halfTyped = ({ citations }: GuidelinePart, offset: number): Citation | undefined => {
  const last = citations.findLast((citation) => citation.span.start < offset);
  if (last === undefined || last.year !== undefined) return undefined;
  return last.guideline === undefined || last.topics.length + last.pages.length === 0 ? last : undefined;
};

function generationWithout(letter: Letter, left: Citation | undefined): LetterForm | undefined {
  const { text, generation, sections, frontMatter } = letter;
  if (left === undefined || (generation !== "G3a" && generation !== "G3b")) return generation;
  const others = (part: GuidelinePart | undefined): GuidelinePart | undefined =>
    part && { ...part, citations: part.citations.filter((citation) => citation !== left) };
  const issues = letter.issues.map((issue) => ({
    ...issue,
    claims: others(issue.claims),
    reviewer: others(issue.reviewer),
  }));
  const headings = sections.flatMap(({ kind }) => (kind === "frontMatter" ? [] : [{ kind }]));
  return letterFormOf(text, headings, sections, issues, frontMatter);
}

/** The assumed date of a letter without dates: when most letters in its format were written, or for a new one, lately. */
const usualDays: Readonly<Partial<Record<LetterForm, string>>> = {
  G1: "2013-06-01",
  G2: "2014-01-01",
  GX: "2014-01-01",
  G3a: "2014-07-01",
  G4: "2024-01-01",
};

/** "2016-12-05": the decision date or, without one, another date of the front matter. */
export function dayOfLetter(letter: Letter, generation: LetterForm | undefined = letter.generation): string {
  const { decisionDate, dateAssigned, applicationReceived, urDenialDate } = letter.frontMatter ?? {};
  const date = [decisionDate, dateAssigned, applicationReceived, urDenialDate].find(
    (field) => field?.date,
  )?.date;
  return date ? dayOf(date) : ((generation && usualDays[generation]) ?? "2016-12-01");
}

/** A citation as far as it is typed. */
export interface Begun {
  readonly citation: Citation;
  readonly guideline: Guideline;
  /** The offset where the guideline's name and year end. */
  readonly end: number;
  readonly byPages: boolean;
}

/** The citation at the cursor, if it names a known guideline. */
export function begunCitation(
  { letter, knowledge, offset }: Place,
  citing: Citing | undefined,
): Begun | undefined {
  const citation = citing?.part.citations.at(-1);
  const name = citation && guidelineWords(letter.text, citation);
  const guideline = citation && guidelineOf(citation, knowledge);
  if (!name || !guideline || citing?.lead === undefined || name.start < citing.lead) return undefined;
  const words = letter.text.slice(name.start, name.end);
  const byPages =
    citation.kind === "mtus" &&
    citation.year === undefined &&
    (/Guidelines?$/i.test(words) || citesByPages(citing.generation));
  // In a letter whose citations have years, a chapter without one is still being typed.
  if (citation.kind === "mtus" && citation.year === undefined && !byPages) return undefined;
  const suffix = /^\s+Guidelines?\b/i.exec(letter.text.slice(name.end, offset))?.[0].length ?? 0;
  return { citation, guideline, end: name.end + suffix, byPages };
}
