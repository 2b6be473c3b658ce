/** Short keys for the groups that issues are counted in, so a row can list all of its groups. */

export type KeyKind = "class" | "kind" | "guideline" | "specialty" | "state" | "period" | "element" | "rule";

export interface Keys {
  /** The key of a group; adds one if necessary. */
  of(kind: KeyKind, name: string): number;
  /** The keys of the names that are groups on the page. */
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
