/** Writes a letter as a Word file that looks like a published letter. The only file that knows the library. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type {
  CaseDetail,
  CaseDetails,
  PublishedForm,
  PublishedParagraph,
} from "../../../server/src/protocol/extensions.ts";

/** Lengths in twentieths of a point, as Word files have them. */
const inch = 1440;
const page = { width: 8.5 * inch, height: 11 * inch, margin: inch };
/** An empty line of 12-point text. */
const emptyLine = 276;
const belowHeading = 134;

/** Sizes in half points. */
const bodyFont = { font: "Times New Roman", size: 24 };
const tableFont = { font: "Arial", size: 23 };

const columns = [2124, 2988, 1962, 2484];
const tableIndent = -108;
const labelShading = { type: ShadingType.CLEAR, color: "auto", fill: "E0E0E0" };
const border = { style: BorderStyle.SINGLE, size: 4, color: "000000" };

export async function docxOf({ blocks }: PublishedForm): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    block.kind === "caseDetails" ? tableOf(block) : paragraphOf(block),
  );
  const section: ISectionOptions = {
    properties: {
      page: {
        size: { width: page.width, height: page.height },
        margin: { top: page.margin, right: page.margin, bottom: page.margin, left: page.margin },
      },
    },
    children,
  };
  const heading: IParagraphOptions = {
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: emptyLine, after: belowHeading },
  };
  const document = new Document({
    // Not the library's own name.
    creator: "",
    lastModifiedBy: "",
    styles: {
      default: {
        document: { run: bodyFont },
        heading1: { run: { ...bodyFont, bold: true, color: "000000" }, paragraph: heading },
      },
    },
    sections: [section],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraphOf({ kind, runs, isApart, startsPage }: PublishedParagraph): Paragraph {
  return new Paragraph({
    ...(kind === "heading"
      ? { heading: HeadingLevel.HEADING_1 }
      : { spacing: { before: isApart ? emptyLine : 0 } }),
    pageBreakBefore: startsPage,
    children: runs.map(({ text, isBold }) => new TextRun({ text: writable(text), bold: isBold })),
  });
}

function tableOf({ rows }: CaseDetails): Table {
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    indent: { size: tableIndent, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map(
      ([left, right]) => new TableRow({ children: [...cellsOf(left, 0), ...cellsOf(right, 2)] }),
    ),
  });
}

/** The two cells of a detail, or one across both columns without a detail. */
function cellsOf(detail: CaseDetail | null, column: number): readonly TableCell[] {
  const [labelWidth = 0, valueWidth = 0] = columns.slice(column);
  const cell = (width: number, words: string, isLabel: boolean, columnSpan = 1): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      ...(isLabel ? { shading: labelShading } : {}),
      columnSpan,
      children: [
        new Paragraph({
          children: words
            .split("\n")
            .map((line, at) => new TextRun({ text: writable(line), break: at, bold: isLabel, ...tableFont })),
        }),
      ],
    });
  return detail === null
    ? [cell(labelWidth + valueWidth, "", true, 2)]
    : [cell(labelWidth, detail.label, true), cell(valueWidth, detail.value, false)];
}

/** Characters that XML can't have are replaced, and tabs become spaces. */
const writable = (text: string): string =>
  text
    .replaceAll("\t", "  ")
    .replace(/[\v\u2028\u2029]/g, " ")
    .replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}\u0085]/gu, "\ufffd");
