/** Numbers that a rationale states otherwise than the case summary, or than its own other numbers. */
import { describe, expect, test } from "vitest";
import { measuredValues } from "../../../server/src/analysis/statements/measuredValues.ts";
import { issue, letter, summaryIntroduction } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const rulesIn = (told: string, stated: string, heading = "Knee scooter, 2 month rental"): readonly string[] =>
  findingsIn(
    letter({
      summary: `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female with an industrial injury. ${told}
Utilization review dated 04/12/2016 non-certified the request.`,
      issues: [
        issue({
          heading: `${heading}: Upheld`,
          rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has
had no relief. ${stated} The request for ${heading} is not medically necessary.`,
        }),
      ],
    }),
  )
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith("consistency/"));

test.each(measuredValues)("$example", ({ pattern, example, hint, near }) => {
  expect(example).toContain(hint);
  expect(near?.test(example) ?? true).toBe(true);
  const finding = measuredValues.filter((row) => new RegExp(row.pattern.source).test(example));
  expect(finding.map((row) => row.pattern)).toEqual([pattern]);
});

describe("measures", () => {
  test.each([
    ["A residual volume of 180 mL was measured.", "With a residual of 18 mL, a stricture is unlikely."],
    ["Her body mass index is 24.", "The BMI of 42 explains the apnea."],
    ["The creatinine was 1.4.", "The creatinine was 4.1."],
    ["The Beck Depression Inventory score was 29.", "The Beck Depression Inventory score of 19 is mild."],
    ["Her morphine equivalent dose is 75 mg.", "At an MED of 175 mg, the risk is high."],
    [
      "Her daily morphine equivalent is 75 mg.",
      "Naloxone is for doses of 50 morphine milligram equivalents or more. Her daily dose is 175 mg, and her husband could give it.",
    ],
  ])("%s – %s", (told, stated) => expect(rulesIn(told, stated)).toEqual(["consistency/findings"]));

  test.each([
    ["A residual volume of 180 mL was measured.", "A residual of 180 mL is high."],
    ["Her body mass index is 24.", "The MTUS considers surgery for a BMI of 35 or more."],
    ["Her body mass index is 24.", "ODG requires a BMI above 40."],
    ["The PHQ-9 score was 19 in May and 11 in July.", "The PHQ-9 score of 11 shows improvement."],
    ["Her daily morphine equivalent is 75 mg.", "The CDC advises caution above 50 MME."],
    ["Her daily morphine equivalent is 75 mg.", "Her daily dose is 2 mg of tizanidine."],
    ["The creatinine was 1.4.", "The creatinine was 1.1 before the drug was begun last year."],
  ])("nothing: %s – %s", (told, stated) => expect(rulesIn(told, stated)).toEqual([]));
});

describe("totals", () => {
  test.each([
    "She has had four sessions. Six more bring the total to twelve.",
    "She has completed 8 visits; 4 additional visits would bring the total to 14.",
    "The employee attended six sessions. Six further sessions make the total of visits to 14.",
  ])("%s", (stated) => expect(rulesIn("", stated)).toEqual(["consistency/measure"]));
  test.each([
    "She has had four sessions. Six more bring the total to ten.",
    "She has had four sessions this year and has had two sessions before. Six more bring the total to twelve.",
    "Six more bring the total to twelve.",
  ])("nothing: %s", (stated) => expect(rulesIn("", stated)).toEqual([]));
});

describe("an amount that is judged", () => {
  test.each([
    ["Knee scooter, 2 month rental", "Six months cover the rest of the healing."],
    [
      "Physical therapy 2 times a week for 4 weeks",
      "She lifts all day, and fourteen visits lie within the recommended number.",
    ],
    ["Acupuncture, 6 visits", "Twelve visits are in excess of the trial."],
    ["Acupuncture, 6 visits", "The 16 visits requested exceed the number above."],
  ])("%s: %s", (heading, stated) => expect(rulesIn("", stated, heading)).toEqual(["consistency/quantity"]));
  test.each([
    ["Knee scooter, 2 month rental", "Two months cover the rest of the healing."],
    [
      "Physical therapy 2 times a week for 4 weeks",
      "She lifts all day, and eight visits lie within the recommended number.",
    ],
    ["Acupuncture, 6 visits", "With those already completed, 12 visits are in excess of the trial."],
    ["Acupuncture, 6 visits", "Twelve visits are recommended."],
    [
      "Home health aide 4 hours a day, 3 days a week for 6 weeks",
      "The aide would come on three days of the week.",
    ],
  ])("nothing: %s: %s", (heading, stated) => expect(rulesIn("", stated, heading)).toEqual([]));
});

test("an aide on three days of the week", () => {
  const heading = "Home health aide 4 hours a day, 3 days a week for 6 weeks";
  const request =
    "The request for an aide for four hours on three days of the week over six weeks is not medically necessary.";
  expect(rulesIn("", request, heading)).toEqual([]);
  expect(rulesIn("", request.replace("three", "five"), heading)).not.toEqual([]);
});
