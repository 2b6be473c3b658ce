import { describe, expect, test } from "vitest";
import { issue, issuesHeading, letter, reasons, summaryIntroduction } from "../../fixture/letter.ts";
import { type Expected, expectFindings, expectNothing, messagesOf } from "../findings.ts";

const details = (changed: Readonly<Record<string, string>> = {}): string =>
  Object.entries({
    "Case Number": "CM16-0990100",
    "Date Assigned": "05/09/2016",
    "Date of Injury": "09/14/2013",
    "Decision Date": "06/10/2016",
    "UR Denial Date": "04/12/2016",
    "Application Received": "04/28/2016",
    ...changed,
  })
    .map(([label, value]) => `${label}: ${value}`)
    .join("\n");

/** A letter with those words in its summary and in its rationale. */
const stating = (inSummary: string, inRationale = "", detailsText = details()) =>
  letter({
    details: detailsText,
    summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${inSummary}`,
    issuesHeading,
    issues: [
      issue({
        rationale: `Decision rationale: ${reasons} ${inRationale} The request is not medically necessary.`,
      }),
    ],
  });

describe("consistency/age", () => {
  const differs = (here: number, there: number): Expected => ({
    message: `The employee is ${here} years old here, but ${there} in the case summary.`,
    related: "The age in the case summary.",
  });

  test("a different age in the rationale than in the summary", () => {
    expectFindings(
      "consistency/age",
      stating("The patient is a {{44}} year old female.", "This [[54]]-year-old female has back pain."),
      differs(54, 44),
    );
    expectFindings(
      "consistency/age",
      stating("A {{44}} y/o woman.", "This [[fifty-four]]-year-old woman has back pain."),
      differs(54, 44),
    );
  });

  test("the same age in other words, and ages in rules, are accepted", () => {
    expectNothing(stating("The patient is a 44 year old female.", "This 44-year-old woman has back pain."));
    expectNothing(stating("The patient is a 44 year old female.", "This forty-four year old has back pain."));
    expectNothing(stating("A woman, aged 44.", "Patients over age 65 are at risk."));
    expectNothing(stating("The patient has back pain.", "This 44 year old has back pain."));
    expectNothing(stating("The patient is a 44 year old female.", "She lifted her 12-year-old son."));
    expectNothing(stating("A 44 year old female.", "She was 41 years old at the time of injury."));
  });

  test.each([
    "She turned 43 years old last year.",
    "She will be 45 years old in July.",
    "She was 41 years old when she was injured.",
    "When she was 35\nyears old she had surgery.",
    "She was 35 years old in 2007.",
    "She was a 41 year old at the date of injury.",
    "Since age 16 she has smoked.",
  ])("at another time: %s", (sentence) => {
    expectNothing(stating("The patient is a 44 year old female.", sentence));
  });

  test("a finding next to the age isn't another person", () => {
    expectFindings(
      "consistency/age",
      stating("A {{44}} year old female.", "This [[54]] year old female with a 3 mm tear has pain."),
      differs(54, 44),
    );
  });
});

describe("consistency/sex", () => {
  test("a man in the rationale, but a woman in the summary", () => {
    expect(
      messagesOf(
        "consistency/sex",
        stating("The patient is a 44 year old {{female}}.", "This [[man]] has back pain."),
      ),
    ).toMatchInlineSnapshot(`
      "The employee is male here, but female in the case summary.
        → The sex in the case summary."
    `);
  });

  test("a pronoun of the other sex in the rationale", () => {
    const messages = [
      ["female", "[[He]] has back pain. He rests."],
      ["male", "There was relief after [[her]] injection."],
      ["gentleman", "Nothing helped [[herself]]."],
    ].map(([noun, sentence = ""]) =>
      messagesOf("consistency/sex", stating(`The patient is a 44 year old {{${noun}}}.`, sentence)),
    );
    expect(messages.join("\n")).toMatchInlineSnapshot(`
      "“He” doesn't match: the letter says that the employee is female.
        → The letter says female here.
      “her” doesn't match: the letter says that the employee is male.
        → The letter says male here.
      “herself” doesn't match: the letter says that the employee is male.
        → The letter says male here."
    `);
  });

  test.each([
    ["female", "She has back pain. Her rest is poor."],
    ["female", "This was found by others (He, 2004)."],
    ["female", "Her physician wrote that he would wait."],
    ["female", "Her husband says that he cooks."],
    ["female", "The patient's son helps; he lives close by."],
    ["female", "Her co-worker drives her, as he lives close by."],
    ["female", "Her coworker, a 35-year-old man, fell on her."],
    ["female", "She lives with her husband, a 50-year-old man."],
    ["female", "A 62 year old male colleague fell on her."],
    ["female", "The patient's brother is a male with\ndiabetes."],
    ["female", "She was hurt while lifting a 60 year old man."],
    ["male", "His mother is 80 years old."],
  ])("accepted for a %s: %s", (noun, sentence) => {
    expectNothing(stating(`The patient is a 44 year old ${noun}.`, sentence));
  });

  test("a choice of pronouns is only left from writing", () => {
    expect(
      messagesOf(
        "letter/remnant",
        stating("The patient is a 44 year old male.", "[[He/she]] should be told."),
      ),
    ).toContain("He/she");
  });

  test("if the letter doesn't state the sex, its pronouns are compared", () => {
    expect(
      messagesOf(
        "consistency/sex",
        stating("The patient has back pain. {{He}} takes naproxen. His pain persists.", "[[She]] rests."),
      ),
    ).toMatchInlineSnapshot(`
      "“She” here, but “He” in the case summary.
        → The sex in the case summary."
    `);
    expectNothing(stating("The patient has back pain.", "He rests. His therapist said that she would wait."));
  });
});
