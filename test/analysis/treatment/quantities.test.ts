import { describe, expect, it } from "vitest";
import { quantitiesOf } from "../../../server/src/analysis/treatment/quantities.ts";
import type { Quantity } from "../../../server/src/analysis/treatment/quantity.ts";
import { quantityPatterns } from "../../../server/src/analysis/treatment/quantityPatterns.ts";
import { flatten } from "../../../server/src/base/flatText.ts";
import { withNumerals } from "../../../server/src/base/numberWords.ts";

const quantitiesIn = (words: string): readonly Quantity[] =>
  quantitiesOf(flatten(words, { start: 0, end: words.length }));
const numbersOf = ({ low, high, numbers }: Quantity): string =>
  (numbers.length > 0 ? numbers.map(({ value }) => value) : [...new Set([low, high])]).join("-");

const read = (words: string) => {
  const all = quantitiesIn(words);
  const strengths = all.filter(
    ({ attribute, measure }) => attribute === "strength" || measure === "g" || measure === "ml",
  );
  const counts = all.filter((one) => !strengths.includes(one));
  return {
    strengths: strengths.map((s) => (s.values.length > 0 ? s.values.join("/") : s.low) + s.measure).join(" "),
    counts: counts.map((c) => `${numbersOf(c)} ${c.unit}`).join(", "),
    words: [...strengths, ...counts].map(({ start, end }) => words.slice(start, end)),
  };
};

describe("strengths", () => {
  it.each([
    ["Cyclobenzaprine 7.5mg #180", "7.5mg"],
    ["Norco 5/325mg #45", "5/325mg"],
    ["Norco 7.5-325mg #112", "7.5/325mg"],
    ["Norco 10/325 #120", "10/325mg"],
    ["Norco 10mg/325mg #60", "10/325mg"],
    ["Diclofenac/misoprostol 75-0.2mg #60 with 2 refills", "75/0.2mg"],
    ["Trezix 320.5/30/16mg #90", "320.5/30/16mg"],
    ["FEXMID 7.5 MG, #120", "7.5mg"],
    ["Fentanyl patch 25mcg/hr #10", "0.025mg"],
    ["Lidocaine ointment 5% 106.32gm", "5% 106.32g"],
    ["Ketoprofen 20% in cream base 240g", "20% 240g"],
    ["Ketophene 20% cream, 167 grams", "20% 167g"],
    ["Lidopro 4%-27.5%-0.0325% 121gm #1", "4/27.5/0.0325% 121g"],
    ["Fanatrex 25mg/ml oral suspension 420ml", "25mg 420ml"],
    ["Synapryn (10mg/1ml oral suspension) 500ml", "10mg 500ml"],
    ["Diclofenac sodium 3% 300mg/g #1", "3% 300mg"],
    ["Flurbiprofen 10%, Gabapentin 6%, Lidocaine 5%/Dextromethorphan", "10% 6% 5%"],
    ["lidocaine hcl 1percent", "1%"],
    ["Insulin 100 units/ml 10ml", "100unit 10ml"],
    ["Fioricet #120", ""],
    ["Facet joint injections L4-5, L5-S1", ""],
    ["MRI per 12/07/2016 order", ""],
    ["MRI DOS: 11/14/16", ""],
  ])("%s: %s", (treatment, expected) => {
    expect(read(treatment).strengths).toBe(expected);
  });
});

describe("counts", () => {
  it.each([
    ["Cyclobenzaprine 7.5mg #180", "180 unit"],
    ["Nortriptyline HCL 25mg, #30", "30 unit"],
    ["Diclofenac 75mg #60 with 2 refills", "60 unit, 2 refill"],
    ["Two refills of Ibuprofen 600mg #90", "2 refill, 90 unit"],
    ["Voltaren gel #60 grams with 1 refill", "1 refill"],
    ["Lidocaine patch #1 box", "1 box"],
    ["Omeprazole 20 mg capsule, quantity 60", "60 unit"],
    ["Cane QTY: 2", "2 unit"],
    ["Pepcid 20mg", ""],
    ["Lidocaine 106.32gm", ""],
    ["Three months coverage of Viagra 50mg", "3 month"],
    ["Naproxen one by mouth three times a day #45", "3 time a day, 45 unit"],
    ["Tramadol 50mg take 1 tab orally every 4-6 hours as needed #30", "4-6 time a day, 30 unit"],
    ["Percocet 10/325mg, 1 tablet 4 times a day, #120", "4 time a day, 120 unit"],
    ["Wrist braces #2", "2 unit"],
    ["Acupuncture therapy sessions lumbar spine #6", "6 unit"],
    ["Physical therapy 2 times a week for 6 weeks (12 sessions)", "2 time a week, 6 week, 12 session"],
    ["Physical therapy 3 times a week for 1 week", "3 time a week, 1 week"],
    ["Physical therapy 2x/week x 6 weeks", "2 time a week, 6 week"],
    ["Physical exam 2 times 8", "2 time a week, 8 week"],
    ["Spinal manipulation 1 times 8", "1 time a week, 8 week"],
    ["Chiropractic 2x6", "2 time a week, 6 week"],
    ["Acupuncture times 12", "12 unit"],
    ["Physical therapy x 12 visits", "12 visit"],
    ["Twelve (12) sessions of acupuncture", "12 session"],
    ["12 physical therapy sessions", "12 session"],
    [
      "Therapy two to three times a week for six to eight weeks (24 sessions)",
      "2-3 time a week, 6-8 week, 24 session",
    ],
    ["Home health aide 4 hours a day, 5 days a week for 12 weeks", "4 hour a day, 5 time a week, 12 week"],
    ["Cold therapy unit for 7 days rental", "7 day, 1 rental"],
    ["Insulin 100 units/ml 10ml", ""],
    ["Facet joint injections L4-5, L5-S1", ""],
    ["C5-6 and C6-7 fusion", ""],
    ["MRI per 12/07/2016 order", ""],
    ["MRI DOS: 11/14/16", "1 date"],
  ])("%s: %s", (treatment, expected) => {
    expect(read(treatment).counts).toBe(expected);
  });

  it.each(quantityPatterns)(
    "are found by the first pattern that matches: $example",
    ({ pattern, attribute, example }) => {
      const text = withNumerals(example);
      expect(quantityPatterns.find((row) => text.search(row.pattern) >= 0)?.pattern).toBe(pattern);
      expect(quantitiesIn(example).map((one) => one.attribute)).toEqual(
        attribute === undefined ? [] : expect.arrayContaining([attribute]),
      );
    },
  );

  it("have the spans of their words", () => {
    expect(read("Norco 5/325mg #45 2 times 8 with Two refills").words).toEqual([
      "5/325mg",
      "#45",
      "2 times",
      "8",
      "Two refills",
    ]);
  });
});
