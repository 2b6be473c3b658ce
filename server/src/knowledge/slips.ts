/** Tells which drug's name a word is but for one letter: one lost, added, changed or swapped with its neighbour. */
import { once } from "../letter/remembered.ts";
import { createSieve, folded, hashOf, hashOn, type Sieve } from "../letter/sieve.ts";
import { distance } from "../letter/similar.ts";
import type { Drug } from "./types.ts";

export interface SlipFinder {
  /** Whether the word between the offsets begins or ends as a name of about its length does, as few others do. */
  mayMean(text: string, start: number, end: number): boolean;
  /** The name meant by a word, in any case; undefined where it is that name, or no name at all. */
  nameMeant(word: string): string | undefined;
}

/** Shorter names with a wrong letter are too often another word. */
const shortestName = 7;

/** Ordinary words that are one letter from a drug's name. */
const ordinary = new Set(
  "ability ascription aspiring astral augmenting austral buffering creator enclose mitigate recast singular systolic".split(
    " ",
  ),
);

export function createSlipFinder(drugs: readonly Drug[]): SlipFinder {
  const names = once(() => namesByLetterLost(drugs));
  return {
    mayMean: (text, start, end) => {
      const { ends } = names();
      const length = folded(end - start);
      return (
        ends.mayHold(hashOn(hashOf(text, start, start + endLength), length)) ||
        ends.mayHold(hashOn(hashOf(text, end - endLength, end), length))
      );
    },
    nameMeant: (word) => oneLetterOff(word.toLowerCase(), names()),
  };
}

function oneLetterOff(word: string, { names, forms }: NearNames): string | undefined {
  if (ordinary.has(word)) return undefined;
  const meant = (form: string) =>
    names
      .get(form)
      ?.find((one) => distance(one.toLowerCase(), word) === 1 && word !== `${one.toLowerCase()}s`);
  if (forms.mayHold(hashOf(word))) {
    if (names.get(word)?.some((name) => name.toLowerCase() === word)) return undefined;
    const name = meant(word);
    if (name) return name;
  }
  let before = 0;
  for (let lost = 0; lost < word.length; lost++) {
    const name = forms.mayHold(hashOf(word, lost + 1, word.length, before))
      ? meant(word.slice(0, lost) + word.slice(lost + 1))
      : undefined;
    if (name) return name;
    before = hashOn(before, folded(word.charCodeAt(lost)));
  }
  return undefined;
}

interface NearNames {
  /** Under themselves, and under what is left of them without one of their letters. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** Lets through what names stand under. */
  readonly forms: Sieve;
  /**
   * The first and the last letters of each name of one word, each with the lengths that one wrong letter leaves: that,
   * or two letters swapped, leaves either as it is.
   */
  readonly ends: Sieve;
}

const endLength = 4;

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
  return { names, forms: createSieve(names.keys()), ends: createSieve(ends) };
}

/** The word without its first letter, without its second … */
function lettersLost(word: string): readonly string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1));
}

/** Right names that a writer can have meant: the generic one and brands. */
export function namesOf({ generic, brands }: Drug): readonly string[] {
  return [generic.replace(/ \(.*\)$/, ""), ...brands];
}
