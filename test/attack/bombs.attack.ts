/** Decompression bombs and damaged documents, read as VS Code desktop reads them. */
import { describe, expect, test } from "vitest";
import { bombs } from "../reader/bombs.ts";
import { docxOf, paragraph, table } from "../reader/docx.ts";
import { docxBombs } from "../reader/docxBombs.ts";
import { linesFrom, pdfOf } from "../reader/pdf.ts";
import { readInProcess, readingProcesses } from "../reader/readInProcess.ts";
import { recordAttacks, runs } from "./attack.ts";

test("a sound document is read", { timeout: 60_000 }, async () => {
  const bytes = pdfOf([linesFrom(["Words of a page."])]);
  const { read } = await readInProcess(bytes, "pdf", undefined, undefined, "letter");
  expect(read?.kind).toBe("letter");
});

describe.each(["guideline", "letter"] as const)("reading a %s ends, within its memory", (as) => {
  test.for(Object.entries(bombs))("%s", { timeout: 300_000 }, async ([, { make, kind }], context) => {
    const { read, memory = 0 } = await readInProcess(make(), kind, undefined, undefined, as);
    recordAttacks(context, 1, memory);
    expect(read).toBeDefined();
    expect(memory).toBeLessThan(700e6);
    await expect.poll(readingProcesses).toEqual([]);
    if (read?.kind === "done") expect(read.pages.length).toBeGreaterThan(0);
  });
});

describe("reading a Word file ends, within its memory", () => {
  test.for(Object.entries(docxBombs(7_800_000)))(
    "%s",
    { timeout: 300_000 },
    async ([, { make, is }], context) => {
      const { read, memory = 0 } = await readInProcess(make(), "docx", undefined, undefined, "letter");
      recordAttacks(context, 1, memory);
      expect(read?.kind === "problem" ? read.problem : read?.kind).toBe(is);
      expect(memory).toBeLessThan(700e6);
    },
  );
});

test.for([
  ["pdf", pdfOf([linesFrom(["Words of a page, some of them.", "More of them on this line."])])],
  ["docx", docxOf(paragraph("Words of a page.") + table([["Some of them", "in a table."]]))],
] as const)(
  "a truncated or changed %s is read or refused",
  {
    timeout: 3_600_000,
  },
  async ([kind, whole], context) => {
    let peakMemory = 0;
    const attacks = Math.ceil(runs / 6);
    for (let index = 0; index < attacks; index++) {
      const bytes = whole.slice(0, index % 2 ? whole.length : Math.ceil(Math.random() * whole.length));
      for (let change = 0; change < 4; change++)
        bytes[Math.floor(Math.random() * bytes.length)] = Math.floor(Math.random() * 256);
      const { read, memory = 0 } = await readInProcess(bytes, kind, undefined, undefined, "letter");
      expect(read).toBeDefined();
      expect(memory).toBeLessThan(700e6);
      peakMemory = Math.max(peakMemory, memory);
    }
    recordAttacks(context, attacks, peakMemory);
  },
);
