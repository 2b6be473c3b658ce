import { describe, expect, it } from "vitest";
import { guidelineOf } from "../../server/src/analysis/citedGuidelines.ts";
import {
  editionInForce,
  editionInWords,
  editionNamed,
  isUnknownYear,
  wasInForce,
} from "../../server/src/knowledge/editions.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { issue, letter } from "../fixture/letter.ts";

const knowledge = createKnowledge();

/** The titles and years by which letters name the guidelines of the MTUS: those until 2017, and those since. */
const oldTitles: readonly (readonly [string, number, string])[] = [
  ["General Approaches", 2004, "acoem-general-approaches"],
  ["Neck and Upper Back Complaints", 2004, "acoem-8"],
  ["Shoulder Complaints", 2004, "acoem-9"],
  ["Elbow Complaints", 2004, "acoem-10"],
  ["Elbow Complaints", 2007, "acoem-10"],
  ["Forearm, Wrist, and Hand Complaints", 2004, "acoem-11"],
  ["Low Back Complaints", 2004, "acoem-12"],
  ["Knee Complaints", 2004, "acoem-13"],
  ["Ankle and Foot Complaints", 2004, "acoem-14"],
  ["Stress-Related Conditions", 2004, "acoem-15"],
  ["Eye", 2004, "acoem-16"],
  ["Acupuncture Treatment", 2007, "acupuncture"],
  ["Chronic Pain Medical Treatment", 2009, "chronic-pain-2009"],
  ["Postsurgical Treatment", 2009, "postsurgical"],
  ["Chronic Pain Medical Treatment", 2016, "chronic-pain-2016"],
  ["Opioid Treatment", 2016, "opioids-2016"],
];
const newTitles: readonly (readonly [string, number, string])[] = [
  ["Initial Approaches to Treatment", 2017, "acoem-initial-approaches"],
  ["Cervical and Thoracic Spine Disorders", 2016, "acoem-cervical-thoracic"],
  ["Shoulder Disorders", 2016, "acoem-shoulder"],
  ["Elbow Disorders", 2013, "acoem-elbow"],
  ["Hand, Wrist and Forearm Disorders", 2016, "acoem-hand-wrist-forearm"],
  ["Low Back Disorders", 2016, "acoem-low-back"],
  ["Knee Disorders", 2015, "acoem-knee"],
  ["Ankle and Foot Disorders", 2015, "acoem-ankle-foot"],
  ["Eye Disorders", 2017, "acoem-eye"],
  ["Hip and Groin", 2011, "acoem-hip-groin"],
  ["Occupational/Work-Related Asthma Medical Treatment", 2016, "acoem-asthma"],
  ["Occupational Interstitial Lung Disease", 2016, "acoem-interstitial-lung-disease"],
  ["Chronic Pain", 2017, "acoem-chronic-pain"],
  ["Opioids", 2017, "acoem-opioids"],
  ["Cornerstones of Disability Prevention and Management", 2011, "acoem-disability-prevention"],
  ["General Approach to Initial Assessment and Documentation", 2016, "acoem-initial-assessment"],
  ["Prevention", 2011, "acoem-prevention"],
  ["Traumatic Brain Injury", 2017, "acoem-traumatic-brain-injury"],
  ["Cervical and Thoracic Spine Disorders", 2018, "acoem-cervical-thoracic"],
  ["Elbow Disorders", 2018, "acoem-elbow"],
  ["Hand, Wrist and Forearm Disorders", 2019, "acoem-hand-wrist-forearm"],
  ["Ankle and Foot Disorders", 2018, "acoem-ankle-foot"],
  ["Posttraumatic Stress Disorder and Acute Stress Disorder", 2018, "acoem-ptsd-acute-stress"],
  ["Low Back Disorders", 2019, "acoem-low-back"],
  ["Introduction to the Workplace Mental Health", 2019, "acoem-mental-health-introduction"],
  ["Hip and Groin Disorders", 2019, "acoem-hip-groin"],
  ["Knee Disorders", 2019, "acoem-knee"],
  ["Occupational Interstitial Lung Disease", 2019, "acoem-interstitial-lung-disease"],
  ["Workplace Mental Health: Depressive Disorders", 2020, "acoem-depressive-disorders"],
  ["Occupational/Work-Related Asthma", 2020, "acoem-asthma"],
  ["Antiemetics", 2020, "acoem-antiemetics"],
  ["Coronavirus (COVID-19)", 2021, "acoem-covid-19"],
  ["Low Back Disorders", 2020, "acoem-low-back"],
  ["Workplace Mental Health: Anxiety Disorders", 2021, "acoem-anxiety-disorders"],
  ["Cornerstones of Disability Prevention and Management", 2018, "acoem-disability-prevention"],
  ["General Approach to Initial Assessment and Documentation", 2018, "acoem-initial-assessment"],
  ["Prevention", 2018, "acoem-prevention"],
  ["Elbow Disorders", 2019, "acoem-elbow"],
  ["Ankle and Foot Disorders", 2019, "acoem-ankle-foot"],
  ["Cervical and Thoracic Spine", 2019, "acoem-cervical-thoracic"],
  ["Hand, Wrist, and Forearm Disorders", 2019, "acoem-hand-wrist-forearm"],
  ["Initial Approaches to Treatment", 2022, "acoem-initial-approaches"],
  ["Knee Disorders", 2020, "acoem-knee"],
  ["Occupational Interstitial Lung Disease", 2020, "acoem-interstitial-lung-disease"],
  ["Traumatic Brain Injury", 2018, "acoem-traumatic-brain-injury"],
  ["Workplace Mental Health: Introduction", 2019, "acoem-mental-health-introduction"],
  [
    "Workplace Mental Health: Posttraumatic Stress Disorder and Acute Stress Disorder",
    2019,
    "acoem-ptsd-acute-stress",
  ],
];
const titles = [...oldTitles, ...newTitles];

/** "name year → id: topics" for each citation of the reviewer. */
function cited(words: string): readonly string[] {
  const text = letter({
    issues: [issue({ reviewer: `MAXIMUS guideline: Decision based on MTUS ${words}` })],
  });
  const citations = parse(text).issues[0]?.reviewer?.citations ?? [];
  return citations.map((citation) => {
    const { guideline, year, topics } = citation;
    const found = guidelineOf(citation, knowledge);
    return [
      `${guideline?.value} ${year?.value} → ${found?.id}`,
      ...topics.map((topic) => topic.value.replace(/\s+/g, " ")),
    ].join("; ");
  });
}

describe.each(titles)("%s %i", (title, year, id) => {
  const own = `${title} ${year} → ${id}`;

  it("is read alone", () => {
    expect(cited(`${title} ${year}.`)).toEqual([own]);
  });

  it("is read with sections, before and after old and new chapters", () => {
    expect(cited(`${title} ${year}, Section(s): Opioids, Prevention.`)).toEqual([
      `${own}; Opioids; Prevention`,
    ]);
    const before = `Low Back Complaints 2004, Section(s): Summary, and Knee Disorders 2019, Section(s): Imaging`;
    expect(cited(`${before}, and ${title} ${year}, Section(s): Summary, and Eye Disorders 2017.`)).toEqual([
      "Low Back Complaints 2004 → acoem-12; Summary",
      "Knee Disorders 2019 → acoem-knee; Imaging",
      `${own}; Summary`,
      "Eye Disorders 2017 → acoem-eye",
    ]);
    expect(cited(`${title} ${year}, and Opioid Treatment 2016.`)).toEqual([
      own,
      "Opioid Treatment 2016 → opioids-2016",
    ]);
  });

  it("is a known edition", () => {
    const guideline = knowledge.guidelineNamed(title, year);
    expect(guideline && editionNamed(guideline, year)?.years).toContain(year);
  });
});

describe.each(newTitles)("%s %i in other words", (title, year, id) => {
  const bare = title.replace(/ Disorders$| Medical Treatment$/, "");
  it.each([
    title.replace(/,? and /, " and "),
    title.replace(/,? and /, ", and "),
    bare,
    bare.replace(
      /(Spine|Shoulder|Elbow|Forearm|Back|Knee|Foot|Eye|Groin|Depressive|Anxiety)$/,
      "$1 Disorders",
    ),
    `${title} Guideline`,
    `${title} Medical Treatment Guideline`.replace("Medical Treatment Medical", "Medical"),
    `ACOEM ${title}`,
    `ACOEM ${bare}`,
  ])("%s", (words) => {
    // The name of another guideline.
    if (words === "Chronic Pain Medical Treatment Guideline") return;
    const first = cited(`${words} ${year}, Section(s): Summary.`);
    expect(first).toEqual([expect.stringMatching(new RegExp(`${year} → ${id}; Summary$`))]);
    const later = cited(`Low Back Complaints 2004, and ${words} ${year}, Section(s): Summary.`);
    expect(later).toEqual([
      "Low Back Complaints 2004 → acoem-12",
      expect.stringMatching(new RegExp(`${year} → ${id}; Summary$`)),
    ]);
  });
});

const guideline = (id: string) => {
  const found = knowledge.guideline(id);
  if (!found) throw new Error(id);
  return found;
};

describe("the years of editions", () => {
  it.each<[string, readonly number[], readonly number[]]>([
    ["acoem-9", [2004], [2003, 2009, 2014, 2016]],
    ["acoem-10", [2004, 2007], [2005, 2009]],
    ["chronic-pain-2009", [2009], [2007, 2014]],
    ["acoem-elbow", [2013, 2017, 2018, 2019], [2011, 2014, 2016, 2020, 2022]],
    ["acoem-low-back", [2016, 2017, 2019, 2020, 2021], [2018, 2022]],
    // The publisher's year of the version of August 2023 isn't known, and later versions aren't either.
    ["acoem-shoulder", [2016, 2017, 2019, 2022, 2023, 2024], [2015]],
    ["acoem-chronic-pain", [2017, 2024], [2016, 2018, 2023]],
    ["odg", [2004, 2016], []],
  ])("%s", (id, known, unknown) => {
    expect(known.filter((year) => isUnknownYear(guideline(id), year))).toEqual([]);
    expect(unknown.filter((year) => !isUnknownYear(guideline(id), year))).toEqual([]);
  });
});

describe("the edition in force", () => {
  const inForce = (id: string, day: string) => {
    const found = editionInForce(guideline(id), day, knowledge.guidelines);
    return found && `${found.guideline.id}: ${editionInWords(found.edition)}`;
  };
  it("is of the guideline, the one before, or the one after", () => {
    expect(inForce("chronic-pain-2009", "2016-07-27")).toMatch(/^chronic-pain-2009: /);
    expect(inForce("chronic-pain-2009", "2016-07-28")).toMatch(/^chronic-pain-2016: /);
    expect(inForce("chronic-pain-2016", "2016-05-20")).toMatch(/^chronic-pain-2009: /);
    expect(inForce("chronic-pain-2009", "2018-03-01")).toBe(
      "acoem-chronic-pain: version of May 15, 2017, from December 1, 2017",
    );
    expect(inForce("acoem-low-back", "2016-05-20")).toBe("acoem-12: version of 2004 to December 1, 2017");
    expect(inForce("acoem-low-back", "2020-01-01")).toBe(
      "acoem-low-back: version of March 7, 2019, from August 11, 2019 to November 23, 2021",
    );
  });
  it("isn't known if its days aren't known, and is never a proposal", () => {
    expect(inForce("acoem-traumatic-brain-injury", "2019-01-01")).toBeUndefined();
    expect(inForce("acoem-cannabis", "2026-01-01")).toBeUndefined();
    const [proposal] = guideline("acoem-cannabis").editions;
    expect(proposal && wasInForce(proposal, "2026-01-01")).toBeUndefined();
    expect(proposal && editionInWords(proposal)).toBe(
      "version of January 28, 2025, a proposal whose adoption isn't confirmed",
    );
  });
});

describe("editions", () => {
  const all = knowledge.guidelines.flatMap(({ id, editions }) =>
    editions.map((edition, index) => ({ id, edition, next: editions[index + 1] })),
  );
  it("follow each other, and share no year", () => {
    const wrong = all.filter(({ edition: { from, until, years, published }, next }) => {
      const days = [from, until].filter((day) => day !== undefined);
      const isOrdered =
        days.every((day) => /^20\d\d-[01]\d-[0-3]\d$/.test(day)) && days.join() === days.toSorted().join();
      const isPublished = published === undefined || /^20\d\d(?:-[01]\d(?:-[0-3]\d)?)?$/.test(published);
      const isFollowed = !next || next.proposed || next.from === undefined || next.from === until;
      return !isOrdered || !isPublished || !isFollowed || years.some((year) => next?.years.includes(year));
    });
    expect(wrong).toEqual([]);
  });
  it("claim no more than their evidence: without a day, the confidence isn't high", () => {
    const sure = all.filter(({ edition }) => edition.confidence === "high");
    expect(sure.filter(({ edition: { from, until } }) => !from && !until)).toEqual([]);
    const proposed = all.filter(({ edition }) => edition.proposed);
    expect(proposed.map(({ edition: { confidence, from } }) => `${confidence} ${from}`)).toEqual(
      proposed.map(() => "low undefined"),
    );
  });
  it("are replaced by guidelines that exist", () => {
    const lost = knowledge.guidelines.filter(
      ({ replacedBy }) => replacedBy !== undefined && !knowledge.guideline(replacedBy),
    );
    expect(lost).toEqual([]);
  });
});

describe("a publisher in parentheses", () => {
  it.each([
    "Low Back Disorders Guideline (ACOEM 2019), Section(s): MRI.",
    "Low Back Disorders (ACOEM, 2019), Section(s): MRI.",
    "Low Back Disorders 2019 (ACOEM), Section(s): MRI.",
    "Low Back Disorders (2019) (ACOEM), Section(s): MRI.",
    "Low Back Disorders (ACOEM) 2019, Section(s): MRI.",
  ])("is part of the name: %s", (words) => {
    expect(cited(words)).toEqual(["Low Back Disorders 2019 → acoem-low-back; MRI"]);
  });
});

it("COVID-19 has several titles", () => {
  for (const title of ["Coronavirus Disease (COVID-19)", "COVID-19 (Coronavirus)", "Coronavirus (COVID-19)"])
    expect(cited(`${title} 2023.`)[0]).toMatch(/2023 → acoem-covid-19$/);
});
