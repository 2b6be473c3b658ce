/** Measures of the employee that a letter states as a number: "a residual volume of 180 mL", "a daily morphine equivalent of 75 mg". */
import type { PatternRow } from "../../base/matchAll.ts";

export interface MeasuredRow extends PatternRow {
  /** As messages name it at their start. */
  readonly name: string;
  /** In lower case: a passage without it has no such measure. */
  readonly hint: string;
  /** Words that the passage has to have besides. */
  readonly near?: RegExp;
}

const filler =
  "(?:,? (?:volume|score|level|index|dose|total|result|rate|value|reading|urine|daily|that day|was|is|of|at|to|a|an|the|about|only|now|still|measured|recorded|reported|equals|came|back)){0,5}";
const notLimit =
  "(?![\\d/-]|\\.\\d|,\\d| ?(?:to|or|and) (?:\\d|more|less|greater|higher|above|over)| ?(?:mg|ml|%|a day|per day|daily)* or (?:more|greater|above|higher|over|less))";

const measured = (name: string, hint: string, words: string, example: string): MeasuredRow => ({
  name,
  hint,
  pattern: new RegExp(`\\b(?:${words})${filler}[:=]? (\\d+(?:\\.\\d+)?)${notLimit}`, "g"),
  example,
});

const equivalents =
  "morphine(?: sulfate| milligram| mg)? equivalen(?:t|ts|ce|cy)(?: dos(?:e|age|ing))?(?: \\(\\w+\\))?|mmed?|med|ome";

/** Each finds its example, and only it does. In lower case. The number is the first group. */
export const measuredValues: readonly MeasuredRow[] = [
  measured(
    "The daily morphine equivalent",
    "m",
    equivalents,
    "he takes a daily morphine equivalent of 75 mg.",
  ),
  {
    name: "The daily morphine equivalent",
    hint: "mme",
    pattern:
      /(?<!\b(?:above|over|exceeds?|under|below|than|to|least|when|at) )(?<![\d.,/-])(\d+) (?:mg )?mme\b(?! (?:or|threshold|limit)| (?:a|per) day or|\/day or)/g,
    example: "her dose is 75 mme.",
  },
  {
    name: "The daily morphine equivalent",
    hint: "daily dose",
    near: /morphine (?:sulfate |milligram |mg )?equivalen|\bmme\b|\bmed\b/,
    pattern: /\bdaily dose (?:is|was|of|stands at|amounts to|comes to) (?:about )?(\d+) mg(?! or)/g,
    example: "the employee's daily dose is 175 mg in a rationale on morphine equivalents.",
  },
  measured("The residual volume", "residual", "residual", "there is a residual volume of 180 ml."),
  measured("The peak flow", "peak", "peak (?:urinary )?flow", "she has a peak flow of 7 ml."),
  measured("The body mass index", "b", "bmi|body mass index(?: \\(bmi\\))?", "his body mass index was 24."),
  measured("Creatinine", "creatinine", "creatinine", "the creatinine was 1.4."),
  measured("Hemoglobin A1c", "a1c", "(?:hemoglobin |hb|hgb)?a1c", "the hemoglobin a1c is 9.1%."),
  measured("The ejection fraction", "ejection", "ejection fraction", "an ejection fraction of 35%."),
  measured("The apnea-hypopnea index", "a", "apnea[- ]hypopnea index(?: \\(ahi\\))?|ahi", "the ahi was 14."),
  measured(
    "The Beck score",
    "beck",
    "beck depression inventory(?: \\(bdi\\))?",
    "a beck depression inventory score of 29.",
  ),
  measured("The PHQ-9 score", "phq", "phq-? ?9", "her phq-9 score was 17."),
  measured(
    "The Oswestry score",
    "oswestry",
    "oswestry(?: disability)?(?: index| score)?",
    "his oswestry score was 46.",
  ),
  measured("The Epworth score", "epworth", "epworth(?: sleepiness)?(?: scale)?", "the epworth score was 14."),
];
