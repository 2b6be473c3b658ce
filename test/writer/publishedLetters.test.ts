/** Letters as Word files, written by the built writer and read again by the built reader, are the same letters. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { publishedForm } from "../../server/src/features/drafting/publishedForm.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { startWriterThread } from "../../writer/src/node/startWriterThread.ts";
import { writeDocx } from "../../writer/src/writer.ts";
import { contentsOf, createTestReader, documentFrom, wordsOf } from "../reader/letters.ts";

const reader = createTestReader();
afterAll(() => reader.dispose());

/** The text of a Word file with the letter. */
async function writtenAndRead(text: string): Promise<string> {
  const bytes = await writeDocx(startWriterThread(path.resolve("dist")), publishedForm(text, parse(text)));
  const { text: read, notices } = await documentFrom(reader, bytes!, "docx");
  expect(notices).toEqual([]);
  return read;
}

/** The words of a text in an order that doesn't depend on the columns of its table. */
const sortedWords = (text: string): readonly string[] =>
  wordsOf(text.replace(/-\s*\n\s*/g, "-")).toSorted();

async function expectTheSame(text: string): Promise<void> {
  const read = await writtenAndRead(text);
  expect(sortedWords(read)).toEqual(sortedWords(text));
  expect(contentsOf(read)).toEqual(contentsOf(text));
}

describe("a sample is the same letter as a Word file", () => {
  const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));
  test.each(samples)("%s", (name) => expectTheSame(readFileSync(`samples/${name}`, "utf8")));
});

const folder = path.join(process.env.IMR_LETTERS ?? path.resolve("../shared/letters"), "layout");
describe.skipIf(!existsSync(folder))("a real letter is the same letter as a Word file", () => {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
  test.each(names)("%s", (name) => expectTheSame(readFileSync(path.join(folder, name), "utf8")));
});
