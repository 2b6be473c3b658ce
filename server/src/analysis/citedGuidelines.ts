/** The guidelines and topics that citations name. */
import { oneLine } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import type { Guideline, Knowledge, TopicMatch } from "../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Located } from "../letter/types.ts";

/** The guideline that a citation names, if the knowledge base has it. */
export function guidelineOf(citation: Citation, knowledge: Knowledge): Guideline | undefined {
  if (citation.guideline === undefined) return undefined;
  const [first] = citation.topics;
  const name = nameWithChapter(citation.guideline.value, first?.value);
  return knowledge.guidelineNamed(name, citation.year?.value);
}

/** The chapter that a citation has in place of a topic. */
export function chapterInPlaceOfTopic({ guideline, topics }: Citation): Located<string> | undefined {
  const [first] = topics;
  return guideline && first && isChapter(first.value) ? first : undefined;
}

/**
 * The same or, if the citation names only a chapter and its topics, ODG, whose chapters have such names: "Non-MTUS Citation
 * Low Back (Hyperstimulation analgesia)".
 */
export function guidelineMeant(citation: Citation, knowledge: Knowledge): Guideline | undefined {
  const { guideline, kind, topics } = citation;
  if (guideline !== undefined || kind === "mtus") return guidelineOf(citation, knowledge);
  const [first] = knowledge.topicsNamed(
    topics.map((piece) => piece.value),
    "odg",
  );
  return first?.from === 0 ? knowledge.guideline("odg") : undefined;
}

/** "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders": a chapter in place of a topic. */
export const nameWithChapter = (name: string, topic: string | undefined): string =>
  topic !== undefined && isChapter(topic) ? `${name} ${topic}` : name;

export const isChapter = (topic: string): boolean => / Disorders$/i.test(topic);

/** The topics that a citation names, each with the words that name it. */
export function topicsOf(
  citation: Citation,
  guideline: Guideline,
  knowledge: Knowledge,
): readonly (TopicMatch & Span)[] {
  return knowledge
    .topicsNamed(
      citation.topics.map((piece) => piece.value),
      guideline.id,
    )
    .flatMap((match) => {
      const first = citation.topics[match.from];
      const last = citation.topics[match.to];
      if (first === undefined || last === undefined) return [];
      return [{ ...match, start: first.span.start, end: last.span.end }];
    });
}

/** The span of the guideline's name with its year: "Low Back Complaints 2004". */
export function guidelineWords(text: string, citation: Citation): Span | undefined {
  if (citation.guideline === undefined) return undefined;
  const { span } = citation.guideline;
  const year = citation.year?.span;
  if (year === undefined || year.end <= span.end) return span;
  return /^[\s,]*$/.test(text.slice(span.end, year.start)) ? { start: span.start, end: year.end } : span;
}

/** The guideline parts of an issue: none, one, or both. */
export const guidelineParts = (issue: Issue): readonly GuidelinePart[] =>
  [issue.claims, issue.reviewer].filter((part) => part !== undefined);

/** Shown for a guideline part that states that it cites nothing. */
export const noEvidenceCited = "no medical evidence cited";

/** The sources that a guideline part relies on, each in one line, in the words of the letter. */
export function reliedOn(text: string, part: GuidelinePart | undefined): readonly string[] {
  if (part === undefined) return [];
  if (part.citations.length === 0 && part.citesNothing !== undefined) return [noEvidenceCited];
  return part.citations.map((citation) => citationLine(text, citation));
}

function citationLine(text: string, citation: Citation): string {
  const words = guidelineWords(text, citation);
  if (words === undefined) return oneLine(text, citation.span);
  const topics = citation.topics.map((topic) => oneLine(text, topic.span));
  const pages = citation.pages.map((range) => oneLine(text, range.span));
  const pageWord = pages.length === 1 && /^\d+$/.test(pages[0] ?? "") ? "page" : "pages";
  return [
    oneLine(text, words),
    ...(topics.length > 0 ? [`: ${topics.join(", ")}`] : []),
    ...(pages.length > 0 ? [`, ${pageWord} ${pages.join(", ")}`] : []),
  ].join("");
}
