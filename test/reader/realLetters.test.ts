/**
 * Letters as PDFs read like the text that `pdftotext -layout` makes of them: a folder of both next to the project, or the one
 * that IMR_LETTERS names. Without one, these tests are skipped.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { contentsOf, createTestReader, documentFrom, wordsOf } from "./letters.ts";

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
const present = existsSync(path.join(folder, "pdf"));
if (!present)
  console.log(`Skipped: no PDFs of real letters in ${folder}. Set IMR_LETTERS to another folder.`);

describe.skipIf(!present)("a real letter as a PDF reads like its text", () => {
  const reader = createTestReader();
  afterAll(() => reader.dispose());
  const names = present
    ? readdirSync(path.join(folder, "pdf"))
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => path.basename(name, ".pdf"))
    : [];

  test.each(names)("%s", async (name) => {
    const { text, pages, notices } = await documentFrom(
      reader,
      readFileSync(path.join(folder, "pdf", `${name}.pdf`)),
    );
    const layout = readFileSync(path.join(folder, "layout", `${name}.txt`), "utf8");
    expect(wordsOf(text)).toEqual(wordsOf(layout));
    expect(contentsOf(text)).toEqual(contentsOf(layout));
    expect(pages).toHaveLength(layout.trimEnd().split("\f").length);
    expect(pages.slice(1).every((offset) => text[offset - 1] === "\f")).toBe(true);
    expect(notices).toEqual([]);
  });
});
