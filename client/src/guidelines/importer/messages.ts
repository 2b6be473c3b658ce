/** The messages between the extension and the worker that reads a document. */
import type { ReadPage } from "./printedPages.ts";

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly kind: "pdf" | "text";
}

/** Why nothing was read. */
export type ReadProblem =
  /** Not a PDF at all. */
  | "notPdf"
  /** Password protected. */
  | "locked"
  /** Truncated or otherwise damaged. */
  | "damaged"
  /** Images of pages, without text. */
  | "noText"
  /** More pages than any guideline has. */
  | "tooLong"
  /** No pages. */
  | "empty"
  /** More text, or more memory, than any guideline needs. */
  | "tooMuch"
  /** More time for one page than any guideline needs. */
  | "tooSlow";

export type ReadAnswer =
  | { readonly kind: "progress"; readonly page: number; readonly of: number }
  | { readonly kind: "done"; readonly pages: readonly ReadPage[]; readonly unread: readonly number[] }
  | { readonly kind: "problem"; readonly problem: ReadProblem };

/** Guidelines have a few hundred pages. The longest ACOEM chapter has about a thousand. */
export const maxPages = 3000;
