/**
 * The schema of the records that `export` writes. `npm run schemas` converts it to the published JSON Schema
 * (schemas/imr-determination.schema.json). The records are made in features/workspace/determinations.ts.
 */
import * as v from "valibot";
import { homepage } from "../../../../package.json";
import { type Determination, determinationVersion } from "../../features/workspace/determinations.ts";
import { dayOrNull, daysOrNull, elements, list, ordinal, orNull, text, textOrNull } from "./schemaFields.ts";

type Fields = { readonly file: string } & Determination;

const fields = {
  file: text("The letter's file as it was specified or found, or the “id” of an input line."),
  caseNumber: orNull(
    v.pipe(v.string(), v.minLength(1)),
    "As in the letter: “CM16-0001234”; null if it has none.",
  ),
  dateOfInjury: dayOrNull("The date when the employee was injured."),
  urDenialDate: dayOrNull("The date when utilization review denied or modified the request."),
  applicationReceived: dayOrNull("The date when the application for review was received."),
  dateAssigned: dayOrNull("The date when the case was assigned to the reviewer."),
  decisionDate: dayOrNull("The date of the determination."),
  specialty: textOrNull("The reviewer's certification or specialty, in one line; null if there is none."),
  issue: ordinal("The number of the issue in its letter, starting at 1."),
  treatment: v.pipe(
    v.string(),
    v.description(
      "The disputed treatment in one line; for a partly authorized request, the portion still in dispute. Empty if the heading names none.",
    ),
  ),
  drug: textOrNull("The generic name of the first drug in the treatment; null if it has no known drug."),
  drugClass: textOrNull("The class of that drug."),
  strength: textOrNull("The strength of the drug with its unit, as in the letter: “10/325mg”."),
  count: textOrNull(
    "The requested amount: a number of units of the drug, “60”, or a number with its unit, “12 sessions”.",
  ),
  decision: textOrNull(
    "“Upheld” (the denial stands), “Overturned”, or other words in its place; null if it's missing.",
  ),
  claimsCitations: list(
    "The sources that the claims administrator relied on, one item per source, in the letter's words.",
  ),
  reviewerCitations: list("The sources that the reviewer relied on, in the same way."),
  reviewerGuidelines: list(
    "The ids of the known guidelines that the reviewer cites: “chronic-pain-2009”. In the order cited, each once.",
  ),
  present: elements("The elements that the issue has."),
  missing: elements(
    "The elements that the issue is missing. Elements of a rationale are listed only if there is a rationale.",
  ),
  reviewerStates: list(
    "The full names of the states that license the reviewer: “California”. In the order of the letter.",
  ),
  daysInjuryToDenial: daysOrNull("the injury", "the denial"),
  daysDenialToApplication: daysOrNull("the denial", "the receipt of the application"),
  daysApplicationToDecision: daysOrNull("the receipt of the application", "the decision"),
  lastDayToAppeal: orNull(
    v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/)),
    "The last day to appeal under Labor Code 4610.6(h) if the letter was mailed on the day of the decision, 30 days after it: “2017-01-04”. Letters don't say when they were mailed. Not moved for weekends and holidays; null if the decision has no date, or one that contradicts another.",
  ),
  drugStatus: list(
    "What the drug lists in packs say of the drug, one item per list and status: “MTUS drug list of 2026-03-01: exempt”. Empty if none has it.",
  ),
} satisfies { readonly [Name in keyof Fields]: v.GenericSchema<unknown, Fields[Name]> };

export const recordSchemaId = `${homepage.split("#")[0]}/blob/main/schemas/imr-determination.schema.json?version=${determinationVersion}`;

export const recordSchema = v.pipe(
  v.strictObject(fields),
  v.title(`IMR Letters determination record, version ${determinationVersion}`),
  v.description(
    "The decision of a California Independent Medical Review letter on one issue, as written by “imr-letters export”, one record per line. Adding, removing, or changing the meaning of a field requires a new version.",
  ),
);
