import { describe, expect, it, test } from "vitest";
import { issue, letter } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { expectFindings, findingsIn } from "../findings.ts";

const odg = "Decision based on Non-MTUS Citation Official Disability Guidelines (ODG)";

/** The findings of a rule, as the words that they mark, on a letter of that day. */
function marked(rule: string, parts: Parameters<typeof issue>[0], decided = "06/10/2016"): readonly string[] {
  const { text } = unmark(
    letter({
      details: `Case Number: CM16-0990100\nDate of Injury: 09/14/2013\nDecision Date: ${decided}`,
      issues: [issue(parts)],
    }),
  );
  return findingsIn(text)
    .filter((finding) => finding.rule === rule)
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
}

describe("citation/edition", () => {
  const years = (citation: string, decided: string) =>
    marked(
      "citation/edition",
      { reviewer: `MAXIMUS guideline: Decision based on MTUS ${citation}` },
      decided,
    );
  const inClaims = (citation: string, decided: string) =>
    marked(
      "citation/edition",
      {
        claims: `Claims Administrator guideline: Decision based on MTUS ${citation}`,
        reviewer: "MAXIMUS guideline: Decision based on MTUS Acupuncture Treatment 2007.",
      },
      decided,
    );

  it.each([
    ["Shoulder Complaints 2009, Section(s): Special Studies.", "05/20/2016", "2009"],
    ["Knee Complaints 2014, Section(s): Special Studies.", "02/06/2017", "2014"],
    ["Low Back Complaints 2007.", "02/06/2017", "2007"],
    ["Neck and Upper Back Complaints 2014.", "02/06/2017", "2014"],
    ["Forearm, Wrist, and Hand Complaints 2016, Section(s): Summary.", "02/06/2017", "2016"],
    ["Ankle and Foot Complaints 2012.", "02/06/2017", "2012"],
    ["Elbow Complaints 2010.", "02/06/2017", "2010"],
    ["General Approaches 2009, Section(s): Initial Approaches to Treatment.", "02/06/2017", "2009"],
    ["Stress-Related Conditions 2009.", "02/06/2017", "2009"],
    ["Eye 2009.", "02/06/2017", "2009"],
    ["Acupuncture Treatment 2016.", "02/06/2017", "2016"],
    ["Postsurgical Treatment 2016, Section(s): Knee.", "02/06/2017", "2016"],
    ["Opioid Treatment 2009, Section(s): Opioids for Subacute Pain.", "02/06/2017", "2009"],
    ["Opioid Treatment 2014.", "02/06/2017", "2014"],
    ["Chronic Pain Medical Treatment 2012, Section(s): NSAIDs.", "02/06/2017", "2012"],
    ["Chronic Pain Medical Treatment 2008, Section(s): NSAIDs.", "02/06/2017", "2008"],
    ["Low Back Disorders 2018, Section(s): Imaging.", "02/06/2020", "2018"],
    ["Elbow Disorders 2016.", "02/06/2020", "2016"],
    ["Workplace Mental Health: Depressive Disorders 2017.", "02/06/2021", "2017"],
    ["Hip and Groin Disorders 2015.", "02/06/2021", "2015"],
    ["Chronic Pain 2019.", "02/06/2021", "2019"],
    ["Low Back Complaints 2004, Section(s): Summary, and Shoulder Complaints 2008.", "02/06/2017", "2008"],
  ])("%s on %s doesn't exist", (citation, decided, year) => {
    expect(years(citation, decided)).toEqual([year]);
    expect(inClaims(citation, decided)).toEqual([year]);
  });

  it.each([
    ["Chronic Pain Medical Treatment 2016, Section(s): NSAIDs.", "03/07/2016", "2016"],
    ["Opioid Treatment 2016.", "03/07/2016", "2016"],
    ["Low Back Disorders 2016.", "03/07/2017", "2016"],
    ["Knee Disorders 2015.", "03/07/2016", "2015"],
    ["Low Back Disorders 2020.", "06/01/2020", "2020"],
    ["Knee Disorders 2019.", "03/01/2020", "2019"],
    ["Workplace Mental Health: Depressive Disorders 2020.", "03/01/2020", "2020"],
  ])("%s on %s hadn't begun", (citation, decided, year) => {
    expect(years(citation, decided)).toEqual([year]);
    expect(inClaims(citation, decided)).toEqual([year]);
  });

  it.each([
    ["Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.", "08/01/2017", "2009"],
    ["Chronic Pain Medical Treatment 2016, Section(s): NSAIDs.", "12/10/2018", "2016"],
    ["Low Back Complaints 2004.", "01/10/2019", "2004"],
    ["Low Back Disorders 2016.", "01/10/2021", "2016"],
    ["Opioid Treatment 2016.", "01/10/2019", "2016"],
    ["Low Back Disorders 2019.", "01/10/2023", "2019"],
  ])("%s on %s had ended a year before, for the reviewer", (citation, decided, year) => {
    expect(years(citation, decided)).toEqual([year]);
    expect(inClaims(citation, decided)).toEqual([]);
  });

  it.each([
    ["Shoulder Complaints 2004.", "05/20/2016"],
    ["Elbow Complaints 2004.", "05/20/2016"],
    ["Elbow Complaints 2007.", "05/20/2016"],
    ["Acupuncture Treatment 2009.", "05/20/2016"],
    ["Acupuncture Treatment 2007.", "05/20/2021"],
    ["Postsurgical Treatment 2009.", "05/20/2021"],
    // Announced, and in force soon.
    ["Chronic Pain Medical Treatment 2016, Section(s): NSAIDs.", "05/20/2016"],
    ["Chronic Pain Medical Treatment 2016, Section(s): NSAIDs.", "12/20/2016"],
    ["Chronic Pain Medical Treatment 2015, Section(s): NSAIDs.", "12/20/2016"],
    // Requests made while it was in force.
    ["Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.", "03/20/2017"],
    ["Low Back Complaints 2004.", "06/01/2018"],
    // Either year of an edition.
    ["Elbow Disorders 2018.", "06/01/2019"],
    ["Elbow Disorders 2019.", "06/01/2019"],
    ["Low Back Disorders 2020.", "06/01/2022"],
    ["Low Back Disorders 2021.", "06/01/2022"],
    ["Knee Disorders 2020.", "06/01/2022"],
    // Days that aren't known, and editions that may exist.
    ["Initial Approaches to Treatment 2022.", "06/01/2023"],
    ["Traumatic Brain Injury 2018.", "06/01/2018"],
    ["Antiemetics 2020.", "06/01/2021"],
    ["Shoulder Disorders 2022.", "06/01/2024"],
    ["Chronic Pain 2024.", "06/01/2025"],
    ["Low Back Disorders 2025.", "06/01/2026"],
    ["Some Other Guideline 1999.", "06/01/2016"],
  ])("%s on %s is accepted", (citation, decided) => {
    expect(years(citation, decided)).toEqual([]);
  });

  test("outside the MTUS, any year is accepted", () => {
    const cites = (source: string) =>
      marked("citation/edition", {
        reviewer: `MAXIMUS guideline: Decision based on Non-MTUS Citation ${source}`,
      });
    expect(cites("ODG 2009, Shoulder, MRI.")).toEqual([]);
    expect(cites("ACOEM Practice Guidelines 2011, Low Back Disorders.")).toEqual([]);
  });

  test("the message says what is known", () => {
    const cites = (year: string) =>
      letter({
        issues: [
          issue({
            heading: "MRI of the right shoulder: Upheld",
            reviewer: `MAXIMUS guideline: Decision based on MTUS Shoulder Complaints ${year}, Section(s): Special Studies.`,
          }),
        ],
      });
    expectFindings(
      "citation/edition",
      cites("[[2009]]"),
      "No edition of 2009 of “Shoulder Complaints” is known, only one of 2004.",
    );
  });
});

describe("citation/section", () => {
  const sections = (citation: string) =>
    marked("citation/section", { reviewer: `MAXIMUS guideline: Decision based on MTUS ${citation}` });

  it.each([
    ["Shoulder Complaints 2004, Section(s): Opioids, criteria for use.", "Opioids, criteria for use"],
    [
      "Low Back Complaints 2004, Section(s): Summary, Lidoderm (lidocaine patch).",
      "Lidoderm (lidocaine patch)",
    ],
    ["Knee Complaints 2004, Section(s): Gabapentin (Neurontin).", "Gabapentin (Neurontin)"],
    [
      "Neck and Upper Back Complaints 2004, Section(s): Functional restoration programs (FRPs).",
      "Functional restoration programs (FRPs)",
    ],
    ["Low Back Complaints 2004, Section(s): H-wave stimulation (HWT).", "H-wave stimulation (HWT)"],
    ["Low Back Complaints 2004, Section(s): Opioids for Subacute Pain.", "Opioids for Subacute Pain"],
    ["Low Back Complaints 2004, Section(s): Rotator Cuff Tear.", "Rotator Cuff Tear"],
    ["Low Back Complaints 2004, Section(s): Carpal Tunnel Syndrome.", "Carpal Tunnel Syndrome"],
    ["Shoulder Complaints 2004, Section(s): Meniscus Tears.", "Meniscus Tears"],
    ["Knee Complaints 2004, Section(s): Lateral Epicondylitis.", "Lateral Epicondylitis"],
    ["Ankle and Foot Complaints 2004, Section(s): Lumbar supports.", "Lumbar supports"],
    ["Knee Complaints 2004, Section(s): Plantar Fasciitis.", "Plantar Fasciitis"],
    ["Chronic Pain Medical Treatment 2009, Section(s): Special Studies.", "Special Studies"],
    [
      "Chronic Pain Medical Treatment 2009, Section(s): NSAIDs, Surgical Considerations.",
      "Surgical Considerations",
    ],
    ["Opioid Treatment 2016, Section(s): Physical Methods.", "Physical Methods"],
    ["Postsurgical Treatment 2009, Section(s): Special Studies.", "Special Studies"],
    ["Chronic Pain Medical Treatment 2016, Section(s): Surgical Considerations.", "Surgical Considerations"],
  ])("%s", (citation, section) => expect(sections(citation)).toEqual([section]));

  it.each([
    "Low Back Complaints 2004, Section(s): Summary, Special Studies, Initial Care, Physical Methods.",
    "Low Back Complaints 2004, Section(s): Epidural steroid injections (ESIs).",
    "Low Back Complaints 2004, Section(s): Lumbar supports.",
    "Low Back Complaints 2004, Section(s): Table 12-8.",
    "Low Back Complaints 2004, Section(s): Exercise, Education, Manipulation, Acupuncture.",
    "Shoulder Complaints 2004, Section(s): Rotator Cuff Tears, Impingement Syndrome.",
    "Shoulder Complaints 2004, Section(s): Medications, Activity, Follow-up Visits.",
    "Knee Complaints 2004, Section(s): Meniscus Tears, Diagnositc Criteria.",
    "Forearm, Wrist, and Hand Complaints 2004, Section(s): Carpal Tunnel Syndrome, De Quervain's.",
    "Elbow Complaints 2007, Section(s): 326.",
    "Elbow Complaints 2007, Section(s): Lateral Epicondylalgia, Diagnostic Criteria.",
    "Neck and Upper Back Complaints 2004, Section(s): Physical Methods, Thoracic pain.",
    "Stress-Related Conditions 2004, Section(s): General Approach.",
    "General Approaches 2004, Section(s): Initial Approaches to Treatment.",
    "Chronic Pain Medical Treatment 2009, Section(s): Physical medicine treatment.",
    "Chronic Pain Medical Treatment 2009, Section(s): NSAIDs, GI symptoms & cardiovascular risk.",
    "Chronic Pain Medical Treatment 2016, Section(s): Office visits, Insomnia treatment, Diabetic neuropathy.",
    "Opioid Treatment 2016, Section(s): 3.3.1.1 Screening for Drug Misuse/Abuse.",
    "Postsurgical Treatment 2009, Section(s): Forearm, Wrist, & Hand.",
    "Low Back Disorders 2019, Section(s): Special Studies, Opioids, criteria for use.",
    "Chronic Pain 2017, Section(s): Special Studies.",
  ])("%s is accepted", (citation) => expect(sections(citation)).toEqual([]));
});

describe("citation/other-party", () => {
  const inReviewer = (words: string) =>
    marked("citation/other-party", { reviewer: `MAXIMUS guideline: ${words}` });
  const inClaims = (words: string) =>
    marked("citation/other-party", { claims: `Claims Administrator guideline: ${words}` });

  it.each([
    ["The Claims Administrator did not cite any medical evidence for its decision.", "Claims Administrator"],
    [
      `The Claims Administrator based their decision on recommendation(s) outside of the MTUS Guidelines. ${odg} Pain.`,
      "Claims Administrator",
    ],
    ["The claims administrator cited no guideline.", "claims administrator"],
    [
      "The Claims Administrator's decision was based on MTUS Low Back Complaints 2004.",
      "Claims Administrator",
    ],
    ["The Claims Adjuster did not cite any medical evidence for their decision.", "Claims Adjuster"],
    ["The utilization reviewer relied on ODG.", "utilization reviewer"],
    [
      `Decision based on MTUS Low Back Complaints 2004. The Claims\nAdministrator did not cite any medical evidence.`,
      "Claims Administrator",
    ],
  ])("of the reviewer: %s", (words, party) => {
    expect(inReviewer(words)).toEqual([party]);
    expect(inClaims(words)).toEqual([]);
  });

  it.each([
    ["The Expert Reviewer did not cite any medical evidence for its decision.", "Expert Reviewer"],
    [
      `The Expert Reviewer based his/her decision on recommendation(s) outside of the MTUS Guidelines. ${odg} Pain.`,
      "Expert Reviewer",
    ],
    ["The MAXIMUS reviewer cited no guideline.", "MAXIMUS reviewer"],
    ["MAXIMUS did not cite any medical evidence for its decision.", "MAXIMUS"],
    ["The IMR reviewer relied on ODG.", "IMR reviewer"],
  ])("of the claims administrator: %s", (words, party) => {
    expect(inClaims(words)).toEqual([party]);
    expect(inReviewer(words)).toEqual([]);
  });

  test("what only names the other party is accepted", () => {
    expect(
      inReviewer("Decision based on MTUS Low Back Complaints 2004, as the claims administrator did."),
    ).toEqual([]);
    expect(
      inClaims("Decision based on MTUS Low Back Complaints 2004. The Expert Reviewer may differ."),
    ).toEqual([]);
  });

  test("the message names both, and the fix the right one", () => {
    expectFindings(
      "citation/other-party",
      letter({
        issues: [
          issue({
            reviewer:
              "{{MAXIMUS guideline:}} The [[Claims Administrator]] did not cite any medical evidence for its decision.",
          }),
        ],
      }),
      {
        message:
          "This sentence is about the claims administrator, but this is the MAXIMUS reviewer's guideline.",
        related: "The label of this part.",
      },
    );
  });
});

/** A rationale with these sentences in place of its criterion. */
const rationale = (words: string) =>
  `Decision rationale: ${words} The employee has had it for two years without relief. The request is not medically necessary.`;

describe("citation/uncited-source", () => {
  const relied = (words: string, cited = "MTUS Low Back Complaints 2004, Section(s): Summary.") =>
    marked("citation/uncited-source", {
      reviewer: `MAXIMUS guideline: Decision based on ${cited}`,
      rationale: rationale(words),
    });

  it.each([
    ["ODG states that this is recommended for two weeks.", "ODG"],
    ["The ODG recommends it for short use.", "ODG"],
    ["ODG guidelines indicate that it should be brief.", "ODG"],
    ["The Official Disability Guidelines note that it should be brief.", "Official Disability Guidelines"],
    [
      "According to the Official Disability Guidelines (ODG), it should be brief.",
      "Official Disability Guidelines (ODG)",
    ],
    ["According to ODG, it is for short use.", "ODG"],
    ["According to the MTUS Chronic Pain and ODG Pain guidelines, it is for short use.", "ODG"],
    ["As stated in the ODG, it is for short use.", "ODG"],
    ["UpToDate recommends a trial of two weeks.", "UpToDate"],
    ['Uptodate "flexeril" also recommends "Do not use longer than 2-3 weeks".', "Uptodate"],
    ["The AAOS states that it is of no use.", "AAOS"],
    ["The CDC guideline advises against it.", "CDC"],
    ["A Cochrane review indicates no benefit. The MTUS says so too.", "Cochrane"],
    ["Medscape suggests short use.", "Medscape"],
  ])("%s", (words, source) => expect(relied(words)).toEqual([source]));

  it.each([
    ["ACOEM states that it may help for a month, and the MTUS asks for more.", "ACOEM"],
    ["The MTUS asks for more. According to ACOEM, it is for acute pain.", "ACOEM"],
    ["MTUS recommends it. ODG states the same.", "ODG"],
  ])("beside the chronic pain guideline: %s", (words, source) =>
    expect(relied(words, "MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.")).toEqual([source]),
  );

  it.each([
    ["According to ACOEM, it is for acute pain.", undefined],
    ["ACOEM states that it is for acute pain.", undefined],
    ["ACOEM recommends it.", "MTUS Shoulder Disorders 2016, Section(s): Summary."],
    [
      "The MTUS ACOEM Guidelines state that it is for acute pain.",
      "MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.",
    ],
    [
      "The MTUS/ACOEM guidelines recommend it.",
      "MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.",
    ],
    [
      "According to ODG, ten visits are allowed.",
      "MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.",
    ],
    ["ODG does not address it, and the MTUS asks for short use.", undefined],
    ["Neither the MTUS nor the ODG addresses it.", undefined],
    ["The ODG is silent.", undefined],
    ["The claims administrator wrote that ODG recommends two weeks.", undefined],
    ["Utilization review quoted that ODG states two weeks.", undefined],
    ["The provider says that according to UpToDate it is safe.", undefined],
    ["The MTUS quotes trials (ODG, 2015).", undefined],
    ["ODG states that it is brief.", "Non-MTUS Citation Official Disability Guidelines (ODG) Pain, NSAIDs."],
    ["The Official Disability Guidelines recommend it.", "Non-MTUS Citation ODG, Pain."],
    ["UpToDate recommends it.", "Non-MTUS Citation Flexeril: Drug information, accessed from UpToDate.com."],
    ["UpToDate recommends it.", "Non-MTUS Citation Up To Date, Flexeril."],
  ])("%s is accepted", (words, cited) => expect(relied(words, cited)).toEqual([]));
});

describe("citation/silent-mtus", () => {
  const silent = (words: string, cited: string, heading = "Naproxen 500mg #60: Upheld") =>
    marked("citation/silent-mtus", {
      heading,
      reviewer: `MAXIMUS guideline: Decision based on MTUS ${cited}`,
      rationale: rationale(words),
    });
  const pain = (section: string) => `Chronic Pain Medical Treatment 2009, Section(s): ${section}.`;

  it.each([
    ["The MTUS is silent on H-wave stimulation.", pain("H-wave stimulation (HWT)")],
    ["The MTUS is silent regarding acupuncture.", pain("Acupuncture")],
    ["The MTUS does not address gabapentin.", pain("Gabapentin (Neurontin)")],
    ["MTUS guidelines do not discuss muscle relaxants.", pain("Muscle relaxants (for pain)")],
    ["The MTUS makes no mention of trigger point injections.", pain("Trigger point injections")],
    [
      "The MTUS has no recommendation for TENS units.",
      pain("TENS, chronic pain (transcutaneous electrical nerve stimulation)"),
    ],
    ["Home health care is not addressed by the MTUS.", pain("Home health services")],
    [
      "The CA MTUS is silent with regard to functional restoration programs.",
      pain("Functional restoration programs (FRPs)"),
    ],
    ["The MTUS is silent on Soma.", pain("Carisoprodol (Soma)")],
  ])("%s", (words, cited) => expect(silent(words, cited)).toHaveLength(1));

  test("the requested treatment", () => {
    expect(silent("The MTUS is silent on this request.", pain("Naproxen"))).toHaveLength(1);
    expect(
      silent(
        "The MTUS does not address the requested treatment.",
        pain("Aquatic therapy"),
        "Aquatic therapy, 8 sessions: Upheld",
      ),
    ).toHaveLength(1);
    expect(silent("The MTUS is silent on this request.", pain("Medications for chronic pain"))).toEqual([]);
  });

  it.each([
    [
      "The MTUS is silent on cold therapy after shoulder surgery.",
      "Shoulder Complaints 2004, Section(s): Surgical Considerations.",
    ],
    ["The MTUS is silent on zolpidem.", pain("Weaning of medications")],
    ["The MTUS does not address the use of topical menthol.", pain("Topical analgesics")],
    ["The MTUS does not specifically address repeat EMG.", pain("Electrical stimulators (E-stim)")],
    ["The MTUS is silent on a specific brand of gabapentin.", pain("Gabapentin (Neurontin)")],
    ["The records are silent on gabapentin.", pain("Gabapentin (Neurontin)")],
    ["The MTUS is not silent on gabapentin.", pain("Gabapentin (Neurontin)")],
    ["The MTUS addresses gabapentin.", pain("Gabapentin (Neurontin)")],
  ])("%s is accepted with %s", (words, cited) => expect(silent(words, cited)).toEqual([]));

  test("sources outside the MTUS are accepted", () => {
    const parts = {
      reviewer: `MAXIMUS guideline: ${odg} Pain, Gabapentin (Neurontin).`,
      rationale: rationale("The MTUS is silent on gabapentin."),
    };
    expect(marked("citation/silent-mtus", parts)).toEqual([]);
  });
});

describe("a source read after the decision", () => {
  const dates = (source: string, decided: string) =>
    marked("consistency/chronology", { reviewer: `MAXIMUS guideline: ${odg} ${source}` }, decided);

  it.each([
    ["Knee, Transportation, accessed on 06/15/2017.", "02/21/2017", "06/15/2017"],
    ["Pain, Zolpidem (retrieved 3/2/2017).", "02/21/2017", "3/2/2017"],
    ["Head, Triptans, accessed from UpToDate.com on May 10, 2017.", "02/21/2017", "May 10, 2017"],
    ["Low Back, MRIs, updated 04/01/2017.", "02/21/2017", "04/01/2017"],
    ["Low Back, MRIs, last updated: 4-1-2017.", "02/21/2017", "4-1-2017"],
  ])("%s", (source, decided, found) => expect(dates(source, decided)).toEqual([found]));

  it.each([
    ["Knee, Transportation, accessed on 02/15/2017.", "02/21/2017"],
    ["Knee, Transportation, accessed on 02/21/2017.", "02/21/2017"],
    ["Low Back, MRIs, updated 12/01/2016.", "02/21/2017"],
    ["Low Back, MRIs, updated 2016.", "02/21/2017"],
  ])("harmless: %s", (source, decided) => expect(dates(source, decided)).toEqual([]));
});

describe("a section or chapter on another part of the body", () => {
  const found = (heading: string, reviewer: string) =>
    marked("citation/other-treatment", {
      heading: `${heading}: Upheld`,
      reviewer: `MAXIMUS guideline: ${reviewer}`,
    }).length;
  const postsurgical = "Decision based on MTUS Postsurgical Treatment 2009, Section(s):";

  it.each([
    ["Postoperative physical therapy for the left knee, 12 visits", `${postsurgical} Shoulder.`],
    ["Post-op therapy after carpal tunnel release", `${postsurgical} Low Back.`],
    ["Postoperative physical therapy to the right shoulder", `${postsurgical} Knee.`],
    ["Cold therapy unit for the knee", `${odg} Pulmonary, Continuous-flow cryotherapy.`],
    ["Naproxen 500mg #60", `${odg} Eye, NSAIDs.`],
  ])("%s | %s", (heading, reviewer) => expect(found(heading, reviewer)).toBe(1));

  it.each([
    ["Postoperative physical therapy for the left knee, 12 visits", `${postsurgical} Knee.`],
    ["Postoperative physical therapy, 12 visits", `${postsurgical} Knee.`],
    ["Post-op therapy after carpal tunnel release", `${postsurgical} Carpal Tunnel Syndrome.`],
    ["Postoperative therapy for the right wrist", `${postsurgical} Forearm, Wrist, & Hand.`],
    ["Postoperative therapy for the neck", `${postsurgical} Neck & Upper Back.`],
    ["Albuterol inhaler", `${odg} Pulmonary, Albuterol.`],
    ["Lisinopril for hypertension", `${odg} Diabetes, Hypertension treatment.`],
    ["Eye examination", `${odg} Eye, Office visits.`],
    ["Ventral hernia repair", `${odg} Hernia, Surgery.`],
  ])("harmless: %s | %s", (heading, reviewer) => expect(found(heading, reviewer)).toBe(0));
});

test("a section on drugs is cited, and the MTUS is said to be silent on one", () => {
  const silent = (heading: string, section: string) =>
    marked("citation/silent-mtus", {
      heading: `${heading}: Upheld`,
      reviewer: `MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2016, Section(s): ${section}.`,
      rationale:
        "Decision rationale: The MTUS is silent on triptans. The employee has no migraine. The request is not medically necessary.",
    }).length;
  expect(silent("Sumatriptan 50mg #9", "Medications for chronic pain")).toBe(1);
  expect(silent("Sumatriptan 50mg #9", "Introduction")).toBe(0);
  expect(silent("Acupuncture, 6 visits", "Medications for chronic pain")).toBe(0);
});

describe("what the rationale says that the claims administrator cited", () => {
  const none =
    "Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.";
  const some =
    "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): NSAIDs.";
  const inRationale = (claims: string, sentence: string) =>
    marked("citation/uncited-source", {
      claims,
      rationale: `Decision rationale: The MTUS asks that this treatment be given only while it helps. The employee has
had it for two years without relief. ${sentence} Therefore, the request is not medically necessary.`,
    });

  it.each([
    "The section that the claims administrator cited leads to the same result.",
    "The claims administrator relied on ODG.",
    "Utilization review cited the MTUS.",
  ])("it cited nothing: %s", (sentence) => {
    expect(inRationale(none, sentence)).toHaveLength(1);
    expect(inRationale(some, sentence)).toEqual([]);
  });

  it.each([
    "The claims administrator cited no guideline.",
    "The claims administrator did not cite any guideline.",
  ])("it cited a guideline: %s", (sentence) => {
    expect(inRationale(some, sentence)).toHaveLength(1);
    expect(inRationale(none, sentence)).toEqual([]);
  });

  it.each(["The claims administrator cited a lack of benefit.", "Utilization review denied the request."])(
    "nothing: %s",
    (sentence) => {
      expect(inRationale(none, sentence)).toEqual([]);
      expect(inRationale(some, sentence)).toEqual([]);
    },
  );
});
