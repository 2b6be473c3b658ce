/** Threads that share the work. They are dealt several items at a time, because waking a thread costs as much as a short letter. */
import type { Worker } from "node:worker_threads";

export interface Threads<Item, Result> {
  /** Answers with what a thread makes of it. */
  do(item: Item): Promise<Result>;
  /** Gives up what is not done. */
  end(): void;
}

/** So many items are sent at a time. */
export const batch = 8;
/** So many batches a thread has: one that it works on, and one that waits so that the thread never does. */
export const prefetchedBatches = 2;

/**
 * At most `count` threads, each begun when there is work for it. A thread answers each list of items with the list of
 * their results, in order. Where it ends, the items are done again one by one by another, and one over which that ends
 * too is `lost`.
 */
export function startThreads<Item, Result>(
  count: number,
  start: () => Worker,
  lost: (item: Item) => Result,
): Threads<Item, Result> {
  interface Asked {
    readonly item: Item;
    readonly answer: (result: Result) => void;
    isAlone?: boolean;
  }
  interface Thread {
    readonly worker: Worker;
    readonly inHand: Asked[][];
  }
  const waiting: Asked[] = [];
  const threads = new Set<Thread>();

  function open(): Thread {
    const thread: Thread = { worker: start(), inHand: [] };
    threads.add(thread);
    thread.worker.on("message", (results: readonly Result[]) => {
      const asked = thread.inHand.shift() ?? [];
      results.forEach((result, index) => {
        asked[index]?.answer(result);
      });
      deal();
    });
    // It ends after an error, and that counts.
    thread.worker.on("error", () => {});
    thread.worker.once("exit", () => {
      if (!threads.delete(thread)) return;
      const [suspects = [], ...others] = thread.inHand;
      const [only] = suspects;
      if (only && suspects.length === 1) only.answer(lost(only.item));
      else waiting.unshift(...suspects.map((asked) => ({ ...asked, isAlone: true })));
      waiting.push(...others.flat());
      deal();
    });
    return thread;
  }

  function deal(): void {
    while (waiting.length > 0) {
      const [idlest] = [...threads].sort((a, b) => a.inHand.length - b.inHand.length);
      const free = idlest && (idlest.inHand.length === 0 || threads.size >= count) ? idlest : open();
      if (free.inHand.length >= prefetchedBatches) return;
      const share = waiting[0]?.isAlone ? 1 : Math.min(batch, Math.ceil(waiting.length / count));
      const asked = waiting.splice(0, share);
      free.inHand.push(asked);
      free.worker.postMessage(asked.map(({ item }) => item));
    }
  }

  return {
    do: (item) =>
      new Promise((answer) => {
        waiting.push({ item, answer });
        // Once all that come at this moment are there.
        if (waiting.length === 1) setImmediate(deal);
      }),
    end() {
      for (const { worker } of threads) void worker.terminate();
      threads.clear();
      waiting.length = 0;
    },
  };
}
