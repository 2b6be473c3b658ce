/** Letters as Word files, read again by the built reader, are the same letters. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, test } from "vitest";
import { publishedForm } from "../../server/src/features/drafting/publishedForm.ts";
import { lettersIn } from "../../server/src/letter/letters.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { startWriterThread } from "../../writer/src/node/startWriterThread.ts";
import { docxOf } from "../../writer/src/worker/docxOf.ts";
import { writeDocx } from "../../writer/src/writer.ts";
import { olderForms } from "../fixture/olderForms.ts";
import { renditions, typeset } from "../fixture/typeset.ts";
import { contentsOf, createTestReader, documentFrom, wordsOf } from "../reader/letters.ts";

const startWriter = startWriterThread(path.resolve("dist"));
const reader = createTestReader();
afterAll(() => reader.dispose());

/** The text of a Word file with the letter. */
async function writtenAndRead(text: string): Promise<string> {
  const bytes = await docxOf(publishedForm(text, parse(text)));
  const { text: read, notices } = await documentFrom(reader, bytes, "docx");
  expect(notices).toEqual([]);
  return read;
}

/** The words of a text in an order that doesn't depend on the columns of its table. */
const sortedWords = (text: string): readonly string[] => wordsOf(text.replace(/-\s*\n\s*/g, "-")).toSorted();

/** What a letter says, without the order of its case details, which the table changes. */
const contentsAnyOrder = (text: string): unknown =>
  JSON.parse(JSON.stringify(contentsOf(text)), (_, value: unknown) => {
    const details =
      typeof value === "string" ? /^Case Number:.*?(?=HOW THE IMR|$)/.exec(value)?.[0] : undefined;
    if (typeof value !== "string" || details === undefined) return value;
    return `${sortedWords(details).join(" ")} ${value.slice(details.length)}`;
  });

async function expectTheSame(text: string, contents = contentsOf): Promise<void> {
  const read = await writtenAndRead(text);
  expect(sortedWords(read)).toEqual(sortedWords(text));
  expect(contents(read)).toEqual(contents(text));
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

describe("a letter in each rendition is the same letter as a Word file", () => {
  for (const form of ["G3a", "G3b"] as const)
    test.each(renditions)(`${form}, %s`, (rendition) =>
      expectTheSame(typeset({ form }, { rendition, page: 30 }), contentsAnyOrder),
    );
});

describe("a letter of an older format keeps its words and issues", () => {
  test.each(Object.entries(olderForms))("%s", async (_, text) => {
    const read = await writtenAndRead(text);
    expect(sortedWords(read)).toEqual(sortedWords(text));
    expect(parse(read).generation).toBe(parse(text).generation);
    expect(parse(read).issues).toHaveLength(parse(text).issues.length);
  });
});

describe("an unfinished letter comes back as far as it goes", () => {
  const text = readFileSync("samples/CM16-0990004.txt", "utf8");
  test.each([40, 300, 700, 1500, 2500, 4000])("%i characters", async (length) => {
    const start = text.slice(0, length);
    const read = await writtenAndRead(start);
    expect(sortedWords(read)).toEqual(sortedWords(start));
    expect(parse(read).issues).toHaveLength(parse(start).issues.length);
  });
});

test("two letters of a file come back as two, each on pages of its own", async () => {
  const one = readFileSync("samples/CM16-0990004.txt", "utf8");
  const two = readFileSync("samples/no-conclusion.imr.txt", "utf8");
  const read = await writtenAndRead(`${one}\n${two}`);
  expect(lettersIn(parse(read)).map(({ frontMatter }) => frontMatter?.caseNumber?.text)).toEqual([
    "CM16-0990004",
    "CM16-0990014",
  ]);
  expect(read.split("\f")).toHaveLength(2);
});

test("markup and characters that XML can't have are text", async () => {
  expect(await writtenAndRead('<w:p>&amp; "quoted"\u0001 a\u2028b\tc \ud800 \u{1f600} ]]>')).toBe(
    '<w:p>&amp; "quoted"\ufffd a b  c \ufffd \u{1f600} ]]>\n',
  );
});

test("a Word file says nothing about who wrote it, and has no address of anything to load", async () => {
  const bytes = await docxOf(publishedForm("Words.", parse("Words.")));
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  const core = parts.find(([name]) => name === "docProps/core.xml")?.[1];
  expect(core?.match(/<(?:dc|cp|dcterms):\w+/g)?.toSorted()).toEqual([
    "<cp:coreProperties",
    "<cp:revision",
    "<dcterms:created",
    "<dcterms:modified",
  ]);
  for (const [name, part] of parts) expect(part, name).not.toMatch(/TargetMode="External"/);
});

test("the built writer writes the same in a thread", async () => {
  const text = readFileSync("samples/CM16-0990004.txt", "utf8");
  const bytes = await writeDocx(startWriter, publishedForm(text, parse(text)));
  expect((await documentFrom(reader, bytes!, "docx")).text).toBe(await writtenAndRead(text));
});

test("a writer that fails or doesn't start writes nothing", async () => {
  const form = publishedForm("Words.", parse("Words."));
  expect(await writeDocx(startWriterThread("/nowhere"), form)).toBeNull();
  expect(
    await writeDocx(() => {
      throw new Error("No threads.");
    }, form),
  ).toBeNull();
  expect(await writeDocx(startWriter, { blocks: [null] } as never)).toBeNull();
});
