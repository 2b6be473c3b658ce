import { describe, expect, test } from "vitest";
import { notStatedFrames, recordDetails } from "../../../server/src/analysis/statements/recordDetails.ts";
import { recordTopics } from "../../../server/src/analysis/statements/recordTopics.ts";
import { assertionAt, indexOf, scopesIn } from "../../../server/src/letter/context/scopes.ts";
import { recordTriggers } from "../../../server/src/letter/context/triggers/record.ts";
import type { Trigger } from "../../../server/src/letter/context/triggers/trigger.ts";
import { issue, letter, summaryIntroduction } from "../../fixture/letter.ts";
import { expectNothing, findingsIn, messagesOf } from "../findings.ts";

/** A letter that tells one thing in its summary and denies another in its rationale. */
const withBoth = (told: string, denied: string, heading = "Naproxen 500mg #60"): string =>
  letter({
    summary: `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female who sustained an industrial injury on 09/14/2013. ${told}
Utilization review dated 04/12/2016 non-certified the request.`,
    issues: [
      issue({
        heading: `${heading}: Upheld`,
        rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has
had it for two years without relief. ${denied} The request for ${heading} is not medically necessary.`,
      }),
    ],
  });

const recordFindings = (text: string) =>
  findingsIn(text).filter(({ rule }) => rule === "consistency/record" || rule.startsWith("letter/"));

describe("consistency/record", () => {
  test("the summary tells of what the rationale says is missing", () => {
    expect(
      messagesOf(
        "consistency/record",
        withBoth(
          "A {{urine drug screen}} of 03/01/2016 was as expected.",
          "No [[urine drug screen]] is on file.",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The rationale says there is no urine drug screen on file, but the case summary tells of one.
        → This is in the case summary."
    `);
    expect(
      messagesOf(
        "consistency/record",
        withBoth("She completed 12 sessions of {{physical therapy}}.", "She has not had [[therapy]]."),
      ),
    ).toMatchInlineSnapshot(`
      "The rationale says there is no physical therapy, but the case summary tells of it.
        → This is in the case summary."
    `);
  });

  test("the rationale itself tells of it", () => {
    expect(
      messagesOf(
        "consistency/record",
        withBoth(
          "",
          "There is no [[MRI]] in the file. The employee's {{MRI}} of 02/02/2016 showed a bulge.",
          "Lumbar brace",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The rationale says there is no MRI on file, but the same rationale tells of one.
        → This is in the same rationale."
    `);
  });

  test.each([
    ["A urine drug screen of 03/01/2016 was consistent.", "There is no urine drug screen on file."],
    [
      "The UDS on 2/1/2016 was negative for illicit drugs.",
      "The records do not contain a urine drug screen.",
    ],
    ["Urine toxicology was collected on 1/5/2016.", "No drug testing has been documented."],
    ["Urine drug testing from 02/2016 was consistent.", "There is no documentation of urine drug testing."],
    ["A pain agreement was signed on 01/15/2016.", "There is no signed pain contract in the chart."],
    ["She signed an opioid agreement in January 2016.", "The file lacks an opioid treatment agreement."],
    ["A CURES report dated 03/02/2016 showed one prescriber.", "No CURES report was submitted."],
    [
      "The CURES report of 3/2/2016 was consistent.",
      "Neither a CURES report nor a urine drug screen is on file.",
    ],
    [
      "She underwent a psychological evaluation on 12/1/2015.",
      "A psychological evaluation has not been performed.",
    ],
    [
      "An MRI of the lumbar spine dated 02/10/2016 showed a bulge at L4-5.",
      "There is no MRI of the lumbar spine on file.",
    ],
    ["The MRI of the low back showed a protrusion.", "No MRI was provided for review."],
    ["X-rays of the lumbar spine on 10/03/2015 were normal.", "No radiographs are on file."],
    ["Plain films were taken and showed no fracture.", "There is no documentation of x-rays."],
    ["X-rays showed mild narrowing.", "Plain films have never been obtained."],
    ["EMG of the lower extremities on 1/5/2016 was normal.", "No EMG has been done."],
    [
      "Nerve conduction studies on 1/5/2016 showed neuropathy.",
      "Electrodiagnostic testing has not been performed.",
    ],
    ["A CT scan of 1/5/2016 showed a fracture.", "A CT scan was not done."],
    ["A CT scan of the head on 1/5/2016 was negative.", "No imaging of the head is on file."],
    [
      "An MRI of the lumbar spine dated 2/2/2016 showed a bulge.",
      "Imaging of the low back was not provided.",
    ],
    [
      "An MRI of the lumbar spine dated 2/2/2016 showed a bulge.",
      "No MRI or electrodiagnostic study is included in the records to corroborate a radiculopathy.",
    ],
    ["She completed 12 sessions of physical therapy.", "There is no documentation of physical therapy."],
    [
      "Treatment to date has included physical therapy and medication.",
      "The employee has never attended physical therapy.",
    ],
    ["She attended six visits of chiropractic care.", "There was no prior chiropractic treatment."],
    ["She was treated with acupuncture for six weeks.", "Acupuncture has not been tried."],
    [
      "She has had physical therapy without benefit.",
      "There is no evidence that the employee has had any conservative care.",
    ],
    ["She underwent chiropractic treatment.", "There is no record of conservative treatment."],
    ["She performs a home exercise program daily.", "There is no home exercise program."],
    ["She received a cortisone injection on 1/5/2016.", "The employee has not received any injections."],
    [
      "She underwent an epidural steroid injection at L4-5 on 1/5/2016 with relief.",
      "There is no record of a prior epidural steroid injection.",
    ],
    ["Trigger point injections were given on 1/5/2016.", "There have been no trigger point injections."],
    ["She underwent lumbar surgery in 2014.", "The employee has not had surgery."],
    ["She tried naproxen and ibuprofen without relief.", "There is no documentation of failed NSAIDs."],
    ["She failed ibuprofen.", "There was no trial of anti-inflammatory medication."],
    [
      "She has tried gabapentin and duloxetine without benefit.",
      "There is no documentation of a trial of first-line therapy.",
    ],
    ["A TENS unit was tried for 30 days with relief.", "There is no documentation of a trial of TENS."],
    ["Pain is 6 out of 10 with and 8/10 without medication.", "Pain scores are not recorded."],
    ["Pain was 7/10 on 3/1/2016.", "There is no documentation of pain levels."],
    [
      "There was functional improvement with it; she walks a mile.",
      "There is no documentation of functional improvement.",
    ],
    ["The exam showed weakness of the left foot and foot drop.", "There are no neurological deficits."],
    [
      "Sensation was reduced: decreased sensation at L5.",
      "There is no documentation of a neurological deficit.",
    ],
    ["The low back pain radiates to the left leg.", "There is no documentation of radicular symptoms."],
    ["There was spasm of the lumbar muscles.", "No muscle spasm is documented."],
    ["She complains of numbness of the foot.", "There is no documentation of numbness."],
    ["She reports heartburn from naproxen.", "There are no gastrointestinal symptoms."],
    ["She has a history of peptic ulcer.", "There is no history of peptic ulcer."],
    ["She has insomnia and wakes at night.", "There is no documentation of insomnia."],
    ["There is a red flag: fever with weight loss.", "There are no red flags."],
    ["She had four sessions of cognitive behavioral therapy.", "The employee has not yet had psychotherapy."],
    ["A night splint was used for eight weeks. She used a splint.", "Splinting has not been tried."],
    ["A sleep study on 2/2/2015 showed apnea.", "No sleep study has been done."],
    [
      "A functional capacity evaluation was done on 2/2/2015.",
      "No functional capacity evaluation is on file.",
    ],
    ["X-rays were taken on 2/2/2016.", "There are no MRI, x-ray, or CT findings on file."],
  ])("%s – %s", (told, denied) => {
    expect(recordFindings(withBoth(told, denied)).map(({ rule }) => rule)).toContain("consistency/record");
  });

  test.each([
    ["An MRI of 2012 showed a bulge.", "There is no recent MRI."],
    ["An MRI of the right knee on 2/2/2016 showed a tear.", "There is no MRI of the left knee."],
    ["An MRI of the cervical spine on 2/2/2016 was normal.", "There is no MRI of the lumbar spine on file."],
    [
      "She completed 12 sessions of physical therapy before surgery.",
      "There has been no therapy since the surgery.",
    ],
    ["She completed 12 sessions of physical therapy.", "There is no evidence of benefit from therapy."],
    ["She had two injections.", "There is no documentation of improvement after injections."],
    ["She completed 12 sessions of physical therapy.", "No additional therapy is needed."],
    ["An MRI was requested.", "There is no MRI on file."],
    ["The provider recommended physical therapy.", "The employee has not had physical therapy."],
    ["An MRI of 2/2/2016 showed a bulge.", "The MRI failed to show a tear."],
    ["Physical therapy is planned.", "There is no documentation of physical therapy."],
    ["She has not had physical therapy.", "There is no documentation of physical therapy."],
    [
      "A urine drug screen of 03/01/2015 was consistent.",
      "There was no urine drug screen within the last six months.",
    ],
    [
      "A urine drug screen of 03/01/2015 was consistent.",
      "There are no urine drug screen reports showing aberrant use.",
    ],
    ["An MRI on 2/2/2016 showed a bulge.", "The MRI did not show radiculopathy."],
    ["An MRI on 2/2/2016 showed a bulge.", "There is no change since the MRI."],
    ["An MRI on 2/2/2016 showed a bulge.", "There is no need for another MRI."],
    ["She completed 12 sessions of physical therapy.", "There is no documentation of how therapy helped."],
    [
      "She completed 12 sessions of physical therapy.",
      "There is no documentation of functional improvement with physical therapy.",
    ],
    ["She completed 12 sessions of physical therapy.", "The response to physical therapy is not documented."],
    [
      "She completed 12 sessions of physical therapy.",
      "She has not returned to work after physical therapy.",
    ],
    ["X-rays on 2/2/2016 showed no fracture.", "No abnormality was seen on x-rays."],
    ["She takes naproxen.", "There is no documentation of failed NSAIDs."],
    [
      "She completed 12 sessions of physical therapy.",
      "The records do not include the physical therapy notes.",
    ],
    ["An MRI on 2/2/2016 showed a bulge.", "The MRI report was not provided."],
    ["The utilization review denied physical therapy.", "There is no documentation of physical therapy."],
    ["The EMG is pending.", "No EMG has been done."],
    ["A referral to acupuncture was made.", "Acupuncture has not been tried."],
    ["She denied numbness and weakness.", "There is no weakness."],
    ["There was no spasm.", "There is no spasm."],
    [
      "The plan was an epidural steroid injection.",
      "There is no record of a prior epidural steroid injection.",
    ],
    ["She had surgery of the right shoulder in 2010.", "There has been no surgery of the left knee."],
    ["She completed therapy of the neck.", "There is no documentation of therapy for the low back."],
    [
      "A urine drug screen on 3/1/2016 was inconsistent.",
      "The guidelines do not require a urine drug screen.",
    ],
    [
      "A urine drug screen on 3/1/2016 was inconsistent.",
      "If there is no urine drug screen on file, it may be ordered.",
    ],
    [
      "A urine drug screen on 3/1/2016 was as expected.",
      "The utilization reviewer wrote that no urine drug screen was on file.",
    ],
    ["She had an MRI on 2/2/2016.", "An MRI is not needed at this time."],
    ["She had an MRI on 2/2/2016.", "An MRI was not repeated."],
    [
      "She completed 12 sessions of physical therapy.",
      "No more than 10 visits of physical therapy are recommended.",
    ],
    ["She completed 12 sessions of physical therapy.", "Therapy was not completed."],
    ["She completed 12 sessions of physical therapy.", "It is not clear why physical therapy was stopped."],
    ["She completed 12 sessions of physical therapy.", "Without physical therapy her pain grows."],
    ["She had a steroid injection on 1/5/2016.", "There is no evidence that the injection gave relief."],
    ["Pain is 6/10.", "There is no documentation of a change of pain scores with the drug."],
    ["Pain is 6/10.", "Pain scores are not lower with the drug."],
    ["The exam showed weakness of the right arm.", "There is no weakness of the legs."],
    [
      "She has chronic pain with depression of mood.",
      "There is no major depression with psychotic features.",
    ],
    ["She underwent lumbar fusion in 2012.", "There is no plan for surgery."],
    ["She underwent lumbar fusion in 2012.", "No further surgery is planned."],
    ["She tried acupuncture.", "There is no objective evidence of gains from acupuncture."],
    ["An MRI of 2/2/2016 showed a partial tear.", "There is no full-thickness rotator cuff tear."],
    ["She signed an opioid agreement on 1/2/2014.", "There is no updated opioid agreement."],
    ["She does home exercises.", "There is no documentation as to why she cannot do home exercises."],
    ["She had an EMG on 1/5/2016.", "There is no EMG evidence of radiculopathy."],
    ["She had physical therapy.", "The request does not state the body part for physical therapy."],
    ["She uses a brace.", "There is no instability that calls for a brace."],
  ])("nothing: %s – %s", (told, denied) => {
    expect(recordFindings(withBoth(told, denied))).toEqual([]);
  });

  test("a sound letter", () => {
    expectNothing(withBoth("She completed 12 sessions of physical therapy.", ""));
  });

  test.each(recordTopics)("the topic $name reads its example", ({ pattern, example }) => {
    expect(example).toMatch(pattern);
  });
});

describe("the words that say whether a thing is on file", () => {
  const read = (example: string, list: readonly Trigger[]) => {
    const start = example.indexOf("[");
    const sentence = example.replace("[", "").replace("]", "");
    return assertionAt(scopesIn(sentence, indexOf(list)), start, example.indexOf("]") - 1);
  };

  test.each(recordTriggers)("$phrase: $example", (trigger) => {
    const others = recordTriggers.filter((other) => other !== trigger);
    const assertion = read(trigger.example, recordTriggers);
    expect(read(trigger.example, others)).not.toEqual(assertion);
    if (trigger.kind === "modifier") expect(assertion).toMatchObject(trigger.sets ?? {});
  });
});

describe("details that aren't stated", () => {
  const rows = (text: string): readonly (readonly string[])[] =>
    text
      .trim()
      .split(/\n\s*/)
      .map((line) => line.split(" | "));

  test("the message", () => {
    expect(
      messagesOf(
        "consistency/record",
        withBoth(
          "She {{smokes}} a pack a day.",
          "Whether the employee uses [[tobacco]] is not mentioned in the chart.",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "The rationale says that a tobacco history isn't stated, but the case summary states it.
        → This is in the case summary."
    `);
  });

  const stated = rows(`
    Her PHQ-9 score was 14. | No depression score is on file.
    Her Beck Depression Inventory was 25. | A measure of depression could not be found in the file.
    The Oswestry index was 44. | No functional score is recorded.
    The QuickDASH was 52. | The records do not contain a functional index.
    Flexion of the lumbar spine was 40 degrees. | The range of motion was not measured.
    Left shoulder abduction was 90 degrees. | There is no mention of range of motion.
    She has had 12 sessions of physical therapy. | The number of physical therapy sessions is not stated.
    She attended eight therapy visits. | How many therapy visits were attended is unknown.
    She has had six sessions of acupuncture. | The number of acupuncture visits is nowhere given.
    An epidural injection was given on 4/15/2015. | The date of the prior injection is not given.
    She had surgery on 5/5/2015. | There is no record of the date of surgery.
    She smokes half a pack a day. | Tobacco use is not addressed.
    She is a nonsmoker. | There is no documentation of smoking status.
    The injection gave 70% relief for six weeks. | The degree of relief is not documented.
    The injection gave 70% relief for six weeks. | The percentage of relief was never recorded.
    The injection gave relief for six weeks. | The duration of relief is not stated.
    Her BMI was 41. | The body mass index is not documented.
    She weighs 240 pounds. | Her weight is not recorded.
    Blood pressure was 140/90. | Blood pressure is not recorded.
    She remains off work. | The work status is not stated.
    She is on modified duty. | There is no account of the employee's work status.
    She takes naproxen and gabapentin. | A list of current medications could not be found.
    She has constipation from the drug. | Side effects are not mentioned in the notes.
    Grip strength was 20 pounds on the left. | Grip strength has not been measured.
    Sensation was decreased over the thumb. | Sensation is not described.
    The ankle reflexes were symmetric. | Reflexes were not recorded.
    She walks with a limp. | The records do not describe the gait.
    Straight leg raise was negative. | A straight leg raise is not documented.
    Hawkins sign was positive. | Impingement signs are not documented.
    The diagnoses are lumbar strain and sciatica. | The diagnosis is nowhere given.
    She was injured when she fell from a ladder. | The mechanism of injury is not stated.
    She is right-handed. | Hand dominance is not recorded.
    Pain was 7/10. | Pain scores are not recorded.
    Pain was 4/10 with medication and 8/10 without medication. | Pain with and without medication is not recorded.
    Examination showed tenderness of the low back. | No physical examination is on file.
    Tenderness was found over the joint line. | There is no mention of tenderness.
    A pain contract is signed. | A signed opioid agreement could not be found among the documents.
    Weight-bearing films of 4/12/2016 showed no narrowing. | Standing radiographs have not been obtained.
    A CURES report was reviewed. | The file is silent on CURES.
    She completed 12 sessions of physical therapy. | Nor do the records contain any account of physical therapy.
    She had 10 sessions of occupational therapy. | The number of prior therapy sessions is not documented.
    She had 10 hand therapy visits. | It is late, and the number of occupational therapy visits is unknown.
    Her BMI was 31. | She does not snore, her body mass index was not documented, and she sleeps poorly.
    Her Beck inventory score was 29. | No depression scores were provided, but she drives again, which is an improvement.
    Her grip was 18 kg on the right. | Grip strength was not recorded at any visit.
    Her daughter lives with her. | The file does not say whether anyone shares the household.
    She lives alone. | Her living situation is not described.
    Her husband helps with meals. | There is no mention of who is at home.
    An arthroplasty was done on 2/10/2016. | The date of the operation is not recorded anywhere, but she walks.
    Open reduction and internal fixation was done in May. | There is no documentation that the wrist was operated on.
    She underwent a left knee meniscectomy. | There is no record of an operation, and nothing shows that she tried ice.
    Vital signs were normal. | Vital signs are not recorded.
  `);
  test.each(stated.filter(([, denied]) => !/CURES/.test(denied as string)))("%s – %s", (told, denied) => {
    expect(recordFindings(withBoth(told as string, denied as string)).map(({ rule }) => rule)).toContain(
      "consistency/record",
    );
  });

  const harmless = rows(`
    Her PHQ-9 score was 14. | No later depression score is on file.
    Her PHQ-9 score was 14. | A depression score after the therapy is not recorded.
    Flexion was 40 degrees. | The range of motion since the surgery is not recorded.
    She takes naproxen. | The depression score is not recorded.
    She has had 12 sessions of physical therapy. | The therapy notes are not included.
    She has had 12 sessions of physical therapy. | The benefit of therapy is not documented.
    She has had 12 sessions of physical therapy. | The number of acupuncture visits is not stated.
    An injection was given on 4/15/2015. | The relief obtained from the injection is not stated.
    An injection was given on 4/15/2015. | The date of the surgery is not stated.
    She had an injection. | The date of the injection is not stated.
    She smokes. | How long she has smoked is not stated.
    The injection gave relief. | The degree of relief is not stated.
    The injection gave 70% relief. | The duration of relief is not stated.
    She is off work. | The reason for the work status is not stated.
    She is off work. | If the work status is not stated, the request is denied.
    She takes naproxen. | A plan for the drug is not stated.
    Strength was 5/5. | The effect of strength on her work is not stated.
    The diagnosis is a strain. | The diagnosis of fibromyalgia is not stated.
    She fell. | ODG says that the mechanism of injury is often not stated.
    Pain was 7/10. | Pain scores since the visit are not recorded.
    She had 10 sessions of occupational therapy. | The number of prior physical therapy sessions is not documented.
    Her BMI was 31. | Since the surgery, her body mass index was not documented.
    Her daughter lives with her. | The file does not say whether anyone can drive her.
    Surgery was recommended. | There is no record of an operation.
    Blood pressure was 140/90. | A recent blood pressure is not recorded.
    She has constipation. | The response to side effects is not recorded.
    The gait was antalgic. | The gait after the fall is not described.
    Her BMI is not known. | The BMI is not recorded.
    She was asked for a drug screen. | A drug screen is not on file.
  `);
  test.each(harmless)("no contradiction: %s – %s", (told, denied) => {
    expect(recordFindings(withBoth(told as string, denied as string)).map(({ message }) => message)).toEqual(
      [],
    );
  });

  test.each(recordDetails)("reads: $example", ({ pattern, example }) => {
    expect(example.toLowerCase()).toMatch(pattern);
  });

  test.each(notStatedFrames)("frame: $example", ({ pattern, example }) => {
    const read = notStatedFrames.filter((row) => row.pattern.test(example.toLowerCase()));
    expect(read.map((row) => row.pattern)).toEqual([pattern]);
  });
});
