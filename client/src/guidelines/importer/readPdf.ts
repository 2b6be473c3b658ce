/** Reads the text of a PDF page by page. It runs entirely in this worker, and fetches nothing. */
import "./browserGlobals.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { TextContent } from "pdfjs-dist/types/src/display/api.js";
import { countCharacters, throwIfExceeded } from "./limits.ts";
import { maxPages, type ReadProblem } from "./messages.ts";
import { linesInOrder, type PageLine, type PlacedText } from "./pageText.ts";

// The library's own worker runs here too, not in a nested worker.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

export interface ReadPdf {
  /** The lines of each page. */
  readonly pages: readonly (readonly PageLine[])[];
  /** The 1-based indexes of the pages that couldn't be read. */
  readonly unread: readonly number[];
}

/** Calls `onPage` after each page, with 1-based numbers. */
export async function readPdf(
  data: Uint8Array,
  onPage: (page: number, of: number) => void,
): Promise<ReadPdf | ReadProblem> {
  if (!startsAsPdf(data)) return "notPdf";
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
    const pages: (readonly PageLine[])[] = [];
    const unread: number[] = [];
    for (let number = 1; number <= numPages; number++) {
      try {
        const page = await document.getPage(number);
        pages.push(linesInOrder(await textsOf(page.streamTextContent())));
        page.cleanup();
      } catch {
        throwIfExceeded();
        pages.push([]);
        unread.push(number);
      }
      onPage(number, numPages);
    }
    return { pages, unread };
  } catch (error) {
    throwIfExceeded();
    return error instanceof Error && error.name === "PasswordException" ? "locked" : "damaged";
  }
  // The task isn't destroyed, because that waits for a page that may never end. The caller terminates this worker.
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

/** The signature of a PDF is in its first kilobyte. */
const startsAsPdf = (data: Uint8Array): boolean =>
  String.fromCharCode(...data.subarray(0, 1024)).includes("%PDF-");

interface PdfText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

function placed({ str, transform, width, height, fontName }: PdfText): PlacedText {
  const [, , , , x = 0, y = 0] = transform;
  return { words: str, x, y, width, size: height || 10, font: fontName };
}
