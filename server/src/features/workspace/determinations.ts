/** The decisions of a letter, one record per issue, for tables, indexes, and reports. */

import { checklist } from "../../analysis/checklist.ts";
import { guidelineOf, guidelineParts, reliedOn } from "../../analysis/citedGuidelines.ts";
import type { QuantityAttribute } from "../../analysis/treatment/attribute.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import type { Quantity } from "../../analysis/treatment/quantity.ts";
import { oneLine } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { writtenDay } from "../../letter/isoDate.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { FieldValue, Issue, Letter } from "../../letter/types.ts";
import { type CaseDays, caseDaysOf } from "../../review/caseDays.ts";
import { listedStatuses } from "../guidelines/drugText.ts";
import { decisionWord } from "../reading/outline.ts";
import { reviewerOf } from "./indexEntry.ts";

/** The version of the fields below. It changes with every added, removed, or redefined field. See docs/command-line.md. */
export const determinationVersion = 2;

/** New fields are the last columns of a table, so that programs that read it by position find the others where they were. */
export interface Determination extends CaseDays {
  readonly caseNumber: string | null;
  /** Dates are ISO dates: "2016-12-05", or "2016-12" if the letter gives no day. */
  readonly dateOfInjury: string | null;
  readonly urDenialDate: string | null;
  readonly applicationReceived: string | null;
  readonly dateAssigned: string | null;
  readonly decisionDate: string | null;
  /** The reviewer's specialty, in one line. */
  readonly specialty: string | null;
  /** The 1-based number of the issue in its letter. */
  readonly issue: number;
  /** The disputed treatment in one line. */
  readonly treatment: string;
  /** The generic name of the first drug in the treatment, and its class. */
  readonly drug: string | null;
  readonly drugClass: string | null;
  /** As in the letter: "10/325mg". */
  readonly strength: string | null;
  /** "60", "12 sessions". */
  readonly count: string | null;
  /** "Upheld", "Overturned", or other words in its place; null if it's missing. */
  readonly decision: string | null;
  /** The sources that each side cites, one line each. */
  readonly claimsCitations: readonly string[];
  readonly reviewerCitations: readonly string[];
  /** The ids of the guidelines that the reviewer cites. */
  readonly reviewerGuidelines: readonly string[];
  /** The elements of the issue, as shown to users. */
  readonly present: readonly string[];
  readonly missing: readonly string[];
  /** The full names of the states that license the reviewer. */
  readonly reviewerStates: readonly string[];
  /** What the user's drug lists say of the drug: "MTUS drug list of 2026-03-01: exempt". */
  readonly drugStatus: readonly string[];
}

export interface PlacedDetermination {
  readonly determination: Determination;
  /** The issue's heading, as UTF-16 offsets into the text. */
  readonly heading: Span;
}

/** The determinations of all letters in a file, in order. */
export const determinations = (letter: Letter, knowledge: Knowledge): readonly PlacedDetermination[] =>
  lettersIn(letter).flatMap((one) =>
    one.issues.map((issue) => ({
      determination: determinationOf(one, issue, knowledge),
      heading: issue.heading.span,
    })),
  );

function determinationOf(letter: Letter, issue: Issue, knowledge: Knowledge): Determination {
  const { frontMatter, text } = letter;
  const { specialty, states } = reviewerOf(letter);
  const { heading } = issue;
  const drug = knowledge.drugsIn(heading.treatment)[0]?.drug;
  const quantities = quantitiesInHeading(heading, text);
  const strength = quantities.find(({ attribute }) => attribute === "strength");
  const count = countIn(quantities);
  const elements = checklist(letter, issue, knowledge);
  const wordsOf = (span: Span | undefined): string | null => (span && oneLine(text, span)) || null;
  return {
    caseNumber: frontMatter?.caseNumber?.text || null,
    dateOfInjury: dayOf(frontMatter?.dateOfInjury),
    urDenialDate: dayOf(frontMatter?.urDenialDate),
    applicationReceived: dayOf(frontMatter?.applicationReceived),
    dateAssigned: dayOf(frontMatter?.dateAssigned),
    decisionDate: dayOf(frontMatter?.decisionDate),
    specialty,
    issue: issue.index + 1,
    treatment: heading.treatment,
    drug: drug?.generic ?? null,
    drugClass: drug?.drugClass ?? null,
    strength: wordsOf(strength),
    count: count ? countWords(count) : null,
    decision: decisionWord(issue) ?? null,
    claimsCitations: reliedOn(text, issue.claims),
    reviewerCitations: reliedOn(text, issue.reviewer),
    reviewerGuidelines: [
      ...new Set(
        guidelineParts({ ...issue, claims: undefined })
          .flatMap((part) => part.citations)
          .flatMap((citation) => guidelineOf(citation, knowledge)?.id ?? []),
      ),
    ],
    present: elements.filter(({ present }) => present).map(({ words }) => words),
    missing: elements.filter(({ present }) => !present).map(({ words }) => words),
    reviewerStates: states,
    ...caseDaysOf(letter),
    drugStatus: drug ? knowledge.listed(drug).flatMap(listedStatuses) : [],
  };
}

/** "60", "1 box", "12 sessions", "2 times a week". */
/** What says best how much is requested: the first of these that the heading states. */
const countAttributes: readonly QuantityAttribute[] = [
  "count",
  "sessions",
  "package",
  "frequency",
  "duration",
  "supply",
  "refills",
];

function countIn(quantities: readonly Quantity[]): Quantity | undefined {
  // How often a drug is taken, and what a tube of cream holds, isn't how much of it is requested.
  const counts = quantities.filter(
    ({ attribute, measure, unit, numbers }) =>
      measure !== "g" &&
      measure !== "ml" &&
      (attribute !== "frequency" || (unit === "time a week" && numbers.length > 0)),
  );
  return countAttributes
    .map((attribute) => counts.find((one) => one.attribute === attribute))
    .find((one) => one !== undefined);
}

/** "60", "12 sessions". */
function countWords({ low, numbers, unit: of }: Quantity): string {
  const value = numbers.at(-1)?.value ?? low;
  if (of === "unit") return `${value}`;
  const plural = of.replace(/^\w+/, (thing) => `${thing}${/(?:x|ch)$/.test(thing) ? "es" : "s"}`);
  return `${value} ${value === 1 ? of : plural}`;
}

const dayOf = (field: FieldValue | undefined): string | null => (field?.date ? writtenDay(field.date) : null);
