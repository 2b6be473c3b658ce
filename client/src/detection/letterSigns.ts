/** Distinguishes IMR determination letters from other plain text. */

/** The length of the start of a file that is inspected, in UTF-16 units. */
export const inspectedCharacters = 20_000;

/**
 * Lines that only a determination letter has, one pattern for each sign, matched against lines with collapsed white
 * space. All patterns are anchored, so an article that quotes a heading within a sentence has none of these signs.
 */
const signs: readonly RegExp[] = [
  /^HOW THE IMR FINAL DETERMINATION WAS MADE$/,
  /^MAXIMUS Federal Services sent the complete case file to an? (?:expert|physician) reviewer/,
  /^CLINICAL CASE SUMMARY$/,
  /^IMR (?:ISSUES, DECISIONS AND RATIONALES|DECISION\(S\) AND RATIONALE\(S\))$/,
  /^The Final Determination was based on decisions for the disputed items/,
  /^(?:MAXIMUS guideline|Claims Administrator guideline|Decision rationale):/,
  // 2013
  /^Notice of Independent Medical Review Determination$/i,
  /^(?:\d+\) ?)?MAXIMUS Federal Services, Inc\. has determined the request for /,
  /^Medical Qualifications of the Expert Reviewer:$/,
  // Late 2013 to mid 2014
  /^The (?:Claims Administrator|Physician Reviewer) based (?:its|his\/her) decision on /,
  /^The Physician Reviewer's decision rationale:/,
  // Letters by other reviewers
  /^ISSUE AT DISPUTE:/,
  /^MEDICAL TREATMENT GUIDELINE\(S\) RELIED UPON BY PROFESSIONAL/,
  /^RATIONALE FOR WHY THE REQUESTED TREATMENT\/SERVICE IS\/WAS NOT/,
];

/** The first nonempty lines of letters. */
const openings: readonly RegExp[] = [/^MAXIMUS FEDERAL SERVICES, INC\.?$/, /^MEDICAL PROFESSIONAL REVIEW$/];

/** True if the text has two independent signs of a determination letter. Linear in the text's length. */
export function looksLikeLetter(text: string): boolean {
  const lines = text
    .slice(0, inspectedCharacters)
    .replace(/^\uFEFF/, "")
    .split(/[\r\n\f]+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
  const seen = new Set<RegExp | "case details">();
  for (const opening of openings) if (lines[0] !== undefined && opening.test(lines[0])) seen.add(opening);
  if (hasCaseDetails(lines)) seen.add("case details");
  for (const line of lines) {
    for (const sign of signs) if (sign.test(line)) seen.add(sign);
    if (seen.size >= 2) return true;
  }
  return false;
}

/** The table at the start of a letter, in any order of its columns. It's only one sign because cover sheets have it too. */
function hasCaseDetails(lines: readonly string[]): boolean {
  return (
    lines.some((line) => line.startsWith("Case Number:")) &&
    lines.some((line) => /^(?:Case Number: ?)?CM\d\d-\d{7}\b/.test(line)) &&
    lines.some((line) => line.includes("UR Denial Date:"))
  );
}
