import { describe, expect, test } from "vitest";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { findingsIn } from "../findings.ts";

const rules = new Set(["issue/heading-contradiction", "issue/implausible-strength"]);
const findingsOn = (heading: string) =>
  findingsIn(
    letter({
      issues: [
        issue({
          heading: `${heading}: Upheld`,
          rationale: `Decision rationale: ${reasons} The request is not medically necessary.`,
        }),
      ],
    }),
  ).filter(({ rule }) => rules.has(rule));
const rulesOn = (heading: string) => findingsOn(heading).map(({ rule }) => rule);

describe("issue/heading-contradiction", () => {
  test.each([
    "Eight (6) sessions of physical therapy",
    "Six (8) sessions of acupuncture",
    "12 (ten) visits of chiropractic treatment",
    "Naproxen 500mg sixty (90) tablets",
    "Naproxen 500mg #60 (ninety)",
    "Physical therapy two (3) times a week for six (6) weeks",
    "Physical therapy 2 times a week for six (8) weeks",
    "Physical therapy 2 times a week for 6 weeks (10 sessions)",
    "Physical therapy 2x6 (18 visits)",
    "Physical therapy 3 times a week for 4 weeks, 8 sessions",
    "12 sessions of acupuncture, 2x4",
    "Acupuncture, 6 visits, once a week for 8 weeks",
    "Chiropractic treatment twice weekly for six weeks, total 10 visits",
    "Physical therapy to the lumbar spine 2 times a week for 2 weeks (6)",
    "Physical therapy 2-3 times a week for 4 weeks (16 sessions)",
    "Physical therapy #10, 2 times a week for 6 weeks",
    "Norco 10/325mg 5/325mg #60",
    "Naproxen 500mg 550mg #60",
    "Ambien 10mg (zolpidem 5mg) #30",
    "Norco 10/325mg #60, 90 tablets",
    "Naproxen 500mg #60, thirty tablets",
    "Norco 10/325mg BID #60, 15 day supply",
    "Omeprazole 20mg once daily #30, 90 day supply",
    "Gabapentin 300mg TID #90, 60 day supply",
    "Massage therapy once a week for 6 weeks, 12 sessions",
    "Thirty (20) day rental of a TENS unit",
    "Naproxen 500mg #60 with two (3) refills",
    "Acupuncture 2 times per week x 4 weeks = 6 visits",
    "Acupuncture, 12 sessions was the original request. Acupuncture, 6 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture, 4 sessions is",
    "Norco 10/325mg #120 was the original request. Norco 10/325mg #60 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #30 is",
    "Physical therapy two times a week for six weeks, eight sessions",
    "Naproxen 500mg, one tablet twice a day for 30 days, #90",
    "Tizanidine 4mg 1 capsule three times daily x 30 days, #30",
    "Home health aide 4 hours a day, 3 days a week for 6 weeks (48 hours)",
    "Home care 20 hours a week for 4 weeks, 100 hours",
    "Functional restoration program, 6 hours a day for 10 days, total 80 hours",
    "Duloxetine 60mg delayed release capsules 20mg #30",
    "Tramadol 150mg ER capsules 100mg #30",
    "Norco 10/325mg #60 (5/325mg)",
    "Morphine sulfate ER 15mg immediate release tablets #60",
    "Tramadol IR 50mg extended release #60",
    "OxyContin 20mg immediate release #60",
    "MRI of the right ankle without contrast, with gadolinium",
    "CT of the head with dye, without contrast",
    "Supartz injections to the left knee, series of 5 (three injections)",
    "Three Synvisc injections, left knee, series of five",
    "Hinged knee brace, purchase, 30 day rental",
    "TENS unit 60 day rental, purchase",
    "Lidocaine 5% patch #30, one tablet by mouth daily",
    "Voltaren 1% cream, take orally twice a day",
    "Norco 10/325mg #60 (refills 2), no refills",
    "Naproxen 500mg #60 with 1 refill (3 refills)",
    "Acupuncture 12 sessions (8 visits)",
    "Naproxen 500mg BID, three times a day, #60",
    "Arthroscopy of the right knee (left)",
    "Left right knee MRI",
    "Lumbar epidural steroid injection at C5-C6",
    "Naproxen 500mg #60: Overturned",
    "MRI of the left knee (overturned)",
    "Cervical facet injection L4-5",
  ])("%s", (heading) => {
    expect(rulesOn(heading)).toEqual(["issue/heading-contradiction"]);
  });

  test.each([
    ["Eight (6) sessions of therapy", "The heading says Eight, and then 6 for the same number."],
    [
      "Therapy 2 times a week for 6 weeks (10 sessions)",
      "“2 times a week for 6 weeks” is 12 sessions, but the heading also says 10 sessions.",
    ],
    ["Norco 10/325mg 5/325mg #60", "The heading names two strengths, 10/325mg and 5/325mg."],
    ["Naproxen 500mg #60, 90 tablets", "The heading says both #60 and 90 tablets."],
    ["Norco 10/325mg BID #60, 15 day supply", "#60 BID lasts 30 days, but the heading says 15 day supply."],
    [
      "Acupuncture, 12 sessions was the original request. Acupuncture, 6 sessions was authorized by the Claims " +
        "Administrator. The remaining IMR eligible portion of the original request, Acupuncture, 4 sessions is",
      "6 of 12 sessions were authorized, so 6 remain, not 4 sessions.",
    ],
  ])("says what contradicts what: %s", (heading, message) => {
    const [found] = findingsOn(heading);
    expect([found?.message, found?.related.length]).toEqual([message, 1]);
  });

  test("is information where the arithmetic depends on how a drug is taken", () => {
    expect(findingsOn("Norco 10/325mg BID #60, 15 day supply").map(({ severity }) => severity)).toEqual([
      "information",
    ]);
  });

  test("offers both numbers", () => {
    const [found] = findingsOn("Eight (6) sessions of therapy");
    expect(found?.fixes?.map(({ title }) => title)).toEqual(["Change “6” to “8”", "Change “Eight” to “Six”"]);
  });

  test("has fixes that resolve it", () => {
    for (const heading of ["Eight (6) sessions of therapy", "Therapy 2x6, ten sessions"]) {
      const fixes = findingsOn(heading).flatMap((found) => found.fixes ?? []);
      expect(fixes.length).toBeGreaterThan(0);
      for (const { title } of fixes) {
        const [, from = "", to = ""] = /“(.*)” to “(.*)”/.exec(title) ?? [];
        expect(rulesOn(heading.replace(from, to))).toEqual([]);
      }
    }
  });
});

describe("issue/implausible-strength", () => {
  test.each([
    "Naproxen 5000mg #60",
    "Cyclobenzaprine 75mg #60",
    "Meloxicam 75mg #30",
    "Norco 100/325mg #60",
    "Omeprazole 200mg #30",
    "Zolpidem 100mg #30",
    "Lisinopril 20000mg #30",
  ])("%s", (heading) => {
    expect(rulesOn(heading)).toEqual(["issue/implausible-strength"]);
  });
});

test.each([
  "Eight (8) sessions of physical therapy",
  "Naproxen 500mg, one tablet twice a day for 30 days, #60",
  "Naproxen 500mg, two tablets daily for 30 days, #60",
  "Omeprazole 20mg daily for 3 months, #30",
  "Norco 10/325mg 1-2 tablets three times a day for 30 days, #120",
  "Norco 10/325mg one tablet every 6 hours as needed for 30 days, #60",
  "Home health aide 4 hours a day, 3 days a week for 6 weeks (72 hours)",
  "Home health aide 4 hours a day for 6 weeks (120 hours)",
  "Home care 20 hours a week for 4 weeks, 80 hours",
  "Functional restoration program 6 hours a day, 160 hours",
  "Gabapentin 300mg capsules #90, 600mg tablets #60",
  "Morphine ER 15mg #60 and morphine IR 15mg #30",
  "Oxycodone 10mg immediate release #60",
  "OxyContin 20mg #60",
  "MRI of the brain with and without contrast",
  "MRI of the neck without contrast and CT with contrast",
  "Supartz injections to the left knee, series of 5 (five injections)",
  "Series of 3 Orthovisc injections, one injection a week",
  "TENS unit, 30 day rental, then purchase",
  "TENS unit 30 day rental or purchase",
  "TENS unit rental with supplies purchase",
  "Cold therapy unit 7 day rental and wrap purchase",
  "Lidocaine 5% patch #30, one patch daily",
  "Omega-3 gel capsules #60",
  "Ketamine cream and naproxen tablets #60",
  "Physical therapy 12 sessions (initial 6 visits)",
  "Acupuncture 12 sessions (12 visits)",
  "Gabapentin 300mg BID and 600mg at bedtime #120",
  "Norco 10/325mg q6h, up to three times a day, #90",
  "Left and right knee MRI",
  "Naproxen 500mg #60: Upheld",
  "Left shoulder injection and right knee injection",
  "Left L4 and right L5 transforaminal epidural",
  "Cervical epidural at C7-T1",
  "Lumbar facet blocks T12-L1",
  "Thoracolumbar brace for T11-L2",
  "Naproxen 500mg sixty (60) tablets",
  "Physical therapy 2 times a week for 6 weeks (12 sessions)",
  "Physical therapy two (2) times a week for six (6) weeks, twelve (12) sessions",
  "Physical therapy 2-3 times a week for 4-6 weeks (12 sessions)",
  "Physical therapy 2 times a week for 4 to 6 weeks, 12 visits",
  "Physical therapy evaluation and treatment 2 times a week for 6 weeks, 13 visits",
  "12 sessions of physical therapy, 2x6",
  "Physical therapy once a week for one month, 4 sessions",
  "Physical therapy 2x6, lumbar spine, 97110",
  "Norco 10/325mg #60 and Norco 5/325mg #60",
  "OxyContin 20mg, 40mg #60",
  "Norco (10/325mg) #60",
  "Norco 10/325mg (hydrocodone 10 mg) #60",
  "Lidocaine 5% (700 mg) patch #30",
  "Norco 10/325mg BID #60, 30 day supply",
  "Norco 10/325mg 1-2 tablets BID prn #60, 15 day supply",
  "Gabapentin 300mg TID #90, one month supply",
  "Omeprazole 20mg twice daily #60",
  "Naproxen 500mg #60, 1 bottle",
  "Naproxen 500mg #60, one tablet twice daily",
  "Naproxen 500mg (#60) with 2 refills",
  "Norco 10/325mg #60 per month, 3 months",
  "Lidoderm 5% patch #30, 1 box of 30",
  "Methadone 10mg #240",
  "Metformin 1000mg #60",
  "Fish oil 3000mg #90",
  "Levetiracetam 1500mg #60",
  "Gabapentin 800mg #90",
  "Ketorolac 60mg IM injection",
  "Solu-Medrol 1000mg infusion",
  "Vitamin C 1000mg #60",
  "Glucosamine 1500mg/chondroitin 1200mg #90",
  "Tramadol ER 300mg #30",
  "Acupuncture, 12 sessions was the original request. Acupuncture, 6 sessions was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Acupuncture, 6 sessions is",
  "Acupuncture, 12 sessions was the original request. The Claims Administrator authorized 2 sessions of acupuncture, leaving the original request IMR eligible. The original request, Acupuncture, 12 sessions is",
  "Norco 10/325mg #120 was the original request. Norco 10/325mg #60 was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Norco 10/325mg #60 is",
  "Physical therapy to the lumbar spine 2 times a week for 3 weeks (6) was the original request. Physical therapy to the lumbar spine 2 times a week for 1 week (2) was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Physical therapy to the lumbar spine 2 times a week for 2 weeks (4) is",
  "Home health aide 4 hours a day, 5 days a week for 12 weeks",
  "Functional restoration program, 160 hours, 20 days",
  "Epidural steroid injection at L4-5 (1 of 3)",
  "Percocet 10/325mg, 1 tablet 4 times a day, #120",
  "Medrol dose pack 4mg #21",
  "MRI of the right shoulder (1.5 Tesla Closed)",
  "Retrospective TENS unit, purchase (DOS 12/29/16)",
  "Prilosec 20mg #60, #30 for two months",
  "Trigger finger release, third (3rd) digit",
  "Synvisc-One injection x1, 6 ml",
  "Norco 10/325mg #90 then #60 as a taper",
  "Botox 100 units x 2",
  "Tylenol #3 300/30mg #60",
  "Tylenol #3, #60",
  "One (1) porcelain crown, tooth #9",
  "Two (2) level fusion L4-S1",
  "ACDF C5-6, one level, with plate",
  "Anterior cervical discectomy and fusion, two levels, C5-C7",
  "Lumbar fusion at L4-5 and L5-S1, two levels",
  "Facet injections at L3, L4, and L5, three levels",
  "Medial branch blocks L4-5, two levels",
  "Grade one (2) mobilization",
])("nothing is wrong with: %s", (heading) => {
  expect(rulesOn(heading)).toEqual([]);
});

test.each([
  "One (2) porcelain crown, tooth #9",
  "Two (1) toilet risers",
  "Twelve (10) widgets",
  "Anterior cervical discectomy and fusion, two levels, at C5-6",
  "ACDF C5-C7, single level",
  "Two-level lumbar fusion at L4-5",
  "Disc replacement C4-C7, 2 levels",
  "TLIF L3-S1, two-level",
])("numbers that can't both be right: %s", (heading) => {
  expect(rulesOn(heading)).toEqual(["issue/heading-contradiction"]);
});
