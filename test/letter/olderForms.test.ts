/** Letters before mid-2014: what is read of them, however their text is laid out. */
import { describe, expect, it, test } from "vitest";
import { parse } from "../../server/src/letter/parse.ts";
import {
  letterOf2013,
  letterOf2014,
  letterOfOtherReviewers,
  olderForms,
  reasonsOf2013,
} from "../fixture/olderForms.ts";
import { isLinear, repeat } from "../growth.ts";
import { show } from "./show.ts";

const issuesIn = (text: string): readonly string[] =>
  parse(text).issues.map(
    ({ heading, parts }) =>
      `${heading.treatment} → ${heading.decision?.outcome} (${parts.map(({ kind }) => kind).join(", ")})`,
  );

describe("is read", () => {
  test("a letter of 2013", () => {
    expect(show(parse(`${letterOf2013}${reasonsOf2013}`))).toMatchInlineSnapshot(`
      "generation G1
      section other: Notice of Independent Medical Review Determination | Dated: 9/26/2013 1) MAXIMUS  … y necessary and appropriate.
      section issues: INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE | An application for Independe … y necessary and appropriate.
      section how: Medical Qualifications of the Expert Reviewer | The independent Medical Doct … ce for more than five years.
      section summary: Case Summary | Disclaimer: The following ca …  one tablet in the evening."
      section documents: Documents Reviewed for Determination | The following relevant docum … an, 06/03/2013 to 07/09/2013
      section other: Effect of the Decision | The determination of MAXIMUS … view service under contract.
      front matter applicationReceived=7/29/2013 dateAssigned=8/12/2013 decisionDate=9/26/2013 urDenialDate=7/18/2013
      credentials sentence: California | Occupational Medicine
      summary: "The patient is a 47 year ol …  one tablet in the evening."
      issue 1: lumbar MRI without contrast => not medically necessary and appropriate
        claims: the Low Back Complaints (ACO … , which is part of the MTUS.
          mtus: Low Back Complaints, p. 303
        reviewer: found the guidelines used by … te for the issue at dispute.
        rationale: The chapter asks for signs o … y necessary and appropriate.
          3 sentences, not necessary
      issue 2: Norco 10/325mg #60 => medically necessary and appropriate
        claims: the Chronic Pain Medical Tre … , which is part of the MTUS.
          mtus: Chronic Pain Medical Treatment (2009) § Opioids, p. 76-80
        reviewer: the Chronic Pain Medical Tre … , criteria for use, page 78.
          mtus: Chronic Pain Medical Treatment Guidelines § Opioids ¦ criteria for use, p. 78
        rationale: The guideline allows opioids … y necessary and appropriate.
          3 sentences, necessary"
    `);
  });

  test("the first part of one", () => {
    expect(show(parse(letterOf2013))).toMatchInlineSnapshot(`
      "generation G1
      section other: Notice of Independent Medical Review Determination | Dated: 9/26/2013 1) MAXIMUS  … y necessary and appropriate.
      section issues: INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE | An application for Independe … y necessary and appropriate.
      section how: Medical Qualifications of the Expert Reviewer | The independent Medical Doct … ce for more than five years.
      section summary: Case Summary | Disclaimer: The following ca …  one tablet in the evening."
      front matter applicationReceived=7/29/2013 dateAssigned=8/12/2013 decisionDate=9/26/2013 urDenialDate=7/18/2013
      credentials sentence: California | Occupational Medicine
      summary: "The patient is a 47 year ol …  one tablet in the evening."
      issue 1: lumbar MRI without contrast => not medically necessary and appropriate
      issue 2: Norco 10/325mg #60 => medically necessary and appropriate"
    `);
  });

  test("a letter of early 2014", () => {
    expect(show(parse(letterOf2014))).toMatchInlineSnapshot(`
      "generation G2
      section frontMatter: Case details
      section how: HOW THE IMR FINAL DETERMINATION WAS MADE | MAXIMUS Federal Services sen … d to practice in California.
      section documents: DOCUMENTS REVIEWED | The following relevant docum … al records of 2012 and 2013.
      section summary: CLINICAL CASE SUMMARY | The physician reviewer devel … aproxen and cyclobenzaprine.
      section issues: IMR DECISION(S) AND RATIONALE(S) | The Final Determination was  … y necessary and appropriate.
      front matter applicationReceived=01/23/2014 caseNumber=CM14-0009901 dateAssigned=02/21/2014 dateOfInjury=03/12/2011 decisionDate=07/02/2014 urDenialDate=01/13/2014
      credentials sentence: California | Pain Management
      summary: The patient is a 52 year old … aproxen and cyclobenzaprine.
      issue 1: Naproxen 550mg #60 => medically necessary and appropriate
        claims: the MTUS Chronic Pain Medica … Guidelines, NSAIDs, page 67.
          mtus: Chronic Pain Medical Treatment Guidelines § NSAIDs, p. 67
        reviewer: the Chronic Pain Medical Tre … , which is part of the MTUS.
          mtus: Chronic Pain Medical Treatment Guidelines § NSAIDs, p. 67-73
        rationale: The guideline recommends the … y necessary and appropriate.
          3 sentences, necessary
      issue 2: Twelve (12) sessions of physical therapy for the low back => not medically necessary and appropriate
        claims: did not cite any evidence based criteria for its decision.
        reviewer: the Official Disability Guidelines (ODG), Low Back.
          nonMtus: Official Disability Guidelines (ODG) § Low Back
        rationale: ODG allows ten visits: 1. ov … y necessary and appropriate.
          3 sentences, not necessary"
    `);
  });

  test("a letter of other reviewers, whose decision is its conclusion", () => {
    expect(show(parse(letterOfOtherReviewers))).toMatchInlineSnapshot(`
      "generation GX
      section other: MEDICAL PROFESSIONAL REVIEW | 
      section issues: ISSUE AT DISPUTE | Naproxen 550mg #60
      section summary: CASE SUMMARY | The patient is a man of 50 w …  2/3/2012. He has knee pain.
      section documents: DOCUMENTS REVIEWED FOR DETERMINATION | Reports of 6/4/2013 and 7/2/2013
      section other: MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY PROFESSIONAL REVIEWER AND WHY | Chronic Pain Medical Treatme … use they are about the drug.
      section other: RATIONALE FOR WHY THE REQUESTED TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY | The guideline recommends the … oxen is medically necessary.
      section how: MEDICAL REVIEWER QUALIFICATIONS | The reviewer is board certified in family medicine.
      credentials -
      summary: The patient is a man of 50 w …  2/3/2012. He has knee pain.
      issue 1: Naproxen 550mg #60 => medically necessary
        reviewer: Chronic Pain Medical Treatme … use they are about the drug.
          mtus: Chronic Pain Medical Treatment Guidelines § NSAIDs, p. 67
        rationale: The guideline recommends the … oxen is medically necessary.
          3 sentences, necessary"
    `);
    expect(
      issuesIn(letterOfOtherReviewers.replace("is medically necessary", "is not medically necessary")),
    ).toEqual(["Naproxen 550mg #60 → upheld (reviewer, rationale)"]);
    expect(issuesIn(letterOfOtherReviewers.replace(/The request for .*/, ""))).toEqual([
      "Naproxen 550mg #60 → undefined (reviewer, rationale)",
    ]);
  });
});

/** Paragraphs in one line each. A line that fills its width goes on in the next one. */
const typed = (text: string): string =>
  text.replace(/^(.{66,})\n(?=\S)/gm, "$1 ").replace(/^(.{66,})\n(?=\S)/gm, "$1 ");

/** The lines wrapped again. */
const wrapped = (width: number) => (text: string) =>
  typed(typed(text))
    .replace(new RegExp(`(.{1,${width}})(?: +|$)`, "gm"), "$1\n")
    .replace(/\n\n\n+/g, "\n\n");

const everyLines = (count: number, mark: string) => (text: string) =>
  text
    .split("\n")
    .map((line, i) => (i > 0 && i % count === 0 ? `${mark}${line}` : line))
    .join("\n");

const changes: readonly (readonly [string, (text: string) => string])[] = [
  ["the line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["the line ends of old Macs", (text) => text.replaceAll("\n", "\r")],
  ["a byte order mark", (text) => `\ufeff${text}`],
  ["an indent", (text) => text.replace(/^(?=.)/gm, "      ")],
  ["trailing spaces", (text) => text.replace(/$/gm, "  ")],
  ["no-break spaces", (text) => text.replaceAll(" ", "\u00a0")],
  ["no empty lines", (text) => text.replace(/\n\n+/g, "\n")],
  ["empty lines between all lines", (text) => text.replaceAll("\n\n", "\n \n").replaceAll("\n", " \n\n")],
  ["lines as long as paragraphs", typed],
  ["narrow lines", wrapped(82)],
  ["page breaks", everyLines(17, "\f")],
  ["page breaks and empty lines", everyLines(11, "\n\f")],
  ["double spaces", (text) => text.replace(/\. (?=[A-Z])/g, ".  ")],
  ["curly quotes", (text) => text.replaceAll("'", "\u2019").replace(/"([^"]*)"/g, "\u201c$1\u201d")],
];

/** What is said, without the places that differ between renditions. */
const said = (text: string): string =>
  show(parse(text))
    .replaceAll("\u2019", "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/ {2,}(?=\S)/g, " ");

describe.each(Object.entries(olderForms))("a letter of %s is the same with", (_, text) => {
  const expected = said(text);
  it.each(changes)("%s", (_name, change) => expect(said(change(text))).toBe(expected));
});

describe("the determinations of 2013", () => {
  const expected = issuesIn(letterOf2013);

  it("are read once, though the letter has them twice", () => expect(expected).toHaveLength(2));

  it.each<[string, (text: string) => string]>([
    ["with periods", (text) => text.replace(/^(\d)\) /gm, "$1. ")],
    ["in parentheses", (text) => text.replace(/^(\d)\) /gm, "($1) ")],
    ["without numbers", (text) => text.replace(/^\d\) /gm, "")],
    ["with the number in a line of its own", (text) => text.replace(/^(\d)\) /gm, "$1)\n")],
    [
      "with words run together",
      (text) => text.replaceAll("not medically", "notmedically").replaceAll("is\nnot", "isnot"),
    ],
    ["without the commas of the name", (text) => text.replaceAll("Services, Inc. has", "Services has")],
    ["without “and appropriate”", (text) => text.replaceAll(/\s+and\s+appropriate\./g, ".")],
    ["with “was”", (text) => text.replaceAll("#60 is medically", "#60 was medically")],
    [
      "only at the top",
      (text) => text.slice(0, text.lastIndexOf("1) MAXIMUS")) + text.slice(text.indexOf("Medical Qual")),
    ],
    [
      "only after the heading",
      (text) => text.replace(/1\) MAXIMUS[\s\S]*?(?=INDEPENDENT MEDICAL REVIEW DEC)/, ""),
    ],
  ])("%s", (_, change) => {
    expect(change(letterOf2013)).not.toBe(letterOf2013);
    expect(issuesIn(change(letterOf2013))).toEqual(expected);
  });

  it("belong to the reasons with the same number", () => {
    const whole = `${letterOf2013}${reasonsOf2013}`;
    const parts = "(claims, reviewer, rationale)";
    expect(issuesIn(whole)).toEqual([
      `lumbar MRI without contrast → upheld ${parts}`,
      `Norco 10/325mg #60 → overturned ${parts}`,
    ]);
    // The reasons for the first request are missing.
    const without = whole.replace(/1\) Regarding[\s\S]*?(?=2\) Regarding)/, "");
    expect(issuesIn(without)).toEqual([
      "lumbar MRI without contrast → upheld ()",
      `Norco 10/325mg #60 → overturned ${parts}`,
    ]);
    // A letter without determinations is decided by its conclusions.
    expect(issuesIn(whole.replaceAll(/\d\) MAXIMUS[\s\S]*?appropriate\./g, ""))).toEqual([
      `lumbar MRI without contrast → upheld ${parts}`,
      `Norco 10/325mg #60 → overturned ${parts}`,
    ]);
  });

  it("are read of many requests", () => {
    const many = Array.from(
      { length: 12 },
      (_, i) =>
        `${i + 1}) MAXIMUS Federal Services, Inc. has determined the request for drug ${i} is ${i % 3 ? "not " : ""}medically necessary and appropriate.`,
    ).join("\n");
    const text = `Notice of Independent Medical Review Determination\n${many}\nINDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n${many}\n`;
    const outcomes = parse(text).issues.map(
      ({ heading }) => `${heading.treatment} ${heading.decision?.outcome}`,
    );
    expect(outcomes).toEqual(
      Array.from({ length: 12 }, (_, i) => `drug ${i} ${i % 3 ? "upheld" : "overturned"}`),
    );
  });
});

describe("the headings of early 2014", () => {
  const expected = issuesIn(letterOf2014);

  it.each<[string, (text: string) => string]>([
    ["with parentheses", (text) => text.replace(/^([12])\. (?=[A-Z])/gm, "$1) ")],
    ["with words run together", (text) => text.replaceAll("not medically", "notmedically")],
    ["with “are”", (text) => text.replace("low back is not", "low back are not")],
    [
      "with a footer on each page",
      (text) => everyLines(9, "Final Determination Letter for IMR Case Number CM14-0009901  3\n\f")(text),
    ],
    [
      "with the labels of later letters",
      (text) => text.replaceAll("The Physician Reviewer's decision rationale:", "Decision rationale:"),
    ],
    ["with “Decision for”", (text) => text.replace("1. Naproxen", "1. Decision for Naproxen")],
    ["with an article", (text) => text.replace("1. Naproxen", "1. The request for Naproxen")],
    ["with the title of 2013", (text) => `Notice of Independent Medical Review Determination\n${text}`],
    ["with “The Expert Reviewer”", (text) => text.replaceAll("Physician Reviewer", "Expert Reviewer")],
  ])("%s", (_, change) => {
    expect(change(letterOf2014)).not.toBe(letterOf2014);
    expect(issuesIn(change(letterOf2014))).toEqual(expected);
  });

  it("without a number, if there is one request", () => {
    const one = letterOf2014.replace(/\n2\. Twelve[\s\S]*/, "");
    expect(issuesIn(one.replace("1. Naproxen", "Naproxen"))).toEqual([expected[0]]);
  });
});

it("a letter of other reviewers about several requests has an issue for each, without a decision", () => {
  const several = letterOfOtherReviewers.replace(
    "Naproxen 550mg #60\n",
    "  1) Naproxen 550mg #60\n  2) Physical therapy, 2. phase\n",
  );
  expect(issuesIn(several)).toEqual([
    "Naproxen 550mg #60 → undefined ()",
    "Physical therapy, 2. phase → undefined ()",
  ]);
});

describe("the case details of 2013", () => {
  const details = (text: string): string =>
    show(parse(text))
      .split("\n")
      .filter((line) => line.startsWith("front matter"))
      .join("\n");

  it("are read from lines with labels", () => {
    const lines = `Date of UR Decision:          7/18/2013
Date of Injury:               5/6/2012
IMR Application Received:     7/29/2013
MAXIMUS Case Number:          CM13-0009902
`;
    expect(details(letterOf2013.replace("Dated: 9/26/2013\n", `$&\n${lines}`))).toBe(
      "front matter applicationReceived=7/29/2013 caseNumber=CM13-0009902 dateAssigned=8/12/2013 dateOfInjury=5/6/2012 decisionDate=9/26/2013 urDenialDate=7/18/2013",
    );
  });

  it("are read as far as they are there", () => {
    const text = letterOf2013.replace("Dated: 9/26/2013", "").replace("8/12/2013", "the next day");
    expect(details(text)).toBe("front matter applicationReceived=7/29/2013 urDenialDate=7/18/2013");
  });
});

describe("citations of letters before mid-2014", () => {
  const cited = (sentence: string): readonly string[] => {
    const text = letterOf2014.replace(/The Claims Administrator based[\s\S]*?page 67\./, sentence);
    expect(text).not.toBe(letterOf2014);
    return (parse(text).issues[0]?.claims?.citations ?? []).map(
      ({ kind, guideline, year, topics, pages }) =>
        `${kind}: ${[
          guideline?.value,
          year?.value,
          ...topics.map(({ value }) => value),
          ...pages.map(({ first }) => first),
        ]
          .filter((one) => one !== undefined)
          .join(" | ")}`,
    );
  };
  it.each([
    [
      "the Low Back Complaints (ACOEM Practice Guidelines, 2nd Edition (2004), Chapter 12), pg. 303, which is part of the MTUS.",
      ["mtus: Low Back Complaints | 303"],
    ],
    [
      "the MTUS Chronic Pain Medical Treatment Guidelines (2009), NSAIDs, GI symptoms, p. 68 and the Official Disability Guidelines (ODG), Pain Chapter.",
      [
        "mtus: Chronic Pain Medical Treatment | 2009 | NSAIDs | GI symptoms | 68",
        "nonMtus: Official Disability Guidelines (ODG) | Pain Chapter",
      ],
    ],
    [
      "the ACOEM Practice Guidelines, Chapter 7, which is not part of the MTUS.",
      ["nonMtus: ACOEM Practice Guidelines | Chapter 7"],
    ],
    ["the MTUS.", []],
    ["a study of 2010. The provider disputes it.", []],
  ])("%s", (words, expected) =>
    expect(cited(`The Claims Administrator based its decision on ${words}`)).toEqual(expected),
  );
});

it("a letter with older headings and newer labels is read by its labels", () => {
  const text = `IMR DECISION(S) AND RATIONALE(S)

Naproxen 550mg #60: Overturned

Claims Administrator guideline: Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs Page(s): 67.

MAXIMUS guideline: Decision based on MTUS Chronic Pain Treatment Guidelines NSAIDs Page(s): 67.

Decision rationale: The request is medically necessary.
`;
  expect(issuesIn(text)).toEqual(["Naproxen 550mg #60 → overturned (claims, reviewer, rationale)"]);
});

it.each(["ISSUE AT DISPUTE: Naproxen 550mg #60", "Issue at Dispute:\n1. Naproxen 550mg #60."])(
  "a heading with text behind it: %j",
  (line) => {
    const text = letterOfOtherReviewers.replace("ISSUE AT DISPUTE:\nNaproxen 550mg #60", line);
    expect(text).not.toBe(letterOfOtherReviewers);
    expect(issuesIn(text)).toEqual(issuesIn(letterOfOtherReviewers));
  },
);

describe("the time grows with the text, not faster", () => {
  const title = "Notice of Independent Medical Review Determination\n";
  const issuesHeading = "IMR DECISION(S) AND RATIONALE(S)\n";
  it.each<[string, string]>([
    [
      title,
      "1) MAXIMUS Federal Services, Inc. has determined the request for a drug is not medically necessary.\n",
    ],
    [title, "1) MAXIMUS Federal Services, Inc. has determined the request for "],
    [
      title,
      "2) Regarding the request for a drug:\nThe Claims Administrator based its decision on the MTUS.\n",
    ],
    [title, "Case Summary: words\nRegarding the request for a drug:\nRationale for the Decision: no.\n"],
    [
      issuesHeading,
      "1. A drug is medically necessary.\nThe Claims Administrator based its decision on the ODG.\n",
    ],
    [
      issuesHeading,
      "The Claims Administrator based its decision on the Chronic Pain Medical Treatment Guidelines, ",
    ],
    ["MEDICAL PROFESSIONAL REVIEW\nISSUE AT DISPUTE: ", "1) a drug 2) a drug "],
  ])("%s%s", (head, words) =>
    isLinear(
      (length) => head + repeat(words, length),
      (text) => () => parse(text),
    ),
  );
});
