/** Malicious PDFs and texts: small files that need a lot of memory or time, and files with false information. */
import { deflateSync } from "node:zlib";
import { pdfFile, streamOf } from "./pdf.ts";

const pageOf = (contents: string, resources = ""): string =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${contents} /Resources << /Font << /F 3 0 R >> ${resources} >> >>`;
const font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
const catalog = "<< /Type /Catalog /Pages 2 0 R >>";

/** Objects 1 to 3 are the catalog, the page tree and the font; the pages and what they need follow from 4 on. */
const withPages = (pages: readonly number[], ...rest: readonly string[]): Uint8Array =>
  pdfFile(
    [
      catalog,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(" ")}] >>`,
      font,
      ...rest,
    ],
    "/Root 1 0 R",
  );

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

/** A stream of `megabytes` of `words`, deflated `times` times, which makes it smaller each time. */
function deflated(words: string, megabytes: number, times = 1): string {
  let bytes: Uint8Array = Buffer.alloc(megabytes * 1e6, words);
  for (let time = 0; time < times; time++) bytes = deflateSync(bytes, { level: 9 });
  return streamOf(latin1(bytes), `/Filter [${"/FlateDecode ".repeat(times)}]`);
}

/** A page whose content is `megabytes` of `words`. */
export const flateBomb = (words: string, megabytes: number, times = 1): Uint8Array =>
  withPages([4], pageOf("5 0 R"), deflated(words, megabytes, times));

/** `parts` streams of the same bytes on one page, as an array of contents. */
export const arrayBomb = (parts: number, megabytes: number): Uint8Array =>
  withPages([4], pageOf(`[${"5 0 R ".repeat(parts)}]`), deflated(" ", megabytes));

/** Each of `depth` forms shows the next one `wide` times; the last shows `words`. */
export function nestedForms(depth: number, wide: number, words = ""): Uint8Array {
  const forms = Array.from({ length: depth }, (_, index) => {
    const isLast = index === depth - 1;
    const content = isLast ? `BT /F 10 Tf 72 700 Td (${words}) Tj ET` : "/X Do ".repeat(wide);
    const inner = isLast ? "" : `/XObject << /X ${index + 7} 0 R >>`;
    return streamOf(
      content,
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> ${inner} >>`,
    );
  });
  return withPages([4], pageOf("5 0 R", "/XObject << /X 6 0 R >>"), streamOf("/X Do"), ...forms);
}

/** A form that shows itself. */
export const formInItself = (): Uint8Array =>
  withPages(
    [4],
    pageOf("5 0 R", "/XObject << /X 6 0 R >>"),
    streamOf("/X Do"),
    streamOf(
      "BT /F 10 Tf 72 700 Td (Words that are shown again and again.) Tj ET /X Do /X Do",
      "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F 3 0 R >> /XObject << /X 6 0 R >> >>",
    ),
  );

/** A document with one page that claims to have `count`. */
export const wrongCount = (count: number): Uint8Array =>
  pdfFile(
    [
      catalog,
      `<< /Type /Pages /Count ${count} /Kids [4 0 R] >>`,
      font,
      pageOf("5 0 R"),
      streamOf("BT /F 10 Tf 72 700 Td (The only page there is, with a few words on it.) Tj ET"),
    ],
    "/Root 1 0 R",
  );

/** A page tree whose branches lead back to its root. */
export const loopInPageTree = (): Uint8Array =>
  pdfFile(
    [
      catalog,
      "<< /Type /Pages /Count 10 /Kids [3 0 R 3 0 R] >>",
      "<< /Type /Pages /Parent 2 0 R /Count 5 /Kids [2 0 R 2 0 R] >>",
    ],
    "/Root 1 0 R",
  );

/** A tree of `depth` branches, each of which refers to the next one `wide` times and claims to have few pages. */
export const wideTree = (depth: number, wide: number): Uint8Array =>
  pdfFile(
    [
      catalog,
      ...Array.from(
        { length: depth },
        (_, index) => `<< /Type /Pages /Count 2 /Kids [${`${index + 3} 0 R `.repeat(wide)}] >>`,
      ),
      "<< /Type /Pages /Count 0 /Kids [] >>",
    ],
    "/Root 1 0 R",
  );

export const noPages = (): Uint8Array => withPages([]);

/** Most objects are in an object stream that inflates to `megabytes`. */
export function objectStreamBomb(megabytes: number): Uint8Array {
  const bodies = [catalog, "<< /Type /Pages /Count 1 /Kids [4 0 R] >>", font, pageOf("5 0 R")];
  let at = 0;
  const index = bodies.map((body, number) => {
    const entry = `${number + 1} ${at}`;
    at += body.length + 1;
    return entry;
  });
  const head = `${index.join(" ")}\n`;
  const content = Buffer.concat([
    Buffer.from(`${head}${bodies.join("\n")}\n`),
    Buffer.alloc(megabytes * 1e6, " "),
  ]);
  const packed = deflateSync(content, { level: 9 });
  const objects = [
    `5 0 obj\n${streamOf("BT /F 10 Tf 72 700 Td (Words.) Tj ET")}\nendobj\n`,
    `6 0 obj\n${streamOf(latin1(packed), `/Type /ObjStm /N 4 /First ${head.length} /Filter /FlateDecode`)}\nendobj\n`,
  ];
  const start = "%PDF-1.5\n";
  const offsets = [start.length, start.length + objects[0]!.length];
  const rows = [
    [0, 0, 255],
    ...[0, 1, 2, 3].map((number) => [2, 6, number]),
    ...offsets.map((offset) => [1, offset, 0]),
    [1, offsets[1]! + objects[1]!.length, 0],
  ];
  const table = latin1(
    Uint8Array.from(
      rows.flatMap(([type = 0, a = 0, b = 0]) => [
        type,
        (a >> 24) & 255,
        (a >> 16) & 255,
        (a >> 8) & 255,
        a & 255,
        b,
      ]),
    ),
  );
  const xref = `7 0 obj\n${streamOf(table, "/Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R")}\nendobj\n`;
  const file = `${start}${objects.join("")}${xref}startxref\n${offsets[1]! + objects[1]!.length}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Needs memory without having the data: very wide lines of a fax, an image, or a predictor. */
export const wideLines = (filter: string): Uint8Array =>
  withPages(
    [4],
    pageOf("5 0 R", "/XObject << /X 6 0 R >>"),
    streamOf("/X Do"),
    streamOf(
      latin1(deflateSync(Buffer.alloc(1000))),
      `/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Filter ${filter}`,
    ),
  );

/** A font whose map of characters to Unicode is `megabytes` of ranges. */
export const characterMapBomb = (megabytes: number): Uint8Array =>
  withPages(
    [4],
    pageOf("5 0 R", "").replace("/F 3 0 R", "/F 6 0 R"),
    streamOf("BT /F 10 Tf 72 700 Td (Words.) Tj ET"),
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>",
    deflated("1 beginbfrange <0000> <ffff> <0000> endbfrange\n", megabytes),
  );

/** A document with actions to run a script, open a URL, start a program, and load a file. */
export const actions = (): Uint8Array =>
  pdfFile(
    [
      "<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R >> /Names << /JavaScript << /Names [(a) 6 0 R] >> >> >>",
      "<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
      font,
      pageOf("[5 0 R 7 0 R]").replace(
        "/Type /Page ",
        "/Type /Page /AA << /O 6 0 R >> /Annots [8 0 R 9 0 R] ",
      ),
      streamOf("BT /F 10 Tf 72 700 Td (Words that anyone may read here.) Tj ET"),
      "<< /S /JavaScript /JS (globalThis.ran = true; app.launchURL\\('http://127.0.0.1:9/'\\);) >>",
      "<< /Length 0 /F (http://127.0.0.1:9/stream) /FFilter /FlateDecode >>\nstream\n\nendstream",
      "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://127.0.0.1:9/link) >> >>",
      "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (/bin/true) >> >>",
    ],
    "/Root 1 0 R",
  );

/** `count` pages that share one content, which is `megabytes` of `words` each time. */
export const samePageAgain = (count: number, words: string, megabytes: number): Uint8Array =>
  withPages(
    Array.from({ length: count }, (_, index) => index + 5),
    deflated(words, megabytes),
    ...Array.from({ length: count }, () => pageOf("4 0 R")),
  );

/** Plain text of so many lines, on one page. */
export const manyLines = (count: number): Uint8Array =>
  new TextEncoder().encode(
    "This is one line of a text that has no pages at all, as long as it is.\n".repeat(count),
  );

/** One line of so many characters. */
export const longLine = (length: number): Uint8Array =>
  new TextEncoder().encode("word-\u00ad ".repeat(length / 8));

const words = "BT /F 10 Tf 1 0 0 1 72 700 Tm (some words) Tj ET\n";

/** The bombs by name, and whether each is read as text. */
export const bombs: Readonly<Record<string, { readonly make: () => Uint8Array; readonly kind?: "text" }>> = {
  "1 MB that inflates to 5 GB of spaces": { make: () => arrayBomb(5, 1000) },
  "1 GB of spaces, deflated twice": { make: () => flateBomb(" ", 1000, 2) },
  "1 GB of text": { make: () => flateBomb(words, 1000) },
  "200 MB of saved states": { make: () => flateBomb("q ", 200) },
  "200 MB of open brackets": { make: () => flateBomb("[", 200) },
  "200 MB of open dictionaries": { make: () => flateBomb("<<", 200) },
  "200 MB of marked content": { make: () => flateBomb("/A <</B 1>> BDC ", 200) },
  "a string of 200 MB": { make: () => flateBomb("(", 200) },
  "forms in forms, 2 to the 30": { make: () => nestedForms(30, 2) },
  "forms in forms with words, 10 to the 9": { make: () => nestedForms(9, 10, "some words") },
  "20,000 forms deep": { make: () => nestedForms(20_000, 1, "some words that are far down") },
  "a form that shows itself": { make: formInItself },
  "a billion pages, by its word": { make: () => wrongCount(1e9) },
  "less than no pages": { make: () => wrongCount(-1) },
  "a loop in the page tree": { make: loopInPageTree },
  "branches of the page tree, 2 to the 40": { make: () => wideTree(40, 2) },
  "no pages": { make: noPages },
  "a stream of objects of 1 GB": { make: () => objectStreamBomb(1000) },
  "a fax line of a billion dots": {
    make: () => wideLines("/CCITTFaxDecode /DecodeParms << /Columns 1000000000 >>"),
  },
  "a predicted line of a billion dots": {
    make: () => wideLines("/FlateDecode /DecodeParms << /Predictor 12 /Columns 1000000000 /Colors 4 >>"),
  },
  "a map of characters of 200 MB": { make: () => characterMapBomb(200) },
  "3000 pages that share 10 MB of words": { make: () => samePageAgain(3000, words, 10) },
  "20,000 lines of text": { make: () => manyLines(20_000), kind: "text" },
  "1,000,000 lines of text": { make: () => manyLines(1_000_000), kind: "text" },
  "a line of 50 MB": { make: () => longLine(50e6), kind: "text" },
  "10 million pages of text": { make: () => new TextEncoder().encode("a\f".repeat(1e7)), kind: "text" },
};
