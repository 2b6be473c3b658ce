/** The progress bar. */
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { progressLine, showProgress } from "../../../server/src/cli/io/progressBar.ts";

describe("the line", () => {
  test.each([
    [250, 1000, 10_000, 80, "[████████░░░░░░░░░░░░░░░░░░░░░░] 25% · 250 of 1,000 files · 30 s left"],
    [1000, 10_000, 200_000, 60, "[█░░░░░░░░░░] 10% · 1,000 of 10,000 files · 30 min 00 s left"],
    [10, 10, 1000, 80, `[${"█".repeat(30)}] 100% · 10 of 10 files · 0 s left`],
    [1, 8000, 1000, 80, `[${"░".repeat(30)}] 0% · 1 of 8,000 files · 2 h 13 min left`],
    [5, undefined, 1000, 80, "5 files"],
    [500, 1000, 1000, 30, "50% · 500 of 1,000 files · 1 s"],
  ])("of %i in %s after %i ms, in a terminal of %i columns", (done, total, time, width, line) => {
    expect(progressLine(done, total, time, width)).toBe(line);
  });

  test("is never wider than the terminal", () => {
    for (let width = 0; width < 120; width++)
      for (const total of [undefined, 10, 1_000_000])
        expect(progressLine(7, total, 60_000, width).length).toBeLessThanOrEqual(width);
  });
});

describe("on a terminal", () => {
  beforeEach(() => void vi.stubEnv("TERM", "xterm"));
  afterEach(() => void vi.unstubAllEnvs());

  function terminal(isTTY: boolean) {
    let written = "";
    let time = 0;
    const to = {
      isTTY,
      columns: 60,
      write(text: string) {
        written += text;
        return true;
      },
    };
    return {
      progress: showProgress(to as never, () => time),
      wait(durationMs: number) {
        time += durationMs;
      },
      written: () => written,
    };
  }

  test("it's updated in place at intervals, and hidden", () => {
    const { progress, wait, written } = terminal(true);
    progress.at(1);
    expect(written()).toBe("");
    wait(200);
    progress.at(2);
    progress.at(3);
    expect(written()).toBe("\r2 files\u001b[K");
    progress.hide();
    progress.hide();
    expect(written()).toBe("\r2 files\u001b[K\r\u001b[K");
  });

  test("elsewhere nothing is written or counted", () => {
    const { progress, wait, written } = terminal(false);
    progress.of(() => Promise.reject(new Error("counted")));
    wait(1000);
    progress.at(1);
    progress.hide();
    expect(written()).toBe("");
  });
});
