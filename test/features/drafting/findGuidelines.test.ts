/** What *Find Guideline…* lists: for a query, and for a letter. */
import { describe, expect, test } from "vitest";
import { findGuidelines } from "../../../server/src/features/drafting/findGuidelines.ts";
import { synonyms } from "../../../server/src/features/guidelines/synonyms.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { issue, letter } from "../../fixture/letter.ts";

const knowledge = createKnowledge();

/** "Special Studies: Low Back Complaints …" */
const inWords = (query: string, at?: Parameters<typeof findGuidelines>[2], today = "2016-06-01") =>
  findGuidelines(knowledge, query, at, today).entries.map(
    ({ entry, group }) => `${group}: ${entry.name}${entry.where === "" ? "" : `, ${entry.where}`}`,
  );

const letterOf = (day: string, treatment: string) => {
  const text = letter({
    details: `Case Number: CM16-0990100\nDecision Date: ${day}`,
    issues: [issue({ heading: `${treatment}: Upheld` })],
  });
  return { letter: parse(text), offset: text.indexOf("MAXIMUS guideline:") + 20 };
};

describe("a search", () => {
  test.each([
    ["PPI", /Proton pump inhibitors|GI symptoms/],
    ["ODG", /exact: Official Disability Guidelines/],
    ["heat", /Initial Care|[Pp]hysical methods|Heat/],
    ["hot pack", /Initial Care|[Pp]hysical methods|Heat/],
    ["MRI", /Special studies.*MRI|MRI/],
    ["arthroscopy", /Surgical considerations/],
    ["fusion", /fusion/i],
    ["wheelchair", /Knee & Leg|[Pp]ower mobility|DME/],
    ["sleep study", /Pain \(Chronic\)|[Ss]leep|Polysomn/],
    ["back brace", /[Bb]races|[Ss]plints|lumbar supports/],
    ["gym", /Exercise|Gym/i],
    ["physical therapy knee", /Knee|Physical/],
    ["zolpidem 10mg", /zolpidem|Insomnia|Pain \(Chronic\)/],
    ["Ambien 5 mg #30", /zolpidem|Insomnia|Pain \(Chronic\)/],
    ["norco 10/325 #60", /Hydrocodone \(/],
    ["chiro", /Manual therapy/],
    ["lumbar epidural", /low back|epidural/i],
    ["urine drug screen", /[Dd]rug testing/],
    ["12 sessions of physiotherapy", /Physical/],
    ["shower chair or walker", /Knee & Leg|DME|[Ww]alk/],
    ["depression", /Stress-Related/],
    ["x-ray of the shoulder", /Shoulder/],
    ["ACOEM 12", /Low Back Complaints/],
  ])("for %s finds it first", (query, first) => {
    expect(inWords(query)[0]).toMatch(first);
  });

  test.each([
    ["opiod", /Opioids/],
    ["depresive disorders", /Depressive Disorders/],
    ["Lyrca", /Lyrica|[Pp]regabalin/],
    ["arthoscopy", /Surgical considerations|[Aa]rthroscop/],
    ["chronc pain", /Chronic Pain/],
  ])("forgives a typo: %s", (query, first) => {
    expect(inWords(query)[0]).toMatch(first);
  });

  test("never matches letters that are scattered over a name, or in the middle of a word", () => {
    expect(inWords("psmd")).toEqual([]);
    expect(inWords("nsd")).toEqual([]);
    // "Fusion" is in "infusion", and "ant" in many words.
    expect(inWords("fusion").join("\n")).not.toMatch(/infusion/i);
    for (const { entry } of findGuidelines(knowledge, "ant", undefined, "2016-06-01").entries)
      expect([entry.name, ...entry.alsoNamed, entry.where].join(" ")).toMatch(/\bant/i);
  });

  test("finds nothing for words that nothing has", () => {
    expect(inWords("xyzzy")).toEqual([]);
    expect(inWords("   ").length).toBeGreaterThan(500);
  });

  test("finds the title that is named in full before longer ones, and words as they are typed", () => {
    expect(inWords("opioids")[0]).toMatch(
      /^exact: Opioids, Chronic Pain Medical Treatment Guidelines \(2009\)/,
    );
    expect(inWords("opi").slice(0, 3).join()).toMatch(/Opioids/);
    expect(inWords("cyclob")[0]).toMatch(/Cyclobenzaprine/);
  });

  test("leaves out words that no entry has, unless there are no others", () => {
    expect(inWords("please find acupuncture")[0]).toMatch(/Acupuncture/);
  });

  test("lists what is in force first: today, or on the letter's date", () => {
    expect(inWords("knee", undefined, "2022-01-01")[0]).toMatch(/inForce: Knee Disorders/);
    expect(inWords("knee complaints", undefined, "2022-01-01")[0]).toMatch(/exact: Knee Complaints/);
    expect(inWords("shoulder", letterOf("11/10/2020", "Naproxen 500mg #60"))).toContainEqual(
      expect.stringMatching(/^inForce: Shoulder Disorders/),
    );
    const groups = inWords("low back", letterOf("11/10/2020", "Naproxen 500mg #60")).map(
      (one) => one.split(":")[0],
    );
    expect(groups.indexOf("inForce")).toBeLessThan(groups.indexOf("notInForce"));
  });
});

test("an issue about an opioid lists the sections of the guideline in force on its day", () => {
  const names = (day: string) => inWords("", letterOf(day, "Norco 10/325mg #60")).slice(0, 2);
  expect(names("03/07/2017")).toEqual([
    expect.stringMatching(/^issue: Opioids for Chronic Pain .*Opioids Treatment Guidelines \(2016\)/),
    expect.stringMatching(/^issue: .*Maintenance of Chronic Opioid Treatment, Opioids Treatment/),
  ]);
  expect(names("03/07/2015").join()).toContain("Chronic Pain Medical Treatment Guidelines (2009)");
});

describe("without a query", () => {
  test("the topics of the issue come first, then what was in force, then all others", () => {
    const listed = inWords("", letterOf("06/10/2016", "Cyclobenzaprine 7.5mg #60"));
    expect(listed.slice(0, 2)).toEqual([
      expect.stringMatching(/^issue: Cyclobenzaprine \(Flexeril\), .*2009/),
      expect.stringMatching(/^issue: Muscle relaxants \(for pain\), .*2009/),
    ]);
    const groups = [...new Set(listed.map((one) => one.split(":")[0]))];
    expect(groups).toEqual(["issue", "inForce", "undated", "notInForce"]);
    expect(new Set(listed).size).toBe(listed.length);
  });

  test("in a letter of 2020, the chapter in force on the treatment is the first", () => {
    expect(inWords("", letterOf("11/10/2020", "MRI of the right knee"))[0]).toMatch(/^issue: Knee Disorders/);
    expect(inWords("", letterOf("06/10/2016", "MRI of the lumbar spine"))[0]).toMatch(
      /^issue: Special studies: MRI.*Low Back Complaints/,
    );
  });
});

test("each phrase with synonyms leads to an entry", () => {
  const lost = [...synonyms().keys()].filter((phrase) => inWords(phrase).length === 0);
  expect(lost).toEqual([]);
});
