/** The topics that the index doesn't have, from the headings of the user's own copies of guidelines. */
import { normalizedName, titleWords } from "./normalize.ts";
import { titleKey, titlesOf } from "./rows.ts";
import type { CopyHeading, GuidelineCopy, PageText, Topic } from "./types.ts";

/** A topic, and the heading that it has in the copy. */
export interface CopyTopicHeading {
  readonly topic: Topic;
  readonly title: string;
}

/** A text that is longer than any page, in UTF-16 units. */
const maxPageLength = 10_000;

/**
 * Whether the copy doesn't say where its pages are: a text, a Word file that no program has shown, or a document whose page
 * numbers start again.
 */
export function isUnpaged({ pages }: Pick<GuidelineCopy, "pages">): boolean {
  const [only] = pages;
  return only !== undefined && pages.length === 1 && (only.page < 1 || only.text.length > maxPageLength);
}

/** The topics of the copy's headings, except those that the index has (`known`). Titles that several headings have are left out, unless the heading above tells them apart. */
export function topicsOfHeadings(copy: GuidelineCopy, known: readonly Topic[]): readonly CopyTopicHeading[] {
  const { guideline, headings = [], pages } = copy;
  const hasPages = !isUnpaged(copy);
  const taken = new Set(known.flatMap(titlesOf).map(titleKey));
  const counts = new Map<string, number>();
  for (const { title } of headings) counts.set(titleKey(title), (counts.get(titleKey(title)) ?? 0) + 1);
  const above: CopyHeading[] = [];
  return headings.flatMap((heading, index): CopyTopicHeading[] => {
    while (above.length > 0 && (above.at(-1) as CopyHeading).level >= heading.level) above.pop();
    const parent = above.at(-1);
    above.push(heading);
    const isShared = (counts.get(titleKey(heading.title)) ?? 0) > 1;
    const name = isShared && parent ? `${parent.title}: ${heading.title}` : heading.title;
    const key = titleKey(name);
    if (key === "" || taken.has(key) || (isShared && !parent)) return [];
    taken.add(key);
    const topic = Object.freeze({
      id: `${guideline}-own-${key}`,
      guideline,
      name,
      aliases: [],
      pages: hasPages ? [{ first: heading.page, last: lastPage(headings, index, pages) }] : [],
      alsoCited: [],
      criteria: [],
      seen: [],
      recommendation: undefined,
      summary: "",
      pagesFrom: "copy" as const,
      related: [],
      confidence: "low" as const,
      isOwn: true,
    });
    return [{ topic, title: heading.title }];
  });
}

/** The last page of a topic: that of the next heading that isn't below it. Without one, only its first page is known. */
function lastPage(headings: readonly CopyHeading[], index: number, pages: readonly PageText[]): number {
  const { page, level } = headings[index] as CopyHeading;
  const next = headings.slice(index + 1, index + maxBelow).find((one) => one.level <= level);
  if (!next || next.page <= page) return page;
  const text = pages.find((one) => one.page === next.page)?.text ?? "";
  return startsWith(text, next.title) ? next.page - 1 : next.page;
}

/** A topic has fewer headings below it. The limit keeps the search linear. */
const maxBelow = 500;

/** Whether nothing of the topic before is on the page. */
const startsWith = (text: string, title: string): boolean =>
  normalizedName(titleWords(text.slice(0, title.length + 20).split("\n")[0] ?? "")).startsWith(
    normalizedName(titleWords(title)),
  );
