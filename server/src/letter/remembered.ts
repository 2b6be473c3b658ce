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

/** What `make` gives, made when first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
