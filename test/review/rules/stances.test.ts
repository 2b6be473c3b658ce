import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { findingsIn, messagesOf } from "../findings.ts";

const concludes = { Upheld: "not medically necessary", Overturned: "medically necessary" };
type Decision = keyof typeof concludes;

/** A sound letter on a drug with one more sentence in its rationale. */
const saying = (decision: Decision, sentence: string, drug = "Naproxen 500mg #60") =>
  letter({
    issues: [
      issue({
        heading: `${drug}: ${decision}`,
        claims: "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.",
        rationale: `Decision rationale: ${reasons} ${sentence} The request for ${drug} is ${concludes[decision]}.`,
      }),
    ],
  });

const found = (text: string): readonly string[] =>
  findingsIn(text)
    .filter(({ rule }) => /stance|decision|no-conclusion/.test(rule))
    .map(({ rule, message }) => `${rule}: ${message}`);

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const againstTheDenial = table(`
  I recommend that the denial be overturned.
  I disagree with the UR.
  I disagree with the utilization review decision.
  I do not agree with the denial.
  I cannot agree with the claims administrator's decision.
  The UR decision is reversed.
  The denial is overturned.
  The denial of naproxen should be overturned.
  The utilization review denial is hereby reversed.
  The denial cannot be upheld.
  I am overturning the utilization review.
  I recommend reversal of the denial.
  The denial was not justified.
  The denial was in error.
  The denial is therefore overturned.
  The request is authorized.
  The request for naproxen is approved.
  The request should be certified.
  I recommend authorization of the request.
  The adverse determination is set aside.
  The prior determination is overturned.
  The non-certification is overturned.
  This reviewer disagrees with the non-certification.
  Therefore, the claims administrator's denial is reversed.
`);

const withTheDenial = table(`
  I am upholding the utilization review.
  I concur with the denial.
  I agree with the UR decision.
  I agree with the claims administrator.
  The non-certification is upheld.
  The denial is upheld.
  Accordingly, the denial stands.
  The denial is therefore upheld.
  The denial of naproxen should stand.
  The UR determination is affirmed.
  The utilization review was correct.
  The denial was appropriate.
  I see no reason to overturn the denial.
  The decision to deny naproxen is upheld.
  The request is denied.
  The request for naproxen is non-certified.
  The request cannot be authorized.
  I recommend non-certification.
  I do not disagree with the denial.
  The denial should not be reversed.
  I affirm the denial.
  The original determination is upheld.
  This reviewer concurs with the utilization review denial.
`);

const noSide = table(`
  Utilization review denied the request on 04/12/2016.
  The claims administrator denied naproxen because relief wasn't recorded.
  The denial cites the lack of relief.
  The provider disagrees with the denial.
  The provider appealed the denial on 04/20/2016.
  The employee's attorney asks that the denial be overturned.
  The surgeon wrote that the denial should be overturned.
  The employee denied stomach pain.
  I agree with the UR that no red flags are present.
  While I agree with the UR that relief is modest, other facts matter.
  The denial was upheld on internal appeal.
  An earlier denial of therapy was overturned in another case.
  A prior request for therapy was medically necessary and was certified.
  Two visits of therapy were certified on 02/03/2016.
  Naproxen is approved by the FDA for osteoarthritis.
  The prescriber is board certified.
  Acupuncture was authorized in March.
  Physical therapy was denied last year.
  If the denial is upheld, another drug can be tried.
  Whether the denial is justified depends on the record.
  The utilization review was read.
  The request for authorization of 04/01/2016 asks for naproxen.
  The reasons for the denial were considered.
  A repeat course would not be medically necessary.
  The guidelines agree with the approach in general.
  The records agree with the history.
  The employee reversed her car into a wall.
  The employee agreed to a home exercise program.
`);

describe("consistency/stance", () => {
  test("both places", () => {
    expect(
      messagesOf(
        "consistency/stance",
        letter({
          issues: [
            issue({
              heading: "Naproxen 500mg #60: {{Upheld}}",
              rationale: `Decision rationale: ${reasons} [[I recommend that the denial be overturned.]]
The request is not medically necessary.`,
            }),
          ],
        }),
      ),
    ).toMatchInlineSnapshot(`
      "This sides against the denial, but the heading says Upheld.
        → The decision: Upheld."
    `);
  });

  test.each(againstTheDenial)("under Upheld, not under Overturned: %s", (sentence) => {
    expect(found(saying("Upheld", sentence))).toContain(
      "consistency/stance: This sides against the denial, but the heading says Upheld.",
    );
    expect(found(saying("Overturned", sentence))).toEqual([]);
  });

  test.each(withTheDenial)("under Overturned, not under Upheld: %s", (sentence) => {
    expect(found(saying("Overturned", sentence))).toContain(
      "consistency/stance: This sides with the denial, but the heading says Overturned.",
    );
    expect(found(saying("Upheld", sentence))).toEqual([]);
  });

  test.each(noSide)("under neither: %s", (sentence) => {
    expect(found(saying("Upheld", sentence))).toEqual([]);
    expect(found(saying("Overturned", sentence))).toEqual([]);
  });
});

const notice =
  "This decision should not be interpreted as a recommendation to stop long-term opioids abruptly.";
const norco = "Norco 10/325mg #60";

describe("what is said about stopping a drug", () => {
  test.each([
    "This decision should be interpreted as a recommendation to stop long-term opioids abruptly.",
    "This determination should be construed as advice to discontinue the drug abruptly.",
    "Abrupt cessation is recommended.",
    "Norco should be stopped abruptly.",
    "Abrupt discontinuation of Norco is advised.",
    "The drug should be discontinued at once.",
  ])("without its “not”: %s", (sentence) => {
    expect(found(saying("Upheld", sentence, norco))).toEqual([
      "consistency/stance: This reads as advice to stop abruptly. A “not” seems to be missing.",
    ]);
  });

  test.each([
    notice,
    "This medical necessity determination should not be construed as advice to stop the drug suddenly.",
    "Abrupt cessation is not recommended.",
    "Weaning is recommended to avoid withdrawal.",
    "Tapering is appropriate.",
    "Abrupt discontinuation may cause withdrawal and should be avoided.",
    "The employee stopped Norco abruptly in March and had withdrawal.",
  ])("under an upheld opioid is accepted: %s", (sentence) => {
    expect(found(saying("Upheld", sentence, norco))).toEqual([]);
  });

  test.each([notice, "Weaning is recommended.", "Tapering of Norco should begin now."])(
    "under an overturned opioid: %s",
    (sentence) => {
      expect(found(saying("Overturned", sentence, norco))).toEqual([
        "consistency/stance: This is about stopping the drug, but the heading says Overturned.",
      ]);
    },
  );

  test.each([
    "A previous attempt at weaning failed.",
    "The guidelines advise weaning if function does not improve.",
    "Future tapering should be considered.",
  ])("under an overturned opioid is accepted: %s", (sentence) => {
    expect(found(saying("Overturned", sentence, norco))).toEqual([]);
  });

  test("under another drug, or no drug", () => {
    expect(found(saying("Upheld", notice))).toEqual([
      "consistency/stance: This is about opioids, but the heading requests none.",
    ]);
    expect(found(saying("Upheld", notice, "Gabapentin 300mg #90"))).toEqual([
      "consistency/stance: This is about opioids, but the heading requests none.",
    ]);
    expect(found(saying("Upheld", notice, "MRI of the lumbar spine"))).toEqual([
      "consistency/stance: This is about stopping a drug, but the heading requests none.",
    ]);
    expect(
      found(saying("Overturned", "This opioid should be tapered slowly.", "Omeprazole 20mg #30")),
    ).toEqual(["consistency/stance: This is about opioids, but the heading requests none."]);
    const general = "This decision should not be interpreted as a recommendation to stop the drug abruptly.";
    expect(found(saying("Upheld", general))).toEqual([
      "consistency/stance: This is about tapering, but the drug in the heading isn't tapered.",
    ]);
    expect(found(saying("Upheld", general, "Lyrica 75mg #60"))).toEqual([]);
  });
});

const surgery = (decision: Decision, heading = "Right shoulder arthroscopy") =>
  issue({
    heading: `${heading}: ${decision}`,
    rationale: `Decision rationale: ${reasons} The ${heading.toLowerCase()} is ${concludes[decision]}.`,
  });

const along = (heading: string, decision: Decision, reason: string) =>
  issue({
    heading: `${heading}: ${decision}`,
    rationale: `Decision rationale: ODG recommends this after surgery. ${reason}`,
  });

const both = (first: string, second: string) => found(letter({ issues: [first, second] }));

describe("what depends on surgery", () => {
  test.each([
    ["Post-op sling", "As the surgery is medically necessary, so is the sling."],
    [
      "Post-op sling",
      "As the surgery of the employee is medically necessary, the sling is medically necessary.",
    ],
    [
      "Postoperative physical therapy, 12 sessions",
      "Since the requested surgery is medically necessary, the postoperative physical therapy is medically necessary.",
    ],
    [
      "Cold therapy unit, 7 day rental",
      "Because the arthroscopy is medically necessary, the cold therapy unit is medically necessary.",
    ],
    [
      "Pre-operative medical clearance",
      "Given that the surgery has been found medically necessary, the medical clearance is medically necessary.",
    ],
    [
      "Assistant surgeon",
      "The assistant surgeon is medically necessary, as the surgery is medically necessary.",
    ],
    ["Post-op sling", "As the surgery is authorized, the sling is medically necessary."],
    ["Post-op sling", "The surgery is medically necessary, and therefore the sling is medically necessary."],
  ])("surgery upheld, %s granted: %s", (heading, reason) => {
    expect(both(surgery("Upheld"), along(heading, "Overturned", reason))).toEqual([
      "consistency/stance: This says the surgery is medically necessary, but issue 1 is Upheld.",
    ]);
    expect(both(surgery("Overturned"), along(heading, "Overturned", reason))).toEqual([]);
  });

  test.each([
    ["Post-op sling", "As the surgery is not medically necessary, the sling is not medically necessary."],
    [
      "Cold therapy unit",
      "Since the requested arthroscopy is not medically necessary, neither is the cold therapy unit.",
    ],
    [
      "Post-op physical therapy",
      "Because the surgical procedure is not medically necessary, the post-op physical therapy is not medically necessary.",
    ],
    ["Pre-op EKG", "As the surgery is not supported, the EKG is not medically necessary."],
    [
      "Assistant surgeon",
      "The assistant surgeon is not medically necessary since the surgery is not medically necessary.",
    ],
  ])("surgery overturned, %s denied: %s", (heading, reason) => {
    expect(both(surgery("Overturned"), along(heading, "Upheld", reason))).toEqual([
      "consistency/stance: This says the surgery is not medically necessary, but issue 1 is Overturned.",
    ]);
    expect(both(surgery("Upheld"), along(heading, "Upheld", reason))).toEqual([]);
  });

  test("granted without a reason, although the surgery isn't", () => {
    const sling = along(
      "Post-op sling",
      "Overturned",
      "The employee needs support. The sling is medically necessary.",
    );
    expect(both(surgery("Upheld"), sling)).toEqual([
      "consistency/stance: This is granted, but the surgery that it goes with, issue 1, isn't.",
    ]);
    const therapy = along(
      "Post-op physical therapy",
      "Overturned",
      "The employee underwent surgery in March. The therapy is medically necessary.",
    );
    expect(both(surgery("Upheld"), therapy)).toEqual([]);
  });

  test("a denied item after granted surgery needs no reason about it", () => {
    const pump = along(
      "Post-op cold therapy unit",
      "Upheld",
      "Although the surgery is medically necessary, the cold therapy unit is not.",
    );
    expect(both(surgery("Overturned"), pump)).toEqual([]);
    const brace = along("Brace", "Upheld", "The brace after surgery is not medically necessary.");
    expect(both(surgery("Overturned"), brace)).toEqual([]);
  });

  test("surgery that this letter doesn't decide", () => {
    const sling = along(
      "Post-op sling",
      "Upheld",
      "As the surgery is not medically necessary, the sling is not medically necessary.",
    );
    expect(both(issue({}), sling)).toEqual([]);
  });
});

describe("the guidance of an injection isn't the injection", () => {
  const injection = "Left shoulder subacromial injection";
  test.each([
    "The request for ultrasound guidance for left shoulder subacromial corticosteroid injection is not medically necessary.",
    "The MTUS states that injections should be performed using fluoroscopy. The guidance is not medically necessary.",
    "IV sedation for the cervical epidural steroid injection is not medically necessary.",
  ])("%s", (reason) => {
    const first = surgery("Overturned", injection);
    expect(both(first, along("Ultrasound guidance for the injection", "Upheld", reason))).toEqual([]);
  });

  test.each([
    "As the injection is not medically necessary, the guidance is not medically necessary.",
    "The requested injection is not supported, so the ultrasound guidance is not medically necessary.",
  ])("%s", (reason) => {
    const first = surgery("Overturned", injection);
    expect(both(first, along("Ultrasound guidance", "Upheld", reason))).toEqual([
      "consistency/stance: This says the injection is not medically necessary, but issue 1 is Overturned.",
    ]);
  });
});
