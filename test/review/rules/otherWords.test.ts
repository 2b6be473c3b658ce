/** Mistakes and harmless sentences in words of many kinds, each in a whole letter: a rule reports the mark, or none reports anything. */
import { describe, expect, test } from "vitest";
import { issue, issuesHeading, letter, reasons, summaryIntroduction } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { findingsIn } from "../findings.ts";

interface Parts {
  readonly heading?: string;
  /** After a sentence on the employee. */
  readonly summary?: string;
  /** Before the conclusion. */
  readonly rationale?: string;
  /** What isn't medically necessary, with its verb. */
  readonly conclusion?: string;
  readonly reviewer?: string;
}

const parts = ({
  heading = "Naproxen 500mg #60",
  summary = "",
  rationale = "",
  conclusion = "The request is",
  reviewer,
}: Parts): string =>
  letter({
    summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\nThe injured worker is a 44 year old male who was injured on 09/14/2013. ${summary}`,
    issuesHeading,
    issues: [
      issue({
        heading: `${heading}: Upheld`,
        rationale: `Decision rationale: ${reasons} ${rationale} ${conclusion} not medically necessary.`,
        ...(reviewer === undefined ? {} : { reviewer }),
      }),
    ],
  });

const aboutOtherTreatment: readonly string[] = ["citation/other-treatment", "citation/section"];
const findings = (text: string) => findingsIn(text).filter(({ rule }) => !aboutOtherTreatment.includes(rule));

const reported: readonly (readonly [rule: string, Parts])[] = [
  [
    "issue/heading-contradiction",
    { heading: "Eight visits of therapy, 2 times a week for 4 weeks ([[10 visits]])" },
  ],
  [
    "issue/heading-contradiction",
    { heading: "Therapy, [[12 visits]], 3 times a week for 2 weeks = 6 visits" },
  ],
  ["issue/heading-contradiction", { heading: "Walker, 2 month ([[30 day]]) rental" }],
  ["issue/heading-contradiction", { heading: "Cold therapy unit, rental for one week ([[14 days]])" }],
  [
    "consistency/quantity",
    {
      heading: "Lidocaine 5% ointment 50 grams",
      conclusion: "Lidocaine 5% ointment, [[two tubes]] of 50 grams, is",
    },
  ],
  [
    "consistency/treatment",
    {
      heading: "Release of the A1 pulley of the left ring finger",
      conclusion: "The [[carpal tunnel release]] is",
    },
  ],
  [
    "consistency/treatment",
    { heading: "Ultrasound of the left hip", conclusion: "The [[arthrogram]] of the left hip is" },
  ],
  [
    "consistency/treatment",
    { heading: "Open MRI of the left hip", conclusion: "The [[MRI]] of the left hip is" },
  ],
  [
    "consistency/chronology",
    { summary: "At the first evaluation for this strain, on [[3/3/2013]], he limped." },
  ],
  ["consistency/chronology", { summary: "He came to the clinic on [[3/3/2013]] with pain of the back." }],
  ["consistency/chronology", { summary: "He began physical therapy on [[3/3/2013]]." }],
  ["consistency/chronology", { rationale: "The employee has taken it since the spring of [[2018]]." }],
  ["consistency/chronology", { rationale: "The employee has taken it since [[2017]]." }],
  [
    "consistency/record",
    {
      summary: "He underwent a fusion at L4-5 in 2014.",
      rationale: "He has never had [[surgery]] on the spine.",
    },
  ],
  [
    "consistency/record",
    { summary: "He underwent a fusion at L4-5 in 2014.", rationale: "The back has never been operated on." },
  ],
  [
    "consistency/record",
    {
      summary: "He completed 12 visits of therapy after the repair.",
      rationale: "No postoperative therapy is on file.",
    },
  ],
  [
    "consistency/record",
    {
      summary: "He has had therapy and a home exercise program.",
      rationale: "He has failed therapy, and has no home exercise program.",
    },
  ],
  [
    "consistency/findings",
    {
      summary: "He has completed twelve visits of physical therapy and two months in a brace.",
      rationale: "He limps despite [[six visits of physical therapy]].",
    },
  ],
  [
    "consistency/sex",
    { rationale: "The employee began with a trial of two visits, after which [[her]] grief eased." },
  ],
  ["consistency/sex", { rationale: "Since then [[her]] worry about driving is less." }],
  ["consistency/measure", { summary: "On 3/9/2016 he had pain of [[12/10]]." }],
  ["consistency/measure", { summary: "He rated the ache as [[11/10]]." }],
  ["consistency/measure", { summary: "His pain had gone down from [[3/10 to 7/10]]." }],
  ["consistency/measure", { summary: "His pain rose from [[8/10 to 4/10]]." }],
  ["consistency/measure", { summary: "His body mass index is [[310]]." }],
  ["letter/remnant", { summary: "The note of [[XX/XX/2016]] is short." }],
  ["letter/remnant", { summary: "The note of [[4/XX/2016]] is short." }],
  ["letter/remnant", { summary: "The note of [[xx/2015]] is short." }],
  ["citation/uncited-source", { rationale: "[[ODG]], Low Back, recommends it for two weeks." }],
  [
    "citation/uncited-source",
    { rationale: "[[ODG]]'s Mental Illness & Stress chapter recommends it for two weeks." },
  ],
  [
    "citation/silent-mtus",
    {
      heading: "Ultrasound of the left elbow",
      rationale: "The MTUS calls for imaging after a red flag. The [[MTUS is silent on sonograms]].",
      reviewer:
        "MAXIMUS guideline: Decision based on MTUS Elbow Complaints 2007, Section(s): Special Studies.",
    },
  ],
];

describe("is reported", () => {
  test.each(reported)("%s: %o", (rule, all) => {
    const { text, spans } = unmark(parts(all));
    const found = findings(text).filter((finding) => finding.rule === rule);
    expect(found.length, JSON.stringify(findings(text))).toBeGreaterThan(0);
    for (const { start, end } of spans) {
      expect(found.map((one) => text.slice(one.start, one.end))).toContainEqual(
        expect.stringMatching(text.slice(start, end).replace(/[()]/g, ".")),
      );
    }
  });
});

const accepted: readonly Parts[] = [
  {
    heading: "Eight visits of therapy, 2 times a week for 4 weeks (8 visits)",
    conclusion: "Eight visits of therapy are",
  },
  { heading: "Walker, 1 month (30 day) rental", conclusion: "The walker is" },
  { heading: "Walker, 3 month (90 day) rental", conclusion: "The walker is" },
  { heading: "Walker, 6 week (30 day) rental", conclusion: "The walker is" },
  {
    heading: "Walker, one month rental",
    conclusion: "The one month rental of a walker, and not a purchase, is",
  },
  {
    heading: "Lidocaine 5% ointment 50 grams",
    conclusion: "Lidocaine 5% ointment, one tube of 50 grams, is",
  },
  {
    heading: "Lidocaine 5% ointment 100 grams",
    conclusion: "Lidocaine 5% ointment, two tubes of 50 grams, is",
  },
  {
    heading: "Release of the A1 pulley of the left ring finger",
    conclusion: "The trigger finger release of the left ring finger is",
  },
  { heading: "Left trigger thumb release", conclusion: "The release of the left thumb is" },
  { heading: "Ultrasound of the left hip", conclusion: "The sonogram of the left hip is" },
  { heading: "Knee scooter", conclusion: "The scooter is" },
  { summary: "At a physical examination for a license, on 3/3/2013, he was well." },
  { rationale: "The employee has taken it since 2014 and is to see a surgeon in 2017." },
  { summary: "He underwent a fusion at L4-5 in 2014.", rationale: "He has never had surgery of the knee." },
  {
    summary: "He completed 12 visits of therapy before the repair.",
    rationale: "No postoperative therapy is on file.",
  },
  { summary: "He was pulling a cart on which a 71 year old man sat." },
  { summary: "The cart held an 81 year old man." },
  { summary: "A visitor, a 61 year old woman, saw the fall." },
  { summary: "He carried a 200 pound man of 77 years." },
  { summary: "His pain since 12/10 is less." },
  { summary: "His pain rose from 4/10 to 8/10." },
  { summary: "A bone scan had been denied by a utilization review of 1/5/2015, and was not appealed." },
  { summary: "A brace had been denied by the claims administrator in 2015 and no appeal followed." },
];

describe("is accepted", () => {
  test.each(accepted)("%o", (all) => {
    expect(findings(parts(all))).toEqual([]);
  });
});

test("a rule that opens with its guideline is a criterion", () => {
  const rationale = (sentence: string) =>
    letter({
      issues: [
        issue({
          rationale: `Decision rationale: ${sentence} The employee has taken naproxen for a year. Naproxen 500mg #60 is not medically necessary.`,
        }),
      ],
    });
  const rules = (sentence: string) => findingsIn(rationale(sentence)).map(({ rule }) => rule);
  expect(rules("Under the MTUS, a drug without functional improvement is not to go on.")).toEqual([]);
  expect(rules("Per the MTUS, no evidence of improvement was submitted.")).toEqual([
    "rationale/no-criterion",
  ]);
});
