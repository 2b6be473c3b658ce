/** Tells which drug's name a word is but for one letter: one lost, added, changed or swapped with its neighbour. */

import { type BloomFilter, createBloomFilter, foldCase, hashOf } from "../base/bloomFilter.ts";
import { editDistance } from "../base/editDistance.ts";
import { fnv1aStep } from "../base/fnv1a.ts";
import { lazy } from "../base/memoize.ts";
import type { Drug } from "./types.ts";

export interface DrugTypoFinder {
  /** Whether the word between the offsets of the text begins or ends as a name of about its length does, as few others do. */
  mightBeTypo(word: { readonly text: string; readonly start: number; readonly end: number }): boolean;
  /** The name meant by a word, in any case; undefined where it is that name, or no name at all. */
  correctionFor(word: string): string | undefined;
}

/** Shorter names with a wrong letter are too often another word. */
const shortestName = 7;

/** Ordinary words that are one letter from a drug's name. */
const ordinary = new Set(
  "ability ascription aspiring astral augmenting austral buffering creator enclose mitigate recast singular systolic".split(
    " ",
  ),
);

export function createDrugTypoFinder(drugs: readonly Drug[]): DrugTypoFinder {
  const names = lazy(() => namesByLetterLost(drugs));
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

function oneLetterOff(word: string, { names, forms }: NearNames): string | undefined {
  if (ordinary.has(word)) return undefined;
  if (names.get(word)?.some((name) => name.toLowerCase() === word)) return undefined;
  for (let lost = -1; lost < word.length; lost++) {
    if (!forms.mightContain(hashWithout(word, lost))) continue;
    const meant = names
      .get(without(word, lost))
      ?.find((name) => editDistance(name.toLowerCase(), word) === 1 && word !== `${name.toLowerCase()}s`);
    if (meant) return meant;
  }
  return undefined;
}

/** The word without the letter at the index; all of it for -1. */
const without = (word: string, index: number): string =>
  index < 0 ? word : word.slice(0, index) + word.slice(index + 1);

/** The hash of the same, which need not be cut out for it. */
function hashWithout(word: string, index: number): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) {
    if (at !== index) hash = fnv1aStep(hash, foldCase(word.charCodeAt(at)));
  }
  return hash;
}

interface NearNames {
  /** Under themselves, and under what is left of them without one of their letters. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Lets through what names stand under. */
  readonly forms: BloomFilter;
  /**
   * The first and the last letters of each name of one word, each with the lengths that one wrong letter leaves: that,
   * or two letters swapped, leaves either as it is.
   */
  readonly ends: BloomFilter;
}

const endLength = 4;

/** The hash of an end of a word of that length: of the letters from the offset on. */
const hashOfEnd = (text: string, from: number, length: number): number =>
  fnv1aStep(hashOf(text, from, from + endLength), foldCase(length));

function namesByLetterLost(drugs: readonly Drug[]): NearNames {
  const names = new Map<string, string[]>();
  const ends: string[] = [];
  for (const name of drugs.flatMap(namesOf)) {
    if (name.length < shortestName) continue;
    const lower = name.toLowerCase();
    for (const form of new Set([lower, ...lettersLost(lower)])) {
      const others = names.get(form);
      if (others) others.push(name);
      else names.set(form, [name]);
    }
    if (/[^a-z]/.test(lower)) continue;
    for (const end of [lower.slice(0, endLength), lower.slice(-endLength)]) {
      for (const longer of [-1, 0, 1]) ends.push(end + String.fromCharCode(lower.length + longer));
    }
  }
  return { names, forms: createBloomFilter(names.keys()), ends: createBloomFilter(ends) };
}

/** The word without its first letter, without its second … */
function lettersLost(word: string): readonly string[] {
  return Array.from(word, (_, i) => without(word, i));
}

/** Right names that a writer can have meant: the generic one and brands. */
export function namesOf({ generic, brands }: Drug): readonly string[] {
  return [generic.replace(/ \(.*\)$/, ""), ...brands];
}
