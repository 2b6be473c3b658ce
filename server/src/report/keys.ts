/** Short keys for the groups that issues are counted in, so that a row can name all of its own. */

export type KeyKind = "class" | "kind" | "guideline" | "period" | "lack" | "rule";

export interface Keys {
  /** The key of a group that is shown. */
  of(kind: KeyKind, name: string): number;
  /** The keys of those names that are shown as groups. */
  known(kind: KeyKind, names: readonly string[]): readonly number[];
}

export function createKeys(): Keys {
  const keys = new Map<string, number>();
  return {
    of(kind, name) {
      const key = keys.get(`${kind} ${name}`) ?? keys.size + 1;
      keys.set(`${kind} ${name}`, key);
      return key;
    },
    known: (kind, names) => names.flatMap((name) => keys.get(`${kind} ${name}`) ?? []),
  };
}
