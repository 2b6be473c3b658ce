/** Rules without the name of a guideline or a cue of one, and facts that look alike. */
import { describe, expect, test } from "vitest";
import { issue, letter } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const rulesOn = (sentences: string): readonly string[] =>
  findingsIn(
    letter({
      issues: [
        issue({
          rationale: `Decision rationale: ${sentences} The request for naproxen 500mg #60 is not medically necessary.`,
        }),
      ],
    }),
  ).map(({ rule }) => rule);

const general = table(`
  Lumbar fusion is supported where there is a fracture, a dislocation, or instability.
  Up to three epidural injections may be given when pain persists.
  Films are justified for red flags or after a fall.
  Special studies follow a failed period of conservative care.
  The cited source lists discectomy among the operations in which an assistant is needed.
  Custom orthotics may reduce pain for patients with flat feet.
  Topical capsaicin may be prescribed for neuropathy after other drugs fail.
  Rotator cuff repair is warranted when therapy has failed and films show a tear.
  A home unit is offered after a month's trial that improves function.
  Massage helps only as an adjunct to exercise.
  Bracing has no role in chronic back pain.
  Acupuncture plays a role when drugs are not tolerated.
  The use of opioids for chronic pain requires a pain agreement.
  Patients with radiculopathy benefit from one injection.
  The value of a repeat MRI depends on new signs.
  Work hardening comes after a plateau in therapy.
  Sleep aids are meant for short use.
  Nerve tests precede release of the carpal tunnel.
  Most patients with acute strain recover within six weeks.
  Injections seldom help after the third.
  Before a cord stimulator is implanted, a trial must succeed.
  Arthroscopy for degenerative tears offers no benefit over exercise.
  The decision to operate rests on instability.
  The quoted textbook puts therapy before injections.
  The policy covers scooters only for people who cannot walk.
  Muscle relaxants are limited to two weeks.
  Weight loss programs need a trial of diet first.
  A second opinion can be sought when the diagnosis is uncertain.
  Home health care is provided to the homebound.
  The published consensus calls for six visits before more are given.
  Duloxetine works best for diabetic neuropathy.
  Hardware is removed when it causes pain.
  The schedule sets 24 visits over 14 weeks after repair of the cuff.
  A knee brace is usually necessary only if the patient stresses the knee under load.
`);

describe("rationale/no-criterion", () => {
  test.each(general)("%s", (sentence) => {
    expect(rulesOn(`${sentence} The employee has taken naproxen daily and reports no relief.`)).not.toContain(
      "rationale/no-criterion",
    );
  });
});

const particular = table(`
  It is not needed.
  The drug is not needed.
  Further therapy is not needed.
  Naproxen is taken at night.
  Naproxen was started in March.
  Low back pain radiates to the left leg.
  The knee is stable.
  Current work status is modified duty with limits on lifting.
  The pain is worse with bending.
  The treatment plan is to continue naproxen.
  The employee needs it for work.
  He works with restrictions.
  She has failed therapy.
  Therapy has failed.
  The motion of the shoulder remains full.
  The employee should improve without it.
  Diagnostic studies included an MRI of the right shoulder.
  Nerve conduction studies of 9/27/2016 show neuropathy at the wrist.
  Electrodiagnostic studies demonstrated a moderate carpal tunnel syndrome.
  A trial of a TENS unit gave no relief.
  An exercise program has not been tried.
  Symptoms now include numbness.
  These benefits are not on file.
  The record does not show an ulcer.
  No reason for it is given.
  There is no sign of an ulcer.
  The surgeon wants films before surgery.
  The MTUS is silent on this topic.
  The provider recommends twelve more visits.
  Surgery was done on 3/3/2016.
  Range of motion is reduced in flexion.
  Gabapentin helps her sleep.
`);

describe("a rationale without a rule", () => {
  test.each(particular)("%s", (sentence) => {
    expect(rulesOn(`${sentence} The employee has taken naproxen daily and reports no relief.`)).toContain(
      "rationale/no-criterion",
    );
  });
});
