/** `read`, done once for each thing and kept for as long as the thing is. Only for things that never change. */
export function memoize<K extends object, V>(read: (thing: K) => V): (thing: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (thing) => {
    const before = known.get(thing);
    if (before) return before.value;
    const value = read(thing);
    known.set(thing, { value });
    return value;
  };
}

/** The same of what is read with the help of others, kept for the helps that were last given. */
export function memoizeWith<K extends object, H extends readonly unknown[], V>(
  read: (thing: K, ...helps: H) => V,
): (thing: K, ...helps: H) => V {
  const known = new WeakMap<K, { readonly helps: H; readonly value: V }>();
  return (thing, ...helps) => {
    const before = known.get(thing);
    if (before && same(before.helps, helps)) return before.value;
    const value = read(thing, ...helps);
    known.set(thing, { helps, value });
    return value;
  };
}

/** Not by `every`, as caches are asked often. */
function same(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/**
 * The same of texts, with which nothing can be kept: what was read of the last `most` of them, however often they are
 * asked for again. Texts are the same where they are equal, whichever letter they come from.
 */
export function memoizeByText<V>(read: (text: string) => V, most: number): (text: string) => V {
  let known: { text: string; readonly value: V }[] = [];
  return (text) => {
    const before = known.find((one) => one.text === text);
    if (before) {
      // The very same string is told to be equal without a look at its characters.
      before.text = text;
      return before.value;
    }
    const value = read(text);
    known = [{ text, value }, ...known.slice(0, most - 1)];
    return value;
  };
}

/** What `make` gives, made when first asked for. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
