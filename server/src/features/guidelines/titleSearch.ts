/**
 * A search by words in titles. Each word of the query must be a word of the title, the beginning of one, or a synonym:
 * letters that are scattered over a title never match.
 */
import { regions } from "../../analysis/treatmentKinds.ts";
import { editDistance } from "../../base/editDistance.ts";
import { lazy } from "../../base/memoize.ts";
import { normalizedName, wordsOf } from "../../knowledge/normalize.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";
import { type Alternative, keyOf, synonyms, weights } from "./synonyms.ts";

/** What is searched: the words of a title, its other names, and its guideline. */
export interface SearchedTitle {
  readonly name: readonly string[];
  readonly aliases: readonly (readonly string[])[];
  readonly guideline: readonly string[];
  /** All of these words. */
  readonly words: ReadonlySet<string>;
  /** The id of the topic; undefined for a guideline. */
  readonly topic: string | undefined;
}

export function searchedTitle(
  title: string,
  alsoNamed: readonly string[],
  where: readonly string[],
  topic?: string,
): SearchedTitle {
  const name = wordsOf(title);
  const aliases = alsoNamed.map((alias) => wordsOf(alias));
  const guideline = where.flatMap((words) => wordsOf(words));
  return { name, aliases, guideline, words: new Set([...name, ...aliases.flat(), ...guideline]), topic };
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

/** Longer queries aren't names of anything. */
const maxQueryLength = 200;
const maxPhraseWords = 4;
/** Shorter words begin too many others, unless they're the last one, which is still being typed. */
const minBegunLength = 3;

/** A dose or a count: "10mg", "#60", "5%", "0.5 ml". */
const dose =
  /#\s?\d{1,6}|\b\d{1,6}(?:[.,/]\d{1,6})?\s?(?:mg|mcg|ml|cc|gm?|hr|units?|tabs?|tablets?|caps?|capsules?|%)(?![a-z])/gi;

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

function synonymsOf(phrase: readonly string[], isLast: boolean): readonly Alternative[] {
  const key = keyOf(phrase);
  const exact = synonyms().get(key);
  if (exact) return exact;
  // "arthrosc" is "arthroscopy" being typed.
  if (!isLast || key.length < 4) return [];
  return [...synonyms()].flatMap(([known, alternatives]) => (known.startsWith(key) ? alternatives : []));
}

export interface Match<T> {
  readonly item: T;
  readonly score: number;
  /** How many terms of the query it matches. */
  readonly matched: number;
  /** Whether the query is one of its names. */
  readonly isExact: boolean;
}

/**
 * The items that match all terms of the query, or else as many as possible, at least half; the best first. Terms that no
 * item matches are left out. A part of the body is no reason against an item that names none.
 */
export function search<T>(
  written: Query,
  items: readonly T[],
  titleOf: (item: T) => SearchedTitle,
): readonly Match<T>[] {
  const titles = items.map(titleOf);
  const query = written.map((term) => corrected(term, titles));
  const scored = items.map((item, at) => {
    const title = titles[at] as SearchedTitle;
    return { item, title, fits: query.map((term) => fitOf(term, title)) };
  });
  const used = query.map((_, at) => scored.some(({ fits }) => (fits[at]?.score ?? 0) > 0));
  const counts = query.map(({ isOptional }, at) => used[at] === true && !isOptional);
  const required = counts.filter((one) => one).length;
  const isRegion = query.every((term) => term.isRegion);
  const matches = scored.flatMap(({ item, title, fits }) => {
    const own = fits.filter(({ score }, at) => counts[at] && score > 0).length;
    if (own === 0) return [];
    const general = namesRegion(title)
      ? 0
      : query.filter(({ isRegion }, at) => isRegion && !fits[at]?.score).length;
    const sum = fits.reduce((all, fit) => all + fit.score, general * generalScore);
    // By a part of the body alone, chapters are meant.
    const chapter = isRegion && title.topic === undefined ? chapterScore : 0;
    const score = sum + fullness(fits, title) + chapter;
    return [{ item, matched: own + general, score, isExact: !isRegion && isExact(query, title) }];
  });
  const most = Math.max(0, ...matches.map(({ matched }) => matched));
  return most * 2 < required
    ? []
    : matches.filter(({ matched }) => matched === most).sort((a, b) => b.score - a.score);
}

/** Shorter words are one typo away from too many others. In UTF-16 units. */
const minCorrected = 5;

/** A term that no title has means the words of titles that are one typo away. */
function corrected(term: Term, titles: readonly SearchedTitle[]): Term {
  const [word = "", ...more] = term.alternatives[0]?.words ?? [];
  if (word.length < minCorrected || more.length > 0 || term.isOptional) return term;
  if (titles.some((title) => fitOf(term, title).score > 0)) return term;
  const near = new Set<string>();
  for (const { words } of titles)
    for (const one of words)
      if (one.length >= minCorrected && one[0] === word[0] && editDistance(one, word) <= 1) near.add(one);
  const alternatives = [
    ...[...near].map((one) => ({ words: [one], weight: weights.synonym, isBegun: false })),
    ...[...synonyms()].flatMap(([known, meant]) =>
      known[0] === word[0] && editDistance(known, word) <= 1 ? meant : [],
    ),
  ];
  return { ...term, alternatives: [...term.alternatives, ...alternatives] };
}

/** How well a title fits a term, and the words by which it does. */
interface Fit {
  readonly score: number;
  readonly words: readonly string[];
}

/** The score of a part of the body for a title that names none. */
const generalScore = 0.5;
const chapterScore = 0.5;

function fitOf({ alternatives, topics }: Term, title: SearchedTitle): Fit {
  // A drug's topics are in order, the most specific first.
  const place = title.topic === undefined ? -1 : topics.indexOf(title.topic);
  let best: Fit =
    place < 0 ? { score: 0, words: [] } : { score: weights.drugTopic - place / 100, words: title.name };
  for (const alternative of alternatives) {
    if (alternative.weight <= best.score) continue;
    const score = alternative.weight * strengthOf(alternative, title);
    if (score > best.score) best = { score, words: alternative.words };
  }
  return best;
}

function strengthOf({ words, within, isBegun }: Alternative, title: SearchedTitle): number {
  const { name, aliases, guideline } = title;
  const whole = isBegun ? words.slice(0, -1) : words;
  if (!whole.every((word) => title.words.has(word))) return 0;
  if (within !== undefined) return guideline.includes(within) && hasAll(name, words) ? 1 : 0;
  if (hasAll(name, words)) return 1;
  if (aliases.some((alias) => hasAll(alias, words))) return 0.95;
  if (hasAll(guideline, words)) return 0.4;
  if (words.every((word) => name.includes(word) || guideline.includes(word))) return 0.8;
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
