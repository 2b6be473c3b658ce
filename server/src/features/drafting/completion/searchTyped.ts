/** What typed words mean although no title begins with them: synonyms, and words anywhere in a title. */
import type { Knowledge } from "../../../knowledge/types.ts";
import { readQuery, type SearchedTitle, search } from "../../guidelines/titleSearch.ts";

/** Fewer letters begin too many words. */
const minTypedLength = 2;

/** The items that the typed words mean, the best first. */
export function searchTyped<T>(
  typed: string,
  items: readonly T[],
  titleOf: (item: T) => SearchedTitle,
  knowledge: Knowledge,
): readonly T[] {
  if (typed.trim().length < minTypedLength) return [];
  return search(readQuery(typed, knowledge), items, titleOf).map(({ item }) => item);
}
