/** Checks whether the editions cited exist, and were in force when the letter was decided. */
import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import { dateInWords, editionInForce, editionNamed, isUnknownYear } from "../../knowledge/editions.ts";
import type { Edition, Guideline, Knowledge } from "../../knowledge/types.ts";
import { dayOf } from "../../letter/isoDate.ts";
import type { Citation, DateMention, Letter, Located } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** An edition is announced before its first day. */
const daysBefore = 92;
/** Requests that were made while the former edition was in force are decided later. */
const daysAfter = 365;

/** Editions of the MTUS that don't exist, that came after the decision, or that ended long before it. */
export function editions(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const decided = letter.frontMatter?.decisionDate?.date;
  return matchFindings(letter.issues, (issue) =>
    matchFindings([issue.claims, issue.reviewer], (part) =>
      matchFindings(part?.citations ?? [], (citation) => {
        const { kind, year } = citation;
        // A year after that of the decision is reported with the dates.
        if (kind !== "mtus" || !year || (decided && year.value > decided.year)) return [];
        const guideline = guidelineOf(citation, knowledge);
        if (!guideline) return [];
        const cited: CitedYear = { citation, year, guideline, decided, knowledge };
        if (isUnknownYear(guideline, year.value)) return [unknownYear(cited)];
        const edition = editionNamed(guideline, year.value);
        if (!edition || edition.proposed || !decided) return [];
        // What the claims administrator relied on may have been out of date. That's not for this letter to change.
        return notInForce({ ...cited, decided }, edition, part?.kind === "reviewer");
      }),
    ),
  );
}

interface CitedYear {
  readonly citation: Citation;
  readonly year: Located<number>;
  readonly guideline: Guideline;
  readonly decided: DateMention | undefined;
  readonly knowledge: Knowledge;
}

function unknownYear(cited: CitedYear): Finding {
  const { year, guideline, citation } = cited;
  const years = [
    ...new Set(guideline.editions.flatMap((edition) => (edition.proposed ? [] : edition.years))),
  ];
  const known = years.length === 1 ? `only one of ${years}` : `but those of ${years.join(", ")}`;
  const message = messageNaming(
    [citation.guideline?.value ?? guideline.name],
    (name) => `No edition of ${year.value} of “${name}” is known, ${known}.`,
  );
  return createFinding(year.span, message, [], fixes(cited));
}

function notInForce(
  cited: CitedYear & { readonly decided: DateMention },
  { from, until }: Edition,
  isReviewer: boolean,
): readonly Finding[] {
  const { year, decided } = cited;
  const day = dayOf(decided);
  const related = [{ ...decided.span, message: "The decision date." }];
  const found = (message: string) => [createFinding(year.span, message, related, fixes(cited))];
  if (from !== undefined && daysBetween(day, from) > daysBefore)
    return found(`The edition of ${year.value} applies from ${dateInWords(from)}, after this decision.`);
  if (isReviewer && until !== undefined && daysBetween(until, day) >= daysAfter)
    return found(
      `The edition of ${year.value} applied until ${dateInWords(until)}, a year or more before this decision.`,
    );
  return [];
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Cites the edition in force on the day of the decision, if it has the same name. */
function fixes({ citation, year, guideline, decided, knowledge }: CitedYear): readonly Fix[] {
  const only = guideline.editions.length === 1 ? guideline.editions[0] : undefined;
  const inForce = decided
    ? editionInForce(guideline, dayOf(decided), knowledge.guidelines)
    : only && { guideline, edition: only };
  const right = inForce?.guideline.cited?.year ?? inForce?.edition.years[0];
  if (!inForce || right === undefined || right === year.value) return [];
  if (guidelineOf({ ...citation, year: { ...year, value: right } }, knowledge) !== inForce.guideline)
    return [];
  return [replacement(`Change to ${right}`, year.span, `${right}`, "confirm")];
}
