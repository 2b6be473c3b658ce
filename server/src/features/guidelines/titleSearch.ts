/**
 * A search by words in titles. Each word of the query must be a word of the title, the beginning of one, or a synonym:
 * letters that are scattered over a title never match.
 */
import { regions } from "../../analysis/treatmentKinds.ts";
import { lazy } from "../../base/memoize.ts";
import { normalizedName, wordsOf } from "../../knowledge/normalize.ts";
import { foundUnder, sameMeaning } from "../../knowledge/searchWords.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";

/** What is searched: the words of a title, its other names, and its guideline. */
export interface SearchedTitle {
  readonly name: readonly string[];
  readonly aliases: readonly (readonly string[])[];
  readonly guideline: readonly string[];
  /** The id of the topic; undefined for a guideline. */
  readonly topic: string | undefined;
}

export const searchedTitle = (
  name: string,
  aliases: readonly string[],
  guideline: readonly string[],
  topic?: string,
): SearchedTitle => ({
  name: wordsOf(name),
  aliases: aliases.map((alias) => wordsOf(alias)),
  guideline: guideline.flatMap((words) => wordsOf(words)),
  topic,
});

/** Words that a title has to have for a term of the query. */
interface Alternative {
  readonly words: readonly string[];
  /** A word that its guideline has to have. */
  readonly within?: string;
  readonly weight: number;
  /** Whether the last word may be the beginning of one. */
  readonly isBegun: boolean;
}

interface Term {
  readonly alternatives: readonly Alternative[];
  /** The ids of topics that the term means. */
  readonly topics: readonly string[];
  /** Whether it's a part of the body. */
  readonly isRegion: boolean;
  /** A number may be a chapter's or a page's, but also a dose. */
  readonly isOptional: boolean;
}

export type Query = readonly Term[];

const weights = { written: 1, synonym: 0.9, drugTopic: 0.95, drugClass: 0.5, under: 0.5 } as const;

/** Longer queries aren't names of anything. */
const maxQueryLength = 200;
const maxPhraseWords = 4;
/** Shorter words begin too many others, unless they're the last one, which is still being typed. */
const minBegunLength = 3;

/** A dose or a count: "10mg", "#60", "5%", "0.5 ml". */
const dose =
  /#\s?\d+|\b\d+(?:[.,/]\d+)*\s?(?:mg|mcg|ml|cc|gm?|hr|units?|tabs?|tablets?|caps?|capsules?|%)(?![a-z])/gi;

/** The terms of a query. Doses and counts are left out. */
export function readQuery(text: string, knowledge: Knowledge): Query {
  const query = text.slice(0, maxQueryLength);
  const plain = query.replace(dose, " ");
  const words = wordsOf(plain);
  const isComplete = /\s$/.test(query);
  const drugs = knowledge.drugsIn(query);
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const length = phraseLength(words, at);
    const phrase = words.slice(at, at + length);
    const isLast = at + length === words.length && !isComplete;
    terms.push(
      termOf(
        phrase,
        isLast,
        drugs.filter(({ drug }) => isNamed(drug, phrase)).map(({ drug }) => drug),
      ),
    );
    at += length;
  }
  return terms;
}

/** How many words from `at` on make up the longest phrase that has synonyms; 1 if none does. */
function phraseLength(words: readonly string[], at: number): number {
  for (let length = Math.min(maxPhraseWords, words.length - at); length > 1; length--)
    if (synonyms().has(keyOf(words.slice(at, at + length)))) return length;
  return 1;
}

const isNamed = ({ generic, brands, synonyms: others = [] }: Drug, phrase: readonly string[]): boolean =>
  [generic, ...brands, ...others].some((name) => phrase.every((word) => wordsOf(name).includes(word)));

function termOf(phrase: readonly string[], isLast: boolean, drugs: readonly Drug[]): Term {
  const written = {
    words: phrase,
    weight: weights.written,
    isBegun: isLast || (phrase.at(-1) ?? "").length >= minBegunLength,
  };
  const known = synonymsOf(phrase, isLast);
  const drugWords = drugs.flatMap(({ generic, brands }) =>
    [generic, ...brands].map((name) => ({ words: wordsOf(name), weight: weights.synonym, isBegun: false })),
  );
  const classes = drugs.flatMap(({ drugClass }) =>
    drugClass.split(/[,;/()]/).flatMap((name) => {
      const words = wordsOf(name.replace(/-/g, " "));
      const all = words.flatMap((word) => [...synonymsOf([word], false)]);
      return [
        { words, weight: weights.drugClass, isBegun: false },
        ...all.map((one) => ({ ...one, weight: one.weight * weights.drugClass })),
      ];
    }),
  );
  return {
    alternatives: [written, ...known, ...drugWords, ...classes].filter(({ words }) => words.length > 0),
    topics: drugs.flatMap(({ topics }) => topics),
    isRegion: phrase.every((word) => regionWords().has(word)),
    isOptional: phrase.every((word) => /^\d{1,3}$/.test(word)),
  };
}

const keyOf = (words: readonly string[]): string => words.join(" ");

function synonymsOf(phrase: readonly string[], isLast: boolean): readonly Alternative[] {
  const key = keyOf(phrase);
  const exact = synonyms().get(key);
  if (exact) return exact;
  // "arthrosc" is "arthroscopy" being typed.
  if (!isLast || key.length < 4) return [];
  return [...synonyms()].flatMap(([known, alternatives]) => (known.startsWith(key) ? alternatives : []));
}

/** The alternatives of each phrase. */
const synonyms = lazy(() => readSynonyms());

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

export interface Match<T> {
  readonly item: T;
  readonly score: number;
  /** Whether the query is one of its names. */
  readonly isExact: boolean;
}

/**
 * The items that match all terms of the query, or else as many as possible, at least half; the best first. Terms that no
 * item matches are left out. A part of the body is no reason against an item that names none.
 */
export function search<T>(
  query: Query,
  items: readonly T[],
  titleOf: (item: T) => SearchedTitle,
): readonly Match<T>[] {
  const scored = items.map((item) => {
    const title = titleOf(item);
    return { item, title, fits: query.map((term) => fitOf(term, title)) };
  });
  const used = query.map((_, at) => scored.some(({ fits }) => (fits[at]?.score ?? 0) > 0));
  const counts = query.map(({ isOptional }, at) => used[at] === true && !isOptional);
  const required = counts.filter((one) => one).length;
  const matches = scored.flatMap(({ item, title, fits }) => {
    const own = fits.filter(({ score }, at) => counts[at] && score > 0).length;
    if (own === 0) return [];
    const general = namesRegion(title)
      ? 0
      : query.filter(({ isRegion }, at) => isRegion && !fits[at]?.score).length;
    const score = fits.reduce((sum, fit) => sum + fit.score, general * generalScore) + fullness(fits, title);
    return [{ item, matched: own + general, score, isExact: isExact(query, title) }];
  });
  const most = Math.max(0, ...matches.map(({ matched }) => matched));
  return most * 2 < required
    ? []
    : matches.filter(({ matched }) => matched === most).sort((a, b) => b.score - a.score);
}

/** How well a title fits a term, and the words by which it does. */
interface Fit {
  readonly score: number;
  readonly words: readonly string[];
}

/** The score of a part of the body for a title that names none. */
const generalScore = 0.5;

function fitOf({ alternatives, topics }: Term, title: SearchedTitle): Fit {
  let best: Fit = {
    score: title.topic !== undefined && topics.includes(title.topic) ? weights.drugTopic : 0,
    words: [],
  };
  for (const alternative of alternatives) {
    if (alternative.weight <= best.score) continue;
    const score = alternative.weight * strengthOf(alternative, title);
    if (score > best.score) best = { score, words: alternative.words };
  }
  return best;
}

function strengthOf({ words, within, isBegun }: Alternative, title: SearchedTitle): number {
  const { name, aliases, guideline } = title;
  if (within !== undefined) return guideline.includes(within) && hasAll(name, words) ? 1 : 0;
  if (hasAll(name, words)) return 1;
  if (aliases.some((alias) => hasAll(alias, words))) return 0.95;
  const both = [...name, ...guideline];
  if (words.some((word) => !guideline.includes(word)) && hasAll(both, words)) return 0.8;
  if (hasAll(guideline, words)) return 0.4;
  if (!isBegun) return 0;
  if (begins(name, words)) return 0.7;
  if (aliases.some((alias) => begins(alias, words))) return 0.6;
  return begins(guideline, words) ? 0.3 : 0;
}

const hasAll = (title: readonly string[], words: readonly string[]): boolean =>
  words.every((word) => title.includes(word));

/** The words, the last of which may be incomplete. */
const begins = (title: readonly string[], words: readonly string[]): boolean =>
  hasAll(title, words.slice(0, -1)) && title.some((word) => word.startsWith(words.at(-1) ?? " "));

/** What whole chapters are about besides parts of the body. */
const otherSubjects = [
  "eye",
  "stress",
  "mental",
  "pulmonary",
  "lung",
  "asthma",
  "covid",
  "hernia",
  "burn",
  "diabetes",
];

const regionWords = lazy(
  () =>
    new Set(
      [...regions.flatMap(({ region, words }) => [region, ...words]), ...otherSubjects].flatMap((words) =>
        wordsOf(words),
      ),
    ),
);

const namesRegion = ({ name, guideline }: SearchedTitle): boolean =>
  [...name, ...guideline].some((word) => regionWords().has(word));

/** How much of a title the query names, so that "Opioids" comes before "Opioids for neuropathic pain". */
function fullness(fits: readonly Fit[], { name }: SearchedTitle): number {
  if (name.length === 0) return 0;
  const words = fits.flatMap((fit) => fit.words);
  const named = name.filter((word) => words.some((one) => word.startsWith(one))).length;
  const first = words.some((one) => name[0]?.startsWith(one)) ? 0.1 : 0;
  return (0.3 * named) / name.length + first;
}

function isExact(query: Query, { name, aliases }: SearchedTitle): boolean {
  const written = normalizedName(query.flatMap(({ alternatives }) => alternatives[0]?.words ?? []));
  return [name, ...aliases].some((title) => normalizedName(title) === written);
}
