/** Sixty ways of taking a side against the decision, and sixty sentences that take none. */
import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const concludes = { Upheld: "not medically necessary", Overturned: "medically necessary" };
type Decision = keyof typeof concludes;

const decided = (decision: Decision, sentence: string, drug = "Naproxen 500mg #60") =>
  issue({
    heading: `${drug}: ${decision}`,
    claims: "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009.",
    rationale: `Decision rationale: ${reasons} ${sentence} The request for ${drug} is ${concludes[decision]}.`,
  });

const found = (...issues: readonly string[]): readonly string[] =>
  findingsIn(letter({ issues })).flatMap(({ rule, message }) =>
    /stance|consistency\/decision|no-conclusion/.test(rule) ? [message] : [],
  );

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const forTheEmployee = table(`
  This letter overturns the denial.
  This determination reverses the utilization review.
  The UR physician was wrong to deny it.
  The claims administrator was mistaken to refuse the drug.
  The claims administrator erred.
  Utilization review was not justified in denying naproxen.
  Naproxen was wrongly denied.
  The drug should not have been denied.
  The request should have been certified.
  Approval is recommended.
  Certification is appropriate.
  Authorization of the drug is warranted.
  I would certify the naproxen.
  I hereby approve the request.
  The employee should receive it.
  The injured worker should be given the naproxen.
  I agree with the treating physician.
  I side with the provider.
  I find in favor of the employee.
  Naproxen should be continued as requested.
  The request should go forward.
  The drug may be dispensed as prescribed.
  I reject the denial.
  The denial is unsupported.
  The denial has no basis.
  There is no basis for the denial.
  The denial does not stand.
  The claims administrator reached the wrong conclusion.
  The decision here is to overturn.
  The request has merit.
  All of the criteria are met.
  All criteria for the drug have been satisfied.
  The employee meets all the requirements.
`);

const forTheDenial = table(`
  This letter upholds the denial.
  This determination affirms the utilization review.
  The UR physician was right to deny it.
  The claims administrator was correct in denying it.
  Utilization review rightly denied the drug.
  Naproxen was properly non-certified.
  The request should not have been approved.
  Naproxen should remain denied.
  Denial is recommended.
  Non-certification is advised.
  I would deny the request.
  I must refuse the naproxen.
  I disagree with the treating physician.
  I find for the claims administrator.
  I find against the employee.
  I concur with the UR that naproxen should be withheld.
  I support the denial.
  I confirm the non-certification.
  The denial is well-founded.
  The denial is supported.
  There is no reason to disturb the denial.
  There are no grounds to set aside the decision.
  The request lacks merit.
  Naproxen should not be dispensed.
  The naproxen is not being certified.
  The claims administrator made the right call.
  My determination is to uphold.
  The criteria are not met.
  The employee does not meet the criteria.
  There is no indication for it.
  There is no clinical indication for the requested drug.
`);

const neither = table(`
  The provider feels that the UR was wrong to deny it.
  The attorney argues that the denial has no basis.
  The employee believes the claims administrator erred.
  The appeal states that the request has merit.
  According to the provider, all criteria are met.
  The utilization review says that the criteria are not met.
  If the criteria are met, a second month can be asked for.
  All criteria are met except one.
  The criteria for surgery are met only when films show a tear.
  The UR was received on 04/02/2016.
  The claims administrator wrote to the employee on 04/03/2016.
  The utilization review physician is an internist.
  The employee should have a follow-up visit.
  The employee should receive instruction in exercise.
  He should undergo a colonoscopy with his own physician.
  Exercise should be continued at home.
  Walking should go on daily.
  The surgeon asks that the injection go forward.
  I agree with the treating physician that the ulcer has healed.
  I disagree with the provider on the date of the ulcer.
  I agree with the provider about the diagnosis.
  Naproxen is approved for osteoarthritis.
  Naproxen is approved by the FDA.
  The employee is not certified to drive a forklift.
  The surgeon is board certified.
  The employee was allowed to sit.
  The employee denies an ulcer.
  He declined an injection.
  She refused surgery in 2015.
  The pharmacy rejected a refill in March.
  Six visits of therapy were approved in February.
  A prior request for naproxen was approved.
  A previous denial of therapy was reversed on appeal.
  Whether the denial was right depends on the record.
  The question is whether certification is appropriate.
  Approval would be considered with new records.
  With a trial of exercise the request might be approved later.
  Until the criteria are met, exercise is the treatment.
  The denial letter lists three reasons.
  The denial cites ODG.
  The reason given for the denial was the lack of relief.
  The claims administrator's denial was reviewed.
  The utilization review decision was compared with the record.
  Nothing in the file explains the delay.
  The request is for information only.
  The request was received by the claims administrator on 04/01/2016.
  The guidelines support this approach in general.
  The record supports a diagnosis of strain.
  The employee supports her family.
  The insurer sent a letter in May.
  The carrier paid for six visits in 2015.
  The employee's claim was accepted in 2014.
  The employee reversed her car into a wall.
  Both knees were treated in 2015.
  All medications were reviewed.
  All requests for records were answered.
  None of the drugs was refilled in March.
  Neither film shows a fracture.
  Each treatment was tried for a month.
  It is not for this review to decide on the claim.
`);

describe("under the contrary decision, and not under its own", () => {
  test.each(forTheEmployee)("%s", (sentence) => {
    expect(found(decided("Upheld", sentence))).toHaveLength(1);
    expect(found(decided("Overturned", sentence))).toEqual([]);
  });

  test.each(forTheDenial)("%s", (sentence) => {
    expect(found(decided("Overturned", sentence))).toHaveLength(1);
    expect(found(decided("Upheld", sentence))).toEqual([]);
  });

  test.each(neither)("under neither: %s", (sentence) => {
    expect(found(decided("Upheld", sentence))).toEqual([]);
    expect(found(decided("Overturned", sentence))).toEqual([]);
  });

  test("what the heading requests", () => {
    const injections = "Series of three hyaluronic acid injections";
    expect(found(decided("Upheld", "The injections should go forward.", injections))).toHaveLength(1);
    expect(found(decided("Upheld", "The surgery should go forward.", injections))).toEqual([]);
  });
});

describe("all issues of a letter", () => {
  const mixed = (sentence: string) =>
    found(decided("Upheld", ""), decided("Overturned", sentence, "Omeprazole 20mg #30"));
  const alike = (sentence: string) =>
    found(decided("Overturned", ""), decided("Overturned", sentence, "Omeprazole 20mg #30"));

  test.each([
    "Both requests are overturned.",
    "Both issues are therefore overturned.",
    "All of the requests are approved.",
    "All items are medically necessary.",
    "Both denials are reversed.",
  ])("%s", (sentence) => {
    expect(mixed(sentence)).toEqual(
      ["This is about both issues, but issue 1 is Upheld."].map((m) =>
        /^All/.test(sentence) ? m.replace("both", "all") : m,
      ),
    );
    expect(alike(sentence)).toEqual([]);
  });

  test.each([
    "Utilization review denied both requests.",
    "Both drugs were denied on 04/02/2016.",
    "Both requests were submitted on 04/01/2016.",
    "Both drugs are taken at night.",
    "If both requests are approved, the stomach is protected.",
  ])("%s", (sentence) => {
    expect(mixed(sentence)).toEqual([]);
  });

  test("neither of two", () => {
    expect(mixed("Neither request is medically necessary.")).not.toEqual([]);
  });
});

const surgery = (decision: Decision) =>
  issue({
    heading: `Right rotator cuff repair: ${decision}`,
    rationale: `Decision rationale: ${reasons} The right rotator cuff repair is ${concludes[decision]}.`,
  });
const along = (heading: string, decision: Decision, reason: string) =>
  issue({
    heading: `${heading}: ${decision}`,
    rationale: `Decision rationale: ODG recommends this after surgery. ${reason} The request is ${concludes[decision]}.`,
  });

describe("what goes with surgery", () => {
  test.each([
    ["Post-op sling", "Since the surgery is approved, the sling is needed."],
    ["DVT compression device", "As the operation has been found necessary, the device is supported."],
    ["Assistant surgeon", "Now that the repair has been certified, an assistant is appropriate."],
    ["Pre-operative clearance", "Because the procedure is supported, clearance is reasonable."],
    ["Crutches", "The repair has been found necessary, so the associated item is supported."],
    ["Hospital stay, 2 days", "Inasmuch as the surgery is justified, the stay is too."],
    ["Cold therapy unit", "As the surgery will go ahead, the unit is needed."],
  ])("surgery upheld: %s: %s", (heading, reason) => {
    expect(found(surgery("Upheld"), along(heading, "Overturned", reason))).toHaveLength(1);
    expect(found(surgery("Overturned"), along(heading, "Overturned", reason))).toEqual([]);
  });

  test.each([
    ["Post-op physical therapy", "Given that the primary procedure is not certified, therapy is moot."],
    ["Post-op physical therapy", "Because the surgery is not being certified, therapy after it is moot."],
    ["DVT compression device", "As the operation has not been found necessary, the device is not supported."],
    ["Assistant surgeon", "Since the repair is denied, no assistant is needed."],
    ["Pre-operative clearance", "As the surgery was found unnecessary, clearance is not needed."],
    ["Sling", "As the employee does not meet the criteria for the repair, the sling is not needed."],
    ["Cold therapy unit", "As the surgery will not take place, the unit is not needed."],
  ])("surgery overturned: %s: %s", (heading, reason) => {
    expect(found(surgery("Overturned"), along(heading, "Upheld", reason))).toHaveLength(1);
    expect(found(surgery("Upheld"), along(heading, "Upheld", reason))).toEqual([]);
  });
});
