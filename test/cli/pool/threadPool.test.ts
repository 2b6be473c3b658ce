/** Threads that answer, that exit, and that never start, and results in the order of the items. */
import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { mapInOrder } from "../../../server/src/cli/pool/mapInOrder.ts";
import { batchSize, startThreads, type Threads } from "../../../server/src/cli/pool/threadPool.ts";

/** Doubles numbers, and exits on 13. */
const doubling = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", (items) => {
    if (items.includes(13)) process.exit(1);
    parentPort.postMessage(items.map((item) => item * 2));
  });`;

let threads: Threads<number, number | string> | undefined;
afterEach(() => threads?.end());

function threadsOf(code: string, count: number) {
  let started = 0;
  threads = startThreads<number, number | string>(
    count,
    () => {
      started++;
      return new Worker(code, { eval: true });
    },
    (item) => `lost ${item}`,
  );
  return { do: threads.do, started: () => started };
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

async function* asynchronously<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(results: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const result of results) found.push(result);
  return found;
}

test("threads answer each item in order", async () => {
  const { do: double, started } = threadsOf(doubling, 3);
  const items = upTo(200).map((n) => n + 100);
  expect(await all(mapInOrder(asynchronously(items), double, 50))).toEqual(items.map((n) => 2 * n));
  expect(started()).toBe(3);
});

test("a thread that exits on an item loses only that item", async () => {
  const { do: double } = threadsOf(doubling, 1);
  const items = upTo(3 * batchSize);
  expect(await Promise.all(items.map(double))).toEqual(items.map((n) => (n === 13 ? "lost 13" : 2 * n)));
});

test("threads that can't start lose every item, and the program goes on", async () => {
  const { do: double } = threadsOf("throw new Error('no')", 2);
  expect(await Promise.all(upTo(5).map(double))).toEqual(upTo(5).map((n) => `lost ${n}`));
});

test("threads start only if there is work for them", async () => {
  const { do: double, started } = threadsOf(doubling, 8);
  expect(await double(1)).toBe(2);
  expect(await double(2)).toBe(4);
  expect(started()).toBe(1);
});

test("results come in order, however long each takes, with a limit on how many are started", async () => {
  let [started, done, max] = [0, 0, 0];
  const work = async (item: number): Promise<number> => {
    max = Math.max(max, ++started - done);
    for (let turn = 0; turn < (item % 5) * 3; turn++) await new Promise(setImmediate);
    return item;
  };
  const results: number[] = [];
  for await (const item of mapInOrder(asynchronously(upTo(100)), work, 7)) {
    done++;
    results.push(item);
  }
  expect(results).toEqual(upTo(100));
  expect(max).toBe(7);
});

test("a result doesn't wait for slow items", async () => {
  async function* stalling(): AsyncGenerator<number> {
    yield 1;
    await new Promise(() => {});
  }
  const results = mapInOrder(stalling(), async (item) => item, 10);
  expect((await results.next()).value).toBe(1);
});

test("an error of the items is thrown", async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error("broken");
  }
  await expect(all(mapInOrder(broken(), async (item) => item, 1))).rejects.toThrow("broken");
});
