/** Compares the strengths and quantities that a rationale states with those of the heading. */
import { askedFor, speaksOfOther } from "../../analysis/disputedTreatment.ts";
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import type { Statement } from "../../analysis/statements/statement.ts";
import { differingQuantities, inWordsOf } from "../../analysis/treatment/compareQuantities.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import { drugOf } from "../../analysis/treatment/owner.ts";
import { quantitiesOf } from "../../analysis/treatment/quantities.ts";
import type { Quantity } from "../../analysis/treatment/quantity.ts";
import { type StatedRequest, statedRequests } from "../../analysis/treatment/statedRequests.ts";
import { sameDrug, treatmentAttributesOf } from "../../analysis/treatmentAttributes.ts";
import { flatten } from "../../base/flatText.ts";
import { memoizeWith } from "../../base/memoize.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { type Agreement, disagreement } from "./agreement.ts";
import { matchFindings } from "./finding.ts";

type Noun = "strength" | "quantity";
const nounOf = ({ attribute }: Quantity): Noun => (attribute === "strength" ? "strength" : "quantity");

/** "6 weeks" of "2x6". */
const named = ({ words, unit, attribute }: Quantity): string =>
  attribute === "duration" && /^[\d-]+$/.test(words) ? `${words} ${unit}s` : words;

const agreement = (noun: Noun, concludes: boolean): Agreement<Quantity> => ({
  agree: () => false,
  name: named,
  message: (stated, requested) =>
    concludes
      ? `The conclusion says ${stated}, but the heading says ${requested}.`
      : `The rationale says ${stated}, but the heading says ${requested}.`,
  related: () => `The heading's ${noun}.`,
  replace: inWordsOf,
});

interface Difference {
  readonly noun: Noun;
  readonly finding: Finding;
}

/** At most one strength and one quantity of each sentence. */
const differences = memoizeWith((letter: Letter, knowledge: Knowledge): readonly Difference[] =>
  letter.issues.flatMap((issue) => {
    if (!issue.rationale || !issue.heading.treatment) return [];
    const inHeading = quantitiesInHeading(issue.heading, letter.text);
    if (inHeading.length === 0) return [];
    return statedRequests(letter, issue).flatMap((request) => inSentence(letter, issue, request, knowledge));
  }),
);

function inSentence(
  letter: Letter,
  issue: Issue,
  request: StatedRequest,
  knowledge: Knowledge,
): readonly Difference[] {
  const { text } = letter;
  const { heading } = issue;
  if (request.quantities.length === 0) return [];
  const requested = requestedQuantities(text, issue, request);
  const all = [
    ...differingQuantities(text, request.quantities, requested),
    ...added(issue, request, requested),
  ];
  if (all.length === 0) return [];
  const drugIn = (one: Quantity, bounds: Span) =>
    drugOf(text, one, drugMentionsWithin(letter, bounds, knowledge), bounds);
  // A request that names another treatment is reported as such, or is another request.
  if (
    !request.concludes &&
    speaksOfOther(askedFor(issue, knowledge), treatmentAttributesOf(request.words, knowledge))
  )
    return [];
  const found: Difference[] = [];
  for (const { stated, requested: others } of all) {
    const noun = nounOf(stated);
    if (found.some((one) => one.noun === noun)) continue;
    const drug = drugIn(stated, request);
    const owned = others.map((one) => ({ one, owner: drugIn(one, heading.request) }));
    const ofDrug = owned.filter(({ owner }) => !drug || !owner || sameDrug(owner, drug));
    const reference = ofDrug[0]?.one;
    if (reference === undefined) continue;
    const place = { issue, source: "reviewer", assertion: plainAssertion } as const;
    const names = new Set(ofDrug.map(({ one }) => named(one)));
    const first: Statement<Quantity> = { ...spanOf(stated), value: stated, place: "rationale", ...place };
    const second: Statement<Quantity> = {
      ...spanOf(reference),
      value: reference,
      place: "heading",
      ...place,
    };
    const row = agreement(noun, request.concludes);
    const single =
      names.size === 1
        ? row
        : {
            ...row,
            name: (value: Quantity) => (value === reference ? [...names].join(", ") : named(value)),
            replace: () => undefined,
          };
    const finding = disagreement(single, first, second);
    if (finding) found.push({ noun, finding });
  }
  return found;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** Those of the disputed portion, or of the whole request if the sentence quotes it. */
function requestedQuantities(text: string, issue: Issue, request: StatedRequest): readonly Quantity[] {
  const { heading } = issue;
  return heading.partlyAuthorized && request.quotesOriginal
    ? quantitiesOf(flatten(text, heading.request))
    : quantitiesInHeading(heading, text);
}

/** Refills that the heading doesn't mention. For a partly authorized request, the heading may name only a portion. */
function added({ heading }: Issue, { quantities, concludes }: StatedRequest, requested: readonly Quantity[]) {
  const hasRefills = requested.some(({ attribute }) => attribute === "refills");
  const [count] = requested.filter(({ attribute }) => attribute === "count");
  if (!concludes || hasRefills || !count || heading.partlyAuthorized) return [];
  return quantities
    .filter(({ attribute, low }) => attribute === "refills" && low > 0)
    .map((stated) => ({ stated, requested: [count] as const }));
}

const findingsOf = (noun: Noun) => (letter: Letter, knowledge: Knowledge) =>
  matchFindings(differences(letter, knowledge), (one) => (one.noun === noun ? [one.finding] : []));

/** Strengths in the rationale's request that the heading doesn't name. */
export const strengths = findingsOf("strength");

/** Quantities in the rationale's request that the heading doesn't name. */
export const quantities = findingsOf("quantity");
