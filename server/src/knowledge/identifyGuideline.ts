/** Recognizes which guideline a document is. */
import { readCopy } from "./guidelineCopies.ts";
import { normalizedName, outsideBrackets, wordsOf } from "./normalize.ts";
import type { Guideline, Knowledge, PageText } from "./types.ts";

export interface GuidelineMatch {
  readonly guideline: Guideline;
  /** The number of the guideline's topics that the document has as headings. */
  readonly found: number;
  /** The number of topics that the index has for the guideline. */
  readonly of: number;
  /** The first pages of the document have the guideline's name. */
  readonly named: boolean;
}

/** The number of pages at the start on which a document says what it is. */
const titlePages = 3;
/** In letters, without spaces. */
const minAliasLength = 16;
/** The name counts as much as this many topics. */
const nameWeight = 5;

/** All guidelines, the most likely one first. For each guideline, linear in the length of the document. */
export function identifyGuideline(
  pages: readonly PageText[],
  knowledge: Knowledge,
): readonly GuidelineMatch[] {
  const titlePageWords = normalizedName(
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
      // A short alias, such as "Chronic Pain", is in many documents.
      const names = [name, ...aliases.filter((alias) => alias.length >= minAliasLength)];
      const named = names.some((one) => one !== "" && titlePageWords.includes(one));
      return { guideline, found: found.size, of: topics.length, named };
    })
    .sort((a, b) => scoreOf(b) - scoreOf(a));
}

const scoreOf = ({ found, named }: GuidelineMatch): number => found + (named ? nameWeight : 0);
