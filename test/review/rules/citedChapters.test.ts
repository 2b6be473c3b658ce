/** Chapters that are cited for a treatment which they can't be about. */
import { expect, test } from "vitest";
import { issue, letter, summaryIntroduction } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const found = (
  heading: string,
  guideline: string,
  told = "She has chronic neck pain and poor sleep.",
): readonly string[] =>
  findingsIn(
    letter({
      summary: `CLINICAL CASE SUMMARY
${summaryIntroduction}

The injured worker is a 44 year old female with an industrial injury. ${told}
Utilization review dated 04/12/2016 non-certified the request.`,
      issues: [
        issue({
          heading: `${heading}: Upheld`,
          reviewer: `MAXIMUS guideline: ${guideline}`,
          rationale: `Decision rationale: The guideline asks that this treatment be given only while it helps. The employee has
had no relief. The request for ${heading} is not medically necessary.`,
        }),
      ],
    }),
  )
    .map(({ rule }) => rule)
    .filter((rule) => rule === "citation/other-treatment");

const odg = (topics: string) =>
  `The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), ${topics}.`;
const mtus = (title: string, section: string) => `Decision based on MTUS ${title}, Section(s): ${section}.`;

test.each([
  ["Zolpidem 5mg #20", odg("Knee and Leg Chapter, Zolpidem (Ambien)")],
  ["Sumatriptan 50mg #9", odg("Forearm, Wrist & Hand Chapter, Triptans")],
  ["Eszopiclone 2mg #30", odg("Ankle & Foot, Eszopiclone")],
  ["Omeprazole 20mg #30", odg("Shoulder, Proton pump inhibitors")],
  ["Knee scooter, 2 month rental", odg("Carpal Tunnel Syndrome, Rolling knee walker")],
  ["Cervical collar", odg("Knee & Leg, Cervical collar")],
  [
    "Anterior cervical discectomy and fusion at C5-6",
    mtus("Low Back Complaints 2004", "Surgical Considerations"),
  ],
  [
    "Left L5-S1 transforaminal epidural steroid injection",
    mtus("Knee Complaints 2004", "Epidural steroid injections (ESIs)"),
  ],
  ["Epidural steroid injection at C6-7", mtus("Low Back Complaints 2004", "Initial Care")],
  ["Chiropractic treatment, 6 sessions", mtus("Opioid Treatment 2016", "Manual therapy & manipulation")],
  ["MRI of the lumbar spine", mtus("Opioid Treatment 2016", "Special Studies")],
])("%s: %s", (heading, guideline) => expect(found(heading, guideline)).toEqual(["citation/other-treatment"]));

test.each([
  ["Zolpidem 5mg #20", odg("Pain Chapter, Zolpidem (Ambien)"), undefined],
  ["Zolpidem 5mg #20", odg("Mental Illness & Stress, Zolpidem"), undefined],
  ["Voltaren gel 100 grams", odg("Knee and Leg Chapter, Topical NSAIDs"), "She has pain of the left knee."],
  ["Voltaren gel 100 grams", odg("Forearm, Wrist & Hand Chapter, Topical NSAIDs"), "Her fingers hurt."],
  ["Sumatriptan 50mg #9", odg("Head Chapter, Triptans"), undefined],
  ["Knee scooter, 2 month rental", odg("Ankle & Foot, Rolling knee walker"), "Her foot is broken."],
  ["Cold therapy unit", odg("Knee and Leg Chapter, Continuous-flow cryotherapy"), undefined],
  ["Epidural steroid injection at L5-S1", mtus("Low Back Complaints 2004", "Initial Care"), undefined],
  ["Urine drug screen", mtus("Opioid Treatment 2016", "Urine drug testing"), undefined],
  ["Naloxone 4mg nasal spray #2", mtus("Opioid Treatment 2016", "Overdose"), undefined],
  ["Hydrocodone 10/325mg #60", mtus("Opioid Treatment 2016", "Maintenance"), undefined],
])("nothing: %s: %s", (heading, guideline, told) => expect(found(heading, guideline, told)).toEqual([]));
