/**
 * The schema of the records that `criteria` writes. `npm run schemas` converts it to the published JSON Schema
 * (schemas/imr-criterion.schema.json). The records are made in criterionRecord.ts.
 */
import * as v from "valibot";
import { homepage } from "../../../../package.json";
import { type CriterionRecord, criterionVersion } from "./criterionRecord.ts";
import { dayOrNull, ordinal, orNull, text, textOrNull } from "./schemaFields.ts";

type Fields = { readonly file: string } & CriterionRecord;

const fields = {
  file: text("The letter's file as it was specified or found, or the “id” of an input line."),
  caseNumber: textOrNull("As in the letter: “CM16-0001234”; null if it has none."),
  decisionDate: dayOrNull("The date of the determination."),
  issue: ordinal("The number of the issue in its letter, starting at 1."),
  treatment: v.pipe(
    v.string(),
    v.description("The disputed treatment in one line. Empty if the heading names none."),
  ),
  decision: textOrNull(
    "“Upheld” (the denial stands), “Overturned”, or other words in its place; null if it's missing.",
  ),
  guideline: textOrNull("The id of the guideline that the reviewer cites; null if it isn't a known one."),
  edition: text("The guideline with the year of the edition: “Low Back Complaints 2004”."),
  section: textOrNull("The title of the section: “Special Studies”; null if the citation names none."),
  sentence: text("The sentence of the rationale that states the criterion, in one line."),
  line: ordinal("The line where the sentence starts, in the text of the letter."),
  column: ordinal("The column where it starts, in UTF-16 code units."),
  page: orNull(ordinal("A page, starting at 1."), "The page of a PDF or Word file; null for other files."),
  lineOnPage: orNull(ordinal("A line, starting at 1."), "The line on that page; null for other files."),
} satisfies { readonly [Name in keyof Fields]: v.GenericSchema<unknown, Fields[Name]> };

export const criterionSchemaId = `${homepage.split("#")[0]}/blob/main/schemas/imr-criterion.schema.json?version=${criterionVersion}`;

export const criterionSchema = v.pipe(
  v.strictObject(fields),
  v.title(`IMR Letters criterion record, version ${criterionVersion}`),
  v.description(
    "A sentence by which the rationale of a California Independent Medical Review letter states the criterion of a section that the reviewer cites, as written by “imr-letters criteria --format ndjson”, one record per line. Adding, removing, or changing the meaning of a field requires a new version.",
  ),
);
