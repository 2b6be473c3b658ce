/** PDFs of letters, read by the built reader in a thread. */
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { contentsOf, createTestReader, documentFrom, problemOf } from "./letters.ts";
import { linesFrom, pageHeight, pdfOf, type Run } from "./pdf.ts";

const reader = createTestReader();
afterAll(() => reader.dispose());

const textOf = async (...pages: (readonly Run[])[]): Promise<string> =>
  (await documentFrom(reader, pdfOf(pages))).text;

/** The lines of a text, none of them longer than a page is wide. */
const wrapped = (text: string): readonly string[] =>
  text.split("\n").flatMap((line) => (line === "" ? [""] : (line.match(/.{1,110}(?: |$)/g) ?? [])));

/** A page for each so many lines, with their words where the lines have them. */
function printed(lines: readonly string[], linesOnPage: number): readonly (readonly Run[])[] {
  const pages = [];
  for (let at = 0; at < lines.length; at += linesOnPage) pages.push(lines.slice(at, at + linesOnPage));
  return pages.map((page) =>
    page.flatMap((line, index) =>
      [...line.matchAll(/\S+(?: \S+)*/g)].map((part) => ({
        words: part[0],
        x: 36 + part.index * 4.5,
        y: pageHeight - 40 - index * 14,
        size: 9,
        bold: /^[A-Z][^.]*: (?:Upheld|Overturned)$|guideline:|rationale:/.test(part[0]),
      })),
    ),
  );
}

describe("a sample as a PDF reads like the sample", () => {
  const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));

  // At some number of lines, each sentence and heading goes on on the next page.
  test.each(samples)("%s", async (name) => {
    const text = readFileSync(`samples/${name}`, "utf8").replaceAll("\f", "");
    for (const linesOnPage of [50, 17]) {
      const { text: read, pages } = await documentFrom(reader, pdfOf(printed(wrapped(text), linesOnPage)));
      expect(contentsOf(read)).toEqual(contentsOf(text));
      expect(pages.length).toBe(Math.ceil(wrapped(text).length / linesOnPage));
    }
  });
});

test("case details are in two columns, as on the page", async () => {
  const at = (y: number, ...words: string[]): readonly Run[] =>
    words.map((one, index) => ({ words: one, x: [72, 180, 330, 430][index]!, y }));
  const page = [
    ...at(700, "Case Number:", "CM16-0990004"),
    ...at(687, "Date Assigned:", "11/18/2016", "Date of Injury:", "10/10/2016"),
    ...at(674, "Priority:", "Standard", "Application", "11/14/2016"),
    ...at(661, "", "", "Received:"),
  ];
  const lines = (await textOf(page)).split("\n");
  expect(lines.map((line) => line.trim().replace(/ {2,}/g, " | "))).toEqual([
    "Case Number: | CM16-0990004",
    "Date Assigned: | 11/18/2016 | Date of Injury: | 10/10/2016",
    "Priority: | Standard | Application | 11/14/2016",
    "Received:",
    "",
  ]);
  expect(lines[3]?.indexOf("Received:")).toBe(lines[2]?.indexOf("Application"));
});

test("columns of text are read one after the other", async () => {
  const column = (words: string, x: number) =>
    linesFrom(
      Array.from({ length: 6 }, (_, index) => `${words} ${index} of a column with words`),
      { x },
    );
  const read = await textOf([...column("Left", 72), ...column("Right", 330)]);
  expect(
    read
      .trim()
      .split(/\s*\n\s*/)
      .map((line) => line.slice(0, 7).trim()),
  ).toEqual([
    ...[0, 1, 2, 3, 4, 5].map((index) => `Left ${index}`),
    ...[0, 1, 2, 3, 4, 5].map((index) => `Right ${index}`),
  ]);
});

test("an empty line is where paragraphs are apart", async () => {
  const page = [...linesFrom(["First line", "goes on."]), ...linesFrom(["Second line."], { y: 660 })];
  expect(await textOf(page)).toBe("First line\ngoes on.\n\nSecond line.\n");
});

test("pages are separated by form feeds, and their offsets are known", async () => {
  const { text, pages } = await documentFrom(reader, pdfOf([linesFrom(["One"]), linesFrom(["Two"])]));
  expect(text).toBe("One\n\fTwo\n");
  expect(pages.map((offset) => text.slice(offset, offset + 3))).toEqual(["One", "Two"]);
});

test("hyphens at line ends stay, so doses do", async () => {
  expect(await textOf(linesFrom(["Norco 7.5-", "325mg and anti-", "inflammatory"]))).toBe(
    "Norco 7.5-\n325mg and anti-\ninflammatory\n",
  );
});

test("words printed twice to look bold are read once", async () => {
  const words = "Norco 10/325mg #60: Upheld";
  const page = [
    { words, x: 72, y: 700 },
    { words, x: 72.4, y: 700 },
    { words: "no", x: 72, y: 680 },
    { words: "no", x: 90, y: 680 },
  ];
  expect(await textOf(page)).toBe(`${words}\n\nno no\n`);
});

test("a watermark in another direction is left out, and a page on its side is read", async () => {
  const upright = linesFrom(["The words of the letter", "are upright."]);
  expect(await textOf([...upright, { words: "COPY", x: 200, y: 300, turns: 1 }])).toBe(
    "The words of the letter\nare upright.\n",
  );
  for (const turns of [1, 2, 3]) {
    const [x, y] = [200, 300];
    const [right, down] = [
      { 1: [0, 1], 2: [-1, 0], 3: [0, -1] }[turns]!,
      { 1: [1, 0], 2: [0, 1], 3: [-1, 0] }[turns]!,
    ];
    const page = [
      { words: "First", x, y, turns },
      { words: "words", x: x + right[0]! * 60, y: y + right[1]! * 60, turns },
      { words: "Second", x: x + down[0]! * 12, y: y + down[1]! * 12, turns },
    ];
    expect((await textOf(page)).replace(/ +/g, " ")).toBe("First words\nSecond\n");
  }
});

test("control characters aren't read", async () => {
  expect(await textOf(linesFrom(["Words \u0007\u001b[31mred"]))).not.toMatch(/[\0-\x08\x0e-\x1f]/);
});

describe("what isn't read has a reason", () => {
  const page = linesFrom(["Words of a page, some of them."]);
  test.each([
    ["noText", pdfOf([[], []], { scanned: true })],
    ["locked", pdfOf([page], { locked: true })],
    ["notPdf", new TextEncoder().encode("Words.")],
    ["damaged", pdfOf([page]).slice(0, 40)],
    ["tooLong", pdfOf(Array.from({ length: 501 }, () => page))],
  ])("%s", async (problem, bytes) => {
    expect(await problemOf(reader, bytes)).toBe(problem);
  });

  test("500 pages are read", async () => {
    const { pages } = await documentFrom(reader, pdfOf(Array.from({ length: 500 }, () => page)));
    expect(pages).toHaveLength(500);
  });

  test("pages that are damaged or have no text are named", async () => {
    const { notices } = await documentFrom(reader, pdfOf([page, [], page, page], { lost: 3 }));
    expect(notices).toEqual([
      { kind: "unreadPages", pages: [3] },
      { kind: "pagesWithoutText", pages: [2] },
    ]);
  });

  test("the next document is read after each", async () => {
    await problemOf(reader, pdfOf([page]).slice(0, 40));
    expect(await textOf(page)).toBe("Words of a page, some of them.\n");
  });
});
