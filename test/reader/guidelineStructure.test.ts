/** What a guideline says about itself: its title, and its headings with the printed numbers of their pages. */
import { describe, expect, test } from "vitest";
import type { ReadStructure } from "../../reader/src/messages.ts";
import { docxOf, paragraph, run, styles } from "./docx.ts";
import { type Bookmark, linesFrom, type PdfOptions, pdfOf, type Run } from "./pdf.ts";
import { read } from "./readInThread.ts";

type Kind = Parameters<typeof read>[1];

async function structure(bytes: Uint8Array, kind?: Kind): Promise<ReadStructure> {
  const { answer } = await read(bytes, kind);
  if (answer.kind !== "done") throw new Error(JSON.stringify(answer));
  return answer;
}

/** The headings as "page title", indented by their level. */
async function headings(bytes: Uint8Array, kind?: Kind): Promise<readonly string[]> {
  const { headings } = await structure(bytes, kind);
  return headings.map(({ title, page, level }) => `${"  ".repeat(level - 1)}${page} ${title}`);
}

const subjects = ["apples", "bread", "cheese", "dates", "eggs", "figs", "garlic", "honey", "ice", "jam"];

/** The text of a page. No two are the same, because repeated lines would be taken for running headers. */
const text = (page: number, y = 600): readonly Run[] => {
  const subject = subjects[page % subjects.length];
  return linesFrom(
    [
      `The text on ${subject} goes on for a few lines of a page, so that`,
      `there is something to read on ${subject} here, and on what comes`,
      `with ${subject} on most days of the week.`,
    ],
    { y },
  );
};

const footer = (number: string): Run => ({ words: number, x: 300, y: 30, size: 9 });
const heading = (words: string, { y = 650, size = 10, bold = true, x = 72 } = {}): Run => ({
  words,
  x,
  y,
  size,
  bold,
});

/** Pages 1 to 6 after two with Roman numbers; the first of them is a cover. */
const withFrontMatter = (numbers: boolean, contents: readonly Run[]): readonly (readonly Run[])[] => [
  [{ words: "Knee Surgery Guideline", x: 72, y: 500, size: 24, bold: true }],
  [...contents, ...(numbers ? [footer("ii")] : [])],
  ...[1, 2, 3, 4, 5, 6].map((page) => [...text(page), ...(numbers ? [footer(`${page}`)] : [])]),
];

describe("the outline of a PDF", () => {
  const outline: readonly Bookmark[] = [
    { title: "Cover", page: 1 },
    { title: "1. Arthroscopy", page: 3, below: [{ title: "1.1 Meniscal tears", page: 4 }] },
    { title: "2. Bracing", page: 6, named: true },
    { title: "Chapter 3: Total knee replacement", page: 7 },
  ];
  const expected = ["1 Arthroscopy", "  2 Meniscal tears", "4 Bracing", "5 Total knee replacement"];
  const withOutline = (options: PdfOptions) =>
    pdfOf(withFrontMatter(options.romanPages === undefined, []), { outline, ...options });

  test("gives headings with their printed pages, not those in the file", async () => {
    expect(await structure(withOutline({}))).toMatchObject({ headingsFrom: "outline" });
    expect(await headings(withOutline({}))).toEqual(expected);
  });

  test("counts by the labels of pages if no numbers are printed", async () => {
    expect(await headings(withOutline({ romanPages: 2 }))).toEqual(expected);
  });

  test("isn't used if it names no parts of the document", async () => {
    const pages = [1, 2, 3, 4].map((page) => [heading(`On ${subjects[page]}`), ...text(page)]);
    const poor: readonly Bookmark[] = [
      { title: "Page 1", page: 1 },
      { title: "Page 2", page: 2 },
      { title: "Text", page: 2 },
    ];
    expect(await structure(pdfOf(pages, { outline: poor }))).toMatchObject({ headingsFrom: "headings" });
  });
});

describe("a table of contents", () => {
  const entries: readonly (readonly [string, string, number])[] = [
    ["Foreword", "ii", 72],
    ["Arthroscopy", "1", 72],
    ["Meniscal tears", "2", 90],
    ["Bracing", "4", 72],
    ["Total knee replacement", "5", 72],
  ];
  const expected = ["1 Arthroscopy", "  2 Meniscal tears", "4 Bracing", "5 Total knee replacement"];
  const title = heading("Table of Contents", { y: 720 });

  test("with dots is read", async () => {
    const lines = entries.map(([words, page, x], index) => ({
      words: `${words} ${".".repeat(60 - words.length)} ${page}`,
      x,
      y: 680 - index * 14,
    }));
    const bytes = pdfOf(withFrontMatter(true, [title, ...lines]));
    expect(await structure(bytes)).toMatchObject({ headingsFrom: "contents" });
    expect(await headings(bytes)).toEqual(expected);
  });

  test("with a gap before the numbers is read", async () => {
    const lines = entries.flatMap(([words, page, x], index) => [
      { words, x, y: 680 - index * 14 },
      { words: page, x: 520, y: 680 - index * 14 },
    ]);
    expect(await headings(pdfOf(withFrontMatter(true, [title, ...lines])))).toEqual(expected);
  });

  test("in two columns is read column by column", async () => {
    const lines = entries.flatMap(([words, page, x], index) => {
      const [row, column] = [index % 3, index < 3 ? 0 : 250];
      return [
        { words, x: x + column, y: 680 - row * 14 },
        { words: page, x: 260 + column, y: 680 - row * 14 },
      ];
    });
    expect(await headings(pdfOf(withFrontMatter(true, [title, ...lines])))).toEqual(expected);
  });

  test("with titles on two lines is read", async () => {
    const lines = [
      { words: "Arthroscopy of the knee for loose bodies and", x: 72, y: 680 },
      { words: "meniscal tears ..................... 1", x: 72, y: 668 },
      { words: "Bracing after surgery .............. 2", x: 72, y: 650 },
      { words: "Cold therapy ....................... 4", x: 72, y: 632 },
    ];
    expect(await headings(pdfOf(withFrontMatter(true, [title, ...lines])))).toEqual([
      "1 Arthroscopy of the knee for loose bodies and meniscal tears",
      "2 Bracing after surgery",
      "4 Cold therapy",
    ]);
  });

  test("isn't a table with numbers", async () => {
    const rows = ["Flexion", "Extension", "Rotation", "Strength"].flatMap((words, index) => [
      { words, x: 72, y: 680 - index * 14 },
      { words: `${[90, 10, 45, 5][index]}`, x: 300, y: 680 - index * 14 },
    ]);
    expect(await structure(pdfOf(withFrontMatter(true, rows)))).toMatchObject({ headings: [] });
  });

  test("in plain text is read", async () => {
    const contents = entries.map(
      ([words, page, x]) => `${" ".repeat((x - 72) / 9)}${words.padEnd(50)}${page}`,
    );
    const pages = [1, 2, 3, 4, 5, 6].map(
      (page) =>
        `${text(page)
          .map(({ words }) => words)
          .join("\n")}\nPage ${page} of 6`,
    );
    const bytes = new TextEncoder().encode(
      ["Knee Surgery Guideline", contents.join("\n"), ...pages].join("\f"),
    );
    expect(await headings(bytes, "text")).toEqual(expected);
  });
});

describe("headings on the pages", () => {
  const body = (page: number, ...above: readonly Run[]) => [...above, ...text(page), footer(`${page}`)];

  test("are larger or bold, and their sizes are their levels", async () => {
    const bytes = pdfOf([
      body(1, heading("Knee Surgery Guideline", { y: 720, size: 20 }), heading("Arthroscopy", { size: 14 })),
      body(2, heading("Meniscal tears")),
      body(3, heading("Loose bodies of the"), heading("lateral compartment", { y: 638 })),
      body(4, heading("Bracing", { size: 14, bold: false })),
    ]);
    expect(await structure(bytes)).toMatchObject({
      headingsFrom: "headings",
      title: "Knee Surgery Guideline",
    });
    expect(await headings(bytes)).toEqual([
      "1 Arthroscopy",
      "  2 Meniscal tears",
      "  3 Loose bodies of the lateral compartment",
      "4 Bracing",
    ]);
  });

  test("are found in two columns", async () => {
    const column = (page: number, words: string, x: number): readonly Run[] => [
      heading(words, { x, y: 650 }),
      ...Array.from({ length: 8 }, (_, line) => ({
        words: `Line ${line} on ${words.toLowerCase()} of ${page}`,
        x,
        y: 630 - line * 12,
      })),
    ];
    const pages = [
      [...column(1, "Arthroscopy", 72), ...column(1, "Bracing", 330)],
      [...column(2, "Cold therapy", 72), ...column(2, "Diathermy", 330)],
    ];
    expect(await headings(pdfOf(pages))).toEqual([
      "1 Arthroscopy",
      "1 Bracing",
      "2 Cold therapy",
      "2 Diathermy",
    ]);
  });

  test("aren't sentences, captions, words within a line, or the first line of a table", async () => {
    const bytes = pdfOf([
      body(1, heading("This bold sentence is only emphasized.")),
      body(2, heading("Table 2. Range of motion")),
      body(3, heading("Recommendation:"), { words: "surgery is for few people", x: 170, y: 650 }),
      body(4, heading("Drug"), heading("Dose", { x: 200 })),
    ]);
    expect(await structure(bytes)).toMatchObject({ headings: [], headingsFrom: undefined });
  });

  test("of plain text have an empty line above them", async () => {
    const pages = [1, 2, 3].map(
      (page) =>
        `On ${subjects[page]}\n\n${text(page)
          .map(({ words }) => words)
          .join("\n")}\n\nPage ${page} of 3`,
    );
    expect(await headings(new TextEncoder().encode(pages.join("\f")), "text")).toEqual([
      "1 On bread",
      "2 On cheese",
      "3 On dates",
    ]);
  });

  test("of a Word file are those of its styles", async () => {
    const styled = (style: string, words: string, start = "") =>
      paragraph(start + run(words), `<w:pStyle w:val="${style}"/>`);
    const bytes = docxOf(
      styled("H1", "Arthroscopy") +
        paragraph("Bracing is another chapter, says this made-up text.") +
        styled("H2", "Meniscal tears") +
        paragraph("These words say nothing about it.") +
        styled("H1", "Bracing", "<w:r><w:lastRenderedPageBreak/></w:r>") +
        paragraph("Words of the last page, which say nothing either."),
      styles(
        `<w:style w:type="paragraph" w:styleId="H1"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
          `<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>`,
      ),
    );
    expect(await headings(bytes, "docx")).toEqual(["1 Arthroscopy", "  1 Meniscal tears", "2 Bracing"]);
  });
});

describe("the title", () => {
  test("is the stated one if the document has it", async () => {
    const pages = [[{ words: "Guideline for the Surgery of Knees", x: 72, y: 700 }, ...text(1)], text(2)];
    const title = async (stated: string) => (await structure(pdfOf(pages, { title: stated }))).title;
    expect(await title("Guideline for the Surgery of Knees")).toBe("Guideline for the Surgery of Knees");
    expect(await title("Microsoft Word - knees-final.docx")).not.toContain("Microsoft");
    expect(await title("A template of somebody else")).not.toContain("template");
  });

  test("is the largest on the cover", async () => {
    const pages = [
      [
        { words: "Bureau of Tests", x: 72, y: 700, size: 14 },
        { words: "Knee Surgery Guideline", x: 72, y: 500, size: 24 },
      ],
      text(1),
      text(2),
    ];
    expect((await structure(pdfOf(pages))).title).toBe("Knee Surgery Guideline");
  });
});
