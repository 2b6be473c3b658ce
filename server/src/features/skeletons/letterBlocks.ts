/** The parts of a new letter before its issues, each with its tab stops. */
import type { FrontMatterField } from "../../letter/types.ts";
import { caseDetails, credentials, howParagraph, sections, type WrittenForm } from "../../letter/wording.ts";
import type { TabStops } from "./tabStops.ts";

const dateBlank = "MM/DD/YYYY";

/** Dates that the case details and the summary both state: filled in once. */
interface SharedDates {
  readonly injury: string;
  readonly utilizationReview: string;
}

/** All that stands before the first issue, paragraph by paragraph. */
export function beforeIssues(stops: TabStops, form: WrittenForm): readonly string[] {
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
    caseNumber: stops.blank("CMyy-nnnnnnn"),
    dateAssigned: stops.blank(dateBlank),
    dateOfInjury: stops.blank(dateBlank),
    decisionDate: stops.blank(dateBlank),
    urDenialDate: stops.blank(dateBlank),
    priority: stops.choice(["Standard", "Expedited"]),
    applicationReceived: stops.blank(dateBlank),
  };
  const fields = Object.keys(caseDetails) as FrontMatterField[];
  return {
    block: fields.map((field) => `${caseDetails[field]} ${values[field]}`).join("\n"),
    dates: { injury: values.dateOfInjury, utilizationReview: values.urDenialDate },
  };
}

/** What qualifies the reviewer. */
export const credentialsBlock = (stops: TabStops): string =>
  [
    credentials.opening,
    `${credentials.licensure} ${stops.blank("state")}`,
    `${credentials.specialty} ${stops.blank("specialty")}`,
  ].join("\n");

/** The facts that every summary gives, in the order in which letters tell them. */
const narrative = (stops: TabStops, { injury, utilizationReview }: SharedDates): string =>
  [
    `The injured worker is a ${stops.blank("age")} year old ${stops.choice(["sex", "female", "male"])} who sustained an industrial injury on ${injury}, when ${stops.blank("how it happened")}.`,
    `Diagnoses include ${stops.blank("diagnoses")}.`,
    `Treatment to date has included ${stops.blank("medications, therapy and procedures")}.`,
    `The progress note dated ${stops.blank(dateBlank)} records ${stops.blank("complaints, examination and plan")}.`,
    `Utilization review dated ${utilizationReview} ${stops.blank("what it decided, and on which requests")}.`,
  ].join(" ");
