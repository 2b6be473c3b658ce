/** Rules about facts that contradict each other. */

import { flatten } from "../../base/flatText.ts";
import { readConclusion } from "../../letter/conclusion.ts";
import { isOlderForm } from "../../letter/form.ts";
import type { Letter } from "../../letter/types.ts";
import { replacement } from "../fixes/fix.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { brandNames } from "./brandNames.ts";
import { chronology } from "./chronology.ts";
import { readAfterDecision } from "./citationDates.ts";
import { injuryDates, reviewDates } from "./consistencyDates.ts";
import { quantities, strengths } from "./consistencyQuantities.ts";
import { drugClasses } from "./drugClasses.ts";
import { createFinding, matchFindings } from "./finding.ts";
import { contradictoryFindings } from "./findings.ts";
import { personRules } from "./persons.ts";
import { missingFromRecord } from "./record.ts";
import { stances } from "./stances.ts";
import { summaryTreatments } from "./summaryTreatment.ts";
import { treatments } from "./treatmentRules.ts";

/** Compares the decision with the conclusion, and the conclusion with other sentences that conclude on the request. */
function decisions(letter: Letter): readonly Finding[] {
  return [...decisionAgainstConclusion(letter), ...contradictoryConclusions(letter)];
}

/** What a sentence mentions that states a firm conclusion; tolerates one doubled or dropped letter. */
const onNecessity = /nec+es/i;
const onRequest = /\brequest/i;

function contradictoryConclusions(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ heading, rationale }) => {
    const conclusion = rationale?.conclusion;
    // If the heading contradicts the conclusion, that is already reported.
    const outcome = heading.decision?.outcome;
    const contradicted = outcome !== undefined && (outcome === "upheld") === conclusion?.necessary;
    if (!rationale || !conclusion || contradicted) return [];
    // The conclusion is the last sentence that states a firm conclusion, if any does.
    const before = { start: rationale.body.start, end: conclusion.span.start };
    if (!onNecessity.test(flatten(letter.text, before).text)) return [];
    return matchFindings(rationale.sentences, (sentence) => {
      if (sentence.start >= before.end) return [];
      const words = flatten(letter.text, sentence).text;
      const verdict = onNecessity.test(words) && onRequest.test(words) ? readConclusion(words) : undefined;
      if (!verdict?.firm || verdict.necessary === conclusion.necessary) return [];
      const other = verdict.necessary ? "medically necessary" : "not medically necessary";
      const concluded = conclusion.necessary ? "medically necessary" : "not medically necessary";
      const message = `This says the treatment is ${other}, but the conclusion says ${concluded}.`;
      const related = [{ ...conclusion.span, message: `The conclusion: ${concluded}.` }];
      // It may be about an earlier request, or about a part of this one.
      return [{ ...createFinding(sentence, message, related), downgraded: true }];
    });
  });
}

function decisionAgainstConclusion(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ heading, rationale }) => {
    const decision = heading.decision;
    const conclusion = rationale?.conclusion;
    if (!decision?.outcome || !conclusion) return [];
    const upheld = decision.outcome === "upheld";
    if (upheld !== conclusion.necessary) return [];
    const says = conclusion.necessary ? "medically necessary" : "not medically necessary";
    const right = upheld ? "Overturned" : "Upheld";
    const decided = upheld ? "Upheld" : "Overturned";
    const isOlder = isOlderForm(letter.generation);
    return [
      createFinding(
        decision.span,
        isOlder
          ? `The determination is “${decision.text}”, but the rationale concludes “${says}”.`
          : `The heading says ${decided}, but the rationale says that the treatment is ${says}.`,
        [{ ...conclusion.span, message: `The conclusion: ${says}.` }],
        isOlder
          ? []
          : [
              replacement(
                `Change the decision to “${right}”, as the rationale concludes`,
                decision.span,
                right,
                "confirm",
              ),
            ],
      ),
    ];
  });
}

export const consistencyRules: readonly Rule[] = [
  {
    id: "consistency/decision",
    severity: "warning",
    title: "The decision and the conclusion contradict each other",
    law: laws.factualError,
    check: decisions,
  },
  {
    id: "consistency/stance",
    severity: "warning",
    title: "A sentence of the rationale stands against the decision",
    law: laws.factualError,
    check: stances,
  },
  {
    id: "consistency/drug-class",
    severity: "information",
    title: "A drug is put into a class that it isn't of",
    law: laws.factualError,
    check: drugClasses,
  },
  {
    id: "consistency/treatment",
    severity: "warning",
    title: "The rationale is about a different treatment than the heading",
    law: laws.factualError,
    check: treatments,
  },
  {
    id: "consistency/summary-treatment",
    severity: "warning",
    title: "The case summary and the issues tell of different treatments",
    law: laws.factualError,
    check: summaryTreatments,
  },
  {
    id: "consistency/brand-name",
    severity: "warning",
    title: "A brand name and a generic name are of different drugs",
    law: laws.factualError,
    check: brandNames,
  },
  {
    id: "consistency/strength",
    severity: "warning",
    title: "The conclusion and the heading name different strengths",
    law: laws.factualError,
    check: strengths,
  },
  {
    id: "consistency/quantity",
    severity: "warning",
    title: "The conclusion and the heading name different quantities",
    law: laws.factualError,
    check: quantities,
  },
  ...personRules,
  {
    id: "consistency/injury-date",
    severity: "warning",
    title: "The date of injury differs within the letter",
    law: laws.factualError,
    check: injuryDates,
  },
  {
    id: "consistency/review-date",
    severity: "warning",
    title: "The date of the utilization review differs within the letter",
    law: laws.factualError,
    check: reviewDates,
  },
  {
    id: "consistency/record",
    severity: "information",
    title: "The rationale says that something is missing that the letter tells of",
    law: laws.factualError,
    check: missingFromRecord,
  },
  {
    id: "consistency/findings",
    severity: "information",
    title: "The rationale and the case summary contradict each other",
    law: laws.factualError,
    check: contradictoryFindings,
  },
  {
    id: "consistency/chronology",
    severity: "information",
    title: "Dates are in an impossible order",
    law: laws.factualError,
    check: (letter, _knowledge, today) => [...chronology(letter, today), ...readAfterDecision(letter)],
  },
];
