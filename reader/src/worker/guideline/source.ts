/** A guideline as it's in its file. */
import type { PageLine, Row } from "../pageText.ts";
import type { PdfProperties } from "./pdfOutline.ts";

/** A page before it's known which of its lines are running headers. */
export interface GuidelinePage {
  /** In reading order. */
  readonly lines: readonly PageLine[];
  /** From the top to the bottom of the page. */
  readonly rows: readonly Row[];
}

export interface GuidelineSource {
  readonly pages: readonly (GuidelinePage | undefined)[];
  readonly unread: readonly number[];
  readonly whole: PdfProperties;
}

/** Those of a document that states none. */
export const noProperties: PdfProperties = { outline: [], labels: [], title: undefined };
