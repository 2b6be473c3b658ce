import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

function idOf(name: string, year?: number): string | undefined {
  return createKnowledge().guidelineNamed(name, year)?.id;
}

describe("a guideline by the name that a letter writes", () => {
  it.each<[string, number | undefined, string]>([
    ["Chronic Pain Treatment Guidelines", undefined, "chronic-pain-2009"],
    ["Chronic Pain Medical Treatment", 2009, "chronic-pain-2009"],
    ["Chronic Pain Medical Treatment", 2014, "chronic-pain-2009"],
    ["Chronic Pain Medical Treatment", 2016, "chronic-pain-2016"],
    ["Chronic Pain Medical Treatment 2016 Guidelines", undefined, "chronic-pain-2016"],
    ["Chronic Pain", 2017, "acoem-chronic-pain"],
    ["Acupuncture Treatment", 2007, "acupuncture"],
    ["Postsurgical Treatment", 2009, "postsurgical"],
    ["MTUS Postsurgical Treatment Guidelines", undefined, "postsurgical"],
    ["Opioid Treatment", 2016, "opioids-2016"],
    ["Opioids", 2017, "acoem-opioids"],
    ["MTUS", undefined, "mtus"],
    ["Medical Evidence Search Sequence", undefined, "mtus-search-sequence"],
  ])("%s, %s → %s", (name, year, id) => expect(idOf(name, year)).toBe(id));
});

describe("a chapter of ACOEM", () => {
  it.each<[string, number | undefined, string]>([
    ["General Approaches", 2004, "acoem-general-approaches"],
    ["Neck and Upper Back Complaints", 2004, "acoem-8"],
    ["neck & upper back complaints", undefined, "acoem-8"],
    ["Shoulder Complaints", 2004, "acoem-9"],
    ["Elbow Complaints", 2007, "acoem-10"],
    ["Elbow Disorders", 2007, "acoem-10"],
    ["Elbow Disorders", 2018, "acoem-elbow"],
    ["Forearm, Wrist, and Hand Complaints", 2004, "acoem-11"],
    ["FOREARM WRIST & HAND COMPLAINTS", undefined, "acoem-11"],
    ["Low Back Complaints", 2004, "acoem-12"],
    ["Low Bakc Complaints", 2004, "acoem-12"],
    ["ACOEM Chapter 12 Low Back Complaints", undefined, "acoem-12"],
    ["Chapter 12", undefined, "acoem-12"],
    ["Knee Complaints", 2004, "acoem-13"],
    ["Ankle and Foot Complaints", 2004, "acoem-14"],
    ["Stress-Related Conditions", 2004, "acoem-15"],
    ["ACOEM", undefined, "acoem-2004"],
    ["MTUS ACOEM", undefined, "acoem-2004"],
    ["ACOEM 2004 Shoulder Complaints Section", undefined, "acoem-9"],
    ["ACOEM Guidelines, Chapter 7, Independent Medical Examinations", undefined, "acoem-7"],
    [
      "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders",
      undefined,
      "acoem-low-back",
    ],
  ])("%s, %s → %s", (name, year, id) => expect(idOf(name, year)).toBe(id));
});

describe("a source outside the MTUS", () => {
  it.each([
    "Official Disability Guidelines (ODG)",
    "ODG",
    "ODG Low Back",
    "ODG guidelines, Neck and Upper back, MRI",
  ])("%s is ODG", (name) => {
    expect(idOf(name)).toBe("odg");
    expect(createKnowledge().guidelineNamed(name)?.kind).toBe("other");
  });

  it.each([
    "",
    "Guidelines",
    "The Merck Manual",
    "Low Back (Hyperstimulation analgesia)",
    "Opioids, criteria for use",
    "x".repeat(5000),
  ])("%s isn't known", (name) => expect(idOf(name)).toBeUndefined());
});

it("knows the regulation of a chapter", () => {
  expect(createKnowledge().guidelineNamed("Low Back Complaints", 2004)).toMatchObject({
    regulation: "8 CCR 9792.23.5",
    regulationUrl: "https://www.dir.ca.gov/t8/9792_23_5.html",
  });
});
