/** Decompression bombs and damaged documents, read as VS Code desktop reads them. */
import { describe, expect, test } from "vitest";
import { bombs } from "../reader/bombs.ts";
import { linesFrom, pdfOf } from "../reader/pdf.ts";
import { readInProcess, readingProcesses } from "../reader/readInProcess.ts";
import { recordAttacks, runs } from "./attack.ts";

describe("an import ends, within its memory", () => {
  test.for(Object.entries(bombs))("%s", { timeout: 300_000 }, async ([, { make, kind }], context) => {
    const { read, memory = 0 } = await readInProcess(make(), kind);
    recordAttacks(context, 1, memory);
    expect(read).toBeDefined();
    expect(memory).toBeLessThan(700e6);
    await expect.poll(readingProcesses).toEqual([]);
    if (read?.kind === "done") expect(read.pages.length).toBeGreaterThan(0);
  });
});

test("a truncated or changed document is read or refused", {
  timeout: 3_600_000,
}, async (context) => {
  const whole = pdfOf([linesFrom(["Words of a page, some of them.", "More of them on this line."])]);
  let peakMemory = 0;
  const attacks = Math.ceil(runs / 6);
  for (let index = 0; index < attacks; index++) {
    const bytes = whole.slice(0, index % 2 ? whole.length : Math.ceil(Math.random() * whole.length));
    for (let change = 0; change < 4; change++)
      bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256);
    const { read, memory = 0 } = await readInProcess(bytes);
    expect(read).toBeDefined();
    expect(memory).toBeLessThan(700e6);
    peakMemory = Math.max(peakMemory, memory);
  }
  recordAttacks(context, attacks, peakMemory);
});
