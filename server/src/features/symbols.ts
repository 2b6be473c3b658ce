/** The issues of letters, found by words: treatment, decision, case number, or the other names of a drug. */
import type { Knowledge } from "../knowledge/types.ts";
import type { Issue, Letter, Span } from "../letter/types.ts";
import { lettersIn } from "./letters.ts";
import { decisionWord } from "./outline.ts";

export interface IssueSymbol {
  /** "Flexeril 7.5mg, #90: Upheld"; what else the query found it by follows in brackets. */
  readonly name: string;
  /** The case number; undefined in a letter without one. */
  readonly container: string | undefined;
  /** The heading, where a jump goes. */
  readonly span: Span;
}

/**
 * The issues of all letters in a file that a query names: each of its words is a piece or a shortened form of a word of
 * the issue. An empty query names all.
 */
export function issueSymbols(letter: Letter, knowledge: Knowledge, query: string): readonly IssueSymbol[] {
  const sought = wordsOf(query);
  return lettersIn(letter).flatMap((one) =>
    one.issues.flatMap((issue) => {
      const name = nameOf(issue);
      const container = one.frontMatter?.caseNumber?.text || undefined;
      const others = sought.length === 0 ? [] : otherNames(issue, knowledge);
      const by = foundBy(sought, wordsOf(name), container === undefined ? others : [container, ...others]);
      if (by === undefined) return [];
      // Editors sift the answers once more, by their names alone.
      return [{ name: by.length > 0 ? `${name} (${by.join(", ")})` : name, container, span: placeOf(issue) }];
    }),
  );
}

function nameOf(issue: Issue): string {
  const treatment = issue.heading.treatment || `Issue ${issue.index + 1}`;
  return `${treatment}: ${decisionWord(issue) ?? "no decision"}`;
}

/** The names of the disputed drugs that the heading does not use. */
const otherNames = ({ heading }: Issue, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(heading.treatment).flatMap(({ drug }) => [drug.generic, ...drug.brands]);

const placeOf = ({ heading, span }: Issue): Span =>
  heading.span.end > heading.span.start ? heading.span : { start: span.start, end: span.start };

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
