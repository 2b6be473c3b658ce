import type { Pages, Topic } from "./types.ts";

/** The topics with a page in the range: those with the fewest pages first, then by page. */
export function topicsOnPages(topics: readonly Topic[], pages: Pages): readonly Topic[] {
  const first = Math.min(pages.first, pages.last);
  const last = Math.max(pages.first, pages.last);
  return topics
    .filter((topic) => topic.pages.some((range) => range.first <= last && first <= range.last))
    .sort((a, b) => breadth(a) - breadth(b) || (a.pages[0]?.first ?? 0) - (b.pages[0]?.first ?? 0));
}

function breadth(topic: Topic): number {
  return topic.pages.reduce((sum, range) => sum + range.last - range.first + 1, 0);
}
