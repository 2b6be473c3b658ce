/**
 * Reads the text of a Word file: one line per paragraph, as it's shown with all tracked changes accepted, without comments,
 * headers, and footers.
 */
import type { ReadProblem } from "../../messages.ts";
import { withoutControls, withoutLigatures } from "../characters.ts";
import { checkDepth, countCharacters } from "../limits.ts";
import { trackFields } from "./fields.ts";
import { readNumbering } from "./numbering.ts";
import { hardBreak, paged, softBreak } from "./pages.ts";
import { partsOf } from "./parts.ts";
import { addProperty, type Properties, readStyles } from "./styles.ts";
import { symbolOf } from "./symbols.ts";
import { type Cell, tableLines } from "./table.ts";
import { readXml } from "./xml.ts";

export interface ReadDocx {
  readonly text: string;
  /** The offsets at which pages begin, as Word has last shown them. */
  readonly pages: readonly number[];
  readonly isTracked: boolean;
  readonly hasNotes: boolean;
  /** Whether another document is part of it, which Word shows in its place. */
  readonly hasEmbedded: boolean;
  /** The paragraphs that are headings, in order, without their numbers. Level 1 is that of chapters. */
  readonly headings: readonly { readonly words: string; readonly level: number }[];
}

export function readDocx(bytes: Uint8Array): ReadDocx | ReadProblem {
  const parts = partsOf(bytes);
  if (typeof parts === "string") return parts;
  const numbering = readNumbering(parts.numbering);
  const styles = readStyles(parts.styles);

  const headings: { words: string; level: number }[] = [];
  let isTracked = false;
  let hasNotes = false;
  let hasEmbedded = false;
  /** The elements whose content isn't shown: deleted text, and the second form of a text box. */
  let skipped = 0;
  const fields = trackFields();
  /** Where lines go: the document, or the cells and text boxes that are open. */
  let lines: string[] = [];
  const outer: { readonly lines: string[]; readonly paragraph: Paragraph | undefined }[] = [];
  const tables: Table[] = [];
  let paragraph: Paragraph | undefined;
  let run: Properties | undefined;
  const spans: number[] = [];
  let isInProperties = 0;
  /** In the properties of the paragraph mark, which don't apply to the text. */
  let isMark = false;
  /** In properties from before a tracked change. */
  let isFormer = 0;
  let isText = false;
  /** Text whose paragraph mark is deleted: it continues in the next paragraph. */
  let unfinished = "";
  let pendingBreak = "";
  let lastStyle: string | undefined;
  let lastSpace = 0;

  const nest = (): void => {
    checkDepth(outer.length);
    outer.push({ lines, paragraph });
    [lines, paragraph] = [[], undefined];
  };
  const unnest = (): readonly string[] => {
    const inner = lines;
    const around = outer.pop();
    [lines, paragraph] = [around?.lines ?? [], around?.paragraph];
    return inner;
  };
  const add = (text: string): void => {
    if (skipped > 0 || !paragraph || fields.isInCode) return;
    const style = styles.of(paragraph.own.style);
    const runStyle = run?.style === undefined ? undefined : styles.of(run.style);
    if (run?.hidden ?? runStyle?.hidden ?? style.hidden) return;
    countCharacters(text.length);
    paragraph.text.push((run?.caps ?? runStyle?.caps ?? style.caps) ? text.toUpperCase() : text);
  };

  function endParagraph({ own, text, isJoined, boxes, section }: Paragraph): void {
    addLines(lines, boxes);
    unfinished += text.join("");
    if (isJoined) return;
    const words = withoutTrailingSpace(unfinished);
    unfinished = "";
    const style = { ...styles.of(own.style), ...own };
    if (style.outline !== undefined && style.outline < 9 && outer.length === 0 && words.trim() !== "")
      headings.push({ words: words.replace(/[\f\ue000]/g, "").trim(), level: style.outline + 1 });
    const number = style.list === undefined ? "" : numbering.next(style.list, style.level ?? 0);
    const indent = number === "" ? "" : "  ".repeat(style.level ?? 0);
    countCharacters(number.length + indent.length);
    const line = `${pendingBreak || (style.startsPage ? hardBreak : "")}${number === "" ? words : `${indent}${number} ${words}`}`;
    const isSameStyle = style.contextual === true && style.style === lastStyle;
    const space = isSameStyle ? 0 : Math.max(lastSpace, style.before ?? 0);
    // In a cell, and next to an empty line, there's enough space already.
    pendingBreak = section === "page" ? hardBreak : "";
    const isApart = outer.length === 0 && space >= minSpace && (lines.at(-1) ?? "") !== "" && words !== "";
    if (isApart) lines.push("");
    addLines(lines, line.replace(/(?<=[^\n])\f/g, "\n\f").split("\n"));
    lastSpace = isSameStyle ? 0 : (style.after ?? 0);
    lastStyle = style.style;
  }

  readXml(parts.document, {
    open(name, attributes) {
      switch (name) {
        case "p":
          paragraph = { own: {}, text: [], isJoined: false, boxes: [] };
          break;
        case "rPr":
          isMark = !run;
          isInProperties++;
          break;
        case "sectPr":
          if (paragraph) paragraph.section = "page";
          isInProperties++;
          break;
        case "type":
          if (paragraph?.section && isInProperties > 0 && attributes.val === "continuous")
            paragraph.section = undefined;
          break;
        case "pPr":
        case "tblPr":
          isInProperties++;
          break;
        case "pPrChange":
        case "rPrChange":
        case "sectPrChange":
          isFormer++;
          break;
        case "r":
          run = {};
          break;
        case "t":
        case "m:t":
          isText = true;
          break;
        case "sym":
          add(symbolOf(Number.parseInt(attributes.char ?? "", 16), attributes.font));
          break;
        case "fldChar":
          if (skipped === 0) fields.read(attributes.fldCharType);
          break;
        case "framePr":
          // A large first letter is a paragraph of its own.
          if (paragraph && isFormer === 0 && ["drop", "margin"].includes(attributes.dropCap ?? ""))
            paragraph.isJoined = true;
          break;
        case "ptab":
          add("\t");
          break;
        case "tab":
          // In properties, it's a tab stop.
          if (isInProperties === 0) add("\t");
          break;
        case "br":
          add(attributes.type === "page" ? hardBreak : "\n");
          break;
        case "cr":
          add("\n");
          break;
        case "noBreakHyphen":
          add("-");
          break;
        case "lastRenderedPageBreak":
          add(softBreak);
          break;
        case "footnoteReference":
        case "endnoteReference":
          hasNotes ||= skipped === 0;
          break;
        case "altChunk":
        case "subDoc":
          hasEmbedded ||= skipped === 0;
          break;
        case "ins":
        case "moveTo":
          isTracked = true;
          break;
        case "del":
        case "moveFrom":
          isTracked = true;
          if (isInProperties === 0) skipped++;
          // The mark of the paragraph, whose properties these are.
          else if (paragraph && isMark) paragraph.isJoined = true;
          else if (!paragraph) deleteRow();
          break;
        case "cellDel":
          isTracked = true;
          tables.at(-1)?.row?.deleted.add(tables.at(-1)?.row?.cells.length ?? 0);
          break;
        case "trPr":
          isInProperties++;
          break;
        case "mc:Fallback":
        case "rt":
          skipped++;
          break;
        case "txbxContent":
          nest();
          break;
        case "tbl":
          tables.push({ rows: [] });
          break;
        case "tr": {
          const table = tables.at(-1);
          if (table) table.row = { cells: [], deleted: new Set(), isDeleted: false };
          break;
        }
        case "tc":
          nest();
          spans.push(1);
          break;
        case "gridSpan":
          spans[spans.length - 1] = Math.min(maxSpan, Math.max(1, Number(attributes.val) || 1));
          break;
        default:
          if (isInProperties === 0 || isFormer > 0) break;
          if (run) addProperty(run, name, attributes);
          else if (paragraph && !isMark) addProperty(paragraph.own, name, attributes);
      }
    },
    close(name) {
      switch (name) {
        case "p":
          if (paragraph && skipped === 0) endParagraph(paragraph);
          paragraph = undefined;
          fields.endParagraph();
          break;
        case "rPr":
          isMark = false;
          isInProperties--;
          break;
        case "pPr":
        case "tblPr":
        case "sectPr":
        case "trPr":
          isInProperties--;
          break;
        case "pPrChange":
        case "rPrChange":
        case "sectPrChange":
          isFormer--;
          break;
        case "r":
          run = undefined;
          break;
        case "t":
        case "m:t":
          isText = false;
          break;
        case "del":
        case "moveFrom":
          if (isInProperties === 0) skipped--;
          break;
        case "mc:Fallback":
        case "rt":
          skipped--;
          break;
        case "txbxContent": {
          const inner = unnest();
          if (skipped === 0) addLines(paragraph?.boxes ?? lines, inner);
          break;
        }
        case "tc": {
          const inner = unnest();
          tables.at(-1)?.row?.cells.push({ lines: inner, span: spans.pop() ?? 1 });
          break;
        }
        case "tr": {
          const table = tables.at(-1);
          const row = table?.row;
          if (row && !row.isDeleted) table.rows.push(row.cells.filter((_, index) => !row.deleted.has(index)));
          break;
        }
        case "tbl": {
          const rows = tables.pop()?.rows ?? [];
          if (skipped > 0) break;
          addLines(lines, tableLines(rows));
          lastSpace = minSpace;
          break;
        }
      }
    },
    text(text) {
      if (isText) add(shownText(text));
    },
  });
  return { ...paged(lines), isTracked, hasNotes, hasEmbedded, headings };

  /** Line breaks and tabs of the XML are spaces, as is what marks a page break here. */
  function shownText(text: string): string {
    const shown = text
      .replace(/[\n\r\t\f\ue000]/g, " ")
      .replace(/[\uf020-\uf0ff]/g, (symbol) => symbolOf(symbol.charCodeAt(0), run?.font));
    return withoutLigatures(withoutControls(shown));
  }

  function deleteRow(): void {
    const row = tables.at(-1)?.row;
    if (row) row.isDeleted = true;
  }
}

/** Keeps a page break. */
function withoutTrailingSpace(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === " " || text[end - 1] === "\t")) end--;
  return text.slice(0, end);
}

/** Doesn't use `push(...more)`, which has a limit. */
function addLines(to: string[], more: readonly string[]): void {
  for (const line of more) to.push(line);
}

interface Paragraph {
  readonly own: Properties;
  readonly text: string[];
  isJoined: boolean;
  /** The lines of text boxes that are anchored in it. */
  readonly boxes: string[];
  /** A section ends with it, and the next one starts on a new page. */
  section?: "page";
}

interface Table {
  readonly rows: (readonly Cell[])[];
  row?: { readonly cells: Cell[]; readonly deleted: Set<number>; isDeleted: boolean };
}

/** Space that looks like an empty line, in twentieths of a point. */
const minSpace = 120;
/** A table has fewer columns. */
const maxSpan = 100;
