/** Threads that answer, that end, and that never begin; and results in the order of their items. */
import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { mapInOrder } from "../../../server/src/cli/pool/mapInOrder.ts";
import { batchSize, startThreads, type Threads } from "../../../server/src/cli/pool/threadPool.ts";

/** Doubles numbers, and ends over 13. */
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

async function* asTheyCome<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function all<T>(results: AsyncIterable<T>): Promise<readonly T[]> {
  const found: T[] = [];
  for await (const result of results) found.push(result);
  return found;
}

test("answer each item in its place", async () => {
  const { do: double, started } = threadsOf(doubling, 3);
  const items = upTo(200).map((n) => n + 100);
  expect(await all(mapInOrder(asTheyCome(items), double, 50))).toEqual(items.map((n) => 2 * n));
  expect(started()).toBe(3);
});

test("one that ends over an item loses that one only", async () => {
  const { do: double } = threadsOf(doubling, 1);
  const items = upTo(3 * batchSize);
  expect(await Promise.all(items.map(double))).toEqual(items.map((n) => (n === 13 ? "lost 13" : 2 * n)));
});

test("that cannot even begin lose every item, and the program goes on", async () => {
  const { do: double } = threadsOf("throw new Error('no')", 2);
  expect(await Promise.all(upTo(5).map(double))).toEqual(upTo(5).map((n) => `lost ${n}`));
});

test("begin only as there is work for them", async () => {
  const { do: double, started } = threadsOf(doubling, 8);
  expect(await double(1)).toBe(2);
  expect(await double(2)).toBe(4);
  expect(started()).toBe(1);
});

test("results come in order, however long each takes, and no more are begun than asked for", async () => {
  let [begun, done, most] = [0, 0, 0];
  const work = async (item: number): Promise<number> => {
    most = Math.max(most, ++begun - done);
    for (let turn = 0; turn < (item % 5) * 3; turn++) await new Promise(setImmediate);
    return item;
  };
  const results: number[] = [];
  for await (const item of mapInOrder(asTheyCome(upTo(100)), work, 7)) {
    done++;
    results.push(item);
  }
  expect(results).toEqual(upTo(100));
  expect(most).toBe(7);
});

test("a result does not wait for items that are slow to come", async () => {
  async function* stalling(): AsyncGenerator<number> {
    yield 1;
    await new Promise(() => {});
  }
  const results = mapInOrder(stalling(), async (item) => item, 10);
  expect((await results.next()).value).toBe(1);
});

test("what goes wrong with the items is told", async () => {
  async function* broken(): AsyncGenerator<number> {
    yield 1;
    throw new Error("broken");
  }
  await expect(all(mapInOrder(broken(), async (item) => item, 1))).rejects.toThrow("broken");
});
