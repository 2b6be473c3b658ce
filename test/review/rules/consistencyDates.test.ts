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
      14-09-2015 isn't a valid date: the month comes first."
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

/** Each at its `[[…]]`, in the summary and in a rationale. */
const mistaken: Readonly<Record<string, readonly string[]>> = {
  "consistency/injury-date": [
    "The employee was injured on [[9/14/2012]] while lifting a box.",
    "The employee was injured at work on [[9/14/2012]].",
    "The employee injured her right knee on [[9/14/2012]].",
    "She sustained injuries to the neck, back, and left shoulder on [[9/14/2012]].",
    "The employee was injured when a pallet fell on her foot on [[9/14/2012]].",
    "The employee was injured in a fall from a ladder on [[9/14/2012]].",
    "On [[9/14/2012]], the employee sustained an industrial injury.",
    "On [[September 4, 2013]] she injured her back.",
    "In [[2011]], the employee was injured at work.",
    "The employee was injured in [[2011]].",
    "The employee has had pain since the injury in [[2010]].",
    "The work injury occurred in [[March 2012]].",
    "The date of injury is [[14-Sep-2012]].",
    "The date of injury is listed as [[09.14.2012]].",
    "The date of injury was [[2012/09/14]].",
    "The DOI is [[9/4/13]].",
    "DOI: [[9/15/13]].",
    "The date of injury (DOI) of [[09/14/2014]] is on file.",
    "The employee has a cumulative trauma injury from [[9/14/2010 to 9/14/2011]].",
    "The claim is for CT [[9/14/2010-9/14/2011]].",
    "The cumulative trauma is dated [[2009 to 2011]].",
    "Pain began with the [[9/14/2011]] industrial injury.",
    "The [[5/6/2013]] injury was to the low back.",
    "The employee reported an injury on or about [[8/14/2013]].",
    "The industrial accident took place on [[9/14/2014]].",
    "The dates of injury are [[6/2/2010 and 9/14/2011]].",
  ],
  "consistency/review-date": [
    "The utilization review of [[1/12/2016]] denied the request.",
    "UR on [[1/12/2016]] non-certified the request.",
    "The UR denial dated [[1/12/2016]] is on file.",
    "The request was denied by utilization review on [[January 12, 2016]].",
    "On [[1/12/2016]] the claims administrator denied the request.",
    "On [[1/12/2016]], utilization review modified the request.",
    "The [[1/12/2016]] utilization review decision denied the request.",
    "The request was non-certified on [[1/12/2016]].",
    "The peer review dated [[1/12/2016]] did not support the request.",
    "The utilization review physician's report dated [[1/12/2016]] cited no guideline.",
    "The claims administrator denied the request on [[1/12/2016]].",
  ],
  "consistency/chronology": [
    "On [[April 31, 2016]] the exam was normal.",
    "The exam of [[4/31/16]] was normal.",
    "The employee was seen on [[13-5-2016]].",
    "The employee was seen on [[02/30/2016]].",
    "The visit of [[31 June 2015]] was brief.",
    "Pain was noted on [[June 31]].",
    "The note of [[3/4/20166]] shows spasm.",
    "The employee was seen on [[3/4/216]].",
    "The employee was seen on [[O3/14/2016]].",
    "The employee was seen on [[l2/03/2015]].",
    "The employee was seen on [[03/14/2O16]].",
    "The note of [[2016-02-30]] shows spasm.",
    "The employee was seen on [[30-Feb-2016]].",
    "The employee was seen on [[13.05.2016]].",
    "The employee was seen on [[7/10/2016]] and is to return in six weeks.",
    "The MRI of [[7/10/2016]] showed a tear, and surgery is planned.",
    "On [[7/10/2016]] the employee reported spasm, and will be seen in a month.",
    "Therapy on [[June 30, 2016]] helped.",
    "The request for authorization of [[1/4/2013]] asked for it.",
    "The RFA dated [[1/4/2013]] asked for it.",
    "The progress note of [[3/20/2012]] shows spasm.",
    "The PR-2 dated [[3/20/2012]] shows spasm.",
    "The employee was seen on [[3/20/2012]] for back pain.",
    "On [[3/20/2012]], the employee complained of spasm.",
    "On [[3/20/2012]] the exam was normal.",
    "An MRI of the lumbar spine dated [[3/20/2012]] showed a bulge.",
    "The [[3/20/2012]] progress report tells of spasm.",
    "Per the [[March 20, 2012]] office visit, pain was 6/10.",
    "The request for authorization of [[5/4/2016]] asked for it.",
    "[[Ten years after the injury]], the employee still has pain.",
    "The employee is [[two months post injury]].",
    "The employee was seen [[twelve years after her injury]].",
    "The injury occurred [[ten years ago]].",
    "The employee is now [[eight years out from the injury]].",
  ],
};

/** In the summary and in a rationale. */
const harmless: readonly string[] = [
  // Another injury.
  "There was a prior shoulder injury on 2/2/2010.",
  "A work injury dated 2/2/2010 involved the other arm.",
  "An unrelated claim has a date of injury of 2/2/2010.",
  "Some notes bear a DOI of 2/2/2010, which is of another claim.",
  "An old injury (2/2/2010) healed.",
  "The first injury, on 2/2/2010, was to the foot.",
  "A non-industrial injury on 2/2/2010 resolved.",
  "A subsequent injury on 2/2/2015 was to the hand.",
  "The employee was injured in a car accident on 2/2/2010.",
  "The employee re-injured the back on 2/2/2015.",
  "The employee had a second work injury on 2/2/2015.",
  "A previous claim with a DOI of 2/2/2010 was settled.",
  "The employee denied any injury on 2/2/2010.",
  "A sports injury in 2004 healed.",
  "The opposite knee was injured on 2/2/2010.",
  "The employee was previously injured in 2009.",
  // The injury, told otherwise.
  "The injured worker was seen on 3/18/2016.",
  "A note two weeks after the injury on 9/28/2013 shows full motion.",
  "The employee was injured in September 2013.",
  "The employee was injured in 2013.",
  "The employee was injured in a fall on September 14th, 2013.",
  "The employee has a cumulative trauma injury from 9/14/2012 to 9/14/2013.",
  "The employee has a continuous trauma injury of 9/14/2012 through 9/14/2013.",
  "CT 2012-2013 is accepted.",
  "The dates of injury are 6/2/2011 and 9/14/2013.",
  "The injuries of 6/2/2011, 3/3/2012, and 9/14/2013 are accepted.",
  "The employee has worked light duty since the injury of 14-Sep-13.",
  "The injury was reported and treated on 9/16/2013.",
  "The injury claim was filed on 9/20/2013.",
  "The injured body part was operated on 3/3/2014.",
  "The injury was evaluated on 3/3/2014.",
  // Reviews.
  "The employee has worked modified duty since 3/7/2016.",
  "The employee was on modified duty until the return to full duty on 4/2/2016.",
  "The plan was modified on 4/2/2016 to add ice.",
  "Work restrictions were modified on 4/2/2016.",
  "The treatment plan was modified on 4/2/2016.",
  "The employee denied numbness on 4/2/2016.",
  "On 4/2/2016 the employee denied chest pain.",
  "The therapy report reviewed by the utilization review was dated 4/1/2016.",
  "The utilization review relied on the note of 4/1/2016.",
  "The utilization review cites the MRI of 4/1/2016.",
  "The utilization review notes that on 4/1/2016 there was no spasm.",
  "A utilization review of 3/20/2016 certified six visits.",
  "An earlier utilization review of 1/20/2016 denied acupuncture.",
  "A previous request for an MRI was denied on 1/20/2016.",
  "The x-ray was approved on 3/10/2016.",
  "The request for an x-ray was approved on 3/10/2016.",
  "The surgeon reviewed the films on 4/2/2016 and denied a fracture.",
  "The request for authorization and modified work on 4/2/2016.",
  "The request for authorization was submitted on 4/2/2016.",
  "On 4/20/2016 the employee appealed the utilization review.",
  "The appeal of 4/20/2016 answers the utilization review.",
  "The request of 4/2/2016 was denied by utilization review.",
  "The request dated 4/2/2016 was non-certified by utilization review on 4/12/2016.",
  "On 4/2/2016, a request was received that was denied on 4/12/2016.",
  "The records were reviewed on 4/2/2016.",
  "The employee's treatment was modified by Dr. Smith on 4/2/2016.",
  // Plans.
  "The employee is to return on 6/20/2016.",
  "The next visit is 6/20/2016.",
  "Return to work is expected on 6/20/2016.",
  "Re-evaluation on 6/20/2016 was advised.",
  "A follow-up appointment is set for 6/20/2016.",
  "The MRI appointment: 6/13/2016.",
  "Surgery is planned on 6/20/2016.",
  "Authorization is valid to 6/30/2016.",
  "The employee is to be seen on 6/20/2016.",
  "Off work from 4/1/2016 to 6/20/2016.",
  "The employee was placed off work until 6/20/2016.",
  "The employee was told to come back on 6/20/2016.",
  "On 6/20/2016 the employee will see the surgeon.",
  "The employee was given an appointment on 6/20/2016.",
  "Modified duty was extended through 6/20/2016.",
  "The employee should be permanent and stationary by 8/20/2016.",
  "Follow-up: 6/20/2016.",
  "RTC 6/20/2016.",
  "A hearing was set for 7/1/2016.",
  "If therapy is done by 6/20/2016, a new exam follows.",
  "The prescription expires on 7/1/2016.",
  // Before the injury.
  "A fusion was done on 3/3/2009.",
  "The employee was hired on 1/4/2010.",
  "The employee was born on 3/4/1970.",
  "There was a knee arthroscopy on 3/3/2009.",
  "The employee has taken lisinopril since 2/2/2011.",
  "An MRI of 3/20/2012, before the injury, showed the same.",
  "There was a visit for a prior injury on 3/20/2012.",
  "A pre-employment exam of 1/2/2010 was normal.",
  "The MTUS was in force on 7/18/2009.",
  "The guideline was updated on 2/2/2012.",
  "A study of patients seen on 2/2/2010 is cited.",
  // Not dates.
  "Strength is 4/5/5 and the ratings are 40/50/90.",
  "Sessions of 7-10-12 minutes were done.",
  "The form is 12-34-5678, and the part number is 55-1-1234.",
  "The levels are L3-4-5, and the pages are 4-31-33.",
  "Norco 10/325 was taken twice.",
  "Range of motion was 30/31/35.",
  "The ratio was 31/30/29.",
  "Version 10.31.15 of the form was used.",
  // Times since.
  "The employee is two years post injury.",
  "Two weeks after the injury, the employee had therapy.",
  "The employee was seen on 9/28/2013, two weeks after the injury.",
  "Imaging is recommended six weeks after the injury in patients with red flags.",
  "The injury occurred more than two years ago.",
  "The employee has had pain for ten years.",
  "The employee had surgery three months after the injury.",
  "The employee has worked there for twelve years.",
  "Ten years after a prior injury, the employee was well.",
];

describe.each(Object.entries(mistaken))("mistakes: %s", (rule, sentences) => {
  test.each(sentences)("%s", (sentence) => {
    const { text: words } = unmark(sentence);
    for (const marked of [stating(sentence), stating("The employee has back pain.", sentence)]) {
      const { text, spans } = unmark(marked);
      const found = findingsIn(text).filter((finding) => finding.rule.startsWith("consistency"));
      expect(found.map((f) => `${f.rule} ${text.slice(f.start, f.end)}`)).toEqual(
        spans.map(({ start, end }) => `${rule} ${text.slice(start, end)}`),
      );
      expect(found.filter(({ message }) => message.length > 100)).toEqual([]);
    }
    expect(words).not.toContain("[[");
  });
});

test.each(harmless)("harmless: %s", (sentence) => {
  expectNothing(stating(`The employee was injured on 9/14/2013. ${sentence}`));
  expectNothing(stating(sentence));
  expectNothing(stating("The employee was injured on 9/14/2013.", sentence));
});

/** Each at its `[[…]]`, in a letter whose injury was on 03/04/2016. */
const mistakenLately = [
  "The claimant was hurt on [[3/14/2016]] at work.",
  "Date of injury: [[March 5, 2016]].",
  "The applicant has filed a claim for back pain reportedly associated with an industrial injury of [[March 4, 2015]].",
  "This case involves a now 44-year-old with a history of an occupational claim from [[03/04/2014]].",
  "The patient reported an injury on [[03/04/2015]].",
  "He sustained a work-related injury on [[April 3, 2016]], incurring low back injuries.",
  "The injury of [[3/4/2006]] was accepted.",
  "She was injured on the job on [[03-24-2016]].",
  "The employee slipped and was injured on [[3/4/2017]].",
  "The industrial injury happened on [[2/4/2016]] when he fell.",
  "She sustained a cumulative trauma from [[1/1/2014 through 1/1/2015]].",
  "The mechanism of injury on [[3/14/2016]] was a fall.",
  "The employee was injured two years ago, on [[3/4/2014]].",
  "Since the injury of [[3/4/2013]], the employee has had pain.",
  "The injury date is [[03/04/2013]].",
  "The utilization review dated [[March 12, 2016]] was considered.",
  "The previous denial was on [[02/12/2016]].",
  "This request was previously non-certified on [[02/12/2016]].",
  "Utilization Review ([[1-12-2016]]) denied it.",
  "The UR determination of [[1/12/2016]] is before me.",
  "In a utilization review report dated [[January 12, 2016]], the claims administrator failed to approve a request for therapy.",
  "According to utilization review dated [[January 12, 2016]], the request is non-certified.",
  "The treatment was denied on [[1/12/2016]].",
  "On [[1/12/2016]], the request was non-certified by Utilization Review.",
  "On [[January 12, 2016]], a request for an MRI was denied by utilization review.",
  "The UR of [[4/21/2015]] says the same.",
  "The exam on [[Feb. 30, 2016]] showed spasm.",
  "The employee was seen on [[2/29/2015]].",
  "The employee was seen on [[2/29/15]].",
  "The employee was seen on [[00/14/2016]].",
  "The visit of [[April 31st, 2016]] is on file.",
  "The visit of [[13/13/2016]] is on file.",
  "The visit of [[14/3/2016]] is on file.",
  "The report of [[04/1O/2016]] is on file.",
  "The report of [[I0/15/2015]] is on file.",
  "The employee was last seen on [[8/1/2016]].",
  "A urine drug screen on [[7/4/2016]] was negative.",
  "The [[7/15/2016]] progress note shows spasm.",
  "The employee was evaluated on [[1/20/2016]] by the surgeon.",
  "The treating physician requested authorization on [[1/20/2016]].",
  "X-rays of the knee taken on [[1/20/2016]] were normal.",
  "In the progress report dated [[12/20/2015]], the employee had spasm.",
  "A request for authorization was signed on [[1/8/2016]].",
  "The [[1/8/2016]] RFA asks for it.",
  "The initial visit on [[2/4/2016]] tells of a fall at work.",
  "An EMG of [[1/15/2015]] was normal.",
  "The physical exam ([[1-12-2016]]) revealed spasm.",
  "A physician progress note dated [[12-12-2015]] documents pain.",
  "According to the [[12/12/15]] physician progress report this worker has spasm.",
  "[[Two years after the injury]], the employee had surgery.",
  "The employee is [[four years post injury]] and works.",
  "The employee is [[18 months post-injury]].",
  "The injury was [[seven years ago]].",
  "Surgery was done [[one year after her injury]].",
  "The employee is [[six years status post injury]].",
  "[[Five years since the injury]], spasm persists.",
];

const harmlessLately = [
  "The employee was injured on 3/4/16 while carrying a box.",
  "The patient, injured on 4 March 2016, has spasm.",
  "The employee had no prior injury. The employee was injured on 3/4/2016.",
  "The employee was seen on 3/18/2016, 14 days after the injury.",
  "The employee is three months post injury.",
  "The injury occurred three months ago.",
  "A prior industrial injury of 6/6/2011 involved the neck.",
  "The employee's earlier claim of 6/6/2011 was for the neck.",
  "The employee had an injury at home on 6/6/2011.",
  "The employee sustained an unrelated injury on 6/6/2011.",
  "The employee was injured in a motorcycle crash in 2009, unrelated to work.",
  "The employee's wife was injured on 2/2/2012.",
  "A coworker was injured on 2/2/2012.",
  "In the trial, workers injured in 2009 were followed.",
  "The brace protects against injury.",
  "The employee aggravated the injury on 4/1/2016.",
  "The employee returned after the injury on 3/18/2016.",
  "The first report of injury is dated 3/7/2016.",
  "The Doctor's First Report of Occupational Injury dated 3/9/2016 is on file.",
  "The injury was last treated on 5/2/2016.",
  "The report of injury was received on 3/9/2016.",
  "The employee filed the claim form on 3/10/2016.",
  "The workers' compensation claim was accepted on 3/30/2016.",
  "An injury prevention class was held on 4/4/2016.",
  "The shoulder injury was rated on 5/5/2016.",
  "On 3/18/2016 the employee reported that the injury was better.",
  "The employee reported on 3/18/2016 that the injured arm was better.",
  "The utilization review of 4/12/2016 denied it.",
  "The UR noted the 4/1/2016 report.",
  "The utilization reviewer considered the note of 3/30/2016.",
  "The utilization review of a previous request, on 3/20/2016, was favorable.",
  "An unrelated UR of 3/20/2016 denied a brace.",
  "UR approved six visits on 3/25/2016.",
  "Six visits were certified on 3/25/2016.",
  "Acupuncture was authorized by UR on 3/25/2016.",
  "On 3/25/2016 UR certified six visits.",
  "The physician modified the dose on 3/25/2016.",
  "Medication was modified on 3/25/2016.",
  "The employee denied using drugs on 3/25/2016.",
  "The request for authorization dated 4/1/2016 was denied.",
  "The request was made on 4/1/2016 and denied on 4/12/2016.",
  "The provider asked on 4/15/2016 for a peer-to-peer call with utilization review.",
  "The utilization review asked for the note of 4/2/2016.",
  "After the utilization review, the employee was seen on 4/20/2016.",
  "A peer-to-peer call was on 4/8/2016.",
  "The application was received on 4/28/2016.",
  "The claim was denied on 3/20/2016 and later accepted.",
  "Therapy was denied by the employee's choice on 3/30/2016.",
  "The next appointment is on July 8, 2016.",
  "The employee has a follow-up on 7/8/2016.",
  "Follow up on 7/8/2016.",
  "Return in six weeks, on 7/8/2016.",
  "The work status is full duty as of 7/8/2016.",
  "Restrictions end on 7/8/2016.",
  "The approval ends 7/8/2016.",
  "She starts therapy on 7/8/2016.",
  "The surgeon wants to operate on 7/8/2016.",
  "The surgery date is 7/8/2016.",
  "Sutures come out 7/8/2016.",
  "Temporary disability: 3/5/2016 - 7/8/2016.",
  "The cast stays on to 7/8/2016.",
  "The QME exam is on 7/8/2016.",
  "Her deposition is 7/8/2016.",
  "A repeat MRI was ordered for 7/8/2016.",
  "Another visit was scheduled for 7/8/2016.",
  "The employee was kept off work for six weeks, to 7/8/2016.",
  "The employee was discharged with an appointment on 7/8/2016.",
  "It was agreed that the employee would be back on 7/8/2016.",
  "The new fee schedule applies from 7/1/2016.",
  "The employee's last day of work before the injury was 3/3/2016.",
  "Blood pressure was 150/90 on 1/4/2016, before the injury.",
  "The employee has had diabetes since 1/4/2010.",
  "An appendectomy on 1/4/2010 was uneventful.",
  "The prior MRI of 1/4/2010 showed a bulge.",
  "An earlier MRI, dated 1/4/2010, showed a bulge.",
  "An old x-ray of 1/4/2010 showed spurs.",
  "The employee had a visit on 1/4/2010 for a previous strain.",
  "Ten years before the injury, the employee had surgery.",
  "A colonoscopy on 1/4/2012 was normal.",
  "The employee had chronic back pain, with an MRI dated 1/4/2012 that predates the injury.",
  "The DEA rule took effect on 10/6/2014.",
  "The FDA approved it on 4/4/2003.",
  "The ODG Treatment Index, 11th edition (web), was updated 5/15/2015.",
  "The MTUS of July 28, 2016 is cited.",
  "He has worked as a driver since 1/4/2009.",
  "The last tetanus shot was on 1/4/2012.",
  "Hypertension was diagnosed on 1/4/2012.",
  "Pain has been present for twelve years.",
  "The employee smoked for ten years before the injury.",
  "Most heal six months after the injury.",
  "The range was 10-12-14 degrees.",
  "Codes 97110-97140 and 64483-50 were billed.",
  "Blood pressure 120/80/70 was charted.",
  "Grip was 30/28/31 pounds.",
  "Grip strength was 20/10/15.",
  "The dose was 5/325/30.",
  "ICD code 10.12.2015 is none.",
  "MRI at C4-5, C5-6, and C6-7 was read.",
  "Page 4/31 was missing.",
  "The knee bends to 0-130 degrees.",
  "Apply 2-4-6 g as needed.",
  "May 31 was a Tuesday.",
  "The section is 9792.24.2 of the code.",
];

describe("soon after the injury", () => {
  const lately = details({ "Date of Injury": "03/04/2016" });

  test.each(mistakenLately)("mistake: %s", (sentence) => {
    for (const marked of [
      stating(sentence, "", lately),
      stating("The employee has back pain.", sentence, lately),
    ]) {
      const { text, spans } = unmark(marked);
      const found = findingsIn(text).filter(({ rule }) => /date|chronology/.test(rule));
      expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
        spans.map(({ start, end }) => text.slice(start, end)),
      );
    }
  });

  test.each(harmlessLately)("harmless: %s", (sentence) => {
    for (const marked of [
      stating(sentence, "", lately),
      stating("The employee was injured on 3/4/2016.", sentence, lately),
    ]) {
      const found = findingsIn(unmark(marked).text).filter(({ rule }) => /date|chronology/.test(rule));
      expect(found.map(({ message }) => message)).toEqual([]);
    }
  });
});

describe("messages and fixes", () => {
  test("what isn't a date is named as it stands", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        stating("The visit of [[O3/14/2016]] and that of [[14-03-2016]].", "", details()),
      ),
    ).toMatchInlineSnapshot(`
      "O3/14/2016 isn't a valid date: it has the letter O.
      14-03-2016 isn't a valid date: the month comes first."
    `);
    expect(
      messagesOf(
        "consistency/chronology",
        stating("Pain.", "", details({ "Date of Injury": "[[O9/14/2013]]" })),
      ),
    ).toMatchInlineSnapshot(`"O9/14/2013 isn't a valid date: it has the letter O."`);
  });

  test("a date of another style is changed in its own style, either way", () => {
    const { text } = unmark(stating("The employee was injured on September 4, 2013."));
    expect(
      findingsIn(text).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title)),
    ).toMatchInlineSnapshot(`
      [
        "Change to September 14, 2013, as in the case details",
        "Change to 09/04/2013, as in the case summary",
      ]
    `);
  });

  test("both places of a date before the injury", () => {
    expect(
      messagesOf(
        "consistency/chronology",
        stating(
          "The progress note of [[3/20/2012]] shows spasm.",
          "",
          details({ "Date of Injury": "{{09/14/2013}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "03/20/2012 is before the date of injury, 09/14/2013.
        → The date of injury."
    `);
    expect(
      messagesOf(
        "consistency/chronology",
        stating(
          "[[Ten years after the injury]], there is pain.",
          "",
          details({ "Date of Injury": "{{09/14/2013}}", "Decision Date": "{{06/10/2016}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "“Ten years after the injury” doesn't fit: the injury was on 09/14/2013, 3 years before.
        → The date of injury.
        → The date that it's counted to."
    `);
    expect(
      messagesOf(
        "consistency/chronology",
        stating("The RFA of [[5/4/2016]] asks for it.", "", details({ "UR Denial Date": "{{04/12/2016}}" })),
      ),
    ).toMatchInlineSnapshot(`
      "The request, 05/04/2016, is after the utilization review, 04/12/2016.
        → The utilization review."
    `);
  });

  test("a period in the case details", () => {
    const period = details({ "Date of Injury": "09/14/2012 - 09/14/2013" });
    for (const date of ["09/14/2012", "09/14/2013", "9/14/2012 to 9/14/2013", "3/3/2013", "2012"])
      expectNothing(stating(`The date of injury is ${date}.`, "", period));
    expect(
      messagesOf(
        "consistency/injury-date",
        stating(
          "The date of injury is [[9/14/2011]].",
          "",
          details({ "Date of Injury": "{{09/14/2012 - 09/14/2013}}" }),
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The date of injury is 09/14/2011 here, but 09/14/2012-09/14/2013 in the case details.
        → The date of injury in the case details."
    `);
  });
});
