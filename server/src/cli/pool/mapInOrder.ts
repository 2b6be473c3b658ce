/**
 * Maps items asynchronously and yields the results in the order of the items. At most `ahead` items are started but not
 * yet yielded, which limits memory. A result is yielded as soon as it's available, even while the next item isn't.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  map: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const started: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined;
  let isDone = false;
  try {
    while (!isDone || started.length > 0) {
      const [first] = started;
      if (!isDone && started.length < ahead) next ??= iterator.next();
      if (
        next &&
        (!first || (await Promise.race([next.then(() => "item"), first.then(() => "result")])) === "item")
      ) {
        const { done, value } = await next;
        next = undefined;
        if (done) isDone = true;
        else started.push(map(value));
      } else if (first) {
        started.shift();
        yield first;
      }
    }
  } finally {
    // Not awaited: it may wait for an item that never comes.
    void iterator.return?.();
  }
}
