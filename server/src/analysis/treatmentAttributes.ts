import { matchAll } from "../base/matchAll.ts";
import { lazy } from "../base/memoize.ts";
import { createPhrases, phrasesIn } from "../base/phraseMatcher.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import { regions, type TreatmentKind, treatmentKinds } from "./treatmentKinds.ts";

/** What words say of a treatment. */
export interface TreatmentAttributes {
  readonly drugs: readonly Drug[];
  readonly kinds: readonly TreatmentKind[];
  readonly regions: readonly string[];
  readonly sides: readonly ("left" | "right")[];
  /** Vertebral levels: "L4", "C5". */
  readonly levels: readonly string[];
}

/** The words by which each side is named. */
const sides = {
  left: ["left", "bilateral", "both"],
  right: ["right", "bilateral", "both"],
} as const;

/** Made when first asked for: a server that has just started is asked for nothing of it. */
const vocabulary = lazy(() => {
  const kindsOf = byPhrase(treatmentKinds.map((kind) => [kind, kind.words]));
  const regionsOf = byPhrase(regions.map(({ region, words }) => [region, words]));
  const phrases = createPhrases([...kindsOf.keys(), ...regionsOf.keys(), ...Object.values(sides).flat()]);
  return { kindsOf, regionsOf, phrases };
});

export function treatmentAttributesOf(words: string, knowledge: Knowledge): TreatmentAttributes {
  const { phrases, regionsOf } = vocabulary();
  const said = phrasesIn(words, phrases);
  return {
    drugs: knowledge.drugsIn(words).map((m) => m.drug),
    kinds: kindsSaid(said),
    regions: meant(said, regionsOf),
    sides: (["left", "right"] as const).filter((side) => sides[side].some((word) => said.has(word))),
    levels: levelsIn(words),
  };
}

/** The kinds of treatment that words name, the first of them as they are listed in `treatments.ts`. */
export const kindsIn = (words: string): readonly TreatmentKind[] =>
  kindsSaid(phrasesIn(words, vocabulary().phrases));

export const regionsIn = (words: string): readonly string[] =>
  meant(phrasesIn(words, vocabulary().phrases), vocabulary().regionsOf);

const kindsSaid = (said: ReadonlySet<string>): readonly TreatmentKind[] =>
  mostSpecific(meant(said, vocabulary().kindsOf));

interface Meaning<T> {
  readonly place: number;
  readonly thing: T;
}

/** What phrases mean, each with its place in the list. */
type Meanings<T> = ReadonlyMap<string, readonly Meaning<T>[]>;

function byPhrase<T>(list: readonly (readonly [T, readonly string[]])[]): Meanings<T> {
  const meanings = new Map<string, Meaning<T>[]>();
  list.forEach(([thing, words], place) => {
    const meaning = { place, thing };
    for (const phrase of words) meanings.set(phrase, [...(meanings.get(phrase) ?? []), meaning]);
  });
  return meanings;
}

/** What the phrases mean, in the order of the list. */
function meant<T>(said: ReadonlySet<string>, meanings: Meanings<T>): readonly T[] {
  const found: Meaning<T>[] = [];
  for (const phrase of said) {
    for (const meaning of meanings.get(phrase) ?? []) if (!found.includes(meaning)) found.push(meaning);
  }
  return found.sort((a, b) => a.place - b.place).map(({ thing }) => thing);
}

const level = /(?<![a-z0-9])([ctls])(\d{1,2}(?:[-/]\d{1,2})*)(?![a-z0-9])/gi;

/** "L4-5" names two levels, as "L4-L5" does. */
function levelsIn(words: string): readonly string[] {
  return matchAll(level, words).flatMap((m) =>
    (m[2] as string).split(/[-/]/).map((number) => `${(m[1] as string).toUpperCase()}${number}`),
  );
}

/** "Epidural steroid injection" is an epidural injection, not also an injection of any kind. */
function mostSpecific(kinds: readonly TreatmentKind[]): readonly TreatmentKind[] {
  return kinds.filter((k) => k.kind !== k.family || !kinds.some((o) => o !== k && o.family === k.family));
}

/** What the names of many drugs hold besides the drug: how it is given, its salt, what it is sold with. */
const formOrSalt =
  /\b(?:topical|oral|suspension|patch|injection|intrathecal|transdermal|buccal|ophthalmic|with|acid|sulfate|potassium|vitamin)\b/g;

/** One drug under two names, or one of a combination's components. */
export function sameDrug(a: Drug, b: Drug): boolean {
  if (a === b) return true;
  const parts = (drug: Drug) =>
    drug.generic
      .replace(/\(.*?\)/g, "")
      .replace(formOrSalt, "")
      .split(/[/ ]+/)
      .filter((p) => p.length > 3);
  const others = parts(b);
  return parts(a).some((part) => others.includes(part));
}
