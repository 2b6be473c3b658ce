/** The other words for the phrases of a query. */
import { regions } from "../../analysis/treatmentKinds.ts";
import { lazy } from "../../base/memoize.ts";
import { wordsOf } from "../../knowledge/normalize.ts";
import { foundUnder, sameMeaning } from "../../knowledge/searchWords.ts";

/** Words that a title has to have for a term of the query. */
export interface Alternative {
  readonly words: readonly string[];
  /** A word that its guideline has to have. */
  readonly within?: string;
  readonly weight: number;
  /** Whether the last word may be the beginning of one. */
  readonly isBegun: boolean;
}

/** How much a title counts that matches by these words. */
export const weights = { written: 1, synonym: 0.9, drugTopic: 0.95, drugClass: 0.5, under: 0.5 } as const;

export const keyOf = (words: readonly string[]): string => words.join(" ");

/** The alternatives of each phrase. */
export const synonyms = lazy(() => readSynonyms());

function readSynonyms(): ReadonlyMap<string, readonly Alternative[]> {
  const all = new Map<string, Alternative[]>();
  const add = (phrase: readonly string[], alternative: Omit<Alternative, "isBegun">): void => {
    const key = keyOf(phrase);
    if (key === keyOf(alternative.words)) return;
    all.set(key, [...(all.get(key) ?? []), { ...alternative, isBegun: false }]);
  };
  const groups = [...sameMeaning, ...regions.map(({ region, words }) => [region, ...words])].map((group) =>
    group.map((phrase) => wordsOf(phrase)),
  );
  for (const group of groups)
    for (const phrase of group) for (const words of group) add(phrase, { words, weight: weights.synonym });
  for (const { words, titles } of foundUnder) {
    for (const written of words.map((phrase) => wordsOf(phrase))) {
      const group = groups.filter((one) => one.some((phrase) => keyOf(phrase) === keyOf(written))).flat();
      for (const phrase of [written, ...group])
        for (const { title, within } of titles.map(titleWithin))
          add(phrase, { words: wordsOf(title), weight: weights.under, ...(within ? { within } : {}) });
    }
  }
  return all;
}

/** "odg knee leg": a title in a certain guideline. */
const titleWithin = (words: string): { readonly title: string; readonly within: string | undefined } =>
  words.startsWith("odg ")
    ? { title: words.slice("odg ".length), within: "odg" }
    : { title: words, within: undefined };
