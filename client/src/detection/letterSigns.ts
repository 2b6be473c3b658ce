/** How an IMR determination letter is told from any other plain text. */

/** Enough of a file to see what it is, in UTF-16 units. */
export const charactersToLookAt = 20_000;

/**
 * Lines that only a determination letter has, one pattern a sign, matched against whole lines with their white space
 * collapsed. All are anchored: an article that quotes a heading within a sentence shows none of them.
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
  // late 2013 to mid 2014
  /^The (?:Claims Administrator|Physician Reviewer) based (?:its|his\/her) decision on /,
  /^The Physician Reviewer's decision rationale:/,
  // letters that other reviewers wrote
  /^ISSUE AT DISPUTE:/,
  /^MEDICAL TREATMENT GUIDELINE\(S\) RELIED UPON BY PROFESSIONAL/,
  /^RATIONALE FOR WHY THE REQUESTED TREATMENT\/SERVICE IS\/WAS NOT/,
];

/** Openings: what the first line that is not blank says. */
const openings: readonly RegExp[] = [/^MAXIMUS FEDERAL SERVICES, INC\.?$/, /^MEDICAL PROFESSIONAL REVIEW$/];

/** True where the text shows two independent signs of a determination letter. Linear in the text's length. */
export function looksLikeLetter(text: string): boolean {
  const lines = text
    .slice(0, charactersToLookAt)
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

/** The table at the head of a letter, whichever way its columns were read out: one sign, as a cover sheet has it too. */
function hasCaseDetails(lines: readonly string[]): boolean {
  return (
    lines.some((line) => line.startsWith("Case Number:")) &&
    lines.some((line) => /^(?:Case Number: ?)?CM\d\d-\d{7}\b/.test(line)) &&
    lines.some((line) => line.includes("UR Denial Date:"))
  );
}
