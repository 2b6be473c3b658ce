/** Writes small PDFs, so that the tests need no guideline's text. */

export interface Run {
  readonly words: string;
  /** In points from the left and from the bottom of the page. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Quarter turns, counterclockwise. */
  readonly turns?: number;
}

export const pageWidth = 612;
export const pageHeight = 792;

/** The first four numbers of a text matrix, by quarter turns. */
const turned = ["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"];

export interface PdfOptions {
  /** Encrypted with an unknown password. */
  readonly locked?: boolean;
  /** Pages with an image instead of text. */
  readonly scanned?: boolean;
  /** The 1-based number of a page that the document refers to but does not contain. */
  readonly lost?: number;
  /** Bookmarks to 1-based pages, in the file. */
  readonly outline?: readonly Bookmark[];
  /** The first pages, so many, have the labels i, ii, iii …, and those after them 1, 2, 3 …. */
  readonly romanPages?: number;
  /** The title in the properties of the document. */
  readonly title?: string;
}

export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly below?: readonly Bookmark[];
  /** The destination is a name, as word processors write it, and not the page itself. */
  readonly named?: boolean;
}

/** A PDF with these runs of words on its pages. */
export function pdfOf(
  pages: readonly (readonly Run[])[],
  { locked, scanned, lost, outline = [], romanPages, title }: PdfOptions = {},
): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const catalog = add("<< /Type /Catalog /Pages 2 0 R >>");
  add("");
  const plain = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  const bold = add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>");
  const image = add(
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\n\u0000\nendstream",
  );
  const kids = pages.map((runs) => {
    const words = runs.map(
      (run) =>
        `BT /${run.bold ? "B" : "F"} ${run.size ?? 10} Tf ${turned[run.turns ?? 0]} ${run.x} ${run.y} Tm (${escaped(run.words)}) Tj ET`,
    );
    const content = add(streamOf(scanned ? `${pageWidth} 0 0 ${pageHeight} 0 0 cm /I Do` : words.join("\n")));
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageWidth} ${pageHeight}] /Contents ${content} 0 R /Resources << /Font << /F ${plain} 0 R /B ${bold} 0 R >> /XObject << /I ${image} 0 R >> >> >>`,
    );
  });
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid, index) => `${index + 1 === lost ? 9999 : kid} 0 R`).join(" ")}] >>`;
  const names: string[] = [];
  const bookmarks = (list: readonly Bookmark[], parent: number): string => {
    const own = list.map(() => add(""));
    list.forEach((one, index) => {
      const place = `[${kids[one.page - 1]} 0 R /XYZ 0 700 0]`;
      if (one.named) names.push(`(to${own[index]}) ${place}`);
      const below = one.below ? bookmarks(one.below, own[index]!) : "";
      objects[own[index]! - 1] =
        `<< /Title (${escaped(one.title)}) /Parent ${parent} 0 R /Dest ${one.named ? `(to${own[index]})` : place} ` +
        `${own[index - 1] ? `/Prev ${own[index - 1]} 0 R ` : ""}${own[index + 1] ? `/Next ${own[index + 1]} 0 R ` : ""}${below} >>`;
    });
    return `/First ${own[0]} 0 R /Last ${own.at(-1)} 0 R /Count ${list.length}`;
  };
  const entries: string[] = [];
  if (outline.length > 0) {
    const root = add("");
    objects[root - 1] = `<< /Type /Outlines ${bookmarks(outline, root)} >>`;
    entries.push(`/Outlines ${root} 0 R`, `/Names << /Dests << /Names [${names.join(" ")}] >> >>`);
  }
  if (romanPages !== undefined)
    entries.push(`/PageLabels << /Nums [0 << /S /r >> ${romanPages} << /S /D >>] >>`);
  objects[catalog - 1] = `<< /Type /Catalog /Pages 2 0 R ${entries.join(" ")} >>`;
  const info = title === undefined ? "" : ` /Info ${add(`<< /Title (${escaped(title)}) >>`)} 0 R`;
  const secret = "<".concat("00".repeat(32), ">");
  const lock = locked
    ? ` /Encrypt ${add(`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`)} 0 R /ID [${secret} ${secret}]`
    : "";
  return pdfFile(objects, `/Root ${catalog} 0 R${lock}${info}`);
}

/** A PDF of these objects, numbered from 1. Characters are Latin-1 bytes. `trailer` names the root. */
export function pdfFile(objects: readonly string[], trailer: string): Uint8Array {
  const offsets: number[] = [];
  const parts = ["%PDF-1.4\n"];
  let length = parts[0]!.length;
  objects.forEach((body, index) => {
    offsets.push(length);
    const object = `${index + 1} 0 obj\n${body}\nendobj\n`;
    parts.push(object);
    length += object.length;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Uint8Array.from(parts.join(""), (character) => character.charCodeAt(0));
}

/** A stream object; `entries` go into its dictionary. */
export const streamOf = (content: string, entries = ""): string =>
  `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;

const escaped = (words: string): string =>
  words
    .replace(/[\\()]/g, "\\$&")
    .replace(/®/g, "\\256")
    .replace(/–/g, "\\226");

/** Lines of text from `y` downward. */
export const linesFrom = (lines: readonly string[], { x = 72, y = 700, step = 12 } = {}): readonly Run[] =>
  lines.map((words, index) => ({ words, x, y: y - index * step }));

/** The running header and footer of an official document. */
export const runningLines = (page: number, of: number): readonly Run[] => [
  { words: "Treatment Guidelines for Tests", x: 72, y: 760, size: 9 },
  { words: `Page ${page} of ${of}`, x: 280, y: 30, size: 9 },
];
