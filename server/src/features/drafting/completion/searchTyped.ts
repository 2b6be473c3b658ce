/** What typed words mean although no title begins with them: synonyms, and words anywhere in a title. */
import type { Knowledge } from "../../../knowledge/types.ts";
import { readQuery, type SearchedTitle, search } from "../../guidelines/titleSearch.ts";

/** Fewer letters begin too many words. */
const minTypedLength = 2;

/** More words, or several pieces of a citation, aren't a search anymore. */
const maxTypedLength = 60;
const citationMark = /[,;:]|\.\s/;

/** The items that all of the typed words mean, the best first. */
export function searchTyped<T>(
  typed: string,
  items: readonly T[],
  titleOf: (item: T) => SearchedTitle,
  knowledge: Knowledge,
): readonly T[] {
  const words = typed.trim();
  if (words.length < minTypedLength || words.length > maxTypedLength || citationMark.test(typed)) return [];
  const query = readQuery(typed, knowledge);
  const matches = search(query, items, titleOf);
  return matches.filter(({ matched }) => matched === query.length).map(({ item }) => item);
}
