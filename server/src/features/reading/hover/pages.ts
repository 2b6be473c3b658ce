import { guidelineOf, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { covers } from "../../../base/span.ts";
import type { Guideline, Knowledge, Pages, Topic } from "../../../knowledge/types.ts";
import type { Issue, PageRange } from "../../../letter/types.ts";
import { copyExcerptsOf } from "../../guidelines/copyExcerpts.ts";
import { topicTexts } from "../../guidelines/topicText.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** Pages in a citation, if the pages of its guideline are known. */
export function pagesHover({ issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    const range = citation.pages.find((pages) => covers(pages.span, offset));
    if (range === undefined) continue;
    const guideline = guidelineOf(citation, knowledge);
    if (guideline?.pages === undefined) return undefined;
    const named = topicsOf(citation, guideline, knowledge).map((match) => match.topic.id);
    const sought = [...named, ...topicsOfTreatment(issue, knowledge)];
    return pagesContent(range, guideline, sought, issue.heading.treatment, knowledge);
  }
  return undefined;
}

/** The ids of the topics that cover the disputed drugs. */
export const topicsOfTreatment = (issue: Issue, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(issue.heading.treatment).flatMap((mention) => mention.drug.topics);

/** The topics on pages: first those in `sought` (topic ids), in that order, then those that match the pages best. */
export function topicsOnCitedPages(
  range: Pages,
  guideline: Guideline,
  sought: readonly string[],
  knowledge: Knowledge,
): readonly Topic[] {
  const cited = { first: Math.min(range.first, range.last), last: Math.max(range.first, range.last) };
  const rank = ({ id }: Topic): number => (sought.includes(id) ? sought.indexOf(id) : sought.length);
  return [...knowledge.topicsOnPages(guideline.id, cited)].sort(
    (a, b) => rank(a) - rank(b) || similarity(b, cited) - similarity(a, cited),
  );
}

/** The hover for pages, with their topics in that order. */
export function pagesContent(
  range: PageRange,
  guideline: Guideline,
  sought: readonly string[],
  treatment: string,
  knowledge: Knowledge,
): Hover {
  const topics = topicsOnCitedPages(range, guideline, sought, knowledge);
  return {
    ...range.span,
    content: {
      kind: "pages",
      guideline,
      pages: [range],
      topics,
      says: topicTexts(topics, treatment, knowledge),
      copied: copyExcerptsOf(knowledge, topics, Math.min(range.first, range.last)),
    },
  };
}

/** How similar the topic's pages are to those cited: 1 if they are the same, 0 if they don't overlap. */
function similarity(topic: Topic, cited: Pages): number {
  const shares = topic.pages.map(({ first, last }) => {
    const common = Math.min(last, cited.last) - Math.max(first, cited.first) + 1;
    const all = Math.max(last, cited.last) - Math.min(first, cited.first) + 1;
    return Math.max(0, common) / all;
  });
  return Math.max(0, ...shares);
}
