import { describe, expect, it } from "vitest";
import { flatten } from "../../server/src/base/flatText.ts";
import { readGuidelinePart } from "../../server/src/letter/citations.ts";
import type { GuidelinePart } from "../../server/src/letter/types.ts";
import { showCitation } from "./show.ts";

const read = (body: string): GuidelinePart => {
  const span = { start: 0, end: body.length };
  return readGuidelinePart(
    { kind: "reviewer", label: { start: 0, end: 0 }, body: span, span },
    flatten(body, span),
  );
};
const cited = (body: string) => read(body).citations.map(showCitation);

const mtus = "Decision based on MTUS";
const non = "Decision based on Non-MTUS Citation";
const pain2014 = `${mtus} Chronic Pain Treatment Guidelines`;
const pain = "mtus: Chronic Pain Treatment Guidelines";

describe("MTUS with years (2015 and later)", () => {
  it.each([
    ["Acupuncture Treatment 2007.", ["Acupuncture Treatment (2007)"]],
    ["Low Back Complaints 2004.", ["Low Back Complaints (2004)"]],
    [
      "Low Back Complaints 2004, Section(s): Special Studies.",
      ["Low Back Complaints (2004) § Special Studies"],
    ],
    [
      "Neck and Upper Back Complaints 2004, Section(s): Diagnostic Criteria, Special Studies.",
      ["Neck and Upper Back Complaints (2004) § Diagnostic Criteria ¦ Special Studies"],
    ],
    [
      "Chronic Pain Medical Treatment 2106, Section(s): Topical analgesics.",
      ["Chronic Pain Medical Treatment (2106) § Topical analgesics"],
    ],
    [
      "Chronic Pain Medical Treatment 2016, Section(s): Topical analgesics.",
      ["Chronic Pain Medical Treatment (2016) § Topical analgesics"],
    ],
    [
      "Chronic Pain Medical Treatment 2016, Section(s): NSAIDs, GI symptoms & cardiovascular risk, Proton Pump Inhibitors (PPIs).",
      [
        "Chronic Pain Medical Treatment (2016) § NSAIDs ¦ GI symptoms & cardiovascular risk ¦ Proton Pump Inhibitors (PPIs)",
      ],
    ],
    [
      "Chronic Pain Medical Treatment 2016 Guidelines, Section(s): Compound drugs.",
      ["Chronic Pain Medical Treatment (2016) § Compound drugs"],
    ],
    [
      "Chronic Pain Medical Treatment 2009, Section(s): Opioids, criteria for use.",
      ["Chronic Pain Medical Treatment (2009) § Opioids ¦ criteria for use"],
    ],
    [
      "Opioid Treatment 2016, Section(s): 2. Opioids for Subacute Pain.",
      ["Opioid Treatment (2016) § 2. Opioids for Subacute Pain"],
    ],
    [
      "Opioid Treatment 2016, Section(s): 3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT).",
      [
        "Opioid Treatment (2016) § 3.3.6 Opioids for Chronic Pain and Chronic Opioid Treatment: Use of Urine Drug Testing (UDT)",
      ],
    ],
    [
      "Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand.",
      ["Postsurgical Treatment (2009) § Forearm ¦ Wrist ¦ Hand"],
    ],
    ["Elbow Complaints 2007, Section(s): 326.", ["Elbow Complaints (2007) § 326"]],
    [
      "Stress-Related Conditions 2004, Section(s): General Approach.",
      ["Stress-Related Conditions (2004) § General Approach"],
    ],
    [
      "General Approaches 2004, Section(s): Initial Approaches to Treatment, and Neck and Upper Back Complaints 2004, Section(s): Summary.",
      [
        "General Approaches (2004) § Initial Approaches to Treatment",
        "Neck and Upper Back Complaints (2004) § Summary",
      ],
    ],
    [
      "Low Back Complaints 2004, and Opioid Treatment 2016.",
      ["Low Back Complaints (2004)", "Opioid Treatment (2016)"],
    ],
    [
      "Forearm, Wrist, and Hand Complaints 2004, Section(s): Summary, and Knee Complaints 2004, and Ankle and Foot Complaints 2004.",
      [
        "Forearm, Wrist, and Hand Complaints (2004) § Summary",
        "Knee Complaints (2004)",
        "Ankle and Foot Complaints (2004)",
      ],
    ],
    ["Opioid Treatment 2016.", ["Opioid Treatment (2016)"]],
    ["Hip and Groin Disorders 2019, Section(s): Surgery.", ["Hip and Groin Disorders (2019) § Surgery"]],
    ["Low Back Complaints 2004, Table 12-8, page 309.", ["Low Back Complaints (2004) § Table 12-8, p. 309"]],
  ])("%s", (source, expected) => {
    expect(cited(`${mtus} ${source}`)).toEqual(expected.map((c) => `mtus: ${c}`));
  });
});

describe("MTUS without years (2014)", () => {
  it.each([
    [".", ""],
    [" Muscle relaxants.", " § Muscle relaxants"],
    [" Cyclobenzaprine.", " § Cyclobenzaprine"],
    [" Criteria for use of Opioids.", " § Criteria for use of Opioids"],
    [" MUSCLE RELAXANT (FOR PAIN) Page(s): 63.", " § MUSCLE RELAXANT (FOR PAIN), p. 63"],
    [" Page(s): 63-66 of 127.", ", p. 63-66 of 127"],
    [
      " NSAIDs, GI SYMPTOMS AND CARDIOVASCULAR RISK Page(s): 68.",
      " § NSAIDs ¦ GI SYMPTOMS AND CARDIOVASCULAR RISK, p. 68",
    ],
    [
      " Cyclobenzaprine, Medications for chronic pain, Antispasmodics, Page(s): 41-42, 60-61, 64-66.",
      " § Cyclobenzaprine ¦ Medications for chronic pain ¦ Antispasmodics, p. 41-42, 60-61, 64-66",
    ],
    [" Opioids, criteria for use Page(s): 76-85, 88-89.", " § Opioids ¦ criteria for use, p. 76-85, 88-89"],
    [
      " Topical Analgesics; Section Other Topical Muscle Relaxants Page(s): 111; 113.",
      " § Topical Analgesics ¦ Other Topical Muscle Relaxants, p. 111, 113",
    ],
    [" Opioids Page(s):\n\n76-\n85.", " § Opioids, p. 76-85"],
    [" Opioids Page(s): .", " § Opioids"],
  ])("Chronic Pain Treatment Guidelines%j", (source, expected) => {
    expect(cited(pain2014 + source)).toEqual([pain + expected]);
  });

  it.each([
    ["ACOEM.", "ACOEM"],
    [
      "ACOEM Chapter 12 Low Back Complaints Page(s): 303-305.",
      "ACOEM Chapter 12 Low Back Complaints, p. 303-305",
    ],
    [
      "ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.",
      "ACOEM Practice Guidelines, Chapter 12 Low Back Complaints, p. 303-305",
    ],
    ["Postsurgical Treatment Guidelines.", "Postsurgical Treatment Guidelines"],
    ["Acupuncture Medical Treatment Guidelines.", "Acupuncture Medical Treatment Guidelines"],
    ["", "-"],
    ["something else.", "- § something else"],
  ])("%s", (source, expected) => {
    expect(cited(`${mtus} ${source}`)).toEqual([`mtus: ${expected}`]);
  });
});

describe("outside the MTUS", () => {
  const odg = "Official Disability Guidelines (ODG)";
  it.each([
    [`${odg}, Low Back.`, `${odg} § Low Back`],
    [`${odg} Head, CT.`, `${odg} § Head ¦ CT`],
    ["ODG guidelines, Neck and Upper back, MRI.", "ODG guidelines § Neck and Upper back ¦ MRI"],
    [
      "Official Disability Guidelines - Low Back Procedures.",
      "Official Disability Guidelines § Low Back Procedures",
    ],
    [
      "Official Disability Guidelines: Physical Therapy Guidelines.",
      "Official Disability Guidelines § Physical Therapy Guidelines",
    ],
    [`${odg} Shoulder/MR Arthrogram.`, `${odg} § Shoulder/MR Arthrogram`],
    [`${odg} Low Back (Shock wave therapy).`, `${odg} § Low Back (Shock wave therapy)`],
    [`${odg}, Head (updated 11/22/16).`, `${odg} § Head (updated 11/22/16)`],
    ["ODG Guidelines, 14th Edition, 2016, Knee Chapter.", "ODG Guidelines (2016) § Knee Chapter"],
    [
      "ACOEM Occupational Medicine Practice Guidelines, 3rd ed., Low Back Disorders, pg. 607.",
      "ACOEM Occupational Medicine Practice Guidelines § Low Back Disorders, p. 607",
    ],
    [
      "ACOEM Guidelines, Chapter 7, Independent Medical Examinations and Consultations, page 137.",
      "ACOEM Guidelines § Chapter 7 ¦ Independent Medical Examinations and Consultations, p. 137",
    ],
    [
      "Harris J. Occupational medicine practice guidelines, 2nd edition (2004) p 301.",
      "Harris J (2004) § Occupational medicine practice guidelines, p. 301",
    ],
    ["http://www.drugs.com/famotidine.html.", "http://www.drugs.com/famotidine.html"],
    [
      "https://www.cms.gov/medicare- coverage-database/details.aspx.",
      "https://www.cms.gov/medicare- coverage-database/details.aspx",
    ],
    [
      "Sildenafil: Drug information, accessed from UpToDate.com on 12/17/2016.",
      "UpToDate.com § Sildenafil: Drug information",
    ],
    ["Low Back (Hyperstimulation analgesia).", "- § Low Back (Hyperstimulation analgesia)"],
    [
      "Pain, Cyclobenzaprine (Flexeril) Up To Date, Flexeril",
      "Up To Date § Pain ¦ Cyclobenzaprine (Flexeril) ¦ Flexeril",
    ],
    ["Pain Guidelines, Opioids.", "- § Pain Guidelines ¦ Opioids"],
    [
      "American College of Radiology Appropriateness Criteria, Low Back.",
      "American College of Radiology Appropriateness Criteria § Low Back",
    ],
    ["Smith, Spine, 2010, pages 335-36 and 340.", "- (2010) § Smith ¦ Spine, p. 335-336, 340"],
    ["", "-"],
  ])("%s", (source, expected) => {
    expect(cited(`${non} ${source}`)).toEqual([`nonMtus: ${expected}`]);
  });

  it.each([
    ["www.mdguidelines.com.", "www.mdguidelines.com"],
    [
      "AANEM Recommended Policy for Electrodiagnostic Medicine.",
      "AANEM § Recommended Policy for Electrodiagnostic Medicine",
    ],
    [
      "ACOEM Hip and Groin Disorders, Diagnostic Testing, MRI.",
      "ACOEM § Hip and Groin Disorders ¦ Diagnostic Testing ¦ MRI",
    ],
    ["UpToDate, Flexeril.", "UpToDate § Flexeril"],
    [
      "http://www.aetna.com/cpb/medical/data/500_599/0540.html",
      "http://www.aetna.com/cpb/medical/data/500_599/0540.html",
    ],
  ])("and Other Medical Treatment Guidelines %s", (source, expected) => {
    expect(cited(`${non} ${odg}, Pain and Other Medical Treatment Guidelines ${source}`)).toEqual([
      `nonMtus: ${odg} § Pain`,
      `other: ${expected}`,
    ]);
  });

  it.each([
    ["Decision based on Non-MTUS Official Disability Guidelines (ODG), Pain.", [`nonMtus: ${odg} § Pain`]],
    [
      "Decision based on Non- MTUS Citation Official Disability Guidelines (ODG), Pain.",
      [`nonMtus: ${odg} § Pain`],
    ],
    [
      "Decision based on Non-\nMTUS Citation Official\nDisability Guidelines (ODG), Pain.",
      [`nonMtus: ${odg} § Pain`],
    ],
    ["Decision based on Other Medical Treatment Guidelines ACOEM Hip.", ["other: ACOEM § Hip"]],
    [
      `${mtus} Opioid Treatment 2016. ${non} ${odg} Pain.`,
      ["mtus: Opioid Treatment (2016)", `nonMtus: ${odg} § Pain`],
    ],
    [`${pain2014} Page(s): 127. ${mtus} ACOEM.`, [`${pain}, p. 127`, "mtus: ACOEM"]],
  ])("%j", (body, expected) => {
    expect(cited(body)).toEqual(expected);
  });
});

describe("pages", () => {
  const pages = (words: string) =>
    read(`${pain2014} Opioids ${words}`).citations[0]?.pages.map(
      (p) => `${p.first}-${p.last}${p.of ? `/${p.of}` : ""}`,
    );
  it.each([
    ["Page(s): 63.", ["63-63"]],
    ["Page(s): 63-66 of 127.", ["63-66/127"]],
    ["Page(s): 76-85, 88-89.", ["76-85", "88-89"]],
    ["Page(s): 111; 113.", ["111-111", "113-113"]],
    ["Page(s) 76 - 80 & 82", ["76-80", "82-82"]],
    ["pages 89-90.", ["89-90"]],
    ["page 82", ["82-82"]],
    ["pg. 607.", ["607-607"]],
    ["pg 78.", ["78-78"]],
    ["pgs. 78 and 80.", ["78-78", "80-80"]],
    ["p 301.", ["301-301"]],
    ["pp. 335-36.", ["335-336"]],
    ["Page(s): 66-63.", ["66-63"]],
    ["Page(s): 41-42. Page(s): 60.", ["41-42", "60-60"]],
    ["Page(s): 12345.", []],
    ["2 pages", []],
    [`Page${":".repeat(60)}x`, []],
  ])("%s", (words, expected) => {
    expect(pages(words)).toEqual(expected);
  });

  it("have the spans of the numbers", () => {
    const body = `${pain2014} Page(s): 76-\n85, 88.`;
    expect(read(body).citations[0]?.pages.map(({ span }) => body.slice(span.start, span.end))).toEqual([
      "76-\n85",
      "88",
    ]);
  });
});

describe("fixed sentences", () => {
  const fixed = (body: string) => {
    const part = read(body);
    const at = (span: typeof part.citesNothing) => span && body.slice(span.start, span.end);
    return [part.citations.length, at(part.citesNothing), at(part.outsideMtus)];
  };
  it.each([
    [
      "The Claims Administrator did not cite any medical evidence for its decision.",
      [0, "did not cite any medical evidence for its decision.", undefined],
    ],
    [
      "The Expert Reviewer did not cite any medical\nevidence for its decision.",
      [0, "did not cite any medical\nevidence for its decision.", undefined],
    ],
    [
      "The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines.",
      [0, undefined, "based their decision on recommendation(s) outside of the MTUS Guidelines."],
    ],
    [
      `The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. ${non} ODG.`,
      [1, undefined, "based their decision on recommendation(s) outside of the MTUS Guidelines."],
    ],
    ["", [0, undefined, undefined]],
    ["No guideline is named.", [0, undefined, undefined]],
  ])("%j", (body, expected) => {
    expect(fixed(body)).toEqual(expected);
  });
});

it("has the spans of what it names", () => {
  const body = `${mtus} Low Back\nComplaints 2004, Section(s): Special\nStudies, Summary, and Opioid Treatment 2016.`;
  const at = ({ start, end }: { start: number; end: number }) => body.slice(start, end);
  const [first, second] = read(body).citations;
  expect([first?.guideline, first?.year, ...(first?.topics ?? [])].map((s) => s && at(s.span))).toEqual([
    "Low Back\nComplaints",
    "2004",
    "Special\nStudies",
    "Summary",
  ]);
  expect(first && at(first.span)).toBe(
    `${mtus} Low Back\nComplaints 2004, Section(s): Special\nStudies, Summary`,
  );
  expect(second && at(second.span)).toBe("Opioid Treatment 2016.");
});
