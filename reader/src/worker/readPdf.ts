/** Reads the text of a PDF page by page. It runs entirely in this worker, and fetches nothing. */
import "./browserGlobals.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { PDFDocumentProxy, TextContent } from "pdfjs-dist/types/src/display/api.js";
import { hasPdfSignature } from "../documentKind.ts";
import type { ReadProblem } from "../messages.ts";
import { countCharacters, throwIfExceeded } from "./limits.ts";
import type { PlacedText } from "./pageText.ts";

// The library's own worker runs here too, not in a nested worker.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

/** What is made of each page and of the whole document, and the 1-based numbers of pages that couldn't be read. */
export interface ReadPdf<Page, Whole> {
  readonly pages: readonly (Page | undefined)[];
  readonly unread: readonly number[];
  readonly whole: Whole;
}

/**
 * Makes something of the texts on each page, and then of the whole document. Calls `onPage` after each page, with 1-based
 * numbers.
 */
export async function readPdf<Page, Whole>(
  data: Uint8Array,
  maxPages: number,
  pageOf: (texts: readonly PlacedText[]) => Page,
  onPage: (page: number, of: number) => void,
  wholeOf: (document: PDFDocumentProxy) => Promise<Whole>,
): Promise<ReadPdf<Page, Whole> | ReadProblem> {
  if (!hasPdfSignature(data)) return "notPdf";
  const task = getDocument({
    data,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const { numPages } = document;
    if (numPages > maxPages) return "tooLong";
    const pages: (Page | undefined)[] = [];
    const unread: number[] = [];
    for (let number = 1; number <= numPages; number++) {
      try {
        const page = await document.getPage(number);
        pages.push(pageOf(await textsOf(page.streamTextContent())));
        page.cleanup();
      } catch {
        throwIfExceeded();
        pages.push(undefined);
        unread.push(number);
      }
      onPage(number, numPages);
    }
    const whole = await wholeOf(document);
    throwIfExceeded();
    await task.destroy();
    return { pages, unread, whole };
  } catch (error) {
    throwIfExceeded();
    return error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged";
  }
  // A failed task isn't destroyed, because that waits for a page that may never end. The caller terminates this worker.
}

/** Reads a page in chunks, to notice one that never ends. */
async function textsOf(content: ReadableStream<TextContent>): Promise<readonly PlacedText[]> {
  const texts: PlacedText[] = [];
  let characters = 0;
  const reader = content.getReader();
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    for (const item of chunk.value.items) {
      if (!("str" in item)) continue;
      // Empty items take memory too.
      characters += item.str.length + 1;
      countCharacters(item.str.length + 1, characters);
      texts.push(placed(item));
    }
  }
  throwIfExceeded();
  return texts;
}

interface PdfText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

function placed({ str, transform, width, height, fontName }: PdfText): PlacedText {
  const [a = 1, b = 0, , , x = 0, y = 0] = transform;
  return { words: str, x, y, width, size: height || 10, font: fontName, direction: directionOf(a, b) };
}

/** In quarter turns, counterclockwise. */
const directionOf = (a: number, b: number): number =>
  Math.abs(b) > Math.abs(a) ? (b > 0 ? 1 : 3) : a < 0 ? 2 : 0;
