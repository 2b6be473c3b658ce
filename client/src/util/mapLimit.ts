/** Maps items with at most `limit` calls of `work` at a time. Results are in the order of the items. Doesn't depend on VS Code. */
export async function mapLimit<T, R>(
  items: readonly T[],
  limit: number,
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
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, takeNext));
  return results;
}
