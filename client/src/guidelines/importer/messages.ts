/** What passes between the extension and the worker that reads a document. */
import type { ReadPage } from "./printedPages.ts";

export interface ReadRequest {
  readonly bytes: Uint8Array;
  /** "pdf" or plain "text". */
  readonly kind: "pdf" | "text";
}

/** Why nothing was read. */
export type ReadProblem =
  /** Not a PDF at all. */
  | "notPdf"
  /** Opens with a password only. */
  | "locked"
  /** Broken off, or otherwise damaged. */
  | "damaged"
  /** Pictures of pages, without text. */
  | "noText"
  /** More pages than any guideline has. */
  | "tooLong"
  /** Not one page. */
  | "empty"
  /** More text, or more memory taken, than any guideline. */
  | "tooMuch"
  /** Longer on one page than any guideline. */
  | "tooSlow";

export type ReadAnswer =
  | { readonly kind: "progress"; readonly page: number; readonly of: number }
  | { readonly kind: "done"; readonly pages: readonly ReadPage[]; readonly unread: readonly number[] }
  | { readonly kind: "problem"; readonly problem: ReadProblem };

/** Guidelines have some hundred pages; the longest ACOEM chapter has about a thousand. */
export const mostPages = 3000;
