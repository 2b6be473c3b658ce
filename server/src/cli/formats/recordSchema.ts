/**
 * The shape of the records that `export` writes. Their published schema (schemas/imr-determination.schema.json) is made
 * of this: `npm run schemas`. The records themselves are made in features/determinations.ts, which uses no package.
 */
import * as v from "valibot";
import { homepage } from "../../../../package.json";
import { elementWords } from "../../analysis/checklist.ts";
import { type Determination, determinationVersion } from "../../features/workspace/determinations.ts";

type Fields = { readonly file: string } & Determination;

const words = (about: string) => v.pipe(v.string(), v.minLength(1), v.description(about));
const orNull = <Shape extends v.GenericSchema>(shape: Shape, about: string) =>
  v.pipe(v.nullable(shape), v.description(about));
const wordsOrNull = (about: string) => orNull(v.pipe(v.string(), v.minLength(1)), about);
const dayOrNull = (about: string) =>
  orNull(
    v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/)),
    `${about} As “2016-12-05” (ISO 8601), or “2016-12” where the letter gives no day; null where it gives no date.`,
  );
const list = (about: string) => v.pipe(v.array(v.pipe(v.string(), v.minLength(1))), v.description(about));
const elements = (about: string) => v.pipe(v.array(v.picklist(elementWords)), v.description(about));

const fields = {
  file: words("The letter's file as it was given or found, or the “id” of a line of input."),
  caseNumber: orNull(
    v.pipe(v.string(), v.minLength(1)),
    "As the letter writes it: “CM16-0001234”; null where it gives none.",
  ),
  dateOfInjury: dayOrNull("When the employee was injured."),
  urDenialDate: dayOrNull("When utilization review denied or changed the request."),
  applicationReceived: dayOrNull("When the application for the review was received."),
  dateAssigned: dayOrNull("When the case was assigned to the reviewer."),
  decisionDate: dayOrNull("When the determination was made."),
  specialty: wordsOrNull("The reviewer's certification or specialty, in one line; null where there is none."),
  issue: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1),
    v.description("The issue's place in its letter, counted from 1."),
  ),
  treatment: v.pipe(
    v.string(),
    v.description(
      "The disputed treatment in one line; of a request that was partly authorized, the portion still in dispute. Empty where the heading names none.",
    ),
  ),
  drug: wordsOrNull("The generic name of the first drug in the treatment; null where none is known in it."),
  drugClass: wordsOrNull("That drug's class."),
  strength: wordsOrNull("The drug's strength with its unit, as the letter writes it: “10/325mg”."),
  count: wordsOrNull(
    "How much is asked for: a bare number of units of the drug, “60”, or with what it counts, “12 sessions”.",
  ),
  decision: wordsOrNull(
    "“Upheld” (the denial stands), “Overturned”, or other words that stand there; null where it is missing.",
  ),
  claimsCitations: list(
    "What the claims administrator relied on, an item a source, in the letter's own words in one line.",
  ),
  reviewerCitations: list("What the reviewer relied on, likewise."),
  reviewerGuidelines: list(
    "Ids of the guidelines that the reviewer cites, as far as they are known: “chronic-pain-2009”. In the order cited, each once.",
  ),
  present: elements("The elements that the issue has."),
  missing: elements(
    "The elements that it lacks. Those inside a rationale are looked for only where one is written.",
  ),
} satisfies { readonly [Name in keyof Fields]: v.GenericSchema<unknown, Fields[Name]> };

export const recordSchemaId = `${homepage.split("#")[0]}/blob/main/schemas/imr-determination.schema.json?version=${determinationVersion}`;

export const recordSchema = v.pipe(
  v.strictObject(fields),
  v.title(`IMR Letters determination record, version ${determinationVersion}`),
  v.description(
    "What a California Independent Medical Review letter decides on one issue, as “imr-letters export” writes it, a record a line. Fields do not come, go or change their meaning without a new version.",
  ),
);
