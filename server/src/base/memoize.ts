/** Caches the result of `read` for each object, for as long as the object lives. Only for objects that never change. */
export function memoize<K extends object, V>(read: (object: K) => V): (object: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (object) => {
    const before = known.get(object);
    if (before) return before.value;
    const value = read(object);
    known.set(object, { value });
    return value;
  };
}

/** The same for a function with more arguments. Caches one result for each object: that for the last other arguments. */
export function memoizeWith<K extends object, A extends readonly unknown[], V>(
  read: (object: K, ...others: A) => V,
): (object: K, ...others: A) => V {
  const known = new WeakMap<K, { readonly others: A; readonly value: V }>();
  return (object, ...others) => {
    const before = known.get(object);
    if (before && areSame(before.others, others)) return before.value;
    const value = read(object, ...others);
    known.set(object, { others, value });
    return value;
  };
}

/** A loop instead of `every`, because caches are read often. */
function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Caches the results of `read` for the last `maxTexts` different texts. */
export function memoizeByText<V>(read: (text: string) => V, maxTexts: number): (text: string) => V {
  let known: { text: string; readonly value: V }[] = [];
  return (text) => {
    const before = known.find((one) => one.text === text);
    if (before) {
      // Comparing the very same string again doesn't compare its characters.
      before.text = text;
      return before.value;
    }
    const value = read(text);
    known = [{ text, value }, ...known.slice(0, maxTexts - 1)];
    return value;
  };
}

/** The result of `make`, which runs at the first call. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
