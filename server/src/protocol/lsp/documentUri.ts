/** URIs of the texts that the client makes of PDF and Word files: see `documentScheme`. */
import { documentScheme } from "../extensions.ts";
import { decodeUri } from "./decodeUri.ts";

/** What a letter is read from. */
export type LetterSource = "text" | "docx" | "pdf";

const documentUri = new RegExp(`^${documentScheme}:[^?#]*\\?([^#]*)`);

/** The URI of the file that a letter is read from: the document's, or the same URI for a text. */
export function fileUriOf(uri: string): string {
  const query = documentUri.exec(uri)?.[1];
  return query === undefined ? uri : decodeUri(query);
}

export function sourceOf(uri: string): LetterSource {
  if (!documentUri.test(uri)) return "text";
  return /\.docx$/i.test(fileUriOf(uri)) ? "docx" : "pdf";
}
