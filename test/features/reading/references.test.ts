import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  highlightsAt,
  type Occurrence,
  referencesAt,
} from "../../../server/src/features/reading/references.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { letterWith } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { anyLines, sameInEachRendition } from "../../fixture/renditions.ts";
import { knowledge } from "../../review/knowledge.ts";

type Finder = (letter: Letter, known: typeof knowledge, offset: number) => readonly Occurrence[];

/** The words found, in order, each with what follows it. Those that a heading decides have a star. */
const found = (find: Finder) => (marked: string) =>
  sameInEachRendition(marked, (rendered) => {
    const { text, cursor } = unmark(rendered);
    return find(parse(text), knowledge, cursor)
      .map(({ start, end, decided }) => {
        const next = /^\s*(\S*)/.exec(text.slice(end))?.[1] ?? "";
        return `${decided ? "*" : ""}[${text.slice(start, end)}]${next}`;
      })
      .join("; ");
  });
const references = found(referencesAt);
const highlights = found(highlightsAt);

const cyclobenzaprine = [
  "Fexmid 7.5mg #60: Upheld",
  "",
  "Claims Administrator guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009,",
  "Section(s): Cyclobenzaprine (Flexeril).",
  "",
  "MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment 2009, Section(s): Muscle",
  "relaxants (for pain).",
  "",
  "Decision rationale: Cyclobenzaprine, or cyclobenzaprine HCL, is advised for a short course. Therefore, the",
  "request for Fexmid 7.5mg #60 is not medically necessary.",
];
const mri = [
  "MRI of the lumbar spine: Overturned",
  "",
  "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special",
  "Studies.",
  "",
  "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies, and",
  "Chronic Pain Medical Treatment 2009.",
  "",
  "Decision rationale: ACOEM advises an MRI for red flags. An MRI dated 03/22/2016 was normal. An MRI of",
  "the right knee is another matter. The request for an MRI is medically necessary.",
];
const letter = letterWith(...cyclobenzaprine, "", ...mri);
const at = (words: string, marked: string): string => letter.replace(words, marked);

describe("references", () => {
  const ofDrug =
    "[Flexeril]7.5; *[Fexmid]7.5mg; [Cyclobenzaprine](Flexeril).; [Flexeril]).; [Cyclobenzaprine],; " +
    "[cyclobenzaprine HCL],; [Fexmid]7.5mg";

  test("of a drug are all of its names in the letter, from whichever one asks", () => {
    for (const marked of [
      "Fex|mid 7.5mg #60: Upheld",
      "|Fexmid 7.5mg #60: Upheld",
      "Fexmid| 7.5mg #60: Upheld",
    ]) {
      expect(references(at("Fexmid 7.5mg #60: Upheld", marked))).toBe(ofDrug);
    }
    expect(references(at("takes Flexeril", "takes Flexe|ril"))).toBe(ofDrug);
  });

  test("any word of a heading means its drug, unless there are several", () => {
    expect(references(at("7.5mg #60: Upheld", "7.5mg #6|0: Upheld"))).toBe(ofDrug);
    expect(references(letter.replace("Fexmid 7.5mg #60: Upheld", "Fexmid and Soma #|60: Upheld"))).toBe("");
  });

  test("of another treatment are the heading and the words that mean it", () => {
    const ofMri = "*[MRI of the lumbar spine]:; [MRI]for; [MRI]is";
    expect(references(at("lumbar spine: Over", "lum|bar spine: Over"))).toBe(ofMri);
    expect(references(at("an MRI for red", "an M|RI for red"))).toBe(ofMri);
  });

  test("stay in the letter at hand", () => {
    const other = letterWith(...cyclobenzaprine);
    const { text, cursor } = unmark(letter + other.replace("Fexmid 7.5", "Fex|mid 7.5"));
    const spans = referencesAt(parse(text), knowledge, cursor);
    expect(spans).toHaveLength(7);
    expect(Math.min(...spans.map(({ start }) => start))).toBeGreaterThan(letter.length);
    expect(references(`${at("takes Flexeril", "takes Flexe|ril")}${other}`)).toBe(ofDrug);
  });

  test("of ordinary words there are none", () => {
    expect(references(at("short course", "short cou|rse"))).toBe("");
    expect(references(at("Upheld", "Uphe|ld"))).toBe("");
    expect(references("")).toBe("");
  });
});

describe("highlights", () => {
  test("mark the drug under its other names too", () => {
    expect(highlights(at("takes Flexeril", "takes Flexe|ril"))).toMatch(
      /\*\[Fexmid\]7\.5mg.*\[cyclobenzaprine HCL\]/,
    );
  });

  test("highlight a guideline or topic where it is cited again", () => {
    expect(highlights(at("MTUS Low Back", "MTUS Low |Back"))).toBe(
      "[Low Back Complaints 2004],; [Low Back Complaints 2004],",
    );
    expect(highlights(at("Chronic Pain Medical", "Chronic Pa|in Medical"))).toBe(
      "[Chronic Pain Medical Treatment 2009],; [Chronic Pain Medical Treatment 2009],; " +
        "[Chronic Pain Medical Treatment 2009].",
    );
    expect(highlights(at("Special Studies, and", "Special Stu|dies, and"))).toBe(
      "[Special Studies].; [Special Studies],",
    );
  });

  test("leave ordinary words to the editor, numbers in a heading among them", () => {
    expect(highlights(at("short course", "short cou|rse"))).toBe("");
    expect(highlights(at("7.5mg #60: Upheld", "7.5mg #6|0: Upheld"))).toBe("");
    expect(highlights(at("lumbar spine: Over", "lum|bar spine: Over"))).toBe("");
  });
});

test("in any text, the results are within it and in order", () => {
  fc.assert(
    fc.property(anyLines, fc.integer({ min: -5, max: 4000 }), (text, offset) => {
      for (const find of [referencesAt, highlightsAt]) {
        let end = 0;
        for (const one of find(parse(text), knowledge, offset)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeLessThanOrEqual(text.length);
          end = one.end;
        }
      }
    }),
    { numRuns: 150, seed: 2015 },
  );
});
