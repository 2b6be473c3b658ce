/** Puts a citation where the writer is, in the letter's own form. */

import { guidelineOf, topicsOf } from "../../analysis/citedGuidelines.ts";
import type { Edit } from "../../base/edits.ts";
import { flatten } from "../../base/flatText.ts";
import { touches } from "../../base/span.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import { readGuidelinePart } from "../../letter/citations.ts";
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
 * - in a guideline part, so that the part cites it beside what it cites already
 * - elsewhere as words in running text, at the offset
 *
 * Undefined where the part cites it already.
 */
export function citationEdit(
  whole: Letter,
  knowledge: Knowledge,
  offset: number,
  guideline: Guideline,
  topic: Topic | undefined,
): Edit | undefined {
  const letter = lettersIn(whole).findLast((one) => one.span.start <= offset) ?? whole;
  const form: Form = { ...formOf(letter, knowledge, offset), knowledge, guideline, topic };
  // An issue ends with its last word; the writer may be behind it.
  const issue = letter.issues.findLast((one) => one.span.start <= offset);
  const part = issue?.parts.find(
    (one): one is GuidelinePart => one.kind !== "rationale" && isIn(letter.text, one, offset),
  );
  return part ? inPart(letter.text, part, form) : inProse(letter.text, offset, form);
}

interface Form {
  readonly generation: LetterForm | undefined;
  /** The letter's year: it tells which version of a guideline is meant. */
  readonly year: number | undefined;
  readonly knowledge: Knowledge;
  readonly guideline: Guideline;
  readonly topic: Topic | undefined;
}

function formOf(letter: Letter, knowledge: Knowledge, offset: number): Pick<Form, "generation" | "year"> {
  const place = placeAt(letter, knowledge, offset, "byHand");
  const citing = place && citingAt(place);
  if (citing) return { generation: citing.generation, year: Number(citing.day.slice(0, 4)) };
  const day = letter.frontMatter?.decisionDate?.date ?? letter.frontMatter?.dateAssigned?.date;
  return { generation: letter.generation, year: day?.year };
}

/** In the part, or on the white space behind its label or its last word. */
const isIn = (text: string, part: GuidelinePart, offset: number): boolean =>
  touches(part.span, offset) ||
  (offset > part.span.end && /^[^\S\r\n]*$/.test(text.slice(part.span.end, offset)));

function inPart(text: string, part: GuidelinePart, form: Form): Edit | undefined {
  if (part.citations.some((citation) => isCitedIn(citation, form))) return undefined;
  const joined = joinedToLast(text, part, form);
  // Only titles that the reading of letters knows can follow an "and".
  return joined && isReadBack(text, part, joined, form) ? joined : asSentence(text, part, form);
}

/** One more section of the last guideline cited, or one more guideline after an "and": letters that cite by section do. */
function joinedToLast(text: string, part: GuidelinePart, form: Form): Edit | undefined {
  const { guideline, topic, knowledge, generation } = form;
  const last = part.citations.at(-1);
  if (guideline.kind !== "mtus" || last?.kind !== "mtus" || last.year === undefined) return undefined;
  if (citesByPages(generation)) return undefined;
  const end = endOf(text, last);
  if (topic && guidelineOf(last, knowledge)?.id === guideline.id) {
    return at(end, `${last.topics.length > 0 ? ", " : beforeSections}${topicTitle(topic)}`);
  }
  return at(
    end,
    `, and ${wordsFor(form)
      .replace(/^MTUS /, "")
      .replace(/\.$/, "")}`,
  );
}

function asSentence(text: string, { label, body }: GuidelinePart, form: Form): Edit {
  const isEmpty = body.end <= body.start;
  const to = isEmpty ? label.end : body.end;
  const stop = isEmpty || text.charAt(to - 1) === "." ? "" : ".";
  return at(to, `${stop} ${basedOn} ${wordsFor(form)}`);
}

const wordsFor = ({ generation, guideline, topic, year }: Form): string =>
  citationWords(generation, guideline, topic ? [topic] : [], year);

function isReadBack(text: string, part: GuidelinePart, edit: Edit, form: Form): boolean {
  const after = `${text.slice(0, edit.start)}${edit.text}${text.slice(edit.end)}`;
  const longer = edit.text.length - (edit.end - edit.start);
  const body = { start: part.body.start, end: part.body.end + longer };
  const span = { start: part.span.start, end: part.span.end + longer };
  const { citations } = readGuidelinePart({ ...part, body, span }, flatten(after, body));
  return citations.length >= part.citations.length && citations.some((citation) => isCitedIn(citation, form));
}

const at = (offset: number, text: string): Edit => ({ start: offset, end: offset, text });

function isCitedIn(citation: Citation, { guideline, topic, knowledge }: Form): boolean {
  if (guidelineOf(citation, knowledge)?.id !== guideline.id) return false;
  if (topic === undefined) return true;
  return topicsOf(citation, guideline, knowledge).some((match) => match.topic.id === topic.id);
}

/** Behind the last word of a citation, before its full stop. */
function endOf(text: string, { span, topics, year }: Citation): number {
  const last = Math.max(topics.at(-1)?.span.end ?? 0, year?.span.end ?? 0, span.start);
  const end = Math.max(span.end, last);
  return text.charAt(end - 1) === "." && end > last ? end - 1 : end;
}

/** "MTUS Chronic Pain Medical Treatment 2009, Muscle relaxants (for pain), pages 63-66", a space before it if need be. */
function inProse(text: string, offset: number, { guideline, topic, generation, year }: Form): Edit {
  const name = guidelineWordsFor(generation, guideline, year);
  const pages = topic && citesByPages(generation) ? pagesOf([topic]) : "";
  const words = [
    guideline.kind === "mtus" ? `MTUS ${name}` : name,
    ...(topic ? [topicTitle(topic)] : []),
    ...(pages ? [/^\d+$/.test(pages) ? `page ${pages}` : `pages ${pages}`] : []),
  ].join(", ");
  const space = offset > 0 && /[^\s("“[]/.test(text.charAt(offset - 1)) ? " " : "";
  return at(offset, `${space}${words}`);
}
