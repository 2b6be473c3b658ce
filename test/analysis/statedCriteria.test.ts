import { describe, expect, it } from "vitest";
import { criteriaAmong, criteriaOn, isStated } from "../../server/src/analysis/statedCriteria.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import type { Topic } from "../../server/src/knowledge/types.ts";

const knowledge = createKnowledge();

function topic(id: string): Topic {
  const found = knowledge.topic(id);
  if (!found) throw new Error(id);
  return found;
}

const onTreatment = (id: string, treatment: string | undefined): readonly (string | undefined)[] =>
  criteriaOn(topic(id), treatment, knowledge).applying.map(({ on }) => on);

describe("the criteria of a section on a treatment", () => {
  const lowBack = "acoem-12-special-studies";

  it.each([
    ["MRI of the lumbar spine without contrast", "MRI or CT of the low back"],
    ["CT scan of the lumbar spine", "MRI or CT of the low back"],
    ["EMG/NCV of the bilateral lower extremities", "EMG of the legs"],
    ["Lumbar spine x-rays", "X-ray of the low back"],
  ])("%s: that one, and none about other tests", (treatment, on) => {
    expect(onTreatment(lowBack, treatment)).toEqual([on]);
  });

  it("are those on the same part of the body", () => {
    const neck = "odg-neck-and-upper-back-magnetic-resonance-imaging";
    expect(onTreatment(neck, "MRI of the cervical spine")).toEqual(["MRI of the neck"]);
    expect(onTreatment(neck, "Thoracic spine MRI")).toEqual(["MRI of the mid back"]);
    expect(onTreatment(neck, "MRI")).toEqual(["MRI of the neck", "MRI of the mid back"]);
    expect(onTreatment(neck, "MRI of the left knee")).toEqual([]);
  });

  it("are all of them if the treatment isn't known", () => {
    expect(onTreatment(lowBack, undefined)).toHaveLength(topic(lowBack).criteria.length);
    expect(onTreatment(lowBack, "")).toHaveLength(topic(lowBack).criteria.length);
  });

  it("are those about the drug, and those about all drugs of the section", () => {
    expect(onTreatment("muscle-relaxants-2016", "Baclofen 10mg #30")).toEqual(["baclofen", undefined]);
    expect(onTreatment("muscle-relaxants-2016", "Soma 350mg #60")).toEqual([undefined]);
    expect(onTreatment("muscle-relaxants-2016", "Lorzone 750mg #60")).toEqual(["chlorzoxazone", undefined]);
  });

  it("are aspects of what the section is on, such as how many visits, only if there is a rule on that", () => {
    const physicalMedicine = onTreatment("physical-medicine-2016", "Physical therapy, 12 sessions");
    expect(physicalMedicine.slice(0, 2)).toEqual([undefined, "visits for myalgia and myositis"]);
    expect(onTreatment("acoem-12-physical-methods", "Lumbar fusion")).toEqual([]);
    expect(onTreatment("acoem-12-physical-methods", "Lumbar epidural steroid injection")).toEqual([
      "epidural steroid injection",
    ]);
  });

  it("leave the others for a hint at what the section is stated for", () => {
    const { applying, others } = criteriaOn(topic("acoem-9-special-studies"), "Shoulder x-ray", knowledge);
    expect(applying).toEqual([]);
    expect(others.map(({ on }) => on)).toEqual(["MRI of the shoulder"]);
  });

  it("are never sections that letters only cite", () => {
    expect(topic("opioids-2016-tapering").criteria).toMatchObject([{ stated: 0, cited: 9, asks: undefined }]);
    expect(onTreatment("opioids-2016-tapering", undefined)).toEqual([]);
    expect(isStated(topic("opioids-2016-tapering"))).toBe(false);
    expect(isStated(topic(lowBack))).toBe(true);
  });
});

describe("the criteria of a guideline on a treatment", () => {
  const among = (guideline: string, treatment: string): readonly string[] =>
    criteriaAmong(knowledge.topicsOf(guideline), treatment, knowledge).map(
      ({ topic, criterion }) => `${topic.id}: ${criterion.on}`,
    );

  it("are on that very treatment, those of most letters first", () => {
    expect(among("acoem-12", "MRI of the lumbar spine")).toEqual([
      "acoem-12-special-studies: MRI or CT of the low back",
      "acoem-12-summary: MRI of the low back",
    ]);
    expect(among("acupuncture", "Acupuncture, 6 sessions")[0]).toBe("acupuncture-whole: undefined");
  });

  it("are none if no section is on it", () => {
    expect(among("acoem-12", "Gym membership")).toEqual([]);
    expect(among("acoem-12", "")).toEqual([]);
  });
});
