/** The messages between a program and the worker that reads its documents. */

/** Changes whenever a document is converted to another text, so that stored texts aren't used anymore. */
export const readerVersion = 2;

export type DocumentKind = "pdf" | "docx" | "text";

export interface ReadRequest {
  readonly bytes: Uint8Array;
  readonly kind: DocumentKind;
  /** A guideline is read as numbered pages of paragraphs, a letter as lines. */
  readonly as: "guideline" | "letter";
}

/** A page of a guideline. */
export interface ReadPage {
  /**
   * The printed page number, 1-based; if none is printed, counted from those that are. 0 or less for pages before the
   * first numbered one, such as those with Roman numerals.
   */
  readonly page: number;
  /** One paragraph per line. */
  readonly text: string;
}

/** A heading of a guideline. */
export interface ReadHeading {
  /** Without its number: "Opioids" of "3.2 Opioids". */
  readonly title: string;
  /** The printed number of the page that it's on. */
  readonly page: number;
  /** 1 for the headings of chapters, and more for those within them. */
  readonly level: number;
}

/** Where headings are from: the outline of a PDF (its bookmarks), the table of contents, or the pages themselves. */
export type HeadingSource = "outline" | "contents" | "headings";

/** What a document says about itself. */
export interface ReadStructure {
  /** Its title; undefined if none is recognized. */
  readonly title: string | undefined;
  /** In order. Empty if it has none that are recognized. */
  readonly headings: readonly ReadHeading[];
  /** Undefined if there are no headings. */
  readonly headingsFrom: HeadingSource | undefined;
}

/** The text of a document that may hold letters. */
export interface LetterDocument {
  readonly kind: DocumentKind;
  /** A line of text for each line of a page or paragraph, ending in `\n`, and a form feed between pages. */
  readonly text: string;
  /**
   * The offsets in the text at which pages begin, after their form feed, in UTF-16 code units. The first is 0. A Word file
   * has pages only where it says so.
   */
  readonly pages: readonly number[];
  readonly notices: readonly ReadNotice[];
}

/** What a person should know about a text that was read. */
export type ReadNotice =
  /** The document has tracked changes, which are read as if they were accepted. */
  | { readonly kind: "trackedChanges" }
  /** The document has footnotes or endnotes, which aren't read. */
  | { readonly kind: "notesLeftOut" }
  /** Another document is part of the document, and isn't read. */
  | { readonly kind: "embeddedLeftOut" }
  /** These 1-based pages are damaged. */
  | { readonly kind: "unreadPages"; readonly pages: readonly number[] }
  /** These 1-based pages have no text: they're empty, or images. */
  | { readonly kind: "pagesWithoutText"; readonly pages: readonly number[] };

/** Why nothing was read. */
export type ReadProblem =
  /** Not a PDF at all. */
  | "notPdf"
  /** Not a Word file at all. */
  | "notDocx"
  /** A Word file of the format before 2007. */
  | "oldWord"
  /** Password protected. */
  | "locked"
  /** Truncated or otherwise damaged. */
  | "damaged"
  /** Images of pages, without text. */
  | "noText"
  /** More pages than any such document has, see `maxPages`. */
  | "tooLong"
  /** No pages, or no text. */
  | "empty"
  /** More text, or more memory, than any such document needs. */
  | "tooMuch"
  /** More time for one page than any such document needs. */
  | "tooSlow";

export type ReadAnswer =
  | { readonly kind: "progress"; readonly page: number; readonly of: number }
  | ({
      readonly kind: "done";
      readonly pages: readonly ReadPage[];
      readonly unread: readonly number[];
      /** The printed numbers start again within it, such as in each chapter, so it's one page with the number 0. */
      readonly restarts: boolean;
    } & ReadStructure)
  | { readonly kind: "letter"; readonly document: LetterDocument }
  | { readonly kind: "problem"; readonly problem: ReadProblem };

/**
 * Guidelines have a few hundred pages; the longest ACOEM chapter has about a thousand. Letters have two to ten, and a file
 * may have many letters.
 */
export const maxPages = { guideline: 3000, letter: 500 } as const;
