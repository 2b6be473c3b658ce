/** Which letters state the criterion of a section in their rationales. */
import type { CitedSection, SectionFinder } from "../../features/workspace/citedSections.ts";
import type { IndexedLetter } from "../../features/workspace/indexEntry.ts";

export interface StatingLetter {
  readonly uri: string;
  /** Its index among the letters of the file that have issues. */
  readonly index: number;
  readonly caseNumber: string | null;
  /** The editions in which it cites the section. */
  readonly editions: ReadonlySet<string>;
}

/** By the key of the section. */
export type StatingLetters = ReadonlyMap<string, readonly StatingLetter[]>;

interface File {
  readonly uri: string;
  readonly letters: readonly IndexedLetter<unknown>[];
}

export function statingLetters(files: Iterable<File>, sectionsIn: SectionFinder): StatingLetters {
  const byKey = new Map<string, StatingLetter[]>();
  for (const { uri, letters } of files) {
    for (const [index, { caseNumber, issues }] of letters.entries()) {
      const editions = new Map<string, Set<string>>();
      for (const { treatment, stated } of issues) {
        for (const source of stated) {
          for (const { key, edition } of sectionsIn(treatment, source))
            editions.set(key, (editions.get(key) ?? new Set()).add(edition));
        }
      }
      for (const [key, own] of editions) {
        const letter = { uri, index, caseNumber, editions: own };
        const known = byKey.get(key);
        if (known) known.push(letter);
        else byKey.set(key, [letter]);
      }
    }
  }
  return byKey;
}

/** The letter that a section is looked up from, which doesn't count. Neither do others with its case number. */
export type OwnLetter = Pick<StatingLetter, "uri" | "index" | "caseNumber">;

export const isOwn = (letter: Pick<StatingLetter, "uri" | "index" | "caseNumber">, own: OwnLetter): boolean =>
  (letter.uri === own.uri && letter.index === own.index) ||
  (own.caseNumber !== null && letter.caseNumber === own.caseNumber);

export interface StatingCount {
  /** Letters that cite the section in the same edition. */
  readonly letters: number;
  /** Letters that cite it only in other editions. */
  readonly inOtherEditions: number;
}

export function countStating(
  letters: readonly StatingLetter[],
  { edition }: CitedSection,
  own: OwnLetter,
): StatingCount {
  const others = letters.filter((letter) => !isOwn(letter, own));
  const same = others.filter(({ editions }) => editions.has(edition)).length;
  return { letters: same, inOtherEditions: others.length - same };
}
