/** Finds the drug name that a word is one typo away from: a letter that is missing, added, changed, or swapped with the next one. */

import { type BloomFilter, createBloomFilter, foldCase, hashOf } from "../base/bloomFilter.ts";
import { editDistance } from "../base/editDistance.ts";
import { fnv1aStep } from "../base/fnv1a.ts";
import { lazy } from "../base/memoize.ts";
import type { Drug } from "./types.ts";

export interface DrugTypoFinder {
  /** Whether the word between the offsets begins or ends like a name of about its length. Rules out most other words. */
  mightBeTypo(word: { readonly text: string; readonly start: number; readonly end: number }): boolean;
  /** The name that a word, in any case, is a typo of; undefined if it is that name, or isn't close to any. */
  correctionFor(word: string): string | undefined;
}

/** Shorter names with a typo are too often another word. */
const minNameLength = 7;

/** Ordinary words that are one letter away from a drug's name. */
const ordinary = new Set(
  "ability ascription aspiring astral augmenting austral buffering creator enclose mitigate recast singular systolic".split(
    " ",
  ),
);

export function createDrugTypoFinder(drugs: readonly Drug[]): DrugTypoFinder {
  const names = lazy(() => createNearNames(drugs));
  return {
    mightBeTypo: ({ text, start, end }) => {
      const { ends } = names();
      const length = end - start;
      return (
        ends.mightContain(hashOfEnd(text, start, length)) ||
        ends.mightContain(hashOfEnd(text, end - endLength, length))
      );
    },
    correctionFor: (word) => oneLetterOff(word.toLowerCase(), names()),
  };
}

function oneLetterOff(word: string, { names, keys }: NearNames): string | undefined {
  if (ordinary.has(word)) return undefined;
  if (names.get(word)?.some((name) => name.toLowerCase() === word)) return undefined;
  for (let missing = -1; missing < word.length; missing++) {
    if (!keys.mightContain(hashWithout(word, missing))) continue;
    const meant = names
      .get(without(word, missing))
      ?.find((name) => editDistance(name.toLowerCase(), word) === 1 && word !== `${name.toLowerCase()}s`);
    if (meant) return meant;
  }
  return undefined;
}

/** The word without the letter at the index; the whole word for -1. */
const without = (word: string, index: number): string =>
  index < 0 ? word : word.slice(0, index) + word.slice(index + 1);

/** The hash of the same, without building the string. */
function hashWithout(word: string, index: number): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    if (at !== index) hash = fnv1aStep(hash, foldCase(word.charCodeAt(at)));
  }
  return hash;
}

interface NearNames {
  /** Names by their lower-case form, and by that without any one of its letters. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The keys of `names`. */
  readonly keys: BloomFilter;
  /**
   * The first and the last letters of each one-word name, each with the lengths that the name can have with a typo. A typo
   * changes at most one of the two ends.
   */
  readonly ends: BloomFilter;
}

/** In letters. */
const endLength = 4;

/** The hash of an end of a word, which starts at the offset, and of the word's length. */
const hashOfEnd = (text: string, from: number, length: number): number =>
  fnv1aStep(hashOf(text, from, from + endLength), foldCase(length));

function createNearNames(drugs: readonly Drug[]): NearNames {
  const names = new Map<string, string[]>();
  const ends: string[] = [];
  for (const name of drugs.flatMap(namesOf)) {
    if (name.length < minNameLength) continue;
    const lower = name.toLowerCase();
    for (const key of new Set([lower, ...withoutEachLetter(lower)])) {
      const others = names.get(key);
      if (others) others.push(name);
      else names.set(key, [name]);
    }
    if (/[^a-z]/.test(lower)) continue;
    for (const end of [lower.slice(0, endLength), lower.slice(-endLength)]) {
      for (const longer of [-1, 0, 1]) ends.push(end + String.fromCharCode(lower.length + longer));
    }
  }
  return { names, keys: createBloomFilter(names.keys()), ends: createBloomFilter(ends) };
}

/** The word without its first letter, without its second … */
function withoutEachLetter(word: string): readonly string[] {
  return Array.from(word, (_, i) => without(word, i));
}

/** The names that a writer can have meant: the generic name and the brands. */
export function namesOf({ generic, brands }: Drug): readonly string[] {
  return [generic.replace(/ \(.*\)$/, ""), ...brands];
}
