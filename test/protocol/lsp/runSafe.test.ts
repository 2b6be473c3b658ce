import { expect, test } from "vitest";
import { type Connection, ResponseError } from "vscode-languageserver";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { calendarDay } from "../../../server/src/letter/isoDate.ts";
import { describeError, runSafe } from "../../../server/src/protocol/lsp/runSafe.ts";
import { stoppedClock } from "../client.ts";

async function run(work: () => string | Promise<string>, source = new CancellationTokenSource()) {
  const log: string[] = [];
  const connection = { console: { error: (message: string) => log.push(message) } } as unknown as Connection;
  const result = await runSafe(connection, stoppedClock(), "Hover", source.token, "nothing", work);
  return { result: result instanceof ResponseError ? "canceled" : result, log };
}

test("resolves to the result of the work", async () => {
  expect(await run(() => "done")).toEqual({ result: "done", log: [] });
});

test("work that throws gets the fallback and is logged without its message", async () => {
  const { result, log } = await run(() => {
    throw new TypeError("the patient's own words");
  });
  expect(result).toBe("nothing");
  expect(log).toHaveLength(1);
  expect(log[0]).toMatch(/^Hover failed: TypeError\n\s+at /);
  expect(log[0]).not.toContain("patient");
});

test("work that rejects gets the fallback", async () => {
  expect((await run(() => Promise.reject(new Error("later")))).result).toBe("nothing");
});

test("a request that is canceled while it waits never runs", async () => {
  const source = new CancellationTokenSource();
  let worked = false;
  const running = run(() => {
    worked = true;
    return "done";
  }, source);
  source.cancel();
  expect((await running).result).toBe("canceled");
  expect(worked).toBe(false);
});

test("a request that is canceled during its work is answered as canceled", async () => {
  const source = new CancellationTokenSource();
  const work = () => {
    source.cancel();
    return "done";
  };
  expect((await run(work, source)).result).toBe("canceled");
});

test("an error is described by its name and place, even if it isn't an Error or has several lines", () => {
  expect(describeError("the patient's own words")).toBe("unknown error");
  expect(describeError(new Error("first line\n    at the letter:1:2"))).not.toContain("letter");
});

test("the day is the one on the user's calendar, whatever the hour", () => {
  const days = Date.UTC(2017, 5, 1) / 86_400_000;
  expect(calendarDay(new Date(2017, 5, 1, 0, 0, 1))).toBe(days);
  expect(calendarDay(new Date(2017, 5, 1, 23, 59, 59))).toBe(days);
});
