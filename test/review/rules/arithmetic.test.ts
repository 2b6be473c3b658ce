import { describe, expect, test } from "vitest";
import { issue, letter, summaryIntroduction } from "../../fixture/letter.ts";
import { findingsIn, messagesOf } from "../findings.ts";

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

/** A letter with a sentence more in its summary, and one in its rationale. */
const saying = (sentence: string, told = "", injury = "an industrial injury"): string =>
  letter({
    summary: `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female with ${injury}. ${told}
Utilization review dated 04/12/2016 non-certified the request.`,
    issues: [
      issue({
        rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has
had it for two years without relief. ${sentence} Therefore, the request is not medically necessary.`,
      }),
    ],
  });

const rulesIn = (text: string) =>
  findingsIn(text)
    .map(({ rule }) => rule)
    .filter((rule) => rule.startsWith("consistency/"));

describe("numbers that are compared", () => {
  test("the messages", () => {
    expect(
      messagesOf("consistency/measure", saying("In one trial, [[61 of 48 participants]] improved.")),
    ).toMatchInlineSnapshot(`"61 of 48 can't be: it's more than all of them."`);
    expect(
      messagesOf("consistency/measure", saying("The relief of [[70% falls short of the 50%]] required.")),
    ).toMatchInlineSnapshot(`"70% isn't less than 50%."`);
  });

  test.each(
    table(`
      In one study 30 out of 24 patients were better.
      Sixty of fifty patients improved.
      The relief, 70% for eight weeks, falls short of the 50% required.
      The relief of 60% is below the 50% required.
      Her BMI of 41 is below 35.
      A BMI of 29 is above 35.
      The eight sessions exceed the ten sessions allowed.
      The 12 visits are within the limit of ten visits.
      This would bring the total to twenty-six, within the limit of twenty.
      ODG allows up to four visits. The eight sessions requested do not exceed that number.
      ODG supports up to 12 visits. The six sessions requested exceed that number.
      Relief of 30% exceeds the 50% threshold.
      The six weeks are less than four weeks.
    `),
  )("%s", (sentence) => {
    expect(rulesIn(saying(sentence))).toEqual(["consistency/measure"]);
  });

  test.each(
    table(`
      In one trial, 48 of 61 participants improved.
      The relief of 30% falls short of the 50% required.
      The relief of 70% for eight weeks is above the 50% required.
      Her BMI of 41 is above 35.
      A BMI of 29 is below 35.
      The 24 sessions exceed the ten sessions allowed.
      The eight visits are within the limit of ten visits.
      This would bring the total to twelve, within the limit of twenty.
      ODG allows up to ten visits. The eight sessions requested do not exceed that number.
      ODG supports up to 12 visits. The 16 sessions requested exceed that number.
      Two of the six sessions were attended.
      The disc at L4-5 is above L5-S1.
      The first of 12 sessions was on 3/1/2016.
      Six weeks is more than two of the sources say.
      Pain of 4/10 is less than 8/10.
      In 2014 over 30 patients were seen.
      The 12 visits in 8 weeks are more than 6 weeks of care.
      The dose of 30 mg a day is below 80 mg.
    `),
  )("nothing: %s", (sentence) => {
    expect(rulesIn(saying(sentence))).toEqual([]);
  });
});

describe("dates and doses that are told twice", () => {
  test.each([
    ["She had a laminectomy on 9/12/2014.", "Opioids were begun after the laminectomy of 9/21/2014."],
    ["She had knee surgery on 3/8/2015.", "The surgery of 8/3/2015 did not help."],
    ["An MRI of 2/5/2016 showed a bulge.", "The MRI of 2/5/2015 showed a bulge."],
    ["She takes morphine 15mg twice a day.", "She takes 180 mg of morphine a day."],
    ["She takes oxycodone 10 mg three times a day.", "At 60 mg of oxycodone a day the dose is high."],
  ])("%s – %s", (told, stated) => {
    expect(rulesIn(saying(stated, told))).toContain("consistency/findings");
  });

  test.each([
    ["She had a laminectomy on 9/12/2014.", "Opioids were begun after the laminectomy of 9/12/2014."],
    ["She had a laminectomy on 9/12/2014.", "The MRI of 9/21/2014 showed a bulge."],
    ["MRIs were done: an MRI of 2/5/2014 and an MRI of 2/5/2015.", "The MRI of 2/5/2015 showed a bulge."],
    ["She had surgery on 9/12/2014.", "The surgery of 4/5/2015 did not help."],
    ["She takes morphine 15mg twice a day.", "She takes 30 mg of morphine a day."],
    ["She takes oxycodone 10 mg three times a day.", "The morphine equivalent is 45 mg of morphine a day."],
    ["She takes oxycodone 10 mg three times a day.", "ODG allows up to 60 mg of oxycodone a day."],
  ])("nothing: %s – %s", (told, stated) => {
    expect(rulesIn(saying(stated, told))).toEqual([]);
  });

  test("a study that wasn't published yet", () => {
    expect(rulesIn(saying("A trial published in 2019 found no benefit."))).toEqual([
      "consistency/chronology",
    ]);
    expect(rulesIn(saying("A trial published in 2012 found no benefit."))).toEqual([]);
  });

  test("the date of the robbery", () => {
    const robbed = "a date of injury of 09/14/2013";
    expect(rulesIn(saying("The robbery of September 2012 still troubles her.", "", robbed))).toEqual([
      "consistency/injury-date",
    ]);
    expect(rulesIn(saying("The robbery of September 2013 still troubles her.", "", robbed))).toEqual([]);
  });

  test("the time that has gone by since the injury", () => {
    const injured = "a date of injury of 09/14/2013";
    expect(rulesIn(saying("Nine years have gone by since the injury.", "", injured))).toEqual([
      "consistency/chronology",
    ]);
    expect(rulesIn(saying("Two years have passed since the injury.", "", injured))).toEqual([]);
  });
});
