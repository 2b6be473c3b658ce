/** The vocabulary of treatments: each row has an example that is read as its value, by its own words. */
import { describe, expect, test } from "vitest";
import { treatmentMentionsIn } from "../../../server/src/analysis/treatment/mentions.ts";
import { compatible, vocabulary } from "../../../server/src/analysis/treatment/vocabulary.ts";
import { flatten } from "../../../server/src/base/flatText.ts";
import { knowledge } from "../../review/knowledge.ts";

const read = (words: string) => {
  const flat = flatten(words, { start: 0, end: words.length });
  return treatmentMentionsIn(flat, 0, flat.text.length, knowledge);
};
const valuesIn = (words: string, attribute: string): readonly string[] => [
  ...new Set(read(words).flatMap((one) => (one.attribute === attribute ? [one.value] : []))),
];

describe("each row's example has its value", () => {
  test.each(vocabulary)("$attribute $value: $example", ({ attribute, value, also, example }) => {
    if (value === "") {
      expect(read(example)).toEqual([]);
      return;
    }
    if (value === "bilateral") expect(valuesIn(example, "side")).toEqual(["left", "right"]);
    else expect(valuesIn(example, attribute)).toContain(value);
    for (const [other, implied] of also) {
      if (implied === "bilateral") expect(valuesIn(example, other)).toEqual(["left", "right"]);
      else expect(valuesIn(example, other)).toContain(implied);
    }
  });

  test("no phrase is in two rows of one attribute", () => {
    const phrases = vocabulary.flatMap(({ attribute, words }) =>
      words.map((phrase) => `${attribute}: ${phrase}`),
    );
    expect(phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i)).toEqual([]);
  });

  test("phrases are lower case, singular, and without hyphens", () => {
    const all = vocabulary.flatMap(({ words }) => words);
    expect(all.filter((phrase) => /[A-Z-]|^ | $| {2}/.test(phrase))).toEqual([]);
  });

  test("every phrase is read as its row's value", () => {
    const missed = vocabulary.flatMap(({ attribute, value, words }) =>
      value === "" || value === "bilateral"
        ? []
        : words
            .filter((phrase) => !valuesIn(phrase, attribute).includes(value))
            .map((phrase) => `${value}: ${phrase}`),
    );
    expect(missed).toEqual([]);
  });

  test("every wider value has a row, or is a question", () => {
    const questions = new Set(
      vocabulary.flatMap(({ attribute, of }) => (attribute === "approach" ? of : [])),
    );
    const values = new Set(vocabulary.map(({ attribute, value }) => `${attribute} ${value}`));
    const missing = vocabulary.flatMap(({ attribute, of }) =>
      of.filter((wide) => !values.has(`${attribute} ${wide}`) && !questions.has(wide)),
    );
    expect(missing).toEqual([]);
  });
});

describe("levels", () => {
  test.each([
    ["L4-5", ["L4", "L5"]],
    ["L4-L5", ["L4", "L5"]],
    ["L4/5", ["L4", "L5"]],
    ["L4-S1", ["L4", "L5", "S1"]],
    ["L4-5, L5-S1", ["L4", "L5", "S1"]],
    ["L4 to S1", ["L4", "L5", "S1"]],
    ["C5-6-7", ["C5", "C6", "C7"]],
    ["C5-C6 and C6-C7", ["C5", "C6", "C7"]],
    ["T12-L1", ["T12", "L1"]],
    ["L3-5", ["L3", "L4", "L5"]],
    ["T2-weighted", []],
    ["the employee's 2 visits", []],
    ["L0637", []],
    ["vitamin B12", []],
  ])("%s", (words, levels) => expect(valuesIn(words, "level")).toEqual(levels));
});

describe("sides and fingers", () => {
  test.each([
    ["MRI (R) knee", "side", ["right"]],
    ["MRI of the L knee", "side", ["left"]],
    ["Lt. knee MRI", "side", ["left"]],
    ["B/L knees", "side", ["left", "right"]],
    ["both wrists", "side", ["left", "right"]],
    ["both of the upper extremities", "side", ["left", "right"]],
    ["MRI, which both physicians asked for", "side", []],
    ["a right-handed employee", "side", []],
    ["EMG BUE", "region", ["arm"]],
    ["EMG RLE", "side", ["right"]],
    ["MRI L-spine", "region", ["low back"]],
    ["MRI L-spine", "side", []],
    ["index and ring fingers", "region", ["index finger", "ring finger"]],
    ["index, middle, and ring fingers", "region", ["index finger", "middle finger", "ring finger"]],
    ["open rotator cuff repair", "approach", ["open"]],
    ["open MRI", "approach", []],
  ])("%s: %s", (words, attribute, values) => expect(valuesIn(words, attribute)).toEqual(values));
});

test.each([
  ["kind", "injection", "facet injection", true],
  ["kind", "epidural injection", "facet injection", false],
  ["kind", "equipment", "TENS", true],
  ["kind", "TENS", "interferential unit", false],
  ["kind", "MRI", "MR arthrogram", false],
  ["region", "hand", "ring finger", true],
  ["region", "hand", "wrist", false],
  ["specialty", "orthopedics", "spine surgery", true],
] as const)("%s: %s and %s are compatible: %s", (attribute, a, b, expected) => {
  expect(compatible(attribute, a, b)).toBe(expected);
  expect(compatible(attribute, b, a)).toBe(expected);
});
