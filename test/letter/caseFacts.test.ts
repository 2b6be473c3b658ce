import { describe, expect, it } from "vitest";
import { agePatterns, readFacts } from "../../server/src/letter/caseFacts.ts";
import { datesIn } from "../../server/src/letter/dates.ts";
import { words } from "./show.ts";

const facts = (text: string) => readFacts(datesIn(text, { start: 0, end: text.length }));

describe("facts", () => {
  it.each(agePatterns)("have an age that only one pattern finds: $example", ({ pattern, example }) => {
    expect(agePatterns.filter((row) => row.pattern.test(example))).toEqual([{ pattern, example }]);
    expect(facts(example).age?.value).toBeGreaterThan(0);
  });

  it.each([
    ["The injured worker is a 53 year old female.", 53, "female"],
    ["This 45-year-old man fell.", 45, "male"],
    ["a 45 yr old woman", 45, "female"],
    ["a 61 y/o gentleman", 61, "male"],
    ["a 61 yo lady", 61, "female"],
    ["a male, aged 38,", 38, "male"],
    ["The patient is a man, age 38.", 38, "male"],
    ["a 30\nyear old\nmale", 30, "male"],
    ["a 24 years old male", 24, "male"],
    ["The injured worker has pain.", undefined, undefined],
    ["a 10 year history of pain in a female", undefined, "female"],
    ["a two year old injury", undefined, undefined],
    ["a 350 year old female", undefined, "female"],
    ["The page 82 says so.", undefined, undefined],
    ["pain average 38", undefined, undefined],
  ] as const)("%j: age %s, %s", (text, age, sex) => {
    const found = facts(text);
    expect([found.age?.value, found.sex?.value]).toEqual([age, sex]);
  });

  it("have the spans of the words that state them", () => {
    const text = "This is a 53 year old\nfemale, later a 54 year old.";
    const { age, sex } = facts(text);
    expect([words(text, age?.span), words(text, sex?.span)]).toEqual(["53", "female"]);
  });
});
