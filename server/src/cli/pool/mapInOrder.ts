/**
 * The results of work on items, in the order of the items. At most `ahead` are begun and not yet taken, so that memory
 * does not grow with their number; a result is given as soon as it is there, however slowly items come.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const begun: Promise<Result>[] = [];
  let next: Promise<IteratorResult<Item>> | undefined;
  let isOver = false;
  try {
    while (!isOver || begun.length > 0) {
      const [first] = begun;
      if (!isOver && begun.length < ahead) next ??= iterator.next();
      if (
        next &&
        (!first || (await Promise.race([next.then(() => "item"), first.then(() => "result")])) === "item")
      ) {
        const { done, value } = await next;
        next = undefined;
        if (done) isOver = true;
        else begun.push(work(value));
      } else if (first) {
        begun.shift();
        yield first;
      }
    }
  } finally {
    // Not awaited: it may wait for an item that never comes.
    void iterator.return?.();
  }
}
