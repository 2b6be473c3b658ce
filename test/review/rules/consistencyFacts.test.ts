import { describe, expect, test } from "vitest";
import { issue, issuesHeading, letter, reasons, summary, summaryIntroduction } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { type Expected, expectFindings, expectNothing, findingsIn, messagesOf } from "../findings.ts";

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
    ["female", "He/she should be told."],
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

describe("consistency/injury-date", () => {
  const differs = (here: string, there: string, where: string): Expected => ({
    message: `The date of injury is ${here} here, but ${there} in ${where}.`,
    related: `The date of injury in ${where}.`,
  });

  test("a different date in the summary than in the case details", () => {
    expectFindings(
      "consistency/injury-date",
      stating(
        "The employee was injured on [[09/14/2012]].",
        "",
        details({ "Date of Injury": "{{09/14/2013}}" }),
      ),
      differs("09/14/2012", "09/14/2013", "the case details"),
    );
    expectFindings(
      "consistency/injury-date",
      stating(
        "An industrial injury on [[September 15, 2013]].",
        "",
        details({ "Date of Injury": "{{09/14/2013}}" }),
      ),
      differs("09/15/2013", "09/14/2013", "the case details"),
    );
  });

  test("without case details, the rationale is compared with the summary", () => {
    expectFindings(
      "consistency/injury-date",
      stating("The employee was injured on {{9-14-13}}.", "The date of injury is [[9-14-14]].", ""),
      differs("09/14/2014", "09/14/2013", "the case summary"),
    );
  });

  test("another injury is accepted", () => {
    for (const other of [
      "a prior injury on 03/02/2010",
      "a previous claim of 3-2-10",
      "another accident on March 2, 2010",
    ]) {
      expectNothing(stating("The employee was injured on 09/14/2013.", `The employee had ${other}.`));
      expectNothing(stating(`The employee had ${other}. The date of injury is 09/14/2013.`));
    }
  });

  test("every format of the same date is accepted", () => {
    for (const date of [
      "09/14/2013",
      "9-14-13",
      "9/14/13",
      "September 14, 2013",
      "14 September 2013",
      "2013-09-14",
      "09-\n14-2013",
      "09-2013",
    ]) {
      expectNothing(stating(`The employee was injured on ${date}.`));
    }
  });
});

describe("consistency/review-date", () => {
  const at = (date: string) =>
    stating(
      `Utilization review dated [[${date}]] denied it.`,
      "",
      details({ "UR Denial Date": "{{04/12/2016}}" }),
    );
  const differs = (here: string): Expected => ({
    message: `The date of the utilization review is ${here} here, but 04/12/2016 in the case details.`,
    related: "The date of the utilization review in the case details.",
  });

  test("another date", () => {
    expectFindings("consistency/review-date", at("02/12/2016"), differs("02/12/2016"));
    expectFindings("consistency/review-date", at("April 10, 2016"), differs("04/10/2016"));
  });

  test("has a lower severity within a month, as the notice follows the review", () => {
    const severity = (date: string) => findingsIn(unmark(at(date)).text)[0]?.severity;
    expect(severity("03/12/2016")).toBe("information");
    expect(severity("03/11/2016")).toBe("warning");
  });

  test("the same date is accepted", () => {
    expectNothing(stating("On 04-12-2016, utilization review denied it."));
    expectNothing(stating("It was non-certified by utilization review on April 12, 2016."));
    expectNothing(stating("An earlier utilization review dated 02/12/2016 approved therapy."));
    expectNothing(stating("A prior request for an MRI was denied on 02/12/2016."));
    expectNothing(stating("Another therapy request was denied by UR on 02/12/2016."));
  });
});

describe("a date at the letter's very end", () => {
  test("may be incomplete", () => {
    const typed = letter({
      details: details({ "Date of Injury": "09/14/2013" }),
      summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\nThe employee was injured on 09/14/20`,
      issuesHeading: "",
      issues: [],
    });
    expect(findingsIn(typed.trimEnd()).filter((f) => f.rule.startsWith("consistency"))).toEqual([]);
  });
});

describe("consistency/chronology", () => {
  const sound = "The employee has back pain.";
  const dated = (changed: Readonly<Record<string, string>>) => stating(sound, "", details(changed));

  test.each([
    [
      { "UR Denial Date": "{{04/29/2016}}", "Application Received": "[[04/28/2016]]" },
      "The date of the application, 04/28/2016, is before the utilization review, 04/29/2016.",
      "The utilization review.",
    ],
    [
      { "Application Received": "{{05/10/2016}}", "Date Assigned": "[[05/09/2016]]" },
      "The date of the assignment, 05/09/2016, is before the application, 05/10/2016.",
      "The application.",
    ],
    [
      { "Date Assigned": "{{06/11/2016}}", "Decision Date": "[[06/10/2016]]" },
      "The date of the decision, 06/10/2016, is before the assignment, 06/11/2016.",
      "The assignment.",
    ],
  ])("%o", (changed, message, related) => {
    expectFindings("consistency/chronology", dated(changed as unknown as Record<string, string>), {
      message,
      related,
    });
  });

  test("one wrong date is reported once", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        dated({ "Date of Injury": "[[09/14/2016]]", "UR Denial Date": "{{04/12/2016}}" }),
      ),
    ).toMatchInlineSnapshot(`
      "The date of the injury, 09/14/2016, is after the utilization review, 04/12/2016.
        → The utilization review."
    `);
    // Otherwise, every visit would be after the decision.
    expect(
      messagesOf(
        "consistency/chronology",
        stating(
          "The employee was seen on 03/10/2016 and on 03/24/2016.",
          "",
          details({ "Decision Date": "[[06/10/2015]]", "UR Denial Date": "{{04/12/2016}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The date of the decision, 06/10/2015, is before the utilization review, 04/12/2016.
        → The utilization review."
    `);
  });

  test("two wrong dates are reported separately", () => {
    const wrong = dated({ "Date of Injury": "09/14/2016", "Decision Date": "06/10/2015" });
    expect(findingsIn(wrong).map((f) => f.message)).toEqual([
      "The date of the injury, 09/14/2016, is after the utilization review, 04/12/2016.",
      "The date of the decision, 06/10/2015, is before the injury, 09/14/2016.",
    ]);
  });

  test("an invalid date in the case details", () => {
    const messages = ["02/30/2013", "09/14/213", "09/3\u00ad1/2013"].map((written) =>
      messagesOf("consistency/chronology", dated({ "Date of Injury": `[[${written}]]` })),
    );
    expect(messages.join("\n")).toMatchInlineSnapshot(`
      "02/30/2013 isn't a valid date.
      09/14/213 isn't a valid date.
      09/31/2013 isn't a valid date."
    `);
  });

  test("a missing date", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        stating(sound, "", details({ "Date of Injury": "" }).replace("Date of Injury", "[[$&]]")),
      ),
    ).toMatchInlineSnapshot(`"The date of the injury is missing."`);
    expect(
      messagesOf(
        "consistency/chronology",
        stating(
          sound,
          "",
          `Case Number:          CM16-0990100
[[Date Assigned]]:                                        Date of Injury:      09/14/2013
Decision Date:        06/10/2016                      [[UR Denial Date]]:
Priority:             Standard                        Application          04/28/2016
                                                      Received:`,
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The date of the assignment is missing.
      The date of the utilization review is missing."
    `);
  });

  test.each([
    ["other words instead of a date are accepted", details({ "Date of Injury": "cumulative trauma" })],
    [
      "a table whose columns were extracted one after the other doesn't show which date is missing",
      "Case Number:\nDate Assigned:\nDecision Date:\n\nCM16-0990100\n06/10/2016\n\nDate of Injury:\nUR Denial Date:\n\n09/14/2013",
    ],
  ])("%s", (_, table) => {
    expectNothing(stating(sound, "", table));
  });

  test("placeholders of an unfinished letter aren't missing dates", () => {
    const blank = letter({
      details: details({ "Date of Injury": "" }),
      issues: [issue({ rationale: "Decision rationale:" })],
    });
    expect(findingsIn(blank).filter((f) => f.rule === "consistency/chronology")).toEqual([]);
  });

  test("an invalid date in prose", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        stating("The employee was seen on [[04/31/2016]].", "There was relief until [[14-09-2015]]."),
      ),
    ).toMatchInlineSnapshot(`
      "04/31/2016 isn't a valid date.
      14-09-2015 isn't a valid date."
    `);
    expectNothing(stating("Pain is 7/10, the claim is 12-34-5678, the ratings are 40/50/90."));
  });

  test("what contradicts the case details isn't reported again as later than the decision", () => {
    expect(
      messagesOf(
        "consistency/injury-date",
        stating(
          "The employee was injured on [[09/14/2016]].",
          "",
          details({ "Date of Injury": "{{09/14/2013}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The date of injury is 09/14/2016 here, but 09/14/2013 in the case details.
        → The date of injury in the case details."
    `);
  });

  test("a visit after the decision", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        stating(
          "The employee was seen on [[07/10/2016]].",
          "",
          details({ "Decision Date": "{{06/10/2016}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "07/10/2016 is after the decision date, 06/10/2016.
        → The decision date."
    `);
  });

  test("an edition after the decision", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        letter({
          details: details({ "Decision Date": "{{06/10/2016}}" }),
          issues: [
            issue({
              reviewer:
                "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment [[2017]], Section(s): Medications\nfor chronic pain.",
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "An edition from 2017 is cited, but the decision is from 2016.
        → The decision date."
    `);
  });

  test("equal dates, plans, and months without a day are accepted", () => {
    expectNothing(dated({ "Date Assigned": "04/28/2016" }));
    expectNothing(stating("Surgery is scheduled for 07/10/2016."));
    expectNothing(stating("Benefits run until 07/10/2016."));
    expectNothing(stating("The next visit is on 07/10/2016."));
    expectNothing(stating("The employee was seen in 06-2016."));
  });

  test("dates in the future are reported only if today's date is known", () => {
    const days = (iso: string) => Date.parse(iso) / 86_400_000;
    const inFuture = (today: string) =>
      findingsIn(letter({ summary }), { today: days(today) }).map((f) => f.message);
    expect(inFuture("2016-06-11")).toEqual([]);
    // One day later, as it may already be tomorrow in other time zones.
    expect(inFuture("2016-06-09")).toEqual([]);
    expect(inFuture("2016-06-08")).toEqual(["The date of the decision, 06/10/2016, is in the future."]);
    expect(findingsIn(letter({ summary }))).toEqual([]);
  });
});
