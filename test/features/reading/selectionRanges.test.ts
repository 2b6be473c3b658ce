import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine } from "../../../server/src/base/flatText.ts";
import { selectionRanges, wordPattern } from "../../../server/src/features/reading/selectionRanges.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { unmark } from "../../fixture/marks.ts";
import { typeset } from "../../fixture/typeset.ts";
import { knowledge } from "../knowledge.ts";

/** Long stretches by their first and last words. */
const short = (words: string): string =>
  words.length <= 40 ? words : words.replace(/^((?:\S+ ){3}).*((?: \S+){3})$/, "$1…$2");

/** The words of each step from the cursor at `|`, without the last one (the whole text), with any line ends. */
function stepsFrom(marked: string): readonly string[] {
  const [lf, crlf, cr] = ["\n", "\r\n", "\r"].map((lineEnd) => {
    const { text, cursor } = unmark(marked.replaceAll("\n", lineEnd));
    const [steps = []] = selectionRanges(parse(text), knowledge, [cursor]);
    expect(steps.at(-1)).toEqual({ start: 0, end: text.length });
    return steps.slice(0, -1).map((step) => short(oneLine(text, step)));
  });
  expect(crlf).toEqual(lf);
  expect(cr).toEqual(lf);
  return lf ?? [];
}

const text = letterWith(...flexeril, "", ...mri);
/** The letter with the cursor in front of the first of these words, or so many characters on. */
const at = (words: string, characters = 0): string => {
  const start = text.indexOf(words) + characters;
  return `${text.slice(0, start)}|${text.slice(start)}`;
};

const issuesSection = "IMR ISSUES, DECISIONS … is medically necessary.";
describe("steps outwards", () => {
  test("in a rationale: word, sentence, part, issue, section", () => {
    expect(stepsFrom(at("employee has used", 3))).toEqual([
      "employee",
      "The employee has used it for a year.",
      "The MTUS recommends … not medically necessary.",
      "Decision rationale: The … not medically necessary.",
      "Flexeril 7.5mg, #90: … not medically necessary.",
      issuesSection,
    ]);
  });

  test("in a heading: word, treatment, heading, issue", () => {
    expect(stepsFrom(at("Flexeril 7.5mg, #90: Upheld")).slice(0, 4)).toEqual([
      "Flexeril",
      "Flexeril 7.5mg, #90",
      "Flexeril 7.5mg, #90: Upheld",
      "Flexeril 7.5mg, #90: … not medically necessary.",
    ]);
  });

  test("on a decision: the heading comes after the word", () => {
    expect(stepsFrom(at("Upheld", 2)).slice(0, 2)).toEqual(["Upheld", "Flexeril 7.5mg, #90: Upheld"]);
  });

  test("on cited pages: pages, citation, part", () => {
    expect(stepsFrom(at("41-42, 63")).slice(0, 4)).toEqual([
      "41-42",
      "Decision based on … Page(s): 41-42, 63.",
      "MAXIMUS guideline: Decision … Page(s): 41-42, 63.",
      "Flexeril 7.5mg, #90: … not medically necessary.",
    ]);
  });

  test("on a topic: word, topic, citation", () => {
    expect(stepsFrom(at("Studies.")).slice(0, 3)).toEqual([
      "Studies",
      "Special Studies",
      "Decision based on … Section(s): Special Studies.",
    ]);
  });

  test("on a guideline's name: word, name with its year, citation", () => {
    expect(stepsFrom(at("Back Complaints 2004")).slice(0, 3)).toEqual([
      "Back",
      "Low Back Complaints 2004",
      "Decision based on … Section(s): Special Studies.",
    ]);
  });

  test("in a fixed sentence of a guideline part: word, sentence, part", () => {
    expect(stepsFrom(at("medical evidence for its")).slice(0, 3)).toEqual([
      "medical",
      "The Claims Administrator … for its decision.",
      "Claims Administrator guideline: … for its decision.",
    ]);
  });

  test("on a label: word, label, part", () => {
    expect(stepsFrom(at("rationale: The MTUS")).slice(0, 3)).toEqual([
      "rationale",
      "Decision rationale:",
      "Decision rationale: The … not medically necessary.",
    ]);
  });

  test("in the summary: word, sentence, section; its fixed sentence is none of the narrative", () => {
    expect(stepsFrom(at("naproxen"))).toEqual([
      "naproxen",
      "This is a … #30 and naproxen.",
      "The expert reviewer … #30 and naproxen.",
      "CLINICAL CASE SUMMARY … #30 and naproxen.",
    ]);
    expect(stepsFrom(at("case file, including")).slice(0, 2)).toEqual([
      "case",
      "The expert reviewer … all medical records:",
    ]);
  });

  test("in the how-section: word, sentence", () => {
    expect(stepsFrom(at("complete case")).slice(0, 2)).toEqual([
      "complete",
      "MAXIMUS Federal Services … an expert reviewer.",
    ]);
  });

  test("in the credentials: word, specialty, block", () => {
    expect(stepsFrom(at("Family")).slice(0, 3)).toEqual([
      "Family",
      "Family Medicine",
      "The Expert Reviewer … Certification(s)/Specialty: Family Medicine",
    ]);
  });

  test("on a section's heading: word, heading, section", () => {
    expect(stepsFrom(at("CASE SUMMARY")).slice(0, 2)).toEqual(["CASE", "CLINICAL CASE SUMMARY"]);
  });

  test("in the table: value, its label with it, table", () => {
    expect(stepsFrom(at("02/10/2015"))).toEqual([
      "02/10/2015",
      "Date Assigned: 02/10/2015",
      "Case Number: CM15-0990001 … of Injury: 06/01/2012",
    ]);
  });

  test("in a file of several letters the letter comes before the whole text", () => {
    const second = text.replace("a short course", "a |short course");
    expect(stepsFrom(text + second).at(-1)).toBe("Case Number: CM15-0990001 … is medically necessary.");
    expect(stepsFrom(second).at(-1)).toBe(issuesSection);
  });

  test("in a text that isn't a letter: word, text", () => {
    expect(stepsFrom("Dear S|ir")).toEqual(["Sir"]);
    expect(stepsFrom("Dear |  Sir")).toEqual([]);
    expect(stepsFrom("|")).toEqual([]);
  });
});

describe("the word", () => {
  test("is what a double click selects", () => {
    const configuration: { wordPattern: string } = JSON.parse(
      readFileSync(new URL("../../../language-configuration.json", import.meta.url), "utf8"),
    );
    expect(wordPattern).toBe(configuration.wordPattern);
  });

  test.each([
    ["takes 7.|5mg daily", "7.5mg"],
    ["Norco 10/3|25mg daily", "10/325mg"],
    ["the employee|'s back", "employee's"],
    ["a non-certifi|ed drug", "non-certified"],
    ["give #9|0, he said", "#90"],
    ["the end|.", "end"],
    ["one|, two", "one"],
  ])("%s", (marked, word) => expect(stepsFrom(marked)).toEqual([word]));
});

const wholeLetter = typeset({}, { rendition: "layout" }).split("\n");

test("any text, any positions: each step contains the position and more than the one before", () => {
  const line = fc.oneof(
    fc.constantFrom(...wholeLetter, ...flexeril, ...mri),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom("", "\f", "word.Word", "%% imr-ignore", "Page(s): 9-1."),
  );
  const texts = fc
    .tuple(fc.array(line, { maxLength: 50 }), fc.constantFrom("\n", "\r\n", "\r", "\n\n"))
    .map(([lines, lineEnd]) => lines.join(lineEnd));
  fc.assert(
    fc.property(texts, fc.array(fc.integer({ min: -5, max: 4000 }), { maxLength: 8 }), (any, offsets) => {
      const answers = selectionRanges(parse(any), knowledge, offsets);
      expect(answers.length).toBe(offsets.length);
      answers.forEach((steps, i) => {
        const offset = Math.min(Math.max(0, offsets[i] ?? 0), any.length);
        steps.forEach(({ start, end }, step) => {
          expect(start <= offset && offset <= end).toBe(true);
          const inner = steps[step - 1];
          if (!inner) return;
          expect(start <= inner.start && inner.end <= end).toBe(true);
          expect(end - start).toBeGreaterThan(inner.end - inner.start);
        });
        expect(steps.at(-1)).toEqual({ start: 0, end: any.length });
      });
    }),
    { numRuns: 200, seed: 2014 },
  );
});
