/** The templates of the parts of a letter before its issues. */

import type { TabStops } from "../../../base/snippet.ts";
import {
  caseDetails,
  credentials,
  howParagraph,
  placeholders,
  sections,
  type TemplateForm,
} from "../../../letter/standardWording.ts";
import type { FrontMatterField } from "../../../letter/types.ts";

/** Dates that both the case details and the summary state. They share a tab stop. */
interface SharedDates {
  readonly injury: string;
  readonly utilizationReview: string;
}

/** The paragraphs before the first issue. */
export function beforeIssues(stops: TabStops, form: TemplateForm): readonly string[] {
  const details = caseDetailsBlock(stops);
  return [
    details.block,
    `${sections.how.heading}\n${howParagraph(form)}`,
    credentialsBlock(stops),
    `${sections.summary.heading}\n${sections.summary.opening}`,
    narrative(stops, details.dates),
    `${sections.issues.heading}\n${sections.issues.opening}`,
  ];
}

function caseDetailsBlock(stops: TabStops): { readonly block: string; readonly dates: SharedDates } {
  const values: Readonly<Record<FrontMatterField, string>> = {
    caseNumber: stops.blank(placeholders.caseNumber.words),
    dateAssigned: stops.blank(placeholders.date.words),
    dateOfInjury: stops.blank(placeholders.date.words),
    decisionDate: stops.blank(placeholders.date.words),
    urDenialDate: stops.blank(placeholders.date.words),
    priority: stops.choice(["Standard", "Expedited"]),
    applicationReceived: stops.blank(placeholders.date.words),
  };
  const fields = Object.keys(caseDetails) as FrontMatterField[];
  return {
    block: fields.map((field) => `${caseDetails[field]} ${values[field]}`).join("\n"),
    dates: { injury: values.dateOfInjury, utilizationReview: values.urDenialDate },
  };
}

/** The reviewer's credentials. */
export const credentialsBlock = (stops: TabStops): string =>
  [
    credentials.opening,
    `${credentials.licensure} ${stops.blank(placeholders.licensure.words)}`,
    `${credentials.specialty} ${stops.blank(placeholders.specialty.words)}`,
  ].join("\n");

/** The facts that every summary states, in the order in which letters state them. */
const narrative = (stops: TabStops, { injury, utilizationReview }: SharedDates): string =>
  [
    `The injured worker is a ${stops.blank(placeholders.age.words)} year old ${stops.choice([placeholders.sex.words, "female", "male"])} who sustained an industrial injury on ${injury}, when ${stops.blank(placeholders.mechanism.words)}.`,
    `Diagnoses include ${stops.blank(placeholders.diagnoses.words)}.`,
    `Treatment to date has included ${stops.blank("medications, therapy and procedures")}.`,
    `The progress note dated ${stops.blank(placeholders.date.words)} records ${stops.blank(placeholders.note.words)}.`,
    `Utilization review dated ${utilizationReview} ${stops.blank(placeholders.review.words)}.`,
  ].join(" ");
