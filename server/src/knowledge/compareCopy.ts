/** What a copy says about the pages of the index. */
import { isUnpaged } from "./copyTopics.ts";
import { createKnowledge } from "./knowledge.ts";
import type { GuidelineCopy } from "./types.ts";

export interface CopyComparison {
  /** Topics of the index that the copy has, and how many the index has. */
  readonly found: number;
  readonly of: number;
  /** Found topics that begin on the page that the index has for them, and those that begin on another one. */
  readonly confirmed: number;
  readonly corrected: number;
  /** Topics that only the copy has. */
  readonly own: number;
}

/** Compares a copy with the index as it's built in, whatever copies there are already. */
export function compareCopy(copy: GuidelineCopy): CopyComparison {
  const builtIn = createKnowledge();
  const read = createKnowledge(undefined, [copy]);
  const topics = read.topicsOf(copy.guideline);
  const found = new Set(
    read.copyOf(copy.guideline)?.pages.flatMap((page) => page.topics.map(({ topic }) => topic)),
  );
  const counts = { found: 0, of: 0, confirmed: 0, corrected: 0, own: 0 };
  for (const { id, isOwn, pages } of topics) {
    if (isOwn) {
      counts.own++;
      continue;
    }
    counts.of++;
    if (!found.has(id)) continue;
    counts.found++;
    const known = builtIn.topic(id)?.pages[0]?.first;
    if (known === undefined || isUnpaged(copy)) continue;
    if (known === pages[0]?.first) counts.confirmed++;
    else counts.corrected++;
  }
  return counts;
}
