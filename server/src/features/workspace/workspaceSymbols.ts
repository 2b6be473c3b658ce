/** Finds issues by words: treatment, decision, case number, or another name of a drug. */

import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { type IndexedIssue, type IndexedLetter, indexEntriesOf } from "./indexEntry.ts";

export interface IssueSymbol<Place = Span> {
  /** "Flexeril 7.5mg, #90: Upheld"; other names that matched the query follow in parentheses. */
  readonly name: string;
  /** The case number; null if the letter has none. */
  readonly container: string | null;
  /** The location to go to. */
  readonly heading: Place;
}

/**
 * Returns a function that finds the issues in letters that match a query. Each word of the query must be a part or an
 * abbreviation of a word of the issue. An empty query matches all issues.
 */
export function symbolFinder(
  query: string,
  knowledge: Knowledge,
): <Place>(letters: readonly IndexedLetter<Place>[]) => readonly IssueSymbol<Place>[] {
  const queryWords = wordsOf(query);
  // There are many letters but few treatments.
  const names = new Map<string, readonly string[]>();
  const otherNames = (treatment: string): readonly string[] => {
    if (queryWords.length === 0) return [];
    const known = names.get(treatment) ?? drugNames(treatment, knowledge);
    names.set(treatment, known);
    return known;
  };
  const toSymbol = <Place>(
    { caseNumber }: IndexedLetter<Place>,
    { treatment, decision, heading }: IndexedIssue<Place>,
  ): readonly IssueSymbol<Place>[] => {
    const name = `${treatment}: ${decision ?? "no decision"}`;
    const others = otherNames(treatment);
    const usedNames = otherNamesUsed(
      queryWords,
      wordsOf(name),
      caseNumber === null ? others : [caseNumber, ...others],
    );
    if (usedNames === undefined) return [];
    // Editors filter the results again, by name.
    return [
      {
        name: usedNames.length > 0 ? `${name} (${usedNames.join(", ")})` : name,
        container: caseNumber,
        heading,
      },
    ];
  };
  return (letters) => letters.flatMap((letter) => letter.issues.flatMap((issue) => toSymbol(letter, issue)));
}

/** The issues in one file that match a query. */
export const issueSymbols = (letter: Letter, knowledge: Knowledge, query: string): readonly IssueSymbol[] =>
  symbolFinder(query, knowledge)(indexEntriesOf(letter));

/** All names of the drugs in a treatment. */
const drugNames = (treatment: string, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(treatment).flatMap(({ drug }) => [drug.generic, ...drug.brands]);

/** The other names that were necessary to match all words of the query; undefined if some don't match. */
function otherNamesUsed(
  queryWords: readonly string[],
  own: readonly string[],
  others: readonly string[],
): readonly string[] | undefined {
  const used = new Set<string>();
  for (const word of queryWords) {
    if (own.some((candidate) => fits(word, candidate))) continue;
    const other =
      others.find((name) => wordsOf(name).some((candidate) => candidate.startsWith(word))) ??
      others.find((name) => wordsOf(name).some((candidate) => fits(word, candidate)));
    if (other === undefined) return undefined;
    used.add(other);
  }
  return [...used];
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,:;()]+/)
    .filter((word) => word !== "");

/** Whether `word` is a part of `candidate`, or an abbreviation: the first letter and others in order, such as "cbz". */
function fits(word: string, candidate: string): boolean {
  if (candidate.includes(word)) return true;
  if (word[0] !== candidate[0]) return false;
  let at = 0;
  for (const c of candidate) if (c === word[at]) at++;
  return at === word.length;
}
