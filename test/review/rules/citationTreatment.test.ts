import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { Drug } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { drugClassTopics } from "../../../server/src/review/rules/drugClassTopics.ts";
import { rules } from "../../../server/src/review/rules.ts";
import { issue, letter } from "../../fixture/letter.ts";

const knowledge = createKnowledge();
const rule = rules.find(({ id }) => id === "citation/other-treatment");

/** Topics by which letters judge drugs of a class: plausible citations, which aren't to be reported. */
const topicsOfClasses: readonly (readonly [RegExp, readonly string[]])[] = [
  [/./, ["Medications for chronic pain", "Weaning of medications", "Functional improvement measures"]],
  [
    /\b(?:NSAID|salicylate)\b/,
    [
      "NSAIDs (non-steroidal anti-inflammatory drugs)",
      "NSAIDs, specific drug list & adverse effects",
      "NSAIDs, hypertension and renal function",
      "NSAIDs, GI symptoms & cardiovascular risk",
      "NSAIDs",
      "Anti-inflammatory medications",
    ],
  ],
  [/COX-2/, ["Celebrex", "Celebrex (celecoxib)"]],
  [
    /proton pump|H2 blocker|mucosal|prostaglandin|antacid/,
    [
      "NSAIDs, GI symptoms & cardiovascular risk",
      "Proton Pump Inhibitors (PPIs)",
      "NSAIDs",
      "NSAIDs (non-steroidal anti-inflammatory drugs)",
    ],
  ],
  [
    /^(?!.*(?:antagonist|constipation|antitussive|withdrawal)).*opioid/,
    [
      "Opioids",
      "Opioids, criteria for use",
      "Opioids, specific drug list",
      "Opioids for chronic pain",
      "Opioids for neuropathic pain",
      "Opioids, long-term assessment",
      "Opioids, dosing",
      "Opioids, screening for risk of addiction (tests)",
      "Opioids, criteria for use: on-going management",
      "Opioids, criteria for use: when to discontinue",
      "Opioids, dealing with misuse & addiction",
      "Opioid hyperalgesia",
      "Detoxification",
      "Drug testing",
      "Urine drug testing (UDT)",
      "Short-acting opioids",
      "Long-acting opioids",
    ],
  ],
  [
    /opioid (?:antagonist|constipation)|laxative|stool softener|constipation/,
    [
      "Opioids",
      "Opioids, criteria for use",
      "Opioids, criteria for use: initiating therapy",
      "Opioid-induced constipation treatment",
    ],
  ],
  [/antiemetic/, ["Antiemetics (for opioid nausea)", "Opioids", "Opioids, criteria for use"]],
  [
    /anticonvulsant/,
    [
      "Antiepilepsy drugs (AEDs)",
      "Anti-epilepsy drugs (AEDs)",
      "Anti-epilepsy drugs (AEDs) for pain",
      "Antiepileptic drugs (AEDs)",
      "Anticonvulsants",
      "Specific anti-epilepsy drugs",
      "Diabetic neuropathy",
    ],
  ],
  [
    /muscle relaxant|antispasticity/,
    [
      "Muscle relaxants (for pain)",
      "Muscle relaxants",
      "Antispasmodics",
      "Antispasticity drugs",
      "Antispasticity/antispasmodic drugs",
      "Muscle relaxants: antispasmodics",
    ],
  ],
  [
    /benzodiazepine/,
    ["Benzodiazepines", "Benzodiazepine dependence, maintenance", "Muscle relaxants (for pain)"],
  ],
  [/hypnotic/, ["Insomnia treatment", "Insomnia", "Zolpidem (Ambien)", "Sedative hypnotics"]],
  [
    /antidepressant|SSRI|SNRI/,
    [
      "Antidepressants for chronic pain",
      "Antidepressants",
      "SSRIs (selective serotonin reuptake inhibitors)",
      "Antidepressants - SSRIs versus tricyclics (class)",
      "Selective serotonin and norepinephrine reuptake inhibitors (SNRIs)",
      "Insomnia treatment",
    ],
  ],
  [/tricyclic/, ["Tricyclics (TCAs)", "Tricyclics"]],
  [
    /anxiolytic|antipsychotic/,
    ["Anxiety medications in chronic pain", "Atypical antipsychotics", "Psychological treatment"],
  ],
  [/barbiturate/, ["Barbiturate-containing analgesic agents (BCAs)"]],
  [/triptan|migraine|CGRP/, ["Triptans", "Migraine pharmaceutical treatment"]],
  [/\bED drug/, ["Testosterone replacement for hypogonadism (related to opioids)"]],
  [
    /androgen/,
    ["Testosterone replacement for hypogonadism (related to opioids)", "Opioids, long-term assessment"],
  ],
  [/cannabinoid/, ["Cannabinoids", "Medical marijuana"]],
  [
    /medical food|supplement|vitamin|herbal/,
    [
      "Medical food",
      "Nonprescription medications",
      "Herbal medicines",
      "Glucosamine (and Chondroitin Sulfate)",
    ],
  ],
  [/corticosteroid/, ["Oral corticosteroids", "Anti-inflammatory medications", "CRPS, medications"]],
  [
    /topical|compounded|anesthetic/,
    [
      "Topical analgesics",
      "Topical analgesics, compounded",
      "Compound drugs",
      "Compounded drugs",
      "Salicylate topicals",
      "Capsaicin, topical",
      "Lidoderm (lidocaine patch)",
      "Topical NSAIDs",
      "Topical analgesics: non-steroidal agents",
    ],
  ],
  [
    /intrathecal/,
    ["Implantable drug-delivery systems (IDDSs)", "Intrathecal drug delivery systems, medications"],
  ],
  [/NMDA/, ["Ketamine", "CRPS, medications"]],
];

const plausible = (drug: Drug): readonly string[] => [
  ...new Set(topicsOfClasses.flatMap(([kind, topics]) => (kind.test(drug.drugClass) ? topics : []))),
];

/** The message for a heading with the drug, and that citation of the reviewer. */
function found(drug: string, citation: string): string | undefined {
  const text = letter({
    details: "",
    how: "",
    summary: "",
    issues: [
      issue({
        heading: `${drug} 10mg #30: Upheld`,
        reviewer: `MAXIMUS guideline: Decision based on MTUS ${citation}`,
      }),
    ],
  });
  return rule?.check(parse(text), knowledge)[0]?.message;
}

describe("the topics of drug classes", () => {
  it.each(drugClassTopics)("need the row for $example", (row) => {
    const [name, title] = row.example;
    const drug = knowledge.drugNamed(name);
    const topic = knowledge.topicNamed(title, "chronic-pain-2016");
    const accepting = drugClassTopics.filter(
      ({ classes, topics }) => classes.test(drug?.drugClass ?? "") && topics.test(topic?.name ?? ""),
    );
    expect(accepting).toEqual([row]);
  });
});

describe("a topic about another drug", () => {
  it.each([
    ["cyclobenzaprine", "Antidepressants for chronic pain"],
    ["naproxen", "Antiepilepsy drugs (AEDs)"],
    ["gabapentin", "Opioids, criteria for use"],
    ["omeprazole", "Muscle relaxants (for pain)"],
    ["hydrocodone/acetaminophen", "Benzodiazepines"],
    ["sertraline", "NSAIDs (non-steroidal anti-inflammatory drugs)"],
    ["lidocaine patch", "Yoga"],
    ["alprazolam", "Opioids, criteria for use"],
    ["celecoxib", "Botulinum toxin (Botox; Myobloc)"],
    ["tizanidine", "Glucosamine (and Chondroitin Sulfate)"],
  ])("%s: %s", (drug, topic) => {
    expect(found(drug, `Chronic Pain Medical Treatment 2016, Section(s): ${topic}.`)).toBeDefined();
  });
});

describe.each([2009, 2016])("a plausible topic of the chronic pain guideline of %i", (year) => {
  it("is accepted for each drug of the index", () => {
    // Nothing is reported on the others.
    const known = knowledge.drugs.filter(
      ({ topics, confidence }) => topics.length > 0 && confidence !== "low",
    );
    expect(known.length).toBeGreaterThan(150);
    // The editions have the same topics, so one drug of a class is enough for the older one.
    const firstOfClass = new Map(known.toReversed().map((drug) => [drug.drugClass, drug])).values();
    const drugs = year === 2016 ? known : [...firstOfClass];
    const wrong = drugs.flatMap((drug) =>
      plausible(drug)
        .filter((topic) =>
          found(drug.generic, `Chronic Pain Medical Treatment ${year}, Section(s): ${topic}.`),
        )
        .map((topic) => `${drug.generic} (${drug.drugClass}): ${topic}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe("a chapter of ODG", () => {
  const odg = (heading: string, citation: string) => {
    const source = citation.startsWith("MTUS")
      ? citation
      : `Non-MTUS Citation Official Disability Guidelines (ODG), ${citation}`;
    const text = letter({
      issues: [
        issue({ heading: `${heading}: Upheld`, reviewer: `MAXIMUS guideline: Decision based on ${source}` }),
      ],
    });
    return rule?.check(parse(text), knowledge).map(({ message }) => message) ?? [];
  };

  it.each([
    ["MRI of the right shoulder without contrast", "Ankle & Foot Chapter, MRI."],
    ["MRI of the right shoulder", "Knee & Leg (Acute & Chronic), MRI (magnetic resonance imaging)."],
    ["MRI of the lumbar spine", "Neck and Upper Back Chapter, Magnetic resonance imaging."],
    ["X-ray of the left ankle", "Shoulder, Radiography."],
    ["CT scan of the cervical spine", "Low Back, CT (computed tomography)."],
    [
      "Ultrasound-guided right hip corticosteroid injection",
      "Elbow, Intra-articular steroid hip injection (IASHI).",
    ],
    ["Left knee steroid injection", "Shoulder, Steroid injections."],
    ["Lumbar epidural steroid injection at L4-5", "Neck, Epidural steroid injection (ESI)."],
    ["Platelet-rich plasma injection, right elbow", "Ankle & Foot, Platelet-rich plasma (PRP)."],
    ["Physical therapy for the left knee, 12 sessions", "Low Back, Physical therapy (PT)."],
    ["Acupuncture for the neck, 6 sessions", "Knee & Leg, Acupuncture."],
    ["Chiropractic treatment for the low back", "Forearm, Wrist & Hand, Manipulation."],
    ["Right knee arthroscopy", "Shoulder, Diagnostic arthroscopy."],
    ["Hyaluronic acid injection, left knee", "Ankle & Foot, Hyaluronic acid injections."],
    ["Shock wave therapy for the left heel", "Shoulder, Extracorporeal shock wave therapy (ESWT)."],
    ["MRI of the right shoulder", "Ankle & Foot."],
    [
      "MRI of the right shoulder",
      "MTUS Shoulder Complaints 2004, Section(s): Special Studies. Decision based on Non-MTUS Citation ODG, Knee & Leg, MRI.",
    ],
    ["EMG/NCV of the lumbar spine", "Forearm, Wrist & Hand, Electrodiagnostic studies."],
  ])("%s: %s", (heading, citation) => expect(odg(heading, citation)).toHaveLength(1));

  it.each([
    ["MRI of the right shoulder", "Shoulder (Acute & Chronic), MRI."],
    ["MRI of the right hip", "Hip & Pelvis, MRI."],
    ["MRI of the brain", "Head Chapter, MRI."],
    ["MRI of the thoracic spine", "Low Back, Lumbar & Thoracic (Acute & Chronic), MRI."],
    ["MRI of the thoracic spine", "Neck & Upper Back, MRI."],
    ["MRI of the left ankle", "Ankle & Foot, MRI."],
    ["MRI of the left wrist", "Carpal Tunnel Syndrome, MRI."],
    ["EMG of the cervical spine and wrists", "Carpal Tunnel Syndrome, Electrodiagnostic studies."],
    ["EMG/NCV for the right wrist", "Neck and Upper Back, EMG."],
    ["EMG of the left ankle", "Low Back, EMGs (electromyography)."],
    // Topics that only some chapters have.
    ["Pre-operative labs for right shoulder arthroscopy", "Low Back Chapter, Preoperative lab testing."],
    ["Pre-op EKG before left knee surgery", "Low Back, Preoperative testing before noncardiac surgery."],
    ["Cold therapy unit for the right shoulder", "Knee & Leg, Continuous-flow cryotherapy."],
    ["Wheelchair after right ankle surgery", "Knee & Leg, Wheelchair."],
    ["DME for the left shoulder", "Knee & Leg, Durable medical equipment (DME)."],
    ["Home health care after hip surgery", "Low Back, Home health services."],
    ["Hospital bed for the low back", "Knee/DME; Low Back Lumbar and Thoracic/Mattress selection."],
    ["DVT compression device, right shoulder", "Knee & Leg, Compression garments."],
    ["Transportation for the low back visit", "Knee & Leg, Transportation (to & from appointments)."],
    ["Gym membership for the left knee", "Low Back, Gym memberships."],
    // Chapters that fit any part of the body.
    ["Physical therapy for the left knee", "Pain, Physical medicine treatment."],
    ["Epidural steroid injection, lumbar", "Pain (Chronic), Epidural steroid injections."],
    ["Physical therapy for the left knee", "Preface, Physical therapy."],
    [
      "Functional capacity evaluation of the right shoulder",
      "Fitness for Duty, Functional capacity evaluation (FCE).",
    ],
    ["Psychotherapy for low back pain", "Mental Illness & Stress, Cognitive therapy."],
    ["Metformin for the left foot", "Diabetes, Metformin."],
    // Nothing to compare.
    ["MRI", "Ankle & Foot, MRI."],
    ["MRI of the right shoulder", "MRI."],
  ])("%s: %s is accepted", (heading, citation) => expect(odg(heading, citation)).toEqual([]));
});
