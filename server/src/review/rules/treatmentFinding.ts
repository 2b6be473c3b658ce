/** Reports where a statement of a treatment differs from the heading that disputes it. */

import type { Place, Source, Statement } from "../../analysis/statements/statement.ts";
import {
  type Difference,
  differenceOf,
  ofAttribute,
  sameValue,
} from "../../analysis/treatment/difference.ts";
import type { TreatmentMention } from "../../analysis/treatment/mentions.ts";
import type { FlatText } from "../../base/flatText.ts";
import { flatten } from "../../base/flatText.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { disagreement } from "./agreement.ts";
import { agreementOf, type Said, severityOf, treatmentRows } from "./treatmentAgreement.ts";

export interface Stated {
  readonly mentions: readonly TreatmentMention[];
  /** The flat text that they were found in. */
  readonly flat: FlatText;
  readonly place: Place;
  readonly source: Source;
  readonly issue: Issue | undefined;
  /** "The conclusion", as the subject of a message. */
  readonly subject: string;
  /** Whether it states the whole request, so that nothing of it may be missing. */
  readonly isComplete: boolean;
  /** Whether it states nothing else, so that all that it names is meant to be the request. */
  readonly isNamed: boolean;
}

export interface Disputed {
  readonly issue: Issue;
  readonly mentions: readonly TreatmentMention[];
}

type RowOf = (typeof treatmentRows)[number];

/** The first difference that matters, in the order of the table. */
export function firstDifference(
  stated: Stated,
  { mentions }: Disputed,
  matters: (row: RowOf, difference: Difference) => boolean = () => true,
):
  | { readonly row: RowOf; readonly difference: Difference; readonly severity: "warning" | "information" }
  | undefined {
  const hasDrug = (list: readonly TreatmentMention[]) => list.some(({ attribute }) => attribute === "drug");
  for (const row of treatmentRows) {
    // The kinds next to a drug's name are forms of it.
    if (row.attribute === "kind" && hasDrug(mentions) && hasDrug(stated.mentions)) continue;
    const said = ofAttribute(stated.mentions, row.attribute);
    let difference = differenceOf(said, ofAttribute(mentions, row.attribute));
    if (difference?.kind === "more") {
      if (!stated.isNamed && (row.attribute === "drug" || row.attribute === "kind")) continue;
      const meant = said.filter((one) => !namesCondition(one, stated.flat));
      difference = differenceOf(meant, ofAttribute(mentions, row.attribute));
    }
    if (!difference || !matters(row, difference)) continue;
    const severity = severityOf(row, difference, stated);
    if (severity) return { row, difference, severity };
  }
  return undefined;
}

/** "For neck pain" says why, and not where. */
const condition =
  /^s? (?:and \w+ )?(?:pain|injur|condition|complaint|strain|sprain|symptom|syndrome|disorder|radiculopathy|contusion|disease|degeneration|tear|problem|spasm|stiffness|weakness|osteoarthritis|arthritis|pathology|dysfunction|instability|impingement|tend[oi]n|fracture|surgery)/i;
const namesCondition = ({ to }: TreatmentMention, { text }: FlatText): boolean =>
  condition.test(text.slice(to, to + 40));

export function treatmentFinding(
  letter: Letter,
  stated: Stated,
  disputed: Disputed,
  matters?: (row: RowOf, difference: Difference) => boolean,
): Finding | undefined {
  const found = firstDifference(stated, disputed, matters);
  if (!found) return undefined;
  const { row, difference, severity } = found;
  return disagreement(
    agreementOf(row, severity, stated.subject, "the heading"),
    statementOf(letter, difference.stated, stated),
    statementOf(letter, difference.reference, {
      place: "heading",
      source: "caseDetails",
      issue: disputed.issue,
    }),
  );
}

function statementOf(
  letter: Letter,
  all: readonly TreatmentMention[],
  { place, source, issue }: Pick<Stated, "place" | "source" | "issue">,
): Statement<Said> {
  // A brand and its generic name are one drug.
  const mentions = all.filter(
    (one, i) => !one.drug || !all.slice(0, i).some((other) => sameValue(one, other)),
  );
  const start = Math.min(...mentions.map((one) => one.start));
  const end = Math.max(...mentions.map((one) => one.end));
  const words = flatten(letter.text, { start, end }).text;
  return { start, end, value: { mentions, words }, place, source, issue, assertion: plainAssertion };
}
