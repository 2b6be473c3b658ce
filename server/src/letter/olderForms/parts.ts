/** Reads the parts of an issue in letters before mid-2014, whose labels are sentences. */
import { type FlatText, flatten, trim } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import { readCitations } from "../citations.ts";
import { readRationale } from "../rationale.ts";
import type { Citation, GuidelinePart, Part, PartKind, RationalePart } from "../types.ts";

/** Where a part begins. Offsets are of the flat text. */
export interface PartMark {
  readonly kind: PartKind;
  /** The start and the end of the label. */
  readonly start: number;
  readonly end: number;
}

const decidedOn = "based (?:its|their|his/her|his|her) decision on";
const citedNothing = "(?= did not (?:cite|base|provide|use|identify|rely|reference)\\b)";

/** The labels, with a group for each of `partKinds` and one for the label of both guidelines. */
const labels = new RegExp(
  [
    `(\\bThe Claims Administrator(?:'s)?(?: ${decidedOn}|${citedNothing}))`,
    `(\\bThe (?:Physician|Expert|Medical) Reviewer(?: (?:${decidedOn}|relied (?:up)?on)|(?= found the guidelines?\\b)|${citedNothing}))`,
    "(\\b(?:The (?:Physician|Expert|Medical) Reviewer(?:'s)? decision rationale|(?:Decision )?Rationale for the Decision|Decision Rationale) ?:)",
    "(\\b(?:Sections?(?:\\(s\\))? of the Medical Treatment Utilization Schedule|Medical Treatment Guidelines?(?:\\(s\\))?) Relied Upon by the Expert Reviewer to Make (?:His/Her|His|Her) Decision ?:?)",
  ].join("|"),
  "gi",
);
const kinds: readonly PartKind[] = ["claims", "reviewer", "rationale", "reviewer"];

/** All labels in the flat text, in order. */
export const partMarks = (text: string): readonly PartMark[] =>
  matchAll(labels, text).map((m) => ({
    kind: kinds[m.slice(1).findIndex((group) => group !== undefined)] as PartKind,
    start: m.index,
    end: m.index + m[0].length,
  }));

export interface OlderParts {
  readonly parts: readonly (GuidelinePart | RationalePart)[];
  readonly claims: GuidelinePart | undefined;
  readonly reviewer: GuidelinePart | undefined;
  readonly rationale: RationalePart | undefined;
}

/** The parts with these labels, the last of which ends at `end`. A rationale may speak of what the parties cited. */
export function partsAt(text: string, flat: FlatText, marks: readonly PartMark[], end: number): OlderParts {
  const rationaleAt = marks.findIndex(({ kind }) => kind === "rationale");
  const own = rationaleAt < 0 ? marks : marks.slice(0, rationaleAt + 1);
  return partsOf(
    own.flatMap(({ kind, start, end: labelEnd }, i): (GuidelinePart | RationalePart)[] => {
      const limit = own[i + 1]?.start ?? end;
      // The label of both guidelines has no text of its own if both parties' sentences follow.
      if (kind === "reviewer" && flat.text.slice(labelEnd, limit).trim() === "" && own[i + 1]) return [];
      const label = flat.span(start, labelEnd);
      return [readPart(text, kind, label, flat.span(limit - 1, limit).end)];
    }),
  );
}

/** A part from its label to `end`, an offset into the text. */
export function readPart(
  text: string,
  kind: PartKind,
  label: Span,
  end: number,
): GuidelinePart | RationalePart {
  const body = trim(text, label.end, Math.max(label.end, end));
  const part: Part = { kind, label, body, span: { start: label.start, end: Math.max(body.end, label.end) } };
  const flat = flatten(text, body);
  return kind === "rationale"
    ? readRationale(part, flat)
    : { ...part, kind, citations: citationsIn(flat), citesNothing: undefined, outsideMtus: undefined };
}

export const partsOf = (parts: readonly (GuidelinePart | RationalePart)[]): OlderParts => ({
  parts,
  claims: parts.find((part): part is GuidelinePart => part.kind === "claims"),
  reviewer: parts.find((part): part is GuidelinePart => part.kind === "reviewer"),
  rationale: parts.find((part): part is RationalePart => part.kind === "rationale"),
});

/** Where another source begins in a sentence such as "the Chronic Pain … Guidelines, and the Official Disability Guidelines". */
const sourceNames =
  /\b(?:MTUS(?! ?\))|Medical Treatment Utilization Schedule|Chronic Pain (?:Medical )?Treatment|Post-?surgical Treatment|Acupuncture (?:Medical )?Treatment|(?:ACOEM|American College of Occupational)(?!.{0,60} (?:Complaints|Disorders)\b)|Official Disability|ODG\b(?! ?\))|Neck and Upper Back Complaints|Shoulder Complaints|Elbow (?:Complaints|Disorders)|Forearm, Wrist|Low Back Complaints|Knee Complaints|Ankle and Foot Complaints|Stress.Related Conditions|General Approaches)/gi;
const outsideMtus = /^(?:Official Disability|ODG)/i;
/** What says that a guideline is part of the MTUS, and isn't a topic of it. */
const ofMtus =
  /,? ?\(?(?:which|and|that)? ?(?:is|are) (?:not )?(?:a )?part of the (?:MTUS|Medical Treatment Utilization Schedule(?: \(MTUS\))?)\)?|\(MTUS\)|of the MTUS\b/gi;
/** The book that a chapter is of, in parentheses. */
const bookOfChapter = /\((?:ACOEM|American College)[^()]{0,120}(?:\([^()]{0,20}\)[^()]{0,80})?\)/gi;
/** The end of a sentence or of the source in it: "p. 67", "Inc. (2009)", and "2nd ed. chapter" go on. */
const endOfSource = /\.(?= +[A-Z])|\.$|,? (?:because|since|which|that|are|is|were|was)\b/i;
/** In UTF-16 units. */
const longestSource = 400;

/** What leads from a source to the next one. */
const linkingWords = /[ ,;](?:and|and the|the|from the|by the|as well as)$/i;

/** Without the spaces and marks at its end. */
function trimmedEnd(words: string): string {
  let end = words.length;
  while (end > 0 && " ,;(".includes(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

const mtusLead = "Decision based on MTUS ";
const nonMtusLead = "Decision based on Non-MTUS Citation ";

/** A guideline that letters of today don't cite under this name is read as a topic. */
function named(citation: Citation): Citation {
  const [first, ...topics] = citation.topics;
  const isGuideline =
    citation.guideline === undefined && first && /\b(?:Guidelines?|Complaints)$/i.test(first.value);
  return isGuideline ? { ...citation, guideline: first, topics } : citation;
}

/** The sources of the sentences that name some. They have no "Decision based on MTUS" before them, so it's supplied. */
function citationsIn(flat: FlatText): GuidelinePart["citations"] {
  // A comma takes the place of what is left out, so a name or a topic ends there.
  const words = [ofMtus, bookOfChapter].reduce(
    (text, pattern) => text.replace(pattern, (found) => ",".padEnd(found.length)),
    flat.text,
  );
  const names = matchAll(sourceNames, words);
  return names.flatMap((m, i) => {
    const sentence = words.slice(
      m.index,
      Math.min(names[i + 1]?.index ?? words.length, m.index + longestSource),
    );
    const stop = endOfSource.exec(sentence)?.index ?? sentence.length;
    const source = trimmedEnd(trimmedEnd(sentence.slice(0, stop)).replace(linkingWords, ""));
    const name = source.replace(/^(?:MTUS|Medical Treatment Utilization Schedule)\b[\s,:-]*/i, "");
    if (/^(?:MTUS|Medical Treatment Utilization Schedule)$/i.test(source)) return [];
    const all = flat.text.slice(m.index, m.index + sentence.length);
    const lead = outsideMtus.test(name) || /\bnot (?:a )?part of the/i.test(all) ? nonMtusLead : mtusLead;
    const from = m.index + source.length - name.length;
    const text = `${lead}${name}.`;
    const inBody = (offset: number): number =>
      Math.min(Math.max(offset - lead.length + from, m.index), m.index + source.length);
    return readCitations({ text, span: (start, end) => flat.span(inBody(start), inBody(end)) }).map(named);
  });
}
