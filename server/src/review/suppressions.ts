/** Findings that the user chose to ignore: by a key that survives edits elsewhere, or by a directive in the letter. */

import { oneLine } from "../base/flatText.ts";
import { fnv1a } from "../base/fnv1a.ts";
import type { Letter } from "../letter/types.ts";
import type { ReviewedFinding } from "./types.ts";

/** Words on each side of a finding that belong to its key. */
const context = 3;
const farthest = 120;

/**
 * A key of the finding: the same as long as its rule, its words and the words beside it are. It is a digest; no word
 * of the letter can be read from it.
 */
export function findingFingerprint({ rule, start, end }: ReviewedFinding, { text }: Letter): string {
  const before = wordsOf(text, Math.max(0, start - farthest), start).slice(-context);
  const after = wordsOf(text, end, Math.min(text.length, end + farthest)).slice(0, context);
  return digest([rule, ...before, ...wordsOf(text, start, end), ...after].join(" "));
}

function wordsOf(text: string, start: number, end: number): readonly string[] {
  return oneLine(text, { start, end })
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
}

/** Two independent 32-bit hashes, in hexadecimal: editors keep them, so they stay as they are. */
function digest(words: string): string {
  let second = 0x9747b28c;
  for (let i = 0; i < words.length; i++) second = Math.imul(second ^ (words.charCodeAt(i) + i), 0x85ebca6b);
  return [fnv1a(words), second >>> 0].map((hash) => hash.toString(16).padStart(8, "0")).join("");
}

/** The findings that no line in the letter says to leave alone. */
export function withoutSuppressed(
  findings: readonly ReviewedFinding[],
  { directives }: Letter,
): readonly ReviewedFinding[] {
  if (directives.length === 0) return findings;
  return findings.filter(
    (finding) =>
      !directives.some(
        ({ rules, covers }) =>
          covers.start <= finding.start &&
          finding.start <= covers.end &&
          (rules.length === 0 || rules.includes(finding.rule)),
      ),
  );
}

/** The findings that no key takes away. */
export function withoutIgnored(
  findings: readonly ReviewedFinding[],
  letter: Letter,
  keys: ReadonlySet<string>,
): readonly ReviewedFinding[] {
  return keys.size === 0
    ? findings
    : findings.filter((finding) => !keys.has(findingFingerprint(finding, letter)));
}
