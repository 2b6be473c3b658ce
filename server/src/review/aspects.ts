import type { Drug, Knowledge } from "../knowledge/types.ts";
import { byFirstWord, phrasesIn } from "./phrases.ts";
import { regions, type TreatmentKind, treatmentKinds } from "./treatments.ts";

/** What words say of a treatment. */
export interface Aspects {
  readonly drugs: readonly Drug[];
  readonly kinds: readonly TreatmentKind[];
  readonly regions: readonly string[];
  readonly sides: readonly ("left" | "right")[];
  /** Vertebral levels: "L4", "C5". */
  readonly levels: readonly string[];
}

const phrases = byFirstWord([
  ...treatmentKinds.flatMap(({ words }) => words),
  ...Object.values(regions).flat(),
  ...["left", "right", "bilateral", "both"],
]);

export function aspectsOf(words: string, knowledge: Knowledge): Aspects {
  const padded = paddedWords(words);
  const said = phrasesIn(padded, phrases);
  const says = (phrase: string) => said.has(phrase);
  const left = says("left") || says("bilateral") || says("both");
  const right = says("right") || says("bilateral") || says("both");
  return {
    drugs: knowledge.drugsIn(words).map((m) => m.drug),
    kinds: kindsSaid(said),
    regions: Object.entries(regions).flatMap(([region, names]) => (names.some(says) ? [region] : [])),
    sides: [...(left ? (["left"] as const) : []), ...(right ? (["right"] as const) : [])],
    levels: levelsIn(padded),
  };
}

/** The kinds of treatment that words name, the first of them as they are listed in `treatments.ts`. */
export const kindsIn = (words: string): readonly TreatmentKind[] =>
  kindsSaid(phrasesIn(paddedWords(words), phrases));

const kindsSaid = (said: ReadonlySet<string>): readonly TreatmentKind[] =>
  mostSpecific(treatmentKinds.filter((k) => k.words.some((word) => said.has(word))));

/** A slash joins the numbers of a strength, and separates words: "EMG/NCV". */
const paddedWords = (words: string): string =>
  ` ${words.toLowerCase().replace(/[^a-z0-9/.%-]+|[.](?!\d)|\/(?!\d)/g, " ")} `;

/** "L4-5" names two levels, as "L4-L5" does. */
function levelsIn(words: string): readonly string[] {
  return [...words.matchAll(/(?<![a-z0-9])([ctls])(\d{1,2}(?:[-/]\d{1,2})*)(?![a-z0-9])/g)].flatMap((m) =>
    (m[2] as string).split(/[-/]/).map((number) => `${(m[1] as string).toUpperCase()}${number}`),
  );
}

/** "Epidural steroid injection" is an epidural injection, not also an injection of any kind. */
function mostSpecific(kinds: readonly TreatmentKind[]): readonly TreatmentKind[] {
  return kinds.filter((k) => k.kind !== k.family || !kinds.some((o) => o !== k && o.family === k.family));
}

/** One drug under two names, or one of a combination's components. */
export function sameDrug(a: Drug, b: Drug): boolean {
  if (a === b) return true;
  const parts = (drug: Drug) =>
    drug.generic
      .replace(/\(.*?\)/g, "")
      .split(/[/ ]+/)
      .filter((p) => p.length > 3);
  const others = parts(b);
  return parts(a).some((part) => others.includes(part));
}
