import { describe, expect, test } from "vitest";
import { missingElements } from "../../../server/src/analysis/checklist.ts";
import { remnantPatterns } from "../../../server/src/analysis/remnants.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { personalData } from "../../../server/src/review/rules/personalData.ts";
import { credentials, how, issue, letter } from "../../fixture/letter.ts";
import { expectNothing, findingsIn, messagesOf } from "../findings.ts";
import { knowledge } from "../knowledge.ts";

/** A letter with one more sentence in its rationale. */
const withSentence = (sentence: string): string =>
  letter({
    issues: [
      issue({
        rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has had
it for two years without relief. ${sentence} Therefore, the request is not medically necessary.`,
      }),
    ],
  });

const rulesIn = (text: string): readonly string[] => [...new Set(findingsIn(text).map(({ rule }) => rule))];

describe("letter/remnant", () => {
  test("the message", () => {
    expect(messagesOf("letter/remnant", withSentence("The exam shows [[XXX]]."))).toMatchInlineSnapshot(
      `"“XXX” is left from writing. Fill it in or remove it."`,
    );
  });

  test.each(remnantPatterns)("$example", ({ pattern, example }) => {
    expect(example).toMatch(pattern);
    expect(rulesIn(withSentence(example))).toEqual(["letter/remnant"]);
  });

  test.each([
    "The exam shows [describe exam here].",
    "The note of [date] shows spasm.",
    "She has tried [drug 1] and [drug 2].",
    "The employee has taken [medication #2] without relief.",
    "Each step sets back his/her recovery.",
    "He/she fell at work.",
    "The pain keeps him/her from working.",
    "The pain is worse Page 2 of 4 at night and in the morning.",
    "The employee\u00e2\u20ac\u2122s pain is worse.",
    "The employee \u00e2\u20ac\u201c a nurse \u2013 is in pain.",
    "The employee saw Dr. Ren\u00c3\u00a9.",
    "The brace is worn\u00c2 at night.",
    "Flexion is 40\u00c2\u00b0.",
    "The employee\ufffds pain is worse.",
    "Heat &amp; ice helped.",
    "The pain&nbsp;is worse.",
    "It was [verify] normal.",
    "[Check the dose.] It helped.",
    "The exam of the [body part] was normal.",
    "[RK: do we have the films?] It helped.",
    "She has had [xx] visits.",
    "[ ] It helped.",
    "He/she fell at work.".replace("He/she", "The employee (s/he)"),
    "The (right/left) knee is swollen.",
    "The request (is/is not) supported.",
    "The ${side} knee is swollen.",
    "The <<EmployeeTitle>> fell.",
    "«Name» fell.",
    "The note of XX/XX/XXXX shows spasm.",
    "The note of __/__/____ shows spasm.",
    "The note of mm/dd/yyyy shows spasm.",
    "The dose is XXX mg.",
    "FIXME the dose.",
    "Note to self: look this up.",
    "QA: is the date right.",
    "QA note: the date is wrong.",
    "Reviewer note: add the films.",
    "Commented [JB1]: the date is wrong.",
    "Lorem ipsum dolor sit amet.",
    "Error! Bookmark not defined.",
    "INSERT FINDINGS HERE.",
    "Please confirm the dose.",
    "Insert the text here.",
    "Transcriptionist please insert the date.",
    "There was ?? of the knee.",
    "The pain is *** of 10.",
    "It has been given for ____ weeks.",
    "It has been given for ## weeks.",
  ])("%s", (sentence) => {
    expect(rulesIn(withSentence(sentence))).toContain("letter/remnant");
  });

  test.each([
    "The guideline says that it “are [sic] of use.”",
    "The exam [redacted] was normal.",
    "The guideline names drugs [NSAIDs] and others [1-3].",
    "The patient “[the employee] walks.”",
    "Therapy and/or exercise was tried.",
    "The pain is (5/10) at rest.",
    "The drug (10/325) was taken.",
    "Strength is <5 and >3.",
    "She saw the physician(s) of the clinic.",
    "The TENS unit (and/or supplies) was used.",
    "The C5-C6 (left/right disc) was normal.",
    "The quality (QA) program of the clinic is unknown.",
    "A check of the knee was normal.",
    "The add-on therapy was tried.",
    "A note to the adjuster was sent.",
    "It is not to be determined by age alone.",
    "The MMI date: TBD by the provider.",
    "A **bold** word was used.",
    "Rated 5 out of 10 (VAS).",
    "The name of the drug is naproxen.",
    "Is the drug of use? It is not.",
    "The EMG/NCS was normal.",
    "The ‘See page 12’ note [see page 12] was read.",
    "Please see the notes of the provider.",
    "The guideline says that “a patient should not drive while he/she is drowsy.”",
    'The note says "ask him/her again" and no more.',
    "The sentence on Page 2 of 4 was read.",
    "Dr. Ren\u00e9's note and a caf\u00e9 visit were read.",
    "Heat & ice helped.",
  ])("nothing: %s", (sentence) => {
    expectNothing(withSentence(sentence));
  });

  test("an issue with one is never complete", () => {
    const missing = (text: string) => {
      const parsed = parse(text);
      return parsed.issues.flatMap((each) => missingElements(parsed, each, knowledge));
    };
    expect(missing(withSentence("The exam shows XXX."))).toEqual(["text for a blank"]);
    expect(missing(withSentence("The exam is normal."))).toEqual([]);
  });

  test("a line of stars or underscores separates parts", () => {
    expectNothing(withSentence("It was stopped.\n\n* * *\n***********\n____________\n\nIt did not help."));
  });
});

describe("letter/personal-data", () => {
  test("the message", () => {
    expect(
      messagesOf("letter/personal-data", withSentence("[[Ms. Q.]] takes it daily.")),
    ).toMatchInlineSnapshot(`"“Ms. Q.” is a person's name. Letters are published without such data."`);
  });

  test.each(personalData)("$example", ({ example }) => {
    expect(rulesIn(withSentence(example))).toEqual(["letter/personal-data"]);
  });

  test.each([
    "Mr. K. takes it daily.",
    "Mrs. Delgado takes it daily.",
    "Miss Soto takes it daily.",
    "Mr. de la Cruz takes it daily.",
    "Ms Nguyen-Park takes it daily.",
    "The patient, Juan Perez, takes it daily.",
    "Robert Miller is a roofer.",
    "Call (555) 123-4567.",
    "The worker named Soto fell.",
  ])("%s", (sentence) => {
    expect(rulesIn(withSentence(sentence))).toContain("letter/personal-data");
  });

  test.each([
    "Dr. Alvarez wrote that it helped.",
    "MS Contin was tried.",
    "Ms Contin was tried.",
    "The Johns Hopkins criteria were used.",
    "Smith and James et al. found no gain.",
    "The Thomas test was normal.",
    "The McMurray test is positive.",
    "A Baker cyst was found.",
    "St. Mary Medical Center has the films.",
    "The CPT code is 99214-25.",
    "She was seen on 12-15-2015.",
    "The employee, Naproxen aside, takes nothing.",
    "Virginia Mason Medical Center has the films.",
  ])("nothing: %s", (sentence) => {
    expectNothing(withSentence(sentence));
  });
});

describe("letter/repeated-words", () => {
  test("the message and the fix", () => {
    const text = withSentence("The employee {{has}} [[has]] pain.");
    expect(messagesOf("letter/repeated-words", text)).toMatchInlineSnapshot(`
      "“has” appears twice in a row.
        → First occurrence."
    `);
    const plain = withSentence("The employee has has pain.");
    const [edit] = findingsIn(plain)[0]?.fixes?.[0]?.edits ?? [];
    expect(edit && plain.slice(0, edit.start) + edit.text + plain.slice(edit.end)).toBe(
      withSentence("The employee has pain."),
    );
  });

  test.each([
    "The the exam is normal.",
    "It was of of no use.",
    "It was given for the pain for the pain.",
    "She was seen in the clinic in the clinic.",
    "It was a a trial.",
    "The pain\nis is worse.",
    "The pain did not not change.",
  ])("%s", (sentence) => {
    expect(rulesIn(withSentence(sentence))).toEqual(["letter/repeated-words"]);
  });

  test.each([
    "She had had pain before.",
    "It is clear that that drug failed.",
    "It gave her her sleep back.",
    "The pain is very very low.",
    "The pain came again and again and did not stop.",
    "It got more and more and more tender.",
    "What is not recommended is not recommended.",
    "It was given day by day by the nurse.",
    "Levels L4 L4 and 10 10 were seen.",
    "Follow-up up to a year was advised.",
    "The diagnoses are:\nlumbar strain\nStrain of the knee",
    "The pain is sharp, sharp and worse at night.",
    "A one-to-one one was held.",
  ])("nothing: %s", (sentence) => {
    expect(rulesIn(withSentence(`${sentence.replace(/\.?$/, ".")}`))).toEqual([]);
  });
});

describe("letter/repeated-sentence", () => {
  const pasted = "The exam of the low back shows spasm on the left side.";

  test("pasted twice", () => {
    expect(
      messagesOf("letter/repeated-sentence", withSentence(`{{${pasted}}} [[${pasted}]]`)),
    ).toMatchInlineSnapshot(`
      "This text appears twice in the same part.
        → First occurrence."
    `);
    const two = `${pasted} The reflexes are normal on both sides.`;
    expect(
      messagesOf("letter/repeated-sentence", withSentence(`{{${two}}} [[${two}]]`)),
    ).toMatchInlineSnapshot(`
      "This text appears twice in the same part.
        → First occurrence."
    `);
  });

  test("a short sentence may stand twice, and any sentence in two parts", () => {
    expectNothing(
      withSentence("Pain is 6 out of 10. The exam is normal. Pain is 6 out of 10. The gait is normal."),
    );
    expectNothing(letter({ issues: [issue(), issue({ heading: "Tramadol 50mg #60: Upheld" })] }));
  });
});

describe("letter/cut-sentence", () => {
  test("the messages", () => {
    expect(
      messagesOf(
        "letter/cut-sentence",
        withSentence("The employee was seen [[for the]]. The exam was normal."),
      ),
    ).toMatchInlineSnapshot(`"The sentence breaks off after “for the”."`);
    expect(
      messagesOf("letter/cut-sentence", withSentence("[[mployee]] has pain of the knee.")),
    ).toMatchInlineSnapshot(`"The sentence starts in the middle: “mployee”."`);
  });

  test.each([
    "The exam shows the The employee has pain.",
    "It was tried and. It did not help.",
    "A rental permits the size to be Given the above it is late.",
    "The exam has been For these reasons it is late.",
    "It was seen in the There is no gain.",
    "The pain of the low back is. It did not help.",
    "he employee has pain.",
    "herefore it is of no use.",
  ])("%s", (sentence) => {
    expect(rulesIn(withSentence(sentence))).toContain("letter/cut-sentence");
  });

  test("a rationale that ends in the middle, with another issue after it", () => {
    const cut = "Decision rationale: The MTUS asks that it help. The employee has had it for two years with";
    expect(
      rulesIn(
        letter({ issues: [issue({ rationale: cut }), issue({ heading: "Tramadol 50mg #60: Upheld" })] }),
      ),
    ).toContain("letter/cut-sentence");
  });

  test.each([
    "It is clear what the pain is.",
    "The strain was treated with her.",
    "It was as good as it was.",
    "She has type A. It is mild.",
    "The drug is what she started with.",
    "It was seen in The Journal of pain.",
  ])("nothing: %s", (sentence) => {
    expectNothing(withSentence(sentence));
  });
});

describe("letter/case-number", () => {
  const numbered = (number: string): string => letter().replace("CM16-0990100", number);

  test("the messages", () => {
    expect(messagesOf("letter/case-number", numbered("[[CM16-009999]]"))).toMatchInlineSnapshot(
      `"“CM16-009999” isn't a case number: “CM”, the year, “-”, seven digits."`,
    );
    expect(
      messagesOf("letter/case-number", numbered("[[CM12-0990100]]").replace("04/28/2016", "{{04/28/2016}}")),
    ).toMatchInlineSnapshot(`
      "The case number is of 2012, but the application was received in 2016.
        → The year is here."
    `);
  });

  test.each([
    "CM16-09901000",
    "CM16-99999",
    "C16-0990100",
    "CM-0990100",
    "CM160990100",
    "16-0990100",
    "CM2016-0990100",
  ])("%s", (number) => {
    expect(rulesIn(numbered(number))).toContain("letter/case-number");
  });

  test.each(["CM16-0990100", "CM15-0990100", "CM 16-0990100"])("nothing: %s", (number) => {
    expect(rulesIn(numbered(number))).not.toContain("letter/case-number");
  });
});

describe("letter/missing-credentials: words that aren't any", () => {
  const licensed = (states: string, specialty = "Family Medicine"): string =>
    letter({
      how: how.replace(
        credentials,
        credentials.replace("California", states).replace("Family Medicine", specialty),
      ),
    });

  test("the messages", () => {
    expect(messagesOf("letter/missing-credentials", licensed("[[None]]"))).toMatchInlineSnapshot(
      `"“None” isn't a state of licensure."`,
    );
    expect(messagesOf("letter/missing-credentials", licensed("Texas, [[Ontario]]"))).toMatchInlineSnapshot(
      `"“Ontario” isn't a US state."`,
    );
    expect(messagesOf("letter/missing-credentials", licensed("California", "[[N/A]]"))).toMatchInlineSnapshot(
      `"“N/A” isn't a medical specialty."`,
    );
  });

  test.each([
    "N/A",
    "Cali",
    "Califronia",
    "Texas, Ontario",
    "Unknown",
    "TBD",
    "XX",
    "None listed",
    "123",
    "Family Medicine",
    "To be completed",
  ])("states: %s", (states) => {
    expect(rulesIn(licensed(states))).toEqual(["letter/missing-credentials"]);
  });

  test.each([
    "N/A",
    "None",
    "TBD",
    "Unknown",
    "12",
    "California",
    "Physician",
    "MD",
    "To be completed",
    "-",
    "Not provided",
  ])("specialty: %s", (specialty) => {
    expect(rulesIn(licensed("California", specialty))).toEqual(["letter/missing-credentials"]);
  });

  test.each([
    "California, Texas, Florida",
    "CA, NY and TX",
    "California; New Mexico",
    "North Carolina/South Carolina",
    "New\nYork, California",
    "Washington, D.C.",
    "District of Columbia",
    "Puerto Rico",
    "State of California",
    "California (active)",
    "CA #A12345",
    "Calif., Ariz.",
    "california",
    "Texas,New York,California",
  ])("nothing: states %s", (states) => {
    expectNothing(licensed(states));
  });

  test.each([
    "Family Practice, Sports Medicine",
    "Physical Medicine & Rehabilitation, Pain Management",
    "Orthopaedic Surgery",
    "Chiropractor",
    "Psychiatry",
    "OB/GYN",
    "Neurology",
    "Doctor of Chiropractic",
    "Acupuncture",
    "Internal Medicine",
  ])("nothing: specialty %s", (specialty) => {
    expectNothing(licensed("California", specialty));
  });
});

describe("labels under a near name", () => {
  const relabeled = (label: string, near: string): string =>
    letter({ issues: [issue()] }).replace(label, near);

  test("the message and the fix", () => {
    expect(
      messagesOf("issue/missing-rationale", relabeled("Decision rationale:", "[[Rationale:]]")),
    ).toMatchInlineSnapshot(`"“Rationale:” isn't the label “Decision rationale:”."`);
  });

  test.each([
    "Rationale:",
    "Decision Rationale -",
    "Rationale for decision:",
    "Reviewer rationale:",
    "Reviewer's decision rationale:",
    "Clinical rationale:",
    "Descision rationale:",
    "Decision rational:",
    "Analysis:",
    "Discussion:",
    "Decision rationale;",
  ])("%s", (near) => {
    const text = relabeled("Decision rationale:", near);
    expect(findingsIn(text).find(({ rule }) => rule === "issue/missing-rationale")?.start).toBe(
      text.indexOf(near),
    );
  });

  test.each([
    "Reviewer guideline:",
    "Reviewer's guideline:",
    "MAXIMIS guideline:",
    "IMR guideline:",
    "Guideline:",
    "MAXIMUS guidlines:",
    "Expert guideline:",
    "MAXIMUS citation:",
  ])("%s", (near) => {
    const text = relabeled("MAXIMUS guideline:", near);
    expect(findingsIn(text).find(({ rule }) => rule === "issue/missing-reviewer-guideline")?.start).toBe(
      text.indexOf(near),
    );
  });

  test.each([
    "UR guideline:",
    "Utilization review guideline:",
    "Claim Administrator guideline:",
    "Claims adjuster guideline:",
    "CA guideline:",
    "Claims Administrator criteria:",
  ])("%s", (near) => {
    const text = relabeled("Claims Administrator guideline:", near);
    expect(findingsIn(text).find(({ rule }) => rule === "issue/missing-claims-guideline")?.start).toBe(
      text.indexOf(near),
    );
  });
});
