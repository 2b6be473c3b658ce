/** Criteria and findings in many words, and rationales that have none. */
import { describe, expect, test } from "vitest";
import { issue, letter } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const table = (text: string): readonly string[] => text.trim().split(/\n\s*/);

const missing = (sentences: string) =>
  findingsIn(
    letter({
      issues: [
        issue({
          rationale: `Decision rationale: ${sentences} The request for naproxen 500mg #60 is not medically necessary.`,
        }),
      ],
    }),
  ).map(({ rule }) => rule);

const findings = table(`
  No acute spasm is described.
  Low back pain persists despite naproxen.
  At the visit of 4/1/2016 there was no spasm.
  Naproxen was started 3/10/2016; pain did not change.
  Pain is 7 out of 10 with it.
  Pain is 7/10.
  Knee swelling has resolved.
  Function is unchanged.
  The films were normal.
  Strength is 5/5 in both legs.
  Straight leg raising is negative.
  Motion of the shoulder is full.
  Flexion is 90 degrees.
  Twelve sessions have been completed.
  Six weeks of therapy brought no gain.
  Naproxen has been taken for two years.
  Naproxen gave no relief.
  Two months of naproxen did not help.
  No exercise program was tried.
  No relief was obtained.
  Full duty was resumed in April.
  Numbness in the hand has returned.
  Gait is normal.
  Symptoms have worsened since the injury.
  Sleep remains poor.
  Tenderness is found over the lumbar muscles.
  Reflexes are intact.
  A stomach ulcer was found in 2014.
  An ulcer is present.
  Blood pressure is high.
  No numbness or weakness.
  Complaints are limited to the low back.
  Naproxen is used daily.
  The last refill was given in March.
  Nothing has changed since the fall.
  So far nothing but rest was tried.
  There is full motion and no swelling.
  There were no side effects.
  Works full duty.
  Neither relief nor gain in function is reported.
  Six refills were dispensed.
`);

const criteria = table(`
  NSAIDs are recommended at the lowest dose for the shortest duration.
  The MTUS discourages NSAIDs beyond two weeks.
  ACOEM reserves NSAIDs for acute pain.
  ODG indications for NSAIDs are: acute pain; osteoarthritis.
  Under ACOEM, NSAIDs are for acute pain.
  The MTUS restricts NSAIDs to flare-ups.
  ACOEM cautions that NSAIDs harm the stomach.
  ODG warns of long courses.
  ODG advises against long courses.
  The MTUS permits NSAIDs for flare-ups.
  The MTUS favors acetaminophen before NSAIDs.
  ACOEM prefers exercise to drugs.
  Per ODG, NSAIDs come after acetaminophen.
  According to ODG, NSAIDs are an option for short-term relief.
  Per the MTUS, the lowest dose is used for the shortest time.
  By the MTUS, NSAIDs are second to acetaminophen.
  The guideline limits NSAIDs to short courses.
  The guideline wants proof of benefit.
  The guidelines ask for a trial of acetaminophen.
  The guidelines look for functional gain.
  The MTUS expects functional gain.
  The MTUS conditions NSAIDs on benefit.
  ACOEM allows NSAIDs for two weeks.
  NSAIDs are a first-line treatment for acute pain.
  NSAIDs are indicated for osteoarthritis.
  NSAIDs should be used for short periods.
  Long-term use of NSAIDs is not recommended.
  Long-term use is discouraged.
  Acetaminophen is tried before NSAIDs.
  Criteria for NSAIDs include osteoarthritis.
  The indications are acute pain and osteoarthritis.
  The Medical Treatment Utilization Schedule confines NSAIDs to flare-ups.
  The literature shows no benefit beyond two weeks.
  Studies have shown no benefit of long courses.
  ODG: NSAIDs for acute pain, short courses.
  ODG lists NSAIDs for acute exacerbations.
  In the MTUS, NSAIDs have a place in acute pain only.
  ACOEM finds NSAIDs no better than acetaminophen.
  The FDA has a warning on long use of NSAIDs.
  The MTUS calls for the lowest dose.
  The ODG says to stop NSAIDs that don't help.
  MTUS guidelines do not support long courses.
  In the MTUS, the bar for a refill is a gain in function.
  Under ACOEM, a failed trial of acetaminophen is the threshold.
  Being over sixty is the hurdle in ODG.
  For the MTUS, benefit is what counts.
  A failed trial of acetaminophen is a prerequisite of NSAIDs.
`);

/** Sentences that aren't about this employee. */
const noFinding = table(`
  The MTUS recommends NSAIDs at the lowest dose.
  NSAIDs should be used for short periods.
  Long-term use can lead to ulcers.
  Opioids may cause constipation.
  Guidelines recommend a trial of acetaminophen.
  ODG states that NSAIDs are for acute pain.
`);

/** Sentences that state no criterion. */
const noCriterion = table(`
  The employee has taken naproxen for two months.
  The records show no relief.
  Naproxen was started 3/10/2016.
  The MTUS was read.
  The MTUS is silent.
  The MTUS guidelines were reviewed.
  ODG was consulted.
  The MTUS applies to this claim.
  The employee does not qualify under the MTUS.
  The MTUS does not address naproxen.
  Pain is 7 out of 10.
`);

const finding = "The employee has had no relief.";
const criterion = "The MTUS recommends NSAIDs at the lowest dose for the shortest time.";

describe("rationale/no-findings", () => {
  test.each(findings)("accepted: %s", (sentence) => {
    expect(missing(`${criterion} ${sentence}`)).toEqual([]);
  });
  test.each(noFinding)("no finding: %s", (sentence) => {
    expect(missing(`${criterion} ${sentence}`)).toContain("rationale/no-findings");
  });
});

describe("rationale/no-criterion", () => {
  test.each(criteria)("accepted: %s", (sentence) => {
    expect(missing(`${sentence} ${finding}`)).toEqual([]);
  });
  test.each(noCriterion)("no criterion: %s", (sentence) => {
    expect(missing(`${sentence} ${finding}`)).toContain("rationale/no-criterion");
  });
});
