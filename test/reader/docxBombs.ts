/** Malicious Word files: small files that need a lot of memory or time, and files with false information. */
import { docxOf, numbering, paragraph, styles, table } from "./docx.ts";

/** Changes a field of each entry in the central directory, which is what is read. */
function withSizes(bytes: Uint8Array, size: number, isMeant: (size: number) => boolean): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 28; at++)
    if (view.getUint32(at, true) === 0x02014b50 && isMeant(view.getUint32(at + 24, true)))
      view.setUint32(at + 24, size, true);
  return bytes;
}

/** The end of an archive that claims to have so many parts, in the form for more than 65,535. */
function withPartCount(bytes: Uint8Array, count: number): Uint8Array {
  const [end64, locator, end] = [56, 20, 22];
  const start = bytes.length - end;
  const file = new Uint8Array(start + end64 + locator + end);
  file.set(bytes.subarray(0, start));
  file.set(bytes.subarray(start), file.length - end);
  const view = new DataView(file.buffer);
  const offset = view.getUint32(file.length - end + 16, true);
  view.setUint32(start, 0x06064b50, true);
  view.setUint32(start + 32, count, true);
  view.setUint32(start + 48, offset, true);
  view.setUint32(start + end64, 0x07064b50, true);
  view.setUint32(start + end64 + 8, start, true);
  view.setUint16(file.length - end + 8, 0xffff, true);
  view.setUint16(file.length - end + 10, 0xffff, true);
  view.setUint32(file.length - end + 16, 0xffffffff, true);
  return file;
}

const xmlOf = (body: string, before = ""): Uint8Array =>
  docxOf("", {
    "word/document.xml": `${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${body}</w:document>`,
  });

/** A paragraph whose text may have markup. */
const raw = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const laughs = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY e${index + 1} "${`&e${index};`.repeat(10)}">`,
).join("");

const numbered = (text: string, format: string): ReturnType<typeof numbering> => ({
  ...numbering(
    `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
  ),
  ...styles(
    `<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
  ),
});

const wideCell = `<w:tc><w:tcPr><w:gridSpan w:val="100"/></w:tcPr><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>`;

interface Bomb {
  readonly make: () => Uint8Array;
  /** What it's read as: the kind of the result, or the problem. */
  readonly is: string;
}

/** The bombs by name. `partBytes`: about the size of the main part; those of more than 8 MB aren't read. */
export function docxBombs(partBytes: number): Readonly<Record<string, Bomb>> {
  const repeated = (piece: string): string => piece.repeat(Math.floor(partBytes / piece.length));
  return {
    "a part of 100 MB": { make: () => docxOf(" ".repeat(1e8)), is: "tooMuch" },
    "a part that claims to be small": {
      make: () => withSizes(docxOf(" ".repeat(7e6)), 1000, (size) => size > 1e6),
      is: "damaged",
    },
    "a part that claims to have 4 GB": {
      make: () => withSizes(docxOf(paragraph("Words.")), 0xfffffff0, () => true),
      is: "tooMuch",
    },
    "20,000 parts": {
      make: () =>
        docxOf(
          paragraph("Words."),
          Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`word/media/${index}.png`, ""])),
        ),
      is: "tooMuch",
    },
    "4 billion parts, by its word": {
      make: () => withPartCount(docxOf(paragraph("Words.")), 0xfffffff0),
      is: "tooMuch",
    },
    "entities in entities": {
      make: () => xmlOf(raw("&e9;"), `<!DOCTYPE a [<!ENTITY e0 "words">${laughs}]>`),
      is: "damaged",
    },
    "an entity that is a file": {
      make: () => xmlOf(raw("&e;"), `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>`),
      is: "damaged",
    },
    "open elements": { make: () => xmlOf(repeated("<a>")), is: "tooMuch" },
    "2,000 elements deep": {
      make: () => xmlOf(`${"<a>".repeat(2000)}${"</a>".repeat(2000)}${paragraph("Words.")}`),
      is: "tooMuch",
    },
    "500 elements deep": {
      make: () => xmlOf(`${"<a>".repeat(500)}${"</a>".repeat(500)}${paragraph("Words.")}`),
      is: "letter",
    },
    "tables in tables": { make: () => xmlOf(repeated("<w:tbl><w:tr><w:tc>")), is: "tooMuch" },
    "text boxes in text boxes": {
      make: () => xmlOf(repeated("<w:p><w:txbxContent>")),
      is: "tooMuch",
    },
    "many attributes": {
      make: () =>
        xmlOf(
          `<a ${Array.from({ length: partBytes / 15 }, (_, index) => `a${index}=""`).join(" ")}/>${paragraph("Words.")}`,
        ),
      is: "letter",
    },
    "a long attribute": {
      make: () => xmlOf(`<a b="${repeated("x")}"/>${paragraph("Words.")}`),
      is: "letter",
    },
    "a long comment": { make: () => xmlOf(`<!--${repeated("x")}-->${paragraph("Words.")}`), is: "letter" },
    "empty paragraphs": { make: () => docxOf(repeated("<w:p/>")), is: "empty" },
    "a list whose numbers have a megabyte each": {
      make: () => docxOf(repeated("<w:p/>"), numbered(`${"x".repeat(1e6)}%1`, "decimal")),
      is: "tooMuch",
    },
    "a list whose numbers are long in Roman": {
      make: () => docxOf(repeated("<w:p/>"), numbered("%1".repeat(1000), "lowerRoman")),
      is: "tooMuch",
    },
    "a row of wide cells": {
      make: () => docxOf(`<w:tbl><w:tr>${repeated(wideCell)}</w:tr></w:tbl>`),
      is: "letter",
    },
    "rows of wide cells": {
      make: () => docxOf(`<w:tbl>${repeated(`<w:tr>${wideCell}${wideCell}</w:tr>`)}</w:tbl>`),
      is: "letter",
    },
    "styles based on themselves": {
      make: () =>
        docxOf(
          Array.from({ length: partBytes / 150 }, (_, index) =>
            paragraph("a", `<w:pStyle w:val="${index}"/>`),
          ).join(""),
          styles(
            Array.from(
              { length: partBytes / 150 },
              (_, index) =>
                `<w:style w:type="paragraph" w:styleId="${index}"><w:basedOn w:val="${(index + 1) % (partBytes / 150)}"/></w:style>`,
            ).join(""),
          ),
        ),
      is: "letter",
    },
    "fields that never end": {
      make: () =>
        docxOf(paragraph(repeated(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`)) + paragraph("Words.")),
      is: "letter",
    },
    "page breaks": {
      make: () => docxOf(`<w:p><w:r>${repeated('<w:br w:type="page"/>')}</w:r></w:p>${paragraph("Words.")}`),
      is: "letter",
    },
    "6 MB of words": { make: () => docxOf(paragraph("word ".repeat(1.2e6))), is: "tooMuch" },
    "a table in each cell, 40 deep": {
      make: () => {
        let inner = paragraph("Words.");
        for (let depth = 0; depth < 40; depth++) inner = table([[`${inner}${paragraph("")}`, "b"]]);
        return docxOf(inner.repeat(partBytes / 15_000));
      },
      is: "letter",
    },
  };
}
