import { describe, expect, test } from "vitest";
import type { Edit } from "../../../server/src/base/edits.ts";
import { issue, letter, reasons } from "../../fixture/letter.ts";
import { type Expected, expectFindings, expectNothing, findingsIn } from "../findings.ts";

/** A letter with one issue of that heading, and a rationale that ends in that conclusion. */
const concluding = (heading: string, conclusion: string) =>
  letter({
    issues: [
      issue({ heading: `${heading}: Upheld`, rationale: `Decision rationale: ${reasons}\n${conclusion}` }),
    ],
  });

describe("consistency/strength", () => {
  const differs = (is: string, should: string): Expected => ({
    message: `The conclusion says ${is}, but the heading says ${should}.`,
    related: "The heading's strength.",
  });

  test.each([
    ["Naproxen {{500mg}} #60", "naproxen [[550mg]] #60", "550mg", "500mg"],
    ["Norco {{10/325mg}} #60", "Norco [[10/352mg]] #60", "10/352mg", "10/325mg"],
    ["Norco {{10/325mg}} #60", "Norco [[5/325]] #60", "5/325", "10/325mg"],
    ["Levothyroxine {{50mcg}} #30", "levothyroxine [[50mg]] #30", "50mg", "50mcg"],
    ["Lidocaine {{5%}} ointment", "lidocaine [[4 percent]] ointment", "4 percent", "5%"],
  ])("%s ≠ %s", (heading, request, is, should) => {
    expectFindings(
      "consistency/strength",
      concluding(heading, `The request for ${request} is not medically necessary.`),
      differs(is, should),
    );
  });

  test.each([
    ["Norco 7.5-325mg #60", "Norco 7.5/325mg #60"],
    ["Norco 10/325mg #60", "Norco 10mg"],
    ["Norco 10/325mg #60", "Norco 10/325"],
    ["Naproxen 500mg #60", "naproxen 500 mg, #60"],
    ["Naproxen 500mg #60", "naproxen"],
    ["Naproxen #60", "naproxen 500mg"],
    ["Metformin 1g #60", "metformin 1000mg #60"],
    ["Lidocaine 5% ointment", "lidocaine 5 percent ointment"],
    ["Flurbiprofen 20%, Lidocaine 5% cream", "lidocaine 5%, flurbiprofen 20% cream"],
    ["Norco 5/325mg #60", "Norco (5 mg hydrocodone/325 mg acetaminophen) #60"],
  ])("%s = %s", (heading, request) => {
    expectNothing(concluding(heading, `The request for ${request} is not medically necessary.`));
  });

  test("a strength in the reason isn't that of the request", () => {
    expectNothing(
      concluding(
        "Naproxen 500mg #60",
        "The request for naproxen 500mg is not medically necessary as 250 mg was enough.",
      ),
    );
  });
});

describe("consistency/quantity", () => {
  const differs = (is: string, should: string): Expected => ({
    message: `The conclusion says ${is}, but the heading says ${should}.`,
    related: "The heading's quantity.",
  });

  test.each([
    ["Work conditioning, {{10 visits}}", "work conditioning, [[10 weeks]]", "10 weeks", "10 visits"],
    ["Gym membership, {{6 months}}", "gym membership, [[6 sessions]]", "6 sessions", "6 months"],
    ["Naproxen 500mg {{#60}}", "naproxen 500mg [[#90]]", "#90", "#60"],
    ["Naproxen 500mg {{#60}} with 3 refills", "naproxen 500mg [[#30]]", "#30", "#60"],
    [
      "Naproxen 500mg #60 with {{3 refills}}",
      "naproxen 500mg #60 with [[2 refills]]",
      "2 refills",
      "3 refills",
    ],
    ["Naproxen 500mg {{QTY: 2}}", "naproxen 500mg [[QTY: 3]]", "QTY: 3", "QTY: 2"],
    ["Physical therapy, {{12 sessions}}", "physical therapy, [[18 sessions]]", "18 sessions", "12 sessions"],
    [
      "Physical therapy, {{12 sessions}}",
      "[[eighteen visits]] of physical therapy",
      "eighteen visits",
      "12 sessions",
    ],
    [
      "Physical therapy {{2 times a week for 6 weeks}}",
      "[[10 sessions]] of physical therapy",
      "10 sessions",
      "2 times a week for 6 weeks",
    ],
    [
      "Physical therapy, {{12 sessions}}",
      "physical therapy [[2 times a week for 4 weeks]]",
      "2 times a week for 4 weeks",
      "12 sessions",
    ],
    ["Naproxen 500mg {{#60}}", "naproxen 500mg #60 with [[3 refills]]", "3 refills", "#60"],
    ["Lidocaine 5% ointment {{120 grams}}", "lidocaine 5% ointment [[240 grams]]", "240 grams", "120 grams"],
  ])("%s ≠ %s", (heading, request, is, should) => {
    expectFindings(
      "consistency/quantity",
      concluding(heading, `The request for ${request} is not medically necessary.`),
      differs(is, should),
    );
  });

  test("what the heading says twice is reported once", () => {
    expectFindings(
      "consistency/quantity",
      concluding(
        "Therapy, {{12 sessions}} was the original request. The Claims Administrator authorized 2 sessions, leaving the original request IMR eligible. The original request, Therapy, 12 sessions is",
        "The original request for therapy, [[10 sessions]] is not medically necessary.",
      ),
      differs("10 sessions", "12 sessions, 2 sessions"),
    );
  });

  test.each([
    ["Naproxen 500mg #60 with 3 refills", "naproxen 500mg #60 with 3 refills"],
    ["Naproxen 500mg #60 with 3 refills", "naproxen"],
    ["Naproxen 500mg #60", "naproxen 500mg QTY: 60"],
    ["Physical therapy, 12 sessions", "12 visits of physical therapy"],
    ["Physical therapy, 12 sessions", "twelve sessions of physical therapy"],
    ["Physical therapy 2 times a week for 6 weeks (12 sessions)", "12 sessions of physical therapy"],
    ["Physical therapy 2 times a week for 6 weeks", "12 sessions of physical therapy"],
    ["Physical therapy, 12 sessions", "physical therapy 2 times a week for 6 weeks"],
    ["Physical therapy 2 to 3 times a week for 4 to 6 weeks", "12 sessions of physical therapy"],
    ["Physical therapy 2-3 times a week for 4 weeks", "8 sessions of physical therapy"],
    [
      "Physical therapy 2 times a week for 6 weeks",
      "physical therapy 2 times a week for 6 weeks in addition to the 24 sessions already completed",
    ],
    ["Physical therapy for 6 weeks", "12 sessions of physical therapy"],
    ["Naproxen 500mg #60", "naproxen 500mg #60 with 0 refills"],
    [
      "Naproxen 500mg #60 with 2 refills was the original request. Naproxen 500mg with 2 refills was authorized by the Claims Administrator. The remaining IMR eligible portion of the original request, Naproxen 500mg #60 is",
      "naproxen 500mg #60 with 2 refills",
    ],
  ])("%s = %s", (heading, request) => {
    expectNothing(concluding(heading, `The request for ${request} is not medically necessary.`));
  });
});

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((all, { start, end, text: words }) => all.slice(0, start) + words + all.slice(end), text);

const own = new Set(["consistency/strength", "consistency/quantity"]);
/** The messages about quantities, wherever the rationale names the request. */
const messagesOn = (heading: string, words: string): readonly (readonly string[])[] =>
  [
    `The request for ${words} is not medically necessary.`,
    `Therefore, ${words} is not medically necessary.`,
    `The current request is for ${words}. The request is not medically necessary.`,
  ].map((sentence) =>
    findingsIn(concluding(heading, sentence)).flatMap(({ rule, message }) =>
      own.has(rule) ? [message] : [],
    ),
  );

/** What the heading requests, and the same request with another quantity. */
const mistaken: readonly (readonly [string, string])[] = [
  ["Naproxen 500mg #60", "naproxen 500mg, one hundred twenty tablets"],
  ["Naproxen 500mg #60", "sixty-five tablets of naproxen 500mg"],
  ["Naproxen 500mg #60", "naproxen 500mg (quantity 90)"],
  ["Naproxen 500mg #60", "naproxen 500mg, no. 90"],
  ["Naproxen 500mg #60", "naproxen 500mg x 90"],
  ["Naproxen 500mg #60", "naproxen 500mg 90 count"],
  ["Naproxen 500mg 90 ct", "naproxen 500mg #60"],
  ["Naproxen 500mg, quantity: ninety", "naproxen 500mg #60"],
  ["Naproxen 500mg sixty (60) tablets", "naproxen 500mg ninety (90) tablets"],
  ["Lidoderm 5% patch #30", "Lidoderm 5% patch, sixty patches"],
  ["Lidoderm patch 5% box of 30", "Lidoderm patch 5% #60"],
  ["Lidoderm patch 5% two boxes of 30", "Lidoderm patch 5% #30"],
  ["Flector patches 1.3% two boxes", "Flector patches 1.3% three boxes"],
  ["Voltaren gel 1% 100g tube", "Voltaren gel 1% 300g tube"],
  ["Voltaren gel 1% #1 tube", "Voltaren gel 1%, 3 tubes"],
  ["Ondansetron 8mg #10", "ondansetron 8mg, 20 films"],
  ["Docusate suppositories #12", "docusate, 24 suppositories"],
  ["Toradol 60mg injection x 1", "Toradol 30mg injection x 1"],
  ["Tramadol 50mg #60", "tramadol 150mg #60"],
  ["Norco 10-325 #60", "Norco 5-325 #60"],
  ["Norco 10/325 #60", "Norco 7.5/325 #60"],
  ["Norco 10/325mg #60", "hydrocodone 5 mg/acetaminophen 325 mg #60"],
  ["Ibuprofen 800 milligrams #60", "ibuprofen 600 mg #60"],
  ["Gabapentin 1,200 mg #90", "gabapentin 200 mg #90"],
  ["Vitamin D 50,000 IU #4", "vitamin D 5,000 IU #4"],
  ["Meloxicam 7.5 mg #30", "meloxicam 75 mg #30"],
  ["Levothyroxine 0.05mg #30", "levothyroxine 75 mcg #30"],
  ["Fentanyl patch 25mcg/hr #10", "fentanyl patch 50 mcg/hr #10"],
  ["Lidocaine 5% ointment", "lidocaine 4% ointment"],
  ["Naproxen 500mg every 12 hours #60", "naproxen 500mg every 8 hours #60"],
  ["Norco 10/325mg q4h #120", "Norco 10/325mg q6h #120"],
  ["Norco 10/325mg q4-6h prn #120", "Norco 10/325mg every 12 hours as needed #120"],
  ["Gabapentin 300mg TID #90", "gabapentin 300mg BID #90"],
  ["Gabapentin 300mg three times daily", "gabapentin 300mg at bedtime"],
  ["Zolpidem 10mg nightly #30", "zolpidem 10mg twice daily #30"],
  ["Omeprazole 20mg daily #30", "omeprazole 20mg twice a day #30"],
  ["Norco 10/325mg #60, 30 day supply", "Norco 10/325mg #60, 15 day supply"],
  ["Norco 10/325mg, one month supply", "Norco 10/325mg, three month supply"],
  ["Norco 10/325mg #60 with 2 refills", "Norco 10/325mg #60 with no refills"],
  ["Norco 10/325mg #60, refills: 3", "Norco 10/325mg #60, refills: 1"],
  ["Norco 10/325mg #60 refill x 2", "Norco 10/325mg #60 with one refill"],
  ["Physical therapy 2 times a week for 6 weeks", "physical therapy 2 times a week for 4 weeks"],
  ["Physical therapy 2 times a week for 6 weeks", "physical therapy 3 times a week for 6 weeks"],
  ["Physical therapy 2x6", "physical therapy 3x4"],
  ["Physical therapy twice weekly for six weeks", "physical therapy, 18 sessions"],
  ["Physical therapy, 2 x per week x 6 weeks", "24 sessions of physical therapy"],
  ["Physical therapy once weekly for 6 weeks", "12 sessions of physical therapy"],
  ["Acupuncture times 12", "acupuncture, 6 sessions"],
  ["Acupuncture #6", "8 sessions of acupuncture"],
  ["Chiropractic treatment, 12 visits", "chiropractic treatment, six visits"],
  ["Six additional physical therapy visits", "twelve additional physical therapy visits"],
  ["Cognitive behavioral therapy 10 sessions", "cognitive behavioral therapy, 20 sessions"],
  ["Physical therapy, 6-8 sessions", "physical therapy, 12 sessions"],
  ["Home health aide 4 hours a day, 5 days a week", "home health aide 8 hours a day, 5 days a week"],
  ["Home health aide 4 hours a day, 5 days a week", "home health aide 4 hours a day, 7 days a week"],
  ["TENS unit purchase", "rental of the TENS unit"],
  ["TENS unit 30 day rental", "TENS unit 90 day rental"],
  ["TENS unit rental for one month", "TENS unit rental for three months"],
  ["Cold therapy unit, 7 day rental", "cold therapy unit, 14 day rental"],
  ["Cold therapy unit purchase", "cold therapy unit rental for 7 days"],
  ["Gym membership for 6 months", "gym membership for 12 months"],
  ["Retrospective MRI lumbar spine (DOS 1/4/16)", "retrospective MRI lumbar spine (DOS 2/4/16)"],
  [
    "Retrospective urine drug screen, date of service 1/4/2016",
    "retrospective urine drug screen, date of service 1/14/2016",
  ],
  ["Three Synvisc injections to the right knee", "five Synvisc injections to the right knee"],
  ["Epidural steroid injection x 2", "three epidural steroid injections"],
  ["Urine drug screen x 4", "urine drug screen x 1"],
  ["Functional restoration program, 80 hours", "functional restoration program, 160 hours"],
  ["Functional restoration program 10 days", "functional restoration program 20 days"],
  ["Follow-up visits x 6", "follow-up visits x 3"],
  ["Botox 200 units", "Botox 100 units"],
  ["Massage therapy, 1 x week x 8 weeks", "massage therapy, 1 x week x 4 weeks"],
  ["Physical therapy 3 visits per week for 4 weeks", "physical therapy 3 visits per week for 2 weeks"],
  ["Norco 10/325 mg #90", "Norco 10/325 mg, a quantity of one hundred"],
  ["Cyclobenzaprine 7.5mg #60", "cyclobenzaprine 75mg #60"],
  ["Cyclobenzaprine 7.5mg #60", "cyclobenzaprine 7.5mg #160"],
  ["Percocet 10/325mg #90", "Percocet 10-325mg #120"],
  ["Tylenol #3 #60", "Tylenol #3, ninety tablets"],
  ["Tylenol with codeine #3, #60", "Tylenol with codeine #3, #30"],
  ["Terocin patches, 2 boxes", "Terocin patches, 1 box"],
  ["Lidocaine 5% patch #30 x 2 boxes", "Lidocaine 5% patch #30 x 3 boxes"],
  ["Norco 10/325mg every six hours #120", "Norco 10/325mg every four hours #120"],
  ["Ambien 10mg at bedtime #30", "Ambien 5mg at bedtime #30"],
  ["Menthoderm gel 120 ml", "Menthoderm gel 240 ml"],
  ["Menthoderm 4 oz bottle", "Menthoderm 8 oz bottle"],
  ["Duragesic 25 mcg/hr every 72 hours #10", "Duragesic 25 mcg/hr every 48 hours #10"],
  ["Humira 40 mg every 2 weeks", "Humira 40 mg every week"],
  ["Psychotherapy once a month for 6 months", "psychotherapy once a week for 6 months"],
  ["Follow-up visit every 3 months", "follow-up visit every month"],
  ["Aquatic therapy 2 times weekly x 4 weeks", "aquatic therapy 2 times weekly x 8 weeks"],
  ["Massage therapy 8 sessions", "massage therapy, eighteen sessions"],
  ["Work hardening, 10 sessions", "work hardening, 20 sessions"],
  ["Interferential unit, two month rental", "interferential unit, one month rental"],
  ["Wheelchair rental", "wheelchair purchase"],
  ["Hospital bed for purchase", "hospital bed for rental"],
  ["Home health aide 6 hours per day for 2 weeks", "home health aide 6 hours per day for 6 weeks"],
  ["Home health nurse 3 visits a week for 4 weeks", "home health nurse 2 visits a week for 4 weeks"],
  ["Transportation, 6 trips", "transportation, 12 trips"],
  ["Acupuncture 1 time per week for 6 weeks", "acupuncture 2 times per week for 6 weeks"],
  [
    "Retrospective physical therapy, DOS 3/1/16, 3/8/16",
    "retrospective physical therapy, DOS 3/1/16, 3/18/16",
  ],
  ["Weight loss program, 10 weeks", "weight loss program, 20 weeks"],
  ["Extracorporeal shockwave therapy, 3 sessions", "extracorporeal shockwave therapy, one session"],
  ["Trigger point injections x 4", "trigger point injections x 1"],
  ["Supartz injections, series of five", "Supartz injections, series of three"],
  ["Compression stockings, 2 pairs", "compression stockings, 4 pairs"],
  ["Electrodes, 4 packs per month", "electrodes, 8 packs per month"],
  ["Knee brace, quantity 2", "knee brace, quantity 1"],
  ["Crutches, 1 pair", "crutches, 2 pairs"],
  ["Batteries #12", "batteries #24"],
];

test.each(mistaken)("%s isn't %s", (heading, words) => {
  expect(messagesOn(heading, words).map(({ length }) => length)).not.toContain(0);
});

/** What the heading requests, and the same in other words. */
const harmless: readonly (readonly [string, string])[] = [
  ["Naproxen 500mg #60", "naproxen 500mg, sixty tablets"],
  ["Naproxen 500mg #60", "60 tablets of naproxen 500mg"],
  ["Naproxen 500mg #60", "naproxen 500mg quantity sixty (60)"],
  ["Naproxen 500mg #60", "naproxen 500mg, 60 count"],
  ["Naproxen 500mg sixty (60) tablets", "naproxen 500mg #60"],
  ["Naproxen 500mg #120", "one hundred and twenty tablets of naproxen 500mg"],
  ["Naproxen 500mg #60", "naproxen 500mg, one tablet twice a day, #60"],
  ["Naproxen 500mg #60", "naproxen 500mg 1 po BID #60"],
  ["Naproxen 500mg #60", "naproxen 500mg #60 (1000 mg a day)"],
  ["Naproxen 500mg #60", "naproxen 500mg #60, a total of 1,000 mg daily"],
  ["Norco 10/325mg #120", "Norco 10/325mg #120 (40 mg MED)"],
  ["Norco 10/325mg #120", "Norco 10/325mg #120, 40 mg morphine equivalent per day"],
  ["Norco 10/325mg #120", "Norco 10-325 mg #120"],
  ["Norco 10/325mg #120", "hydrocodone 10 mg/acetaminophen 325 mg #120"],
  ["Norco 10/325mg #120", "hydrocodone 10 mg and acetaminophen 325 mg, #120"],
  ["Norco 10/325mg #120", "Norco 10 mg #120"],
  ["Levothyroxine 0.05mg #30", "levothyroxine 50 mcg #30"],
  ["Gabapentin 1,200 mg #90", "gabapentin 1200 mg #90"],
  ["Vitamin D 50,000 IU #4", "vitamin D 50000 units #4"],
  ["Lidoderm 5% patch #30", "Lidoderm 5% (700 mg) patch #30"],
  ["Lidoderm 5% patch #30", "Lidoderm 700 mg patch #30"],
  ["Lidoderm 5% patch #1 box of 30", "Lidoderm 5% patch #30"],
  ["Lidoderm 5% patch 1 box", "Lidoderm 5% patch #30"],
  ["Naproxen cream 60gm", "naproxen 15% cream"],
  ["Naproxen cream 60gm", "naproxen 15% cream 60 grams"],
  ["Tylenol #3 #60", "Tylenol #3, sixty tablets"],
  ["Tylenol #3 #60", "Tylenol No. 3 #60"],
  ["Tylenol with Codeine #3 #60", "acetaminophen/codeine 300/30mg #60"],
  ["Metformin 1g #60", "metformin 1000 mg #60"],
  ["Gabapentin 300mg TID #90", "gabapentin 300mg three times a day #90"],
  ["Gabapentin 300mg TID #90", "gabapentin 300mg every 8 hours #90"],
  ["Norco 10/325mg q4-6h prn #120", "Norco 10/325mg every 6 hours as needed #120"],
  ["Zolpidem 10mg QHS #30", "zolpidem 10mg at bedtime #30"],
  ["Zolpidem 10mg nightly #30", "zolpidem 10mg once daily #30"],
  ["Norco 10/325mg #60, 30 day supply", "Norco 10/325mg #60, one month supply"],
  ["Norco 10/325mg #60", "Norco 10/325mg #60 for 30 days"],
  ["Norco 10/325mg #60 with 2 refills", "Norco 10/325mg #60 with two (2) refills"],
  ["Norco 10/325mg #60 with 0 refills", "Norco 10/325mg #60"],
  ["Physical therapy 2 times a week for 6 weeks", "twelve sessions of physical therapy"],
  ["Physical therapy 2 times a week for 6 weeks", "physical therapy twice weekly for six weeks"],
  ["Physical therapy 2x6", "physical therapy two times per week for six weeks"],
  ["Physical therapy 2x6", "physical therapy (12 sessions)"],
  ["Physical therapy, 12 sessions", "physical therapy, 12 visits after the 24 visits completed"],
  ["Physical therapy, 12 sessions", "12 additional visits of physical therapy"],
  ["Physical therapy 2-3 times a week for 4-6 weeks", "12 physical therapy sessions"],
  ["Physical therapy, 6 to 8 sessions", "physical therapy, 8 sessions"],
  ["Physical therapy once a week for 6 weeks", "6 sessions of physical therapy"],
  ["Acupuncture times 12", "acupuncture x 12"],
  ["Acupuncture times 12", "12 sessions of acupuncture"],
  ["Acupuncture #6", "six sessions of acupuncture"],
  ["Chiropractic 12 visits", "chiropractic treatment 2 times a week for 6 weeks, 12 visits"],
  ["Home health aide 4 hours a day, 5 days a week", "home health aide 4 hours per day five days per week"],
  [
    "Home health aide 4 hours a day, 5 days a week for 6 weeks",
    "home health aide, 20 hours a week for 6 weeks",
  ],
  ["TENS unit purchase", "purchase of the TENS unit"],
  ["TENS unit 30 day rental", "TENS unit rental for one month"],
  ["TENS unit 30 day rental", "TENS unit, thirty-day trial"],
  ["TENS unit rental with purchase of supplies", "TENS unit rental"],
  [
    "Retrospective MRI lumbar spine (DOS 1/4/16)",
    "retrospective MRI of the lumbar spine, date of service 01/04/2016",
  ],
  [
    "Retrospective MRI lumbar spine (DOS 1/4/16)",
    "retrospective MRI of the lumbar spine performed January 4, 2016",
  ],
  ["Epidural steroid injection at L4-5", "epidural steroid injection at L4-L5"],
  ["Facet injections L4-5 and L5-S1", "facet injections at two levels, L4-5 and L5-S1"],
  ["MRI lumbar spine", "MRI of the lumbar spine on a 3.0 Tesla magnet"],
  ["X-ray lumbar spine, 3 views", "lumbar x-rays, three views"],
  ["Three Synvisc injections", "a series of three Synvisc injections"],
  ["Follow-up visit in 6 weeks", "follow-up visit"],
  ["Follow-up visit", "follow-up visit in 4 weeks"],
  ["Gym membership for 6 months", "six-month gym membership"],
  ["Gym membership for 1 year", "gym membership for 12 months"],
  ["Hospital bed, rental for 4 weeks", "hospital bed, one month rental"],
  ["Physical therapy, 12 sessions", "physical therapy, 12 sessions of 45 minutes"],
  ["Urine drug screen", "urine drug screen, a 10 panel"],
  ["Urine drug screen x 4", "urine drug screens 4 times a year"],
  ["Ultram 50mg #60", "Ultram 50mg #60 (morphine equivalent dose of 10 mg a day)"],
  [
    "Compound cream: flurbiprofen 20%, lidocaine 5%, 240 grams",
    "compound cream flurbiprofen 20%/lidocaine 5% 240 gm",
  ],
  ["Synapryn (10mg/1ml oral suspension) 500ml", "Synapryn 10 mg/ml 500 ml"],
  ["Norco 10/325mg #60 and Flexeril 7.5mg #90", "Flexeril 7.5mg #90"],
  ["Orthovisc injection x 3", "three Orthovisc injections"],
  ["Norco 10/325 mg #90", "Norco (hydrocodone 10 mg with acetaminophen 325 mg) #90"],
  ["Lidocaine 5% patch #30", "lidocaine 5% patch, 12 hours on and 12 hours off, #30"],
  ["Lidocaine 5% patch #60", "lidocaine 5% patch, up to 3 patches daily, #60"],
  ["Gabapentin 300mg #90", "gabapentin 300mg #90 for a daily dose of 900 mg"],
  ["Gabapentin 300mg #90", "gabapentin 300mg #90 at 900 mg per day"],
  ["OxyContin 20mg #60", "OxyContin 20mg #60 (60 mg MED per day)"],
  ["Duragesic 25 mcg/hr #10", "fentanyl patch 25 micrograms per hour #10"],
  ["Humira 40 mg every 2 weeks", "Humira 40 mg every other week"],
  ["Cyclobenzaprine 7.5mg #60", "cyclobenzaprine 7.5mg, 1 to 2 tablets at night, #60"],
  ["Cyclobenzaprine 7.5mg #60", "cyclobenzaprine 7.5mg, two tablets at bedtime, #60"],
  ["Omeprazole 20mg #60", "omeprazole 20mg #60, 1 tablet twice daily"],
  ["Omeprazole 20mg #60 with 3 refills", "omeprazole 20mg #60 and three refills"],
  ["Medrol dose pack", "Medrol dose pack 4mg #21"],
  ["Medrol dose pack #1", "Medrol dose pack, 21 tablets"],
  ["Toradol 60mg injection", "Toradol 60 mg intramuscular injection, 2 ml"],
  ["Botox 200 units", "Botox injection, 200 units"],
  ["Physical therapy, 12 sessions", "physical therapy in the amount of 12 sessions"],
  ["Physical therapy, 12 sessions", "12 of the physical therapy sessions"],
  ["Physical therapy, 12 sessions", "physical therapy, 12 sessions, 2 times a week for 6 weeks"],
  ["Physical therapy, 12 sessions", "physical therapy at 2-3 times a week for 4-6 weeks"],
  ["Physical therapy 3 times a week for 4 weeks, 12 sessions", "12 sessions of physical therapy"],
  ["Physical therapy twice a week for 1 month", "8 sessions of physical therapy"],
  ["Physical therapy 8 sessions", "physical therapy for 8 sessions over 4 weeks"],
  ["Work conditioning 10 days", "work conditioning for two weeks"],
  ["Interferential unit 30 day rental", "interferential unit for a one-month rental trial"],
  ["Interferential unit for 60 days", "two months of an interferential unit"],
  ["Cold therapy unit, 7 day rental", "cold therapy unit for one week of rental"],
  ["TENS unit and 2 months of supplies", "TENS unit with two months of supplies"],
  ["Hospital bed", "hospital bed rental for 30 days"],
  ["Home health aide, 4 hours a day, 7 days a week", "home health aide, 4 hours/day, daily"],
  [
    "Home health aide 4 hours per day x 3 days per week x 6 weeks",
    "home health aide 4 hours a day 3 days a week for six weeks",
  ],
  ["Transportation to and from 6 visits", "transportation"],
  ["Retrospective urine drug screen (DOS: 11/30/15)", "retrospective urine drug screen on 11/30/2015"],
  [
    "Retrospective naproxen 500mg #60 (DOS 1/4/16)",
    "retrospective request for naproxen 500mg #60, DOS: 1-4-2016",
  ],
  ["Lumbar epidural steroid injection", "one lumbar epidural steroid injection"],
  ["Lumbar epidural steroid injection x1", "single lumbar epidural steroid injection"],
  ["Bilateral knee braces #2", "two knee braces"],
  ["Two wrist splints", "bilateral wrist splints"],
  ["NCV of the bilateral lower extremities, 2", "NCV of both lower extremities"],
  ["Physical exam 2 times 8", "physical exam, 16 visits"],
  ["Chest x-ray, 2 views", "two-view chest x-ray"],
  ["Post-op physical therapy 2 x week x 6 weeks", "12 post-operative physical therapy visits"],
  ["Additional 6 acupuncture visits", "six more acupuncture visits"],
  ["Acupuncture x 6 visits", "acupuncture for 6 visits within 3 weeks"],
  ["CBT 6 sessions", "cognitive behavioral therapy 6 sessions of one hour"],
  ["Naproxen 550mg (#60)", "naproxen 550 mg, #60"],
  ["Prilosec 20mg #30 x 3 months", "Prilosec 20mg #30, three-month supply"],
  ["Voltaren 1% gel 100g x 3 tubes", "Voltaren 1% gel, 3 tubes of 100 grams"],
  ["Voltaren gel 1% 300g", "Voltaren gel 1%, three 100 gram tubes"],
  ["Sumatriptan 50mg #9", "sumatriptan 50mg, nine tablets a month"],
  ["Norco 5/325mg #45", "Norco 5/325 #45, half a tablet every 6 hours"],
  ["MRI of the left knee", "MRI of the left knee, which was last done 2 years ago"],
  ["Vicodin ES 7.5/750mg #60", "Vicodin ES #60"],
];

test.each(harmless)("%s may be %s", (heading, words) => {
  expect(messagesOn(heading, words)).toEqual([[], [], []]);
});

const messagesBefore = (heading: string, sentence: string) =>
  findingsIn(concluding(heading, `${sentence} The request is not medically necessary.`)).flatMap(
    ({ rule, message }) => (own.has(rule) ? [message] : []),
  );

/** Sentences of a rationale that name the request. */
test.each([
  ["Naproxen 500mg #60", "The current request is for naproxen 550mg #60."],
  ["Naproxen 500mg #60", "This is a request for naproxen 500mg #90."],
  ["Naproxen 500mg #60", "The provider is requesting naproxen 500mg, ninety tablets."],
  ["Naproxen 500mg #60", "The requested naproxen 500mg #90 is for back pain."],
  ["Physical therapy, 12 sessions", "The request is for 18 sessions of physical therapy."],
  ["Physical therapy, 12 sessions", "The requested 18 sessions of physical therapy are for the shoulder."],
  [
    "Physical therapy, 12 sessions",
    "The treating physician has requested physical therapy three times a week for six weeks.",
  ],
  ["Physical therapy 2x6", "This is a request for physical therapy 2 times a week for 4 weeks."],
  ["TENS unit purchase", "The current request is for a TENS unit rental."],
  ["TENS unit 30 day rental", "The request is for a TENS unit, 90 day rental."],
  ["Acupuncture, 6 sessions", "Dr. Smith requests 12 sessions of acupuncture."],
  ["Norco 10/325mg #60", "The present request is for Norco 5/325mg #60."],
])("%s isn't what is said here: %s", (heading, sentence) => {
  expect(messagesBefore(heading, sentence)).toHaveLength(1);
});

/** Sentences of a rationale that tell of something else. */
test.each([
  ["Naproxen 500mg #60", "The employee was taking naproxen 250 mg twice a day before the request."],
  ["Naproxen 500mg #60", "A prior request for naproxen 500mg #30 was certified."],
  ["Naproxen 500mg #60", "The MTUS recommends up to 1,000 mg of naproxen a day."],
  ["Naproxen 500mg #60", "The utilization review modified the request to 30 tablets."],
  ["Naproxen 500mg #60", "The current request is for a refill of naproxen, which was last filled for #90."],
  ["Naproxen 500mg #60", "The provider has requested naproxen since 250 mg did not help."],
  ["Physical therapy, 12 sessions", "The employee has completed 24 sessions of physical therapy."],
  [
    "Physical therapy, 12 sessions",
    "The current request is for 12 sessions in addition to the 24 completed.",
  ],
  ["Physical therapy, 12 sessions", "The requested 12 sessions exceed the 10 visits that are recommended."],
  ["Physical therapy, 12 sessions", "The MTUS allows 9-10 visits over 8 weeks."],
  ["Physical therapy, 12 sessions", "The provider requested physical therapy after six visits had helped."],
  [
    "Physical therapy, 12 sessions",
    "The request is for physical therapy 2 to 3 times a week for 4 to 6 weeks.",
  ],
  ["Physical therapy, 12 sessions", "The current request is for therapy within 24 months of the injury."],
  ["Physical therapy, 12 sessions", "The request for authorization of 3/1/2016 asked for 12 visits."],
  ["Acupuncture, 6 sessions", "An initial trial of 3 to 6 treatments is requested under the guideline."],
  ["Acupuncture, 6 sessions", "The claims administrator certified three of the six requested sessions."],
  ["TENS unit purchase", "A one-month rental is recommended before a purchase is requested."],
  ["TENS unit purchase", "The employee has not had the one-month trial that the requested unit requires."],
  ["TENS unit rental for 30 days", "The request is for a trial; purchase is not requested."],
  ["Norco 10/325mg #60", "The current request is for Norco to be taken every 6 hours, 40 MED."],
  ["Norco 10/325mg #60", "The provider requests Norco and also naproxen 550mg #90."],
  ["Norco 10/325mg #60", "The requested drug is Norco; the employee also takes gabapentin 600mg."],
  ["Norco 10/325mg #60", "The employee requests a stronger dose than 5 mg."],
  ["Norco 10/325mg #60", "In another case, the request was for Norco 5/325mg #30."],
  ["Norco 10/325mg #60", "The request is for Norco, weaning of which was begun with #45."],
  ["Home health aide 4 hours a day", "The physician asked for help 24 hours a day during the first week."],
  ["Lumbar MRI", "The current request is for a second MRI in 6 months."],
  ["Follow-up visit", "The request is for a follow-up visit in 4 weeks."],
])("%s doesn't contradict: %s", (heading, sentence) => {
  expect(messagesBefore(heading, sentence)).toEqual([]);
});

describe("a fix", () => {
  /** The heading and the conclusion after each of the fixes. */
  const fixed = (heading: string, words: string) => {
    const text = concluding(heading, `The request for ${words} is not medically necessary.`);
    const [found] = findingsIn(text).filter(({ rule }) => own.has(rule));
    return (found?.fixes ?? []).map(({ title, edits }) => {
      const after = applied(text, edits);
      const changed = after.split("\n").filter((line) => !text.split("\n").includes(line));
      return `${title}: ${changed.join(" ").replace(/^.*The request for | is not medically necessary\.$|: Upheld$/g, "")}`;
    });
  };

  test.each([
    [
      "Meloxicam 7.5mg #30",
      "meloxicam 75mg #30",
      "7.5mg",
      "meloxicam 7.5mg #30",
      "75mg",
      "Meloxicam 75mg #30",
    ],
    [
      "Naproxen #60",
      "naproxen, ninety tablets",
      "sixty tablets",
      "naproxen, sixty tablets",
      "#90",
      "Naproxen #90",
    ],
    ["Norco BID", "Norco every 4 hours", "BID", "Norco BID", "every 4 hours", "Norco every 4 hours"],
    [
      "TENS unit rental",
      "purchase of a TENS unit",
      "rental",
      "rental of a TENS unit",
      "purchase",
      "TENS unit purchase",
    ],
    [
      "Acupuncture, 1 visit",
      "acupuncture, 6 visits",
      "1 visit",
      "acupuncture, 1 visit",
      "6 visits",
      "Acupuncture, 6 visits",
    ],
  ])("writes either value: %s, %s", (heading, words, one, conclusion, other, corrected) => {
    expect(fixed(heading, words)).toEqual([
      `Change to ${one}, as in the heading of issue 1: ${conclusion}`,
      `Change to ${other}, as in the rationale of issue 1: ${corrected}`,
    ]);
  });

  test("isn't offered for values that aren't interchangeable", () => {
    expect(fixed("Acupuncture, 12 sessions", "acupuncture 2 times a week for 4 weeks")).toEqual([]);
  });
});
