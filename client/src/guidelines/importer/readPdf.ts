/** Reads the text of a PDF page by page. Everything happens in this worker: nothing is fetched. */
import "./browserGlobals.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { WorkerMessageHandler } from "pdfjs-dist/legacy/build/pdf.worker.mjs";
import type { TextContent } from "pdfjs-dist/types/src/display/api.js";
import { countLetters, throwIfExceeded } from "./limits.ts";
import { mostPages, type ReadProblem } from "./messages.ts";
import { linesInOrder, type PageLine, type PlacedText } from "./pageText.ts";

// The reading itself runs here too, not in a worker of a worker.
Object.assign(globalThis, { pdfjsWorker: { WorkerMessageHandler } });

export interface ReadPdf {
  /** The lines of each page. */
  readonly pages: readonly (readonly PageLine[])[];
  /** The pages, counted from 1, that could not be read. */
  readonly unread: readonly number[];
}

/** Reports each page to `onPage`. */
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
    if (numPages > mostPages) return "tooLong";
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
  // The task is not destroyed: that waits for a page that may have no end. Who asked ends this worker.
}

/** In pieces, so that a page that has no end is noticed. */
async function textsOf(content: ReadableStream<TextContent>): Promise<readonly PlacedText[]> {
  const texts: PlacedText[] = [];
  let letters = 0;
  const reader = content.getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    for (const item of piece.value.items) {
      if (!("str" in item)) continue;
      // What is empty takes its place too.
      letters += item.str.length + 1;
      countLetters(item.str.length + 1, letters);
      texts.push(placed(item));
    }
  }
  throwIfExceeded();
  return texts;
}

/** The sign of a PDF stands within its first kilobyte. */
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
