import { describe, expect, test } from "vitest";
import { treatmentsAt, treatmentsIn } from "../../server/src/analysis/treatmentKey.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { knowledge } from "../features/knowledge.ts";
import { flexeril, letterWith, mri } from "../fixture/letter.ts";

describe("two headings request the same treatment if they name", () => {
  test.each([
    [
      "a drug by brand and by generic name",
      "Flexeril 7.5mg #90",
      "CYCLOBENZAPRINE HCL 5 MG QTY 30",
      "cyclobenzaprine",
    ],
    [
      "a test of the same part of the body",
      "MRI of the lumbar spine",
      "Lumbar MRI without contrast",
      "MRI, low back",
    ],
    [
      "a therapy, however often and wherever",
      "Physical therapy 2x6 for the neck",
      "12 sessions of PT",
      "physical therapy",
    ],
    ["something unknown in the same words", "Widget  therapy", "widget therapy", "widget therapy"],
  ])("%s", (_, one, other, treatment) => {
    expect(treatmentsIn(one, knowledge)).toEqual([treatment]);
    expect(treatmentsIn(other, knowledge)).toEqual([treatment]);
  });
});

test.each([
  ["MRI of the lumbar spine", "MRI of the right knee"],
  ["Epidural steroid injection at L4-5", "Cervical epidural steroid injection"],
  ["Naproxen 500mg", "Ibuprofen 800mg"],
])("%s is a different treatment than %s", (one, other) => {
  expect(treatmentsIn(one, knowledge)).not.toEqual(treatmentsIn(other, knowledge));
});

test("a drug with a percentage is topical, which is a different treatment than its tablets, under any name", () => {
  const treatments = (heading: string) => treatmentsIn(heading, createKnowledge());
  expect(treatments("Compound Cyclobenzaprine 5%, 240 grams")).toEqual(treatments("Topical cyclobenzaprine"));
  expect(treatments("Cyclophene 5% cream")).toEqual(treatments("Topical cyclobenzaprine"));
  expect(treatments("Cyclobenzaprine 7.5mg #60")).toEqual(["cyclobenzaprine"]);
});

test("a heading of several drugs requests each of them, and an empty one none", () => {
  expect(treatmentsIn("Naproxen 500mg and Flexeril 7.5mg", knowledge)).toEqual([
    "naproxen",
    "cyclobenzaprine",
  ]);
  expect(treatmentsIn("  ", knowledge)).toEqual([]);
});

test("a heading with the ligatures of a PDF requests the drug that it names", () => {
  const [issue] = parse(letterWith("Sildena\ufb01l 50mg #10: Upheld")).issues;
  expect(treatmentsIn(issue?.heading.treatment ?? "", createKnowledge())).toEqual(["sildenafil"]);
});

describe("the treatment at an offset is", () => {
  const text = letterWith(...flexeril, "", ...mri);
  const at = (words: string) => treatmentsAt(parse(text), knowledge, text.indexOf(words) + 1);

  test.each([
    ["the drug that is mentioned there", "naproxen", ["naproxen"]],
    ["what the issue around it disputes", "short course", ["cyclobenzaprine"]],
    ["what the heading around it disputes", "MRI of the lumbar spine:", ["MRI, low back"]],
    ["nothing outside the issues", "HOW THE IMR", []],
  ])("%s", (_, words, treatments) => expect(at(words)).toEqual(treatments));
});
