/** Finds letters that are in two files, such as a PDF and its text, so that each counts once. */
import { type LetterSource, sourceOf } from "../lsp/documentUri.ts";

/** What counts if a letter is in several files: a text can be changed. */
const preferred: readonly LetterSource[] = ["text", "docx", "pdf"];

/** Compares files by preference, and those of the same kind by their URIs. */
export const byPreference = (a: { readonly uri: string }, b: { readonly uri: string }): number =>
  preferred.indexOf(sourceOf(a.uri)) - preferred.indexOf(sourceOf(b.uri)) || (a.uri < b.uri ? -1 : 1);

/** Call it with files in the order of `byPreference`: true if an earlier file of another kind has the same letter. */
export function createRepeats(): (uri: string, key: string | undefined) => boolean {
  const counted = new Map<string, LetterSource>();
  return (uri, key) => {
    if (key === undefined) return false;
    const source = sourceOf(uri);
    const before = counted.get(key);
    if (before === undefined) counted.set(key, source);
    return before !== undefined && before !== source;
  };
}

/** The files that don't count, because another one has the same letter. `key` is that of `letterKey`. */
export function repeatedFiles(
  files: readonly { readonly uri: string; readonly key: string | undefined }[],
): ReadonlySet<string> {
  if (files.every(({ uri }) => sourceOf(uri) === "text")) return new Set();
  const isRepeated = createRepeats();
  return new Set(files.toSorted(byPreference).flatMap(({ uri, key }) => (isRepeated(uri, key) ? [uri] : [])));
}
