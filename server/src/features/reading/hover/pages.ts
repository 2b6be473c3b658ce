import { guidelineOf, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { covers } from "../../../base/span.ts";
import type { Guideline, Knowledge, Pages, Topic } from "../../../knowledge/types.ts";
import type { Issue, PageRange } from "../../../letter/types.ts";
import { copiedOf } from "../../guidelines/copyExcerpts.ts";
import type { Hover } from "../../types.ts";
import type { Place } from "./context.ts";

/** Pages in a citation. Without a guideline whose pages are known there is nothing to say of them. */
export function pagesHover({ issue, offset, knowledge }: Place): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    const range = citation.pages.find((pages) => covers(pages.span, offset));
    if (range === undefined) continue;
    const guideline = guidelineOf(citation, knowledge);
    if (guideline?.pages === undefined) return undefined;
    const named = topicsOf(citation, guideline, knowledge).map((match) => match.topic.id);
    return pagesContent(range, guideline, [...named, ...topicsOfTreatment(issue, knowledge)], knowledge);
  }
  return undefined;
}

/** The ids of the topics that treat the disputed drugs. */
export const topicsOfTreatment = (issue: Issue, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(issue.heading.treatment).flatMap((mention) => mention.drug.topics);

/** The topics on those pages: first those sought, in their order, then those that fill the pages best. */
export function pagesContent(
  range: PageRange,
  guideline: Guideline,
  sought: readonly string[],
  knowledge: Knowledge,
): Hover {
  const cited = { first: Math.min(range.first, range.last), last: Math.max(range.first, range.last) };
  const rank = ({ id }: Topic): number => (sought.includes(id) ? sought.indexOf(id) : sought.length);
  const topics = [...knowledge.topicsOnPages(guideline.id, cited)].sort(
    (a, b) => rank(a) - rank(b) || likeness(b, cited) - likeness(a, cited),
  );
  return {
    ...range.span,
    content: {
      kind: "pages",
      guideline,
      pages: [range],
      topics,
      copied: copiedOf(knowledge, topics, cited.first),
    },
  };
}

/** How much of the pages cited and of the topic's own they share: 1 where they are the same. */
function likeness(topic: Topic, cited: Pages): number {
  const shares = topic.pages.map(({ first, last }) => {
    const common = Math.min(last, cited.last) - Math.max(first, cited.first) + 1;
    const all = Math.max(last, cited.last) - Math.min(first, cited.first) + 1;
    return Math.max(0, common) / all;
  });
  return Math.max(0, ...shares);
}
