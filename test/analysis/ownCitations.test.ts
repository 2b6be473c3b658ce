/** Citations of guidelines of the user's own: by their titles, and by titles near to them. */
import { describe, expect, test } from "vitest";
import { guidelineOf, guidelineWords, topicsOf } from "../../server/src/analysis/citedGuidelines.ts";
import { withOwnGuidelines } from "../../server/src/analysis/ownCitations.ts";
import { citationWords } from "../../server/src/features/drafting/citationFormat.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import type { GuidelineCopy, Knowledge } from "../../server/src/knowledge/types.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { readPacks } from "../../server/src/packs/readPacks.ts";
import { issue, letter } from "../fixture/letter.ts";
import { ownCopy } from "../fixture/ownGuideline.ts";

/** What a citation names: the guideline's id and its words, and each topic's name and its words. */
const named = (citation: string, ...copies: readonly GuidelineCopy[]) =>
  namedIn(createKnowledge(undefined, [ownCopy, ...copies]), citation);

function namedIn(knowledge: Knowledge, citation: string) {
  const text = letter({ issues: [issue({ reviewer: `MAXIMUS guideline: Decision based on ${citation}` })] });
  const read = withOwnGuidelines(parse(text), knowledge);
  const [first] = read.issues[0]!.reviewer!.citations;
  const guideline = guidelineOf(first!, knowledge);
  const words = guidelineWords(text, first!);
  const oneLine = (span: { start: number; end: number }) =>
    text.slice(span.start, span.end).replace(/\s+/g, " ");
  return {
    guideline: guideline?.id,
    words: words && oneLine(words),
    topics: guideline
      ? topicsOf(first!, guideline, knowledge).map(({ topic, ...span }) => `${topic.name} = ${oneLine(span)}`)
      : [],
  };
}

const id = ownCopy.guideline;

describe("a citation names the guideline", () => {
  test.each([
    "Non-MTUS Interagency Guideline on Knee Surgery 2012",
    "Non-MTUS Citation Interagency Guideline on Knee Surgery (2012)",
    "Non-MTUS Interagency Guideline on Knee Surgery",
    "Non-MTUS Interagency\nGuideline on Knee\nSurgery 2012",
    "Non-MTUS Interagency Guidelines for Knee Surgery, 2012",
    "Non-MTUS Interagency Knee Surgery Guideline 2012",
    "Non-MTUS Interagancy Guideline on Knee Surgery 2012",
    "Non-MTUS Washington State Interagency Guideline on Knee Surgery 2012",
    "Non-MTUS IGKS 2012",
    "Other Medical Treatment Guideline: Interagency Guideline on Knee Surgery 2012",
  ])("%s", (citation) => {
    expect(named(`${citation}.`).guideline).toBe(id);
  });

  test.each([
    "Non-MTUS Interagency Guideline on Prescribing Opioids 2015.",
    "Non-MTUS Knee Society, Scoring of the Knee 2012.",
    "Non-MTUS Official Disability Guidelines (ODG), Knee Chapter, Arthroscopy.",
    "MTUS Knee Complaints 2004, Section(s): Surgical Considerations.",
  ])("but not another one: %s", (citation) => {
    expect(named(citation).guideline).not.toBe(id);
  });
});

describe("a citation names the topics", () => {
  const title = "Interagency Guideline on Knee Surgery 2012";
  test.each([
    [`Non-MTUS ${title}: Arthroscopy, pages 1-2.`, ["Arthroscopy = Arthroscopy"]],
    [
      `Non-MTUS ${title}, Section(s): Arthroscopy, Cold therapy.`,
      ["Arthroscopy = Arthroscopy", "Cold therapy = Cold therapy"],
    ],
    [`Non-MTUS ${title} Cold\ntherapy.`, ["Cold therapy = Cold therapy"]],
    [`Non-MTUS ${title} - Bracing.`, ["Bracing after surgery = Bracing"]],
    [`Non-MTUS ${title}; Meniscal tears.`, ["Meniscal tears and loose bodies = Meniscal tears"]],
    [`Non-MTUS ${title}: Knee arthroscopy.`, ["Arthroscopy = Knee arthroscopy"]],
    [
      `Non-MTUS ${title}: Bracing after surgery, Imaging.`,
      ["Bracing after surgery: Imaging = Bracing after surgery, Imaging"],
    ],
    [`Non-MTUS ${title}: Acupuncture.`, []],
  ])("%s", (citation, topics) => {
    expect(named(citation)).toMatchObject({ guideline: id, words: title, topics });
  });
});

test("the words of its name include the last one, guideline", () => {
  const copy = {
    ...ownCopy,
    guideline: "own-shoulder",
    own: { name: "Shoulder Surgery Guideline", year: 2019 },
  };
  expect(named("Non-MTUS Citation Shoulder Surgery Guideline 2019: Bracing.", copy)).toMatchObject({
    guideline: "own-shoulder",
    words: "Shoulder Surgery Guideline 2019",
  });
});

test("a year selects the edition", () => {
  const older = { ...ownCopy, guideline: "own-older", own: { ...ownCopy.own!, year: 2005 } };
  expect(named("Non-MTUS Interagency Guideline on Knee Surgery 2005.", older).guideline).toBe("own-older");
  expect(named("Non-MTUS Interagency Guideline on Knee Surgery 2012.", older).guideline).toBe(id);
});

describe("a guideline of a pack is named like one of a copy", () => {
  const pack = (kind: "mtus" | "other", cited: object = {}) =>
    createKnowledge(
      readPacks([
        {
          uri: "clinic.imr-pack.json",
          text: JSON.stringify({
            name: "Clinic",
            guidelines: [
              {
                id: "clinic-spine",
                name: "Regional Spine Care Guideline (RSCG)",
                about: "Made up.",
                kind,
                years: [2022],
                cited: { name: "Regional Spine Care", ...cited },
              },
            ],
            topics: [
              {
                id: "clinic-fusion",
                guideline: "clinic-spine",
                name: "Fusion of the lumbar spine",
                summary: "Made up.",
              },
            ],
          }),
        },
      ]).data,
    );

  test.each([
    ["Non-MTUS Citation Regional Spine Care Guideline: Fusion of the lumbar spine.", "other"],
    ["Non-MTUS Regional Spine Care Guideline 2022, Section(s): Lumbar fusion.", "other"],
    ["Non-MTUS Citation RSCG 2022: Lumbar spine fusion.", "other"],
    ["Non-MTUS Citation Regionel Spine Care (2022): Lumbar Fusion.", "other"],
    ["MTUS Regional Spine Care 2022, Section(s): Lumbar Fusion.", "mtus"],
    ["MTUS Regional Spine-Care Guideline 2022, Section(s): Fusion.", "mtus"],
  ] as const)("%s", (citation, kind) => {
    expect(namedIn(pack(kind), citation)).toMatchObject({
      guideline: "clinic-spine",
      topics: [expect.stringContaining("Fusion of the lumbar spine = ")],
    });
  });

  test("and is cited by its kind so that it is read back", () => {
    for (const kind of ["mtus", "other"] as const) {
      const known = pack(kind);
      const guideline = known.guideline("clinic-spine")!;
      const words = citationWords("G3b", guideline, known.topicsOf(guideline.id), "2022-05-01");
      expect(words.startsWith("Non-")).toBe(kind === "other");
      expect(namedIn(known, words)).toMatchObject({ guideline: guideline.id, topics: [expect.anything()] });
    }
  });
});

test("letters that cite no own guideline stay the same object", () => {
  const parsed = parse(letter());
  expect(withOwnGuidelines(parsed, createKnowledge())).toBe(parsed);
});
