/** Malicious documents: each is refused with a reason, or read, within limits of memory and time. */
import { describe, expect, test } from "vitest";
import type { ReadRequest } from "../../reader/src/messages.ts";
import {
  actions,
  arrayBomb,
  bombs,
  flateBomb,
  nestedForms,
  objectStreamBomb,
  samePageAgain,
} from "./bombs.ts";
import { docxBombs } from "./docxBombs.ts";
import { linesFrom, pdfOf } from "./pdf.ts";
import { readInProcess, readingProcesses } from "./readInProcess.ts";

/** A process that reads a small document takes about 80 MB. */
const maxMemoryBytes = 450e6;

const outcomeOf = async (
  bytes: Uint8Array,
  kind?: ReadRequest["kind"],
  as?: ReadRequest["as"],
): Promise<string | undefined> => {
  const { read, memory } = await readInProcess(bytes, kind, undefined, undefined, as);
  if (memory !== undefined) expect(memory).toBeLessThan(maxMemoryBytes);
  return read?.kind === "problem" ? read.problem : read?.kind;
};

describe.each(["guideline", "letter"] as const)(
  "a small file that needs too much memory is refused as a %s",
  (as) => {
    // Those of `npm run attack` are ten times as large, which takes longer to create than to refuse.
    test.each([
      ["streams of spaces", () => arrayBomb(5, 100)],
      ["spaces, deflated twice", () => flateBomb(" ", 100, 2)],
      ["text", () => flateBomb("BT /F 10 Tf 72 700 Td (some words) Tj ET\n", 100)],
      ["a stream of objects", () => objectStreamBomb(100)],
      ["a predicted line", bombs["a predicted line of a billion dots"]!.make],
      [
        "pages that share their words",
        () => samePageAgain(400, "BT /F 10 Tf 72 700 Td (some words) Tj ET\n", 10),
      ],
      ["forms in forms, with words", () => nestedForms(9, 10, "some words ".repeat(200))],
    ])("%s", { timeout: 120_000 }, async (_name, make) => {
      expect(await outcomeOf(make(), "pdf", as)).toBe("tooMuch");
    });

    test("10 million pages of text", { timeout: 60_000 }, async () => {
      expect(await outcomeOf(bombs["10 million pages of text"]!.make(), "text", as)).toBe("tooMuch");
    });
  },
);

describe("a Word file", () => {
  test.each(Object.entries(docxBombs(600_000)))(
    "with %s",
    { timeout: 120_000 },
    async (_name, { make, is }) => {
      expect(await outcomeOf(make(), "docx", "letter")).toBe(is);
    },
  );
});

test("a PDF that claims to have a billion pages is read as a letter of the page it has", {
  timeout: 60_000,
}, async () => {
  expect(await outcomeOf(bombs["a billion pages, by its word"]!.make(), "pdf", "letter")).toBe("letter");
});

test.each(["no pages", "less than no pages"])(
  "%s are refused as empty",
  { timeout: 60_000 },
  async (name) => {
    expect(await outcomeOf(bombs[name]!.make())).toBe("empty");
  },
);

test("an empty text is refused as empty", { timeout: 60_000 }, async () => {
  expect(await outcomeOf(new Uint8Array(), "text")).toBe("empty");
  expect(await outcomeOf(new TextEncoder().encode("\f \n\f"), "text")).toBe("empty");
});

test("a document without a readable page is damaged", { timeout: 60_000 }, async () => {
  expect(await outcomeOf(bombs["a loop in the page tree"]!.make())).toBe("damaged");
  expect(await outcomeOf(pdfOf([linesFrom(["Words."])], { lost: 1 }))).toBe("damaged");
});

test("streams deflated twice are read", { timeout: 60_000 }, async () => {
  const words = "BT /F 10 Tf 72 700 Td (Words of a page that was made smaller twice.) Tj ET ";
  expect(await outcomeOf(flateBomb(words.padEnd(1000), 0.001, 2))).toBe("done");
});

test("a document's actions are not run", { timeout: 60_000 }, async () => {
  // A script, a URL, a program, and an external stream. test/bundles.test.ts ensures that nothing can be fetched.
  expect(await outcomeOf(actions())).toBe("done");
});

describe("an endless document", () => {
  const endless = flateBomb("q ", 30);

  test("is terminated with its process after the timeout", { timeout: 60_000 }, async () => {
    const { read } = await readInProcess(endless, "pdf", 2000);
    expect(read).toEqual({ kind: "problem", problem: "tooSlow" });
    await expect.poll(readingProcesses).toEqual([]);
  });

  test("is terminated with its process when canceled", { timeout: 60_000 }, async () => {
    const { read } = await readInProcess(endless, "pdf", 60_000, 500);
    expect(read).toBeUndefined();
    await expect.poll(readingProcesses).toEqual([]);
  });
});
