/** Work on many things, a few at a time. Knows nothing of VS Code. */

/** What `work` makes of each item, in the order of the items; never more than `atOnce` are being worked on. */
export async function mapLimit<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => PromiseLike<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  let next = 0;
  const takeNext = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]!);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, takeNext));
  return results;
}
