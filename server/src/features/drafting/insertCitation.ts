/** Inserts a citation at the cursor, in the letter's format. */

import { guidelineOf, topicsOf } from "../../analysis/citedGuidelines.ts";
import { ownCitations } from "../../analysis/ownCitations.ts";
import type { Edit } from "../../base/edits.ts";
import { flatten } from "../../base/flatText.ts";
import { touches } from "../../base/span.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import { readGuidelinePart } from "../../letter/citations.ts";
import { dayOf } from "../../letter/isoDate.ts";
import { lettersIn } from "../../letter/letters.ts";
import { basedOn } from "../../letter/standardWording.ts";
import type { Citation, GuidelinePart, Letter, LetterForm } from "../../letter/types.ts";
import {
  beforeSections,
  citationWords,
  citesByPages,
  guidelineWordsFor,
  pagesOf,
  topicTitle,
} from "./citationFormat.ts";
import { citingAt } from "./completion/citing.ts";
import { placeAt } from "./completion/place.ts";

/**
 * The edit that cites the topic, or the guideline alone, at `offset`:
 * - in a guideline part, in addition to what the part already cites
 * - elsewhere, as words in running text
 *
 * Undefined if the part already cites it.
 */
export function citationEdit(
  whole: Letter,
  knowledge: Knowledge,
  offset: number,
  guideline: Guideline,
  topic: Topic | undefined,
): Edit | undefined {
  const letter = lettersIn(whole).findLast((one) => one.span.start <= offset) ?? whole;
  const target: Target = { ...formatOf(letter, knowledge, offset), knowledge, guideline, topic };
  // An issue ends with its last word, and the cursor may be after that.
  const issue = letter.issues.findLast((one) => one.span.start <= offset);
  const part = issue?.parts.find(
    (one): one is GuidelinePart => one.kind !== "rationale" && isIn(letter.text, one, offset),
  );
  return part ? inPart(letter.text, part, target) : inProse(letter.text, offset, target);
}

/** What to cite, and in which format. */
interface Target {
  readonly generation: LetterForm | undefined;
  /** The letter's day, "2016-12-05", which decides which edition of a guideline is cited. */
  readonly day: string | undefined;
  readonly knowledge: Knowledge;
  readonly guideline: Guideline;
  readonly topic: Topic | undefined;
}

function formatOf(letter: Letter, knowledge: Knowledge, offset: number): Pick<Target, "generation" | "day"> {
  const place = placeAt(letter, knowledge, offset, "byHand");
  const citing = place && citingAt(place);
  if (citing) return { generation: citing.generation, day: citing.day };
  const date = letter.frontMatter?.decisionDate?.date ?? letter.frontMatter?.dateAssigned?.date;
  return { generation: letter.generation, day: date && dayOf(date) };
}

/** Whether the offset is in the part, or in the white space after its label or its last word. */
const isIn = (text: string, part: GuidelinePart, offset: number): boolean =>
  touches(part.span, offset) ||
  (offset > part.span.end && /^[^\S\r\n]*$/.test(text.slice(part.span.end, offset)));

function inPart(text: string, part: GuidelinePart, target: Target): Edit | undefined {
  if (part.citations.some((citation) => isCitedIn(citation, target))) return undefined;
  const joined = joinedToLast(text, part, target);
  // Only titles that the parser knows can follow an "and".
  return joined && isParsed(text, part, joined, target) ? joined : asSentence(text, part, target);
}

/** Another section of the last guideline cited, or another guideline after an "and", as in letters that cite by section. */
function joinedToLast(text: string, part: GuidelinePart, target: Target): Edit | undefined {
  const { guideline, topic, knowledge, generation } = target;
  const last = part.citations.at(-1);
  if (guideline.kind !== "mtus" || last?.kind !== "mtus" || last.year === undefined) return undefined;
  if (citesByPages(generation)) return undefined;
  const end = endOf(text, last);
  if (topic && guidelineOf(last, knowledge)?.id === guideline.id) {
    return at(end, `${last.topics.length > 0 ? ", " : beforeSections}${topicTitle(topic)}`);
  }
  return at(
    end,
    `, and ${wordsFor(target)
      .replace(/^MTUS /, "")
      .replace(/\.$/, "")}`,
  );
}

function asSentence(text: string, { label, body }: GuidelinePart, target: Target): Edit {
  const isEmpty = body.end <= body.start;
  const to = isEmpty ? label.end : body.end;
  const stop = isEmpty || text.charAt(to - 1) === "." ? "" : ".";
  return at(to, `${stop} ${basedOn} ${wordsFor(target)}`);
}

const wordsFor = ({ generation, guideline, topic, day }: Target): string =>
  citationWords(generation, guideline, topic ? [topic] : [], day);

/** Whether the parser finds the citation after the edit. */
function isParsed(text: string, part: GuidelinePart, edit: Edit, target: Target): boolean {
  const after = `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`;
  const longer = edit.text.length - (edit.end - edit.start);
  const body = { start: part.body.start, end: part.body.end + longer };
  const span = { start: part.span.start, end: part.span.end + longer };
  const read = readGuidelinePart({ ...part, body, span }, flatten(after, body));
  const { citations } = ownCitations(read, after, target.knowledge);
  return (
    citations.length >= part.citations.length && citations.some((citation) => isCitedIn(citation, target))
  );
}

const at = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });

function isCitedIn(citation: Citation, { guideline, topic, knowledge }: Target): boolean {
  if (guidelineOf(citation, knowledge)?.id !== guideline.id) return false;
  if (topic === undefined) return true;
  return topicsOf(citation, guideline, knowledge).some((match) => match.topic.id === topic.id);
}

/** The offset after the last word of a citation, before its period. */
function endOf(text: string, { span, topics, year }: Citation): number {
  const last = Math.max(topics.at(-1)?.span.end ?? 0, year?.span.end ?? 0, span.start);
  const end = Math.max(span.end, last);
  return text.charAt(end - 1) === "." && end > last ? end - 1 : end;
}

/** "MTUS Chronic Pain Medical Treatment 2009, Muscle relaxants (for pain), pages 63-66", with a space before it if needed. */
function inProse(text: string, offset: number, { guideline, topic, generation, day }: Target): Edit {
  const name = guidelineWordsFor(generation, guideline, day);
  const pages = topic && citesByPages(generation) ? pagesOf([topic]) : "";
  const words = [
    guideline.kind === "mtus" ? `MTUS ${name}` : name,
    ...(topic ? [topicTitle(topic)] : []),
    ...(pages ? [/^\d+$/.test(pages) ? `page ${pages}` : `pages ${pages}`] : []),
  ].join(", ");
  const space = offset > 0 && /[^\s("“[]/.test(text.charAt(offset - 1)) ? " " : "";
  return at(offset, `${space}${words}`);
}
