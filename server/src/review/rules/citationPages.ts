/** Checks the pages that citations give. */

import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import type { Span } from "../../base/span.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Letter, PageRange } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** Only the pages and topics of MTUS guidelines are known well enough to contradict a letter. */
export const mtusGuidelineOf = (citation: Citation, knowledge: Knowledge): Guideline | undefined =>
  citation.kind === "mtus" ? guidelineOf(citation, knowledge) : undefined;

/** Pages that don't exist, in reverse order, or with a wrong page count. */
export function pageRanges(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(pagedCitations(letter), ({ citation }) =>
    matchFindings(citation.pages, (pages) => {
      const message = wrongPages(pages, citation, knowledge);
      return message ? [createFinding(pages.span, message, [], pageFixes(pages, citation, knowledge))] : [];
    }),
  );
}

interface Cited {
  readonly issue: Issue;
  readonly part: GuidelinePart;
  readonly citation: Citation;
}

/** The citations that give pages. */
function pagedCitations(letter: Letter): readonly Cited[] {
  const found: Cited[] = [];
  for (const issue of letter.issues) {
    for (const part of [issue.claims, issue.reviewer]) {
      if (!part) continue;
      for (const citation of part.citations) {
        if (citation.pages.length > 0) found.push({ issue, part, citation });
      }
    }
  }
  return found;
}

function wrongPages(
  { first, last, of }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): string | undefined {
  if (last < first) return `Pages ${first}-${last} are in reverse order.`;
  if (first === 0) return "Page 0 doesn't exist. Page numbers start at 1.";
  const length = documentLength(citation, knowledge);
  if (of !== undefined && length !== undefined && of !== length.pages) {
    return messageNaming(
      [length.name],
      (name) => `The letter gives a page count of ${of}, but ${name} has ${length.pages}.`,
    );
  }
  const end = length?.pages ?? of;
  if (end === undefined || last <= end) return undefined;
  const range = first === last ? `Page ${first} doesn't exist` : `Pages ${first}-${last} don't all exist`;
  return messageNaming([length?.name ?? "the document"], (name) => `${range}: ${name} has ${end} pages.`);
}

/** Puts the pages in order, or cites those of the only topic cited. */
function pageFixes(
  { span, first, last }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): readonly Fix[] {
  if (last < first && last > 0) {
    const ordered = `${last}-${first}`;
    return [replacement(`Put the pages in order: ${ordered}`, span, ordered)];
  }
  return citation.pages.length === 1 ? topicPagesFix(citation, knowledge) : [];
}

function topicPagesFix(citation: Citation, knowledge: Knowledge): readonly Fix[] {
  const topics = topicsWithKnownPages(citation, knowledge);
  const [topic] = topics;
  if (topics.length !== 1 || citation.topics.length === 0 || !topic) return [];
  const pages = pagesOf(topic);
  return [replacement(`Cite the pages of “${topic.name}”: ${pages}`, allPages(citation), pages)];
}

/** The topics that a citation names and whose pages are known well enough to contradict a letter. */
function topicsWithKnownPages(citation: Citation, knowledge: Knowledge): readonly Topic[] {
  const document = mtusGuidelineOf(citation, knowledge);
  if (!document) return [];
  return knowledge
    .topicsNamed(
      citation.topics.map((t) => t.value),
      document.id,
    )
    .map((m) => m.topic)
    .filter(({ confidence, pagesFrom, pages, isOwn }) => {
      const isSure = confidence !== "low" || (pagesFrom === "copy" && !isOwn);
      return isSure && pages.length > 0;
    });
}

function pagesOf({ pages }: Topic): string {
  return pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}

/** From the first page cited to the last. */
function allPages({ pages }: Citation): Span {
  return { start: pages[0]?.span.start ?? 0, end: pages.at(-1)?.span.end ?? 0 };
}

/** The name and page count of a document, if its pages start at 1 and are known well enough to contradict a letter. */
function documentLength(
  citation: Citation,
  knowledge: Knowledge,
): { readonly name: string; readonly pages: number } | undefined {
  const document = mtusGuidelineOf(citation, knowledge);
  if (!document?.pages || document.confidence !== "high" || document.pages.first !== 1) return undefined;
  // The user's copy may be a part of the document.
  if (document.pagesFrom === "copy") return undefined;
  return { name: document.name, pages: document.pages.last };
}

/** Pages without one of the topics cited. */
export function topicPages(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(pagedCitations(letter), ({ issue, citation, part }) => {
    if (citation.pages.some((p) => wrongPages(p, citation, knowledge))) return [];
    // A rationale without its label is parsed as part of the citation.
    if (part === issue.reviewer && !issue.rationale) return [];
    // Pages are listed for all topics together, so each topic needs only one of them.
    const stray = topicsWithKnownPages(citation, knowledge).find(
      (topic) => !citation.pages.some((p) => isOnPages(topic, p)),
    );
    if (!stray) return [];
    const pages = pagesOf(stray);
    const words = /\D/.test(pages) ? "pages" : "page";
    const message = messageNaming(
      [stray.name, pages],
      (topic, where) => `“${topic}” is usually cited from ${words} ${where}, not from these.`,
    );
    return [createFinding(allPages(citation), message, [], topicPagesFix(citation, knowledge))];
  });
}

function isOnPages(topic: Topic, { first, last }: PageRange): boolean {
  return [...topic.pages, ...topic.alsoCited].some((p) => p.first <= last && first <= p.last);
}
