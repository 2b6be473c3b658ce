/** Which guideline a document is. */
import { readCopy } from "./guidelineCopies.ts";
import { normalizedName, outsideBrackets, wordsOf } from "./normalize.ts";
import type { Guideline, Knowledge, PageText } from "./types.ts";

export interface GuidelineMatch {
  readonly guideline: Guideline;
  /** How many of the topics that the index knows stand in the document as headings. */
  readonly found: number;
  readonly of: number;
  /** The document's first pages hold the guideline's name. */
  readonly named: boolean;
}

/** The pages on which a document says what it is. */
const titlePages = 3;
/** In letters, without spaces. */
const shortestAlias = 16;
/** Being named counts as much as this many topics. */
const nameWeight = 5;

/** Every guideline, the likeliest first. Linear in the document for each guideline. */
export function identifyGuideline(
  pages: readonly PageText[],
  knowledge: Knowledge,
): readonly GuidelineMatch[] {
  const begins = normalizedName(
    wordsOf(
      pages
        .slice(0, titlePages)
        .map(({ text }) => text)
        .join("\n")
        .slice(0, 20_000),
    ),
  );
  return knowledge.guidelines
    .map((guideline): GuidelineMatch => {
      const topics = knowledge.topicsOf(guideline.id);
      const copy = { guideline: guideline.id, source: "", imported: "", pages };
      const found = new Set(
        topics.length === 0
          ? []
          : readCopy(copy, topics).pages.flatMap((page) => page.topics.map(({ topic }) => topic)),
      );
      const [name = "", ...aliases] = [guideline.name, ...guideline.aliases].map((words) =>
        normalizedName(wordsOf(outsideBrackets(words))),
      );
      // A short alias, such as "Chronic Pain", is said of many things.
      const names = [name, ...aliases.filter((alias) => alias.length >= shortestAlias)];
      const named = names.some((one) => one !== "" && begins.includes(one));
      return { guideline, found: found.size, of: topics.length, named };
    })
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

const scoreOf = ({ found, named }: GuidelineMatch): number => found + (named ? nameWeight : 0);
