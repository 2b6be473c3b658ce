import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

function idOf(name: string, guideline: string): string | undefined {
  return createKnowledge().topicNamed(name, guideline)?.id;
}

/** "0-1 nsaids" for each title found in the pieces of a citation. */
function titlesIn(pieces: readonly string[], guideline: string): string[] {
  return createKnowledge()
    .topicsNamed(pieces, guideline)
    .map(({ from, to, topic }) => `${from}-${to} ${topic.id}`);
}

describe("a topic of the chronic pain guideline, however it is written", () => {
  it.each([
    ["Opioids, criteria for use", "opioids-criteria-for-use"],
    ["Criteria for use of Opioids", "opioids-criteria-for-use"],
    ["CRITERIA FOR USE OF OPIOIDS", "opioids-criteria-for-use"],
    ["Carisoprodol (Soma)", "carisoprodol"],
    ["Soma (Carisoprodol)", "carisoprodol"],
    ["Soma", "carisoprodol"],
    ["Carisoprodl", "carisoprodol"],
    ["MUSCLE RELAXANT (FOR PAIN)", "muscle-relaxants"],
    ["Muscle relaxants", "muscle-relaxants"],
    ["Antispasmodics", "muscle-relaxants-antispasmodics"],
    ["Cyclobenzaprine", "cyclobenzaprine"],
    ["NSAIDs, GI SYMPTOMS AND CARDIOVASCULAR RISK", "nsaids-gi-cardiovascular-risk"],
    ["NSAIDs, GI symptoms & cardiovascular risk", "nsaids-gi-cardiovascular-risk"],
    ["Topical Analgesics; Section Other Topical Muscle Relaxants", "topical-muscle-relaxants"],
    ["on going management", "opioids-on-going-management"],
    ["H Wave Stimulation", "h-wave-stimulation"],
    ["Physical medicine treatment", "physical-medicine"],
  ])("%s → %s", (name, id) => expect(idOf(name, "chronic-pain-2009")).toBe(id));

  it.each(["", "Section", "Quantum healing", "x".repeat(5000), "((((((", "Opioids for"])(
    "%s → none but itself",
    (name) => {
      expect([undefined, "opioids"]).toContain(idOf(name, "chronic-pain-2009"));
    },
  );
});

describe("a section of another guideline", () => {
  it.each([
    ["acoem-12", "Summary", "acoem-12-summary"],
    ["acoem-12", "Special Studies", "acoem-12-special-studies"],
    ["acoem-12", "Physical Methods", "acoem-12-physical-methods"],
    ["acoem-12", "Surgical Considerations", "acoem-12-surgical-considerations"],
    ["acoem-12", "Diagnositc Criteria", "acoem-12-section-diagnostic-criteria"],
    ["acoem-8", "Initial Care", "acoem-8-section-initial-care"],
    ["acoem-15", "General Approach", "acoem-15-section-general-approach"],
    ["acoem-general-approaches", "Initial Approaches to Treatment", "acoem-3-treatment"],
    ["postsurgical", "Forearm, Wrist, & Hand", "postsurgical-forearm-wrist-and-hand"],
    ["opioids-2016", "2. Opioids for Subacute Pain", "opioids-2016-subacute"],
    [
      "opioids-2016",
      "3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)",
      "opioids-2016-urine-drug-testing",
    ],
    ["odg", "Knee - Platelet-rich plasma (PRP)", "odg-knee-and-leg-platelet-rich-plasma"],
    ["odg", "Low Back Lumbar and Thoracic/Mattress selection", "odg-low-back-mattress-selection"],
    ["odg", "Shoulder Chapter", "odg-shoulder"],
    ["chronic-pain-2016", "Facet blocks", "facet-blocks-2016"],
    ["chronic-pain-2016", "Compound drugs", "compound-drugs-2016"],
    ["chronic-pain-2016", "Manual therapy & manipulation", "manual-therapy-and-manipulation-2016"],
  ])("%s: %s → %s", (guideline, name, id) => expect(idOf(name, guideline)).toBe(id));

  it("isn't found in a guideline that doesn't have it", () => {
    expect(idOf("Special Studies", "chronic-pain-2009")).toBeUndefined();
    expect(idOf("326", "acoem-10")).toBeUndefined();
    expect(idOf("Soma", "no-such-guideline")).toBeUndefined();
  });
});

describe("titles that commas cut into pieces", () => {
  it("are joined to the longest title", () => {
    const pieces = ["NSAIDs", "GI symptoms & cardiovascular risk", "Proton Pump Inhibitors (PPIs)"];
    expect(titlesIn(pieces, "chronic-pain-2016")).toEqual([
      "0-1 nsaids-gi-cardiovascular-risk-2016",
      "2-2 proton-pump-inhibitors-2016",
    ]);
  });

  it("are found one after the other", () => {
    const cited =
      "NSAIDs (non-steroidal anti-inflammatory drugs), NSAIDs, GI symptoms & cardiovascular risk, NSAIDs, hypertension and renal function, NSAIDs, specific drug list & adverse effects";
    expect(titlesIn(cited.split(", "), "chronic-pain-2009")).toEqual([
      "0-0 nsaids",
      "1-2 nsaids-gi-cardiovascular-risk",
      "3-4 nsaids-hypertension-renal-function",
      "5-6 nsaids-specific-drug-list",
    ]);
  });

  it("are found with a typo in one of two pieces", () => {
    expect(titlesIn(["Opiods", "criteria for use", "Soma"], "chronic-pain-2009")).toEqual([
      "0-1 opioids-criteria-for-use",
      "2-2 carisoprodol",
    ]);
  });

  it("don't include pieces that name nothing", () => {
    expect(titlesIn(["Unheard of", "Soma", ""], "chronic-pain-2009")).toEqual(["1-1 carisoprodol"]);
    expect(titlesIn(["Forearm", "Wrist", "& Hand"], "postsurgical")).toEqual([
      "0-2 postsurgical-forearm-wrist-and-hand",
    ]);
    expect(titlesIn([], "postsurgical")).toEqual([]);
  });
});
