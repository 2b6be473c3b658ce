/** Finds the attributes of a treatment in words. */
import { matchAll } from "../base/matchAll.ts";
import { lazy } from "../base/memoize.ts";
import { createPhrases, phrasesIn } from "../base/phraseMatcher.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import { regions, type TreatmentKind, treatmentKinds } from "./treatmentKinds.ts";

/** What words say about a treatment. */
export interface TreatmentAttributes {
  readonly drugs: readonly Drug[];
  readonly kinds: readonly TreatmentKind[];
  readonly regions: readonly string[];
  readonly sides: readonly ("left" | "right")[];
  /** Vertebral levels: "L4", "C5". */
  readonly levels: readonly string[];
}

/** The words for each side. */
const sides = {
  left: ["left", "bilateral", "both"],
  right: ["right", "bilateral", "both"],
} as const;

/** Built when it is first needed, so the server starts fast. */
const vocabulary = lazy(() => {
  const kindsOf = byPhrase(treatmentKinds.map((kind) => [kind, kind.words]));
  const regionsOf = byPhrase(regions.map(({ region, words }) => [region, words]));
  const phrases = createPhrases([...kindsOf.keys(), ...regionsOf.keys(), ...Object.values(sides).flat()]);
  return { kindsOf, regionsOf, phrases };
});

/** The attributes in flat text. */
export function treatmentAttributesOf(words: string, knowledge: Knowledge): TreatmentAttributes {
  const { phrases, regionsOf } = vocabulary();
  const phrasesFound = phrasesIn(words, phrases);
  return {
    drugs: knowledge.drugsIn(words).map((m) => m.drug),
    kinds: kindsOfPhrases(phrasesFound),
    regions: meaningsOf(phrasesFound, regionsOf),
    sides: (["left", "right"] as const).filter((side) => sides[side].some((word) => phrasesFound.has(word))),
    levels: levelsIn(words),
  };
}

/** The kinds of treatment that flat text names, in the order of `treatmentKinds`. */
export const kindsIn = (words: string): readonly TreatmentKind[] =>
  kindsOfPhrases(phrasesIn(words, vocabulary().phrases));

/** The body regions that flat text names, in the order of `regions`. */
export const regionsIn = (words: string): readonly string[] =>
  meaningsOf(phrasesIn(words, vocabulary().phrases), vocabulary().regionsOf);

const kindsOfPhrases = (phrases: ReadonlySet<string>): readonly TreatmentKind[] =>
  mostSpecific(meaningsOf(phrases, vocabulary().kindsOf));

interface Meaning<T> {
  /** Its index in the list. */
  readonly place: number;
  readonly thing: T;
}

/** What each phrase means. */
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
function meaningsOf<T>(phrases: ReadonlySet<string>, meanings: Meanings<T>): readonly T[] {
  const found: Meaning<T>[] = [];
  for (const phrase of phrases) {
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

/** Other words in the generic names of drugs: the route, the dosage form, the salt. */
const formOrSalt =
  /\b(?:topical|oral|suspension|patch|injection|intrathecal|transdermal|buccal|ophthalmic|with|acid|sulfate|potassium|vitamin)\b/g;

/** Whether two drugs are the same one, or share a component. */
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
