/** A case number that another file has too. Only who knows the other files can tell, so it isn't in the table of rules. */
import { lettersIn } from "../letter/letters.ts";
import type { Letter } from "../letter/types.ts";
import { oneLower } from "./review.ts";
import { createFinding } from "./rules/finding.ts";
import { withoutSuppressed } from "./suppressions.ts";
import type { OtherPlace, ReviewedFinding, ReviewOptions } from "./types.ts";

/** The rule whose setting and page this has. */
export const caseNumberRule = "letter/case-number";

/** As many as are worth listing. */
const maxPlaces = 10;

/**
 * Findings of the rule about case numbers, one severity below its own: the same letter may be in two folders on purpose.
 * @param placesOf Where other files have a case number.
 */
export function sharedCaseNumbers(
  letter: Letter,
  severities: ReviewOptions["severities"],
  placesOf: (caseNumber: string) => readonly OtherPlace[],
): readonly ReviewedFinding[] {
  const chosen = severities[caseNumberRule] ?? "warning";
  if (chosen === "off") return [];
  const severity = oneLower[chosen];
  const found = lettersIn(letter).flatMap(({ frontMatter }): readonly ReviewedFinding[] => {
    const field = frontMatter?.caseNumber;
    if (!field?.text) return [];
    const places = placesOf(field.text);
    if (places.length === 0) return [];
    const files = new Set(places.map(({ uri }) => uri)).size;
    const message = `${files === 1 ? "Another file has" : `${files} other files have`} a letter with this case number.`;
    const related = places.slice(0, maxPlaces).map(({ uri, range }) => ({
      ...field.value,
      message: "The same case number.",
      elsewhere: { uri, range },
    }));
    return [
      { ...createFinding(field.value, message, related), rule: caseNumberRule, law: undefined, severity },
    ];
  });
  return withoutSuppressed(found, letter);
}
