/** An index of names that finds them despite typos and another word order. */
import { isWithinEdits } from "../base/editDistance.ts";
import { bagOf, normalizedName } from "./normalize.ts";

export interface NameIndex<T> {
  /** Everything with exactly that name. */
  exact(words: readonly string[]): readonly T[];
  /** The one thing with these words in any order; undefined if there are several. */
  reordered(words: readonly string[]): T | undefined;
  /** The one thing whose long name is one or two typos away; undefined if there are several. */
  near(words: readonly string[]): T | undefined;
}

export function createNameIndex<T>(entries: readonly (readonly [readonly string[], T])[]): NameIndex<T> {
  const byKey = grouped(entries.map(([words, value]) => [normalizedName(words), value]));
  let byBag: ReadonlyMap<string, readonly T[]> | undefined;
  let keysByInitial: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    exact: (words) => byKey.get(normalizedName(words)) ?? [],
    reordered: (words) => {
      byBag ??= grouped(entries.map(([known, value]) => [bagOf(known), value]));
      return only(byBag.get(bagOf(words)) ?? []);
    },
    near: (words) => {
      const key = normalizedName(words);
      keysByInitial ??= grouped([...byKey.keys()].map((known) => [known.charAt(0), known]));
      const candidates = keysByInitial.get(key.charAt(0)) ?? [];
      if (candidates.length > maxCandidates) return undefined;
      const alike = candidates.filter((known) =>
        isWithinEdits(known, key, Math.min(maxTypos(known), maxTypos(key))),
      );
      return only([...new Set(alike.flatMap((known) => byKey.get(known) ?? []))]);
    },
  };
}

/** With more names, a near one isn't reliable, and comparing them all takes too long. */
const maxCandidates = 1000;

function grouped<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, Set<T>>();
  for (const [key, value] of entries) {
    if (key === "") continue;
    const group = groups.get(key);
    if (group) group.add(value);
    else groups.set(key, new Set([value]));
  }
  return new Map([...groups].map(([key, values]) => [key, [...values]]));
}

/** How many typos a name can have before it may be another name. */
function maxTypos(key: string): number {
  if (key.length >= 12) return 2;
  return key.length >= 8 ? 1 : 0;
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}
