/** A pool of worker threads. Threads get several items at a time, because waking one takes as long as a short letter. */
import type { Worker } from "node:worker_threads";

export interface Threads<Item, Result> {
  /** Resolves to the result of a thread. */
  do(item: Item): Promise<Result>;
  /** Terminates all threads; pending items never resolve. */
  end(): void;
}

/** Number of items sent at a time. */
export const batchSize = 8;
/** Number of batches that a thread has: the one it works on, and the next one, so that it never waits. */
export const prefetchedBatches = 2;

/**
 * Starts a pool of at most `count` threads, each when there is work for it. A thread must answer each list of items with
 * the list of their results, in order. If a thread exits, its items are tried again one by one on other threads; an item
 * on which a thread exits again gets the result `lost(item)`.
 */
export function startThreads<Item, Result>(
  count: number,
  start: () => Worker,
  lost: (item: Item) => Result,
): Threads<Item, Result> {
  interface Task {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    isAlone?: boolean;
  }
  interface Thread {
    readonly worker: Worker;
    readonly batches: Task[][];
  }
  const queue: Task[] = [];
  const threads = new Set<Thread>();

  function open(): Thread {
    const thread: Thread = { worker: start(), batches: [] };
    threads.add(thread);
    thread.worker.on("message", (results: readonly Result[]) => {
      const tasks = thread.batches.shift() ?? [];
      results.forEach((result, index) => {
        tasks[index]?.resolve(result);
      });
      distribute();
    });
    // The exit that follows an error is handled.
    thread.worker.on("error", () => {});
    thread.worker.once("exit", () => {
      if (!threads.delete(thread)) return;
      const [suspects = [], ...others] = thread.batches;
      const [only] = suspects;
      if (only && suspects.length === 1) only.resolve(lost(only.item));
      else queue.unshift(...suspects.map((task) => ({ ...task, isAlone: true })));
      queue.push(...others.flat());
      distribute();
    });
    return thread;
  }

  function distribute(): void {
    while (queue.length > 0) {
      const [idlest] = [...threads].sort((a, b) => a.batches.length - b.batches.length);
      const free = idlest && (idlest.batches.length === 0 || threads.size >= count) ? idlest : open();
      if (free.batches.length >= prefetchedBatches) return;
      const share = queue[0]?.isAlone ? 1 : Math.min(batchSize, Math.ceil(queue.length / count));
      const batch = queue.splice(0, share);
      free.batches.push(batch);
      free.worker.postMessage(batch.map(({ item }) => item));
    }
  }

  return {
    do: (item) =>
      new Promise((resolve) => {
        queue.push({ item, resolve });
        // Wait for the other items that are added in this turn.
        if (queue.length === 1) setImmediate(distribute);
      }),
    end() {
      for (const { worker } of threads) void worker.terminate();
      threads.clear();
      queue.length = 0;
    },
  };
}
