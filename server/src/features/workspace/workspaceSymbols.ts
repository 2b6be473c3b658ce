/** The issues of letters, found by words: treatment, decision, case number, or the other names of a drug. */

import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Letter } from "../../letter/types.ts";
import { type IndexedIssue, type IndexedLetter, indexEntriesOf } from "./indexEntry.ts";

export interface IssueSymbol<Place = Span> {
  /** "Flexeril 7.5mg, #90: Upheld"; what else the query found it by follows in brackets. */
  readonly name: string;
  /** The case number; null in a letter without one. */
  readonly container: string | null;
  /** The heading, where a jump goes. */
  readonly heading: Place;
}

/**
 * The issues of letters that a query names: each of its words is a piece or a shortened form of a word of the issue. An
 * empty query names all.
 */
export function symbolFinder(
  query: string,
  knowledge: Knowledge,
): <Place>(letters: readonly IndexedLetter<Place>[]) => readonly IssueSymbol<Place>[] {
  const sought = wordsOf(query);
  // A shelf holds many letters, and few treatments.
  const names = new Map<string, readonly string[]>();
  const otherNames = (treatment: string): readonly string[] => {
    if (sought.length === 0) return [];
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
    const by = foundBy(sought, wordsOf(name), caseNumber === null ? others : [caseNumber, ...others]);
    if (by === undefined) return [];
    // Editors sift the answers once more, by their names alone.
    return [{ name: by.length > 0 ? `${name} (${by.join(", ")})` : name, container: caseNumber, heading }];
  };
  return (letters) => letters.flatMap((letter) => letter.issues.flatMap((issue) => toSymbol(letter, issue)));
}

/** The same of the letters in one file. */
export const issueSymbols = (letter: Letter, knowledge: Knowledge, query: string): readonly IssueSymbol[] =>
  symbolFinder(query, knowledge)(indexEntriesOf(letter));

/** All names of the drugs in it. */
const drugNames = (treatment: string, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(treatment).flatMap(({ drug }) => [drug.generic, ...drug.brands]);

/** Which of the other names it took to find all words sought; undefined where some are not found. */
function foundBy(
  sought: readonly string[],
  own: readonly string[],
  others: readonly string[],
): readonly string[] | undefined {
  const used = new Set<string>();
  for (const word of sought) {
    if (own.some((candidate) => fits(word, candidate))) continue;
    const other =
      others.find((name) => wordsOf(name).some((candidate) => candidate.startsWith(word))) ??
      others.find((name) => wordsOf(name).some((candidate) => fits(word, candidate)));
    if (other === undefined) return undefined;
    used.add(other);
  }
  return [...used];
}

const wordsOf = (words: string): readonly string[] =>
  words
    .toLowerCase()
    .split(/[\s,:;()]+/)
    .filter((word) => word !== "");

/** Whether `word` is a piece of `candidate`, or its letters stand there in that order from the first: "cbz". */
function fits(word: string, candidate: string): boolean {
  if (candidate.includes(word)) return true;
  if (word[0] !== candidate[0]) return false;
  let at = 0;
  for (const c of candidate) if (c === word[at]) at++;
  return at === word.length;
}
