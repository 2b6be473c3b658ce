/** Every way to write an age, a sex, or a measure has an example that needs its row. */
import { describe, expect, test } from "vitest";
import { agePatterns, agesOf, initialPatterns } from "../../../server/src/analysis/statements/ages.ts";
import { impossibleMeasures, scales } from "../../../server/src/analysis/statements/measures.ts";
import { counterpart } from "../../../server/src/analysis/statements/personWords.ts";
import { initialContexts, nounContexts, sexesOf } from "../../../server/src/analysis/statements/sexes.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { issuesHeading, letter, summaryIntroduction } from "../../fixture/letter.ts";

const parsed = (narrative: string) =>
  parse(
    letter({
      summary: `CLINICAL CASE SUMMARY\n${summaryIntroduction}\n\n${narrative}`,
      issuesHeading,
      issues: [],
    }),
  );
const ages = (narrative: string) =>
  agesOf(parsed(narrative)).map(({ value }) => (value.least === value.most ? value.least : value));
const sexes = (narrative: string) => sexesOf(parsed(narrative)).map(({ value }) => value.sex);

describe("ages", () => {
  test.each([...agePatterns, ...initialPatterns])("$example", ({ pattern, example }) => {
    const others = [...agePatterns, ...initialPatterns].filter((row) => row.pattern !== pattern);
    expect(
      new RegExp(pattern.source, agePatterns.some((row) => row.pattern === pattern) ? "i" : "").test(example),
    ).toBe(true);
    expect(
      others.filter((row) => agePatterns.includes(row) && new RegExp(row.pattern.source, "i").test(example)),
    ).toEqual([]);
    expect(ages(example)).toHaveLength(1);
  });

  test.each([
    ["The injured worker is a 53 year old female.", [53]],
    ["a 30\nyear old\nmale", [30]],
    ["This 45- year-old man fell.", [45]],
    ["He is in his late forties.", [{ least: 45, most: 49, inWords: true, atInjury: false }]],
    ["The employee is twenty years old.", [20]],
    ["The injured worker has pain.", []],
    ["a 10 year history of pain in a female", []],
    ["The page 82 says so.", []],
    ["pain average 38", []],
  ])("%j: %j", (narrative, expected) => {
    expect(ages(narrative)).toEqual(expected);
  });

  test("have the span of the number", () => {
    const read = parsed("This is a 53 year old\nfemale.");
    const [age] = agesOf(read);
    expect(read.text.slice(age?.start, age?.end)).toBe("53");
  });
});

describe("sexes", () => {
  test.each([...nounContexts, ...initialContexts])("$example", (row) => {
    const [before = "", rest = ""] = row.example.split("[");
    const [, after = ""] = rest.split("]");
    const others = (nounContexts.includes(row) ? nounContexts : initialContexts).filter((one) => one !== row);
    const fits = (one: typeof row) => one.before.test(before) && (one.after?.test(after) ?? true);
    expect(fits(row)).toBe(true);
    expect(others.filter(fits)).toEqual([]);
    expect(sexes(row.example.replace("[", "").replace("]", ""))).toHaveLength(1);
  });

  test.each([
    ["female", "male"],
    ["Man", "Woman"],
    ["F", "M"],
    ["SHE", "HE"],
    ["Ms", "Mr"],
    ["her", undefined],
  ])("the counterpart of %s is %s", (word, other) => {
    expect(counterpart(word)).toBe(other);
  });
});

describe("measures", () => {
  test.each(scales)("$example", (row) => {
    expect(impossibleMeasures(parsed(row.example)).map(({ value }) => value.name)).toEqual([row.name]);
    const finds = ({ pattern }: typeof row) => new RegExp(pattern.source).test(row.example.toLowerCase());
    expect(scales.filter((one) => one !== row && finds(one) && one.limit === row.limit)).toEqual([]);
  });
});
