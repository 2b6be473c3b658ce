/** Findings that users suppress: by a fingerprint that survives edits elsewhere, or by a directive in the letter. */

import { oneLine } from "../base/flatText.ts";
import { fnv1a } from "../base/fnv1a.ts";
import type { Letter } from "../letter/types.ts";
import { directiveRule } from "./rules/ignoreLines.ts";
import type { ReviewedFinding } from "./types.ts";

/** How many words on each side of a finding belong to its fingerprint. */
const contextWords = 3;
/** How far those words are looked for, in UTF-16 code units. */
const maxContextLength = 120;

/**
 * The fingerprint of a finding, 16 hexadecimal digits: the same as long as its rule, its words, and the words next to
 * it are. It is a hash, so no word of the letter can be read from it.
 */
export function findingFingerprint({ rule, start, end }: ReviewedFinding, { text }: Letter): string {
  const before = wordsOf(text, Math.max(0, start - maxContextLength), start).slice(-contextWords);
  const after = wordsOf(text, end, Math.min(text.length, end + maxContextLength)).slice(0, contextWords);
  return hashOf([rule, ...before, ...wordsOf(text, start, end), ...after].join(" "));
}

function wordsOf(text: string, start: number, end: number): readonly string[] {
  return oneLine(text, { start, end })
    .toLowerCase()
    .split(" ")
    .filter((word) => word !== "");
}

/** Two independent 32-bit hashes, in hexadecimal. Editors store them, so they must never change. */
function hashOf(words: string): string {
  let second = 0x9747b28c;
  for (let i = 0; i < words.length; i++) second = Math.imul(second ^ (words.charCodeAt(i) + i), 0x85ebca6b);
  return [fnv1a(words), second >>> 0].map((hash) => hash.toString(16).padStart(8, "0")).join("");
}

/** The findings that no directive in the letter suppresses. */
export function withoutSuppressed(
  findings: readonly ReviewedFinding[],
  { directives }: Letter,
): readonly ReviewedFinding[] {
  if (directives.length === 0) return findings;
  const ignoring = directives.filter(({ ignores }) => ignores !== undefined);
  return findings.filter(
    ({ rule, start }) =>
      !ignoring.some(
        ({ rules, covers }) =>
          covers.start <= start &&
          start <= covers.end &&
          (rules.includes(rule) || (rules.length === 0 && rule !== directiveRule)),
      ),
  );
}

/** The findings whose fingerprint isn't one of those that the user ignores. */
export function withoutIgnored(
  findings: readonly ReviewedFinding[],
  letter: Letter,
  fingerprints: ReadonlySet<string>,
): readonly ReviewedFinding[] {
  return fingerprints.size === 0
    ? findings
    : findings.filter((finding) => !fingerprints.has(findingFingerprint(finding, letter)));
}
