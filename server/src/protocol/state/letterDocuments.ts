import type { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Knowledge } from "../../knowledge/types.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { isPageUri } from "../lsp/pageUri.ts";
import { truncateToLimit } from "./maxFileSize.ts";
import type { Settings } from "./settings.ts";

export interface OpenLetter {
  readonly document: TextDocument;
  /** Of the beginning of a text that is too long to be read in full: see `isCut`. */
  readonly letter: Letter;
  /** What is known just now: the user may add to it. */
  readonly knowledge: Knowledge;
}

/** True where the document goes on after what was read of it. */
export const isTruncated = ({ document, letter }: Pick<OpenLetter, "document" | "letter">): boolean =>
  letter.text.length < document.getText().length;

/** A file that is not open, as if it were. */
export function letterOfFile(
  uri: string,
  text: string,
  maxFileSize: number,
  knowledge: Knowledge,
): OpenLetter {
  const document = TextDocument.create(uri, "imr-letter", 0, text);
  return { document, letter: parse(truncateToLimit(text, maxFileSize)), knowledge };
}

export interface LetterDocuments {
  /** The letter in an open document; undefined where the document is not open, or a page of a guideline. */
  open(uri: string): OpenLetter | undefined;
}

/** One parse per version of a document, shared by all features and dropped when the document closes. */
export function createLetterDocuments(
  documents: TextDocuments<TextDocument>,
  knowledge: () => Knowledge,
  settings: Pick<Settings, "maxFileSize">,
): LetterDocuments {
  const parsed = new Map<string, { readonly text: string; readonly letter: Letter }>();
  documents.onDidClose(({ document }) => parsed.delete(document.uri));

  return Object.freeze({
    open(uri: string) {
      const document = documents.get(uri);
      if (document === undefined || isPageUri(uri)) return undefined;
      const text = truncateToLimit(document.getText(), settings.maxFileSize());
      let entry = parsed.get(uri);
      // The text itself is the key: an editor that numbers versions badly still gets the right answers.
      if (entry?.text !== text) {
        entry = { text, letter: parse(text) };
        parsed.set(uri, entry);
      }
      return { document, letter: entry.letter, knowledge: knowledge() };
    },
  });
}
