import type { TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { withOwnGuidelines } from "../../analysis/ownCitations.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { parse } from "../../letter/parse.ts";
import type { Letter } from "../../letter/types.ts";
import { isPageUri } from "../lsp/pageUri.ts";
import { truncateToLimit } from "./maxFileSize.ts";
import type { Settings } from "./settings.ts";

export interface OpenLetter {
  readonly document: TextDocument;
  /** Only of the start of a text that is too long to be read in full: see `isTruncated`. */
  readonly letter: Letter;
  /** The current knowledge, which changes when the user adds packs or copies. */
  readonly knowledge: Knowledge;
}

/** True if only the start of the document was read. */
export const isTruncated = ({ document, letter }: Pick<OpenLetter, "document" | "letter">): boolean =>
  letter.text.length < document.getText().length;

/** The same for a file that isn't open. `maxFileSize` is in UTF-16 code units. */
export function letterOfFile(
  uri: string,
  text: string,
  maxFileSize: number,
  knowledge: Knowledge,
): OpenLetter {
  const document = TextDocument.create(uri, "imr-letter", 0, text);
  const letter = withOwnGuidelines(parse(truncateToLimit(text, maxFileSize)), knowledge);
  return { document, letter, knowledge };
}

export interface LetterDocuments {
  /** The letter in an open document; undefined if the document isn't open or is a guideline page. */
  open(uri: string): OpenLetter | undefined;
}

/** Parses each version of a document once for all features, and forgets it when the document closes. */
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
      // The text itself is the key: editors may number versions wrongly.
      if (entry?.text !== text) {
        entry = { text, letter: parse(text) };
        parsed.set(uri, entry);
      }
      const known = knowledge();
      return { document, letter: withOwnGuidelines(entry.letter, known), knowledge: known };
    },
  });
}
