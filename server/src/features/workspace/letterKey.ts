/** Recognizes a letter that is in two files, such as a PDF and the text that was made of it. */
import { fnv1a } from "../../base/fnv1a.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Letter } from "../../letter/types.ts";

/**
 * The same for files whose letters have the same case numbers and decide the same; undefined for a file that has a letter
 * without a case number or without issues.
 */
export function letterKey(letter: Letter): string | undefined {
  const keys = lettersIn(letter).map(({ frontMatter, issues }) => {
    const caseNumber = frontMatter?.caseNumber?.text;
    if (!caseNumber || issues.length === 0) return undefined;
    const decisions = issues.map(
      ({ heading: { treatment, decision } }) => `${plain(treatment)}:${plain(decision?.text ?? "")}`,
    );
    return `${caseNumber} ${fnv1a(decisions.join("\n")).toString(36)}`;
  });
  return keys.includes(undefined) ? undefined : keys.join(" ");
}

/** Where a line ended, there may be a space or not. */
const plain = (words: string): string => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
