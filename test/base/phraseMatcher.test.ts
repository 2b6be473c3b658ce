import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regions, treatmentKinds } from "../../server/src/analysis/treatmentKinds.ts";
import { createPhrases, phrasesIn } from "../../server/src/base/phraseMatcher.ts";

const all = [...treatmentKinds.flatMap(({ words }) => words), ...regions.flatMap(({ words }) => words)];
const phrases = createPhrases(all);
const found = (text: string) => [...phrasesIn(text, phrases)].sort();

/** A plain implementation, phrase by phrase. A period or slash outside a number, or a run of other marks, ends a word. */
function plainly(text: string): readonly string[] {
  const padded = ` ${text.toLowerCase().replace(/[^a-z0-9/.%-]+|[.](?!\d)|\/(?!\d)/g, " ")} `;
  return [...new Set(all)].filter((p) => padded.includes(` ${p} `) || padded.includes(` ${p}s `)).sort();
}

describe("phrases in a text", () => {
  it("are found in singular and plural, in any case, and only as whole words", () => {
    expect(found("Two lumbar EPIDURALS and an office visit")).toEqual(["epidural", "lumbar", "office visit"]);
    expect(found("preoffice visitor")).toEqual([]);
    expect(found("")).toEqual([]);
  });

  it("are found after a slash, and not across the end of a sentence", () => {
    expect(found("EMG/knee, office visit")).toContain("knee");
    expect(found("at the office. Visit")).not.toContain("office visit");
  });

  it("are the same as in the plain implementation", () => {
    const word = fc.constantFrom(
      ...new Set(all.flatMap((p) => [p, `${p}s`, p.toUpperCase(), ...p.split(" ")])),
      ...["of", "", "s", "7", "7.5", "é"],
    );
    const mark = fc.constantFrom(" ", " ", " ", ", ", "/", ". ", ".", "-", "; (", "%");
    const text = fc.array(fc.tuple(word, mark), { maxLength: 30 }).map((words) => words.flat().join(""));
    fc.assert(
      fc.property(text, (words) => {
        expect(found(words)).toEqual(plainly(words));
      }),
      { seed: 20261128, numRuns: 1000 },
    );
  });
});
