/** `read`, done once for each thing and kept for as long as the thing is. Only for things that never change. */
export function remembered<K extends object, V>(read: (thing: K) => V): (thing: K) => V {
  const kept = rememberedWith<K, undefined, V>(read);
  return (thing) => kept(thing, undefined);
}

/** The same of what is read with something else's help, kept for the help that was last given. */
export function rememberedWith<K extends object, H, V>(
  read: (thing: K, help: H) => V,
): (thing: K, help: H) => V {
  const known = new WeakMap<K, { readonly help: H; readonly value: V }>();
  return (thing, help) => {
    const before = known.get(thing);
    if (before && before.help === help) return before.value;
    const value = read(thing, help);
    known.set(thing, { help, value });
    return value;
  };
}

/**
 * The same of texts, with which nothing can be kept: what was read of the last `most` of them, however often they are
 * asked for again. Texts are the same where they are equal, whichever letter they come from.
 */
export function rememberedOfText<V>(read: (text: string) => V, most: number): (text: string) => V {
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
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
