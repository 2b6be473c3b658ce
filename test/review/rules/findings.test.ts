import { describe, expect, test } from "vitest";
import {
  type ConceptRow,
  concepts,
  effects,
  mechanisms,
  presences,
  signs,
} from "../../../server/src/analysis/statements/findingConcepts.ts";
import { issue, letter, summaryIntroduction } from "../../fixture/letter.ts";
import { expectNothing, findingsIn, messagesOf } from "../findings.ts";

/** A letter that tells one thing in its summary and another one in its rationale. */
const withBoth = (told: string, stated: string, heading = "Naproxen 500mg #60"): string =>
  letter({
    summary: `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female with a date of injury of 09/14/2013. ${told}
Utilization review dated 04/12/2016 non-certified the request.`,
    issues: [
      issue({
        heading: `${heading}: Upheld`,
        rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has
had it for two years without relief. ${stated} The request for ${heading} is not medically necessary.`,
      }),
    ],
  });

const found = (text: string): readonly string[] =>
  findingsIn(text)
    .filter(({ rule }) => rule === "consistency/findings")
    .map(({ message }) => message);

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split(/\n\s*/)
    .map((line) => line.split(" | "));

const mistaken = rows(`
  On 3/1/2016 straight leg raise was negative bilaterally. | The employee has a positive straight leg raise.
  SLR is negative on the right. | Straight leg raising is positive on the right at 40 degrees.
  Spurling test was positive. | Spurling's test is negative.
  Examination showed a positive Tinel sign at the right wrist. | The Tinel sign at the right wrist was negative. | Right carpal tunnel release
  Tinel and Phalen signs are negative. | The employee has positive Phalen and Tinel signs.
  McMurray was negative; Lachman was negative. | There is a positive McMurray test.
  The anterior drawer test was negative. | The anterior drawer is positive.
  Hawkins and Neer were positive. | Impingement is doubtful, as Hawkins and Neer tests are negative.
  Finkelstein was negative on the left. | The employee has a positive Finkelstein test on the left. | Left thumb splint
  FABER was positive on the left. | The FABER test was negative.
  Sensation was intact in both legs. | The employee has decreased sensation in the left leg. | Lumbar brace
  Sensation is decreased over the right foot. | Sensation is normal. | Lumbar brace
  Reflexes were symmetric. | The ankle reflexes are absent. | Lumbar brace
  The right ankle reflex was absent. | Reflexes are normal. | Lumbar brace
  Strength is 5/5 in the legs. | The employee has marked weakness of the leg. | Lumbar brace
  There was 3/5 strength of the left shoulder. | The employee has full strength. | Left shoulder arthroscopy
  Gait is normal. | The employee walks with an antalgic gait.
  She walks with a limp. | The employee's gait is normal.
  She ambulates normally. | She limps and is slow.
  Range of motion of the knee was full. | The knee has restricted range of motion. | Knee brace
  There was decreased range of motion of the left shoulder. | The employee has full range of motion. | Left shoulder MRI
  The neurologic examination was normal. | The employee has a focal neurologic deficit.
  She is neurologically intact. | The neurological exam is abnormal.
  There was no spasm. | The employee has muscle spasm of the low back.
  There was no swelling of the knee. | The swelling of the knee limits her.
  She has no effusion. | The exam shows an effusion.
  The knee was without instability. | There is instability of the knee on exam. | Knee brace
  She denied numbness or tingling. | The employee reports numbness of the hand.
  She denies side effects. | The employee has side effects.
  There is no history of diabetes. | The employee has diabetes.
  She has no constipation. | She suffers from constipation.
  X-rays showed no fracture. | Films of the knee showed a fracture.
  An MRI showed a bulge without nerve root compression. | The MRI shows nerve root compression. | Lumbar brace
  Films showed no joint space narrowing. | The knee has joint space narrowing on film.
  An MRI showed a full-thickness tear of the supraspinatus. | The employee has a partial tear of the supraspinatus. | Left shoulder arthroscopy
  An MRI showed a partial-thickness rotator cuff tear. | The complete tear of the rotator cuff is what hurts. | Left shoulder arthroscopy
  The urine drug screen of 3/1/2016 was consistent with the prescriptions. | The urine drug screen was inconsistent.
  A urine drug screen was negative. | The drug screen was positive for cocaine.
  The UDS was inconsistent, with hydrocodone absent. | The urine drug screen was consistent with prescribed drugs.
  She is a nonsmoker. | The employee smokes a pack a day.
  She smokes half a pack a day. | The employee does not smoke.
  She quit smoking in 2010. | She is a heavy smoker.
  She has returned to full duty. | The employee remains off work.
  She is temporarily totally disabled. | The employee is working full time.
  She is on modified duty. | The employee has not returned to work.
  She remains off work. | The employee is on light duty.
  A cortisone injection gave 70% relief for two months. | The cortisone injection gave no relief.
  She had one steroid injection, with relief for two weeks. | The injection did not help.
  Acupuncture did not help. | Acupuncture helped the employee.
  She had physical therapy without benefit. | The therapy gave good relief.
  She was injured when she fell from a ladder. | The employee was injured in a motor vehicle accident.
  She was hurt while lifting a box. | The employee's injury happened in a fall from a roof.
  She was injured in a rear-end collision. | The employee was injured while lifting a carton.
  She is right-handed. | The employee is left-hand dominant.
  Gabapentin was stopped for sedation. | The employee continues on gabapentin.
  Ibuprofen and naproxen were discontinued because of dyspepsia. | She still takes naproxen.
  She has completed 12 sessions of physical therapy. | The employee has had 24 sessions of physical therapy.
  Treatment to date has included 12 sessions of physical therapy. | Pain persists after 30 sessions of physical therapy.
  She has had no psychotherapy. | The employee tried zolpidem for more than a month, and 14 sessions of psychotherapy have been completed.
  She has not had any acupuncture. | The employee has completed six sessions of acupuncture.
  A block of 6/23/2016 gave twenty percent relief for ten days, by the note of 7/21/2016. | The injection of 6/23/2016 gave eighty percent relief.
  Pain is 8 out of 10 without and 7 out of 10 with medication. | The employee's pain falls from 8 to 2 with hydrocodone.
  Pain is 4/10 with and 8/10 without medication. | Her pain is 9/10 without and 4/10 with medication.
  No snoring was reported by her husband. | The employee snores loudly every night.
  She snores. | The employee does not snore.
  She attended nine acupuncture visits. | The employee has completed six sessions of acupuncture.
  The epidural injection gave 70% pain relief. | The epidural injection gave 30% pain relief.
  EMG of the legs was normal. | The EMG showed a left L5 radiculopathy. | Lumbar brace
  The MRI of the knee was normal. | The MRI of the knee showed a meniscal tear. | Knee brace
`);

const harmless = rows(`
  Straight leg raise was positive in March and negative in May. | The employee has a negative straight leg raise.
  Straight leg raise is negative. | Straight leg raise was positive at the first visit.
  Straight leg raise is negative. | Initially the straight leg raise was positive.
  Straight leg raise was positive on the right. | Straight leg raise is negative on the left.
  On 3/1/2016 straight leg raise was negative. | On 1/5/2016 straight leg raise was positive.
  Straight leg raise is negative. | Straight leg raise was positive in 2014 but not at the last visit.
  Spurling was positive. | Spurling is no longer positive.
  Spurling is negative. | If Spurling were positive, an MRI would be in order.
  Tinel was positive at the left elbow. | Tinel is negative at the right wrist. | Right carpal tunnel release
  Tinel was positive. | Tinel was positive, while Phalen was negative.
  Tinel was positive and Phalen was negative. | The employee has a negative Phalen and a positive Tinel.
  Hawkins is negative. | ODG requires a positive Hawkins sign.
  Hawkins is negative. | Patients with a positive Hawkins sign may need surgery.
  Sensation is decreased over the right hand. | Sensation is intact in the legs. | Lumbar brace
  Strength was 4/5 in the left shoulder. | The employee has normal strength of the legs. | Lumbar brace
  Strength is 5/5. | Surgery is for those with weakness.
  Gait is normal. | An antalgic gait would support a cane.
  Gait is antalgic. | The employee has a slow, antalgic gait.
  She walks without a limp. | The limp resolved.
  Range of motion is full. | The range of motion was restricted after the surgery.
  Range of motion of the left shoulder is restricted. | Range of motion of the neck is full. | Cervical pillow
  Neurologic examination is normal. | No neurologic deficit is present.
  There was no spasm. | Muscle relaxants are for spasm.
  There was no spasm. | There is no spasm, and the drug is not for chronic use.
  There was no spasm of the low back. | The neck has spasm.
  No spasm was found on 3/1/2016. | On 1/5/2016 the employee had spasm.
  There is no swelling. | The brace reduces swelling.
  There is no swelling of the left knee. | The right knee has swelling.
  There is no instability. | A brace is given for instability.
  She denies numbness. | Numbness is not reported.
  She has no diabetes. | The employee's mother has diabetes.
  She denies side effects. | The drug has side effects in many patients.
  X-rays showed no fracture. | The fracture of the other wrist healed.
  There is a partial tear of the supraspinatus. | Surgery is reserved for a full-thickness tear.
  There is a partial tear. | In a cohort of 100 people a full-thickness tear was common.
  The drug screen was consistent. | A drug screen that is inconsistent would call for a taper.
  The drug screen was negative for illicit drugs. | The urine drug screen was consistent.
  The drug screen was positive for hydrocodone, as prescribed. | The drug screen was as expected.
  She does not smoke. | Smokers heal more slowly.
  She does not smoke. | Her husband smokes at home.
  She quit smoking in 2003. | The employee was a smoker before 2003.
  She smokes a pack a day. | The employee is a smoker.
  She is on modified duty. | The employee is working.
  She is off work. | The goal is a return to full duty.
  She is off work. | The employee was on full duty before the surgery.
  She has returned to full duty. | She was off work for six weeks after the surgery.
  She was off work until March and is now on modified duty. | The employee is on modified duty.
  The first injection gave relief; the second gave no relief. | The injection gave no relief.
  Acupuncture helped. | Physical therapy did not help.
  The injection gave relief. | At least 50% relief is asked for.
  She fell while lifting a box and was injured. | The employee was injured while lifting.
  She was injured in a collision. | The employee fell last year and was not hurt.
  She was hurt in a fall. | A coworker was injured in a collision.
  She is right-handed. | The left hand is not dominant.
  Gabapentin was stopped, then restarted. | The employee continues on gabapentin.
  She takes gabapentin. | Gabapentin was stopped in 2014.
  Gabapentin was stopped. | The employee continues on naproxen.
  She has completed 12 sessions of physical therapy. | The request is for 24 sessions of physical therapy.
  She has completed 12 sessions of physical therapy. | ODG supports up to 10 sessions of physical therapy.
  She has completed 12 sessions of physical therapy. | The employee has had 12 physical therapy visits.
  She has had 12 sessions of physical therapy and 8 sessions of acupuncture. | She completed eight sessions of acupuncture.
  She completed 12 sessions of physical therapy in 2014 and six in 2016. | The employee completed six sessions of physical therapy.
  EMG of the arms was normal. | EMG of the legs showed a radiculopathy. | Lumbar brace
  An MRI in 2014 was normal. | The MRI of 3/1/2016 showed a tear. | Knee brace
`);

describe("consistency/findings", () => {
  test("a rationale and the case summary state a finding otherwise", () => {
    expect(
      messagesOf(
        "consistency/findings",
        withBoth(
          "On 3/1/2016 {{straight leg raise}} was negative.",
          "The employee has a positive [[straight leg raise]].",
        ),
      ),
    ).toMatchInlineSnapshot(`
      "Straight leg raise: positive in the rationale, but negative in the case summary.
        → This is in the case summary."
    `);
  });

  test.each(mistaken)("%s – %s", (told, stated, heading) => {
    expect(found(withBoth(told as string, stated as string, heading))).not.toEqual([]);
  });

  test.each(harmless)("no contradiction: %s – %s", (told, stated, heading) => {
    expect(found(withBoth(told as string, stated as string, heading))).toEqual([]);
  });

  const values = ({ name, values }: ConceptRow) => values.map((row) => ({ ...row, name }));
  test.each([...signs, ...presences, ...[...concepts, ...effects].flatMap(values), ...mechanisms])(
    "reads: $example",
    ({ pattern, example }) => {
      expect(example.toLowerCase()).toMatch(pattern);
    },
  );

  test("a letter without a case summary has nothing to compare", () => {
    expectNothing(withBoth("", ""));
  });
});
