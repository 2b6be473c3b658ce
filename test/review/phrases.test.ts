import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byFirstWord, phrasesIn } from "../../server/src/review/phrases.ts";
import { regions, treatmentKinds } from "../../server/src/review/treatments.ts";

const all = [...treatmentKinds.flatMap(({ words }) => words), ...Object.values(regions).flat()];
const phrases = byFirstWord(all);
const found = (text: string) => [...phrasesIn(text, phrases)].sort();

/** What is meant, phrase by phrase. */
const plainly = (text: string) =>
  [...new Set(all)].filter((p) => text.includes(` ${p} `) || text.includes(` ${p}s `)).sort();

describe("phrases in a text", () => {
  it("are found in singular and plural, and only as whole words", () => {
    expect(found(" two lumbar epidurals and an office visit ")).toEqual([
      "epidural",
      "lumbar",
      "office visit",
    ]);
    expect(found(" preoffice visitor ")).toEqual([]);
    expect(found("")).toEqual([]);
  });

  it("are those that a search for each of them finds", () => {
    const word = fc.constantFrom(
      ...new Set(all.flatMap((p) => [p, `${p}s`, ...p.split(" ")])),
      "of",
      "",
      "s",
    );
    const text = fc.array(word, { maxLength: 30 }).map((words) => ` ${words.join(" ")} `);
    fc.assert(
      fc.property(text, (words) => {
        expect(found(words)).toEqual(plainly(words));
      }),
      { seed: 20261127, numRuns: 500 },
    );
  });
});
