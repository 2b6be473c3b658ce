/** Recognizes which guideline a document is. */
import { normalizedName, outsideBrackets, titleWords, wordsOf } from "./normalize.ts";
import type { CopyHeading, Guideline, Knowledge, PageText, Topic } from "./types.ts";

export interface GuidelineMatch {
  readonly guideline: Guideline;
  /** The number of the guideline's topics that the document has as headings. */
  readonly found: number;
  /** The number of topics that the index has for the guideline. */
  readonly of: number;
  /** The first pages of the document have the guideline's name. */
  readonly named: boolean;
  /** The document is certainly or very probably this guideline. */
  readonly isLikely: boolean;
}

/** The number of pages at the start on which a document says what it is. */
const titlePages = 3;
/** In letters, without spaces. */
const minAliasLength = 16;
/** The name counts as much as this many topics. Its year, or the number of its pages, decides between editions. */
const nameWeight = 5;
const editionWeight = 2;
/** For each topic that is on the page that the index has for it. */
const placeWeight = 0.2;
/** The share of a guideline's topics that a document has if it's that guideline. */
const minShare = 0.1;
/** The same if the document doesn't name it, because many documents have a summary and an introduction. */
const minShareUnnamed = 0.3;
const minFoundUnnamed = 5;
/** So many topics are enough without a name, if they are also `minShare` of all. */
const manyFound = 10;
/** Longer lines aren't headings. In UTF-16 units. */
const maxHeadingLength = 160;

/**
 * All guidelines, the most likely one first. Linear in the length of the document. A copy of a guideline doesn't make it
 * more likely.
 */
export function identifyGuideline(
  pages: readonly PageText[],
  knowledge: Knowledge,
  headings: readonly CopyHeading[] = [],
): readonly GuidelineMatch[] {
  const start = pages
    .slice(0, titlePages)
    .map(({ text }) => text)
    .join("\n")
    .slice(0, 20_000);
  const titlePageWords = normalizedName(wordsOf(start));
  const titles = headingPages(pages, headings);
  const lastPage = pages.at(-1)?.page;
  const ranked = knowledge.guidelines
    .map((guideline) => {
      const topics = knowledge
        .topicsOf(guideline.id)
        .filter(({ isOwn }) => !isOwn || (guideline.isOwn && guideline.from === undefined));
      const places = topics.map((topic) => namesOf(topic).flatMap((name) => titles.get(name) ?? []));
      const found = places.filter((pages) => pages.length > 0).length;
      const placed = places.filter((pages, index) => pages.some((page) => isOn(topics[index], page))).length;
      const named = namesOfGuideline(guideline).some((one) => one !== "" && titlePageWords.includes(one));
      const isEdition =
        guideline.years.some((year) => start.includes(String(year))) ||
        (lastPage !== undefined && guideline.pages?.last === lastPage);
      const of = topics.length;
      const edition = isEdition && (named || found > 0) ? editionWeight : 0;
      const score = found + placed * placeWeight + (named ? nameWeight : 0) + edition;
      return { match: { guideline, found, of, named }, score };
    })
    .sort((a, b) => b.score - a.score);
  const matches = ranked.map(({ match, score }, index) => ({
    ...match,
    isLikely: isLikely(match, index === 0 && score > (ranked[1]?.score ?? 0)),
  }));
  return [...matches.filter((match) => match.isLikely), ...matches.filter((match) => !match.isLikely)];
}

/** `isBest`: no other guideline fits as well. */
function isLikely({ found, of, named }: Omit<GuidelineMatch, "isLikely">, isBest: boolean): boolean {
  if (of === 0) return named;
  if (named) return found >= Math.max(1, of * minShare);
  const isMany = found >= manyFound && found >= of * minShare;
  return isBest && (isMany || (found >= minFoundUnnamed && found >= of * minShareUnnamed));
}

/** The pages on which each line is that may be a heading, by its key. */
function headingPages(
  pages: readonly PageText[],
  headings: readonly CopyHeading[],
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const add = (title: string, page: number): void => {
    if (title.length > maxHeadingLength) return;
    const key = keyOf(title);
    const known = found.get(key);
    if (known) known.push(page);
    else found.set(key, [page]);
  };
  for (const { page, text } of pages) for (const line of text.split("\n")) add(line, page);
  for (const { title, page } of headings) add(title, page);
  return found;
}

const isOn = (topic: Topic | undefined, page: number): boolean => topic?.pages[0]?.first === page;

const keyOf = (title: string): string => normalizedName(titleWords(title));

const namesOf = ({ name }: Topic): readonly string[] =>
  [name, outsideBrackets(name)].map(keyOf).filter((key) => key !== "");

function namesOfGuideline({ name, aliases }: Guideline): readonly string[] {
  const [own = "", ...others] = [name, ...aliases].map((words) =>
    normalizedName(wordsOf(outsideBrackets(words))),
  );
  // A short alias, such as "Chronic Pain", is in many documents.
  return [own, ...others.filter((alias) => alias.length >= minAliasLength)];
}
