import { describe, expect, it } from "vitest";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { drugsOf, drugsWithin } from "../../server/src/knowledge/letterDrugs.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { typeset as written } from "../fixture/typeset.ts";

const knowledge = createKnowledge();
const spec = {
  summary: "The employee takes Norco 10/325 mg and, since May, acetaminophen with codeine.",
  issues: [
    { heading: "Flexeril 7.5 mg #60", rationale: "Cyclobenzaprine is for short use. Norco goes on." },
    { heading: "Six visits of physical therapy", rationale: "The MTUS allows them." },
  ],
};

describe("the drugs of a letter", () => {
  it("are told in order, as the letter writes them", () => {
    const letter = parse(written(spec, { rendition: "typed" }));
    const names = drugsOf(letter, knowledge).map(({ start, end }) => letter.text.slice(start, end));
    expect(names).toEqual(["Norco", "acetaminophen with codeine", "Flexeril", "Cyclobenzaprine", "Norco"]);
  });

  it("are those of the part that is asked about", () => {
    const letter = parse(written(spec, { rendition: "raw" }));
    const parts = [
      letter.summary!.narrative,
      letter.issues[0]!.heading.request,
      letter.issues[0]!.rationale!.body,
    ];
    const names = parts.map((part) => drugsWithin(letter, part, knowledge).map(({ drug }) => drug.generic));
    expect(names).toEqual([
      ["hydrocodone/acetaminophen", "acetaminophen/codeine"],
      ["cyclobenzaprine"],
      ["cyclobenzaprine", "hydrocodone/acetaminophen"],
    ]);
  });

  it("are found over the end of a line", () => {
    const text = written(spec, { rendition: "typed" }).replace(
      "acetaminophen with codeine",
      "acetaminophen with\n\ncodeine",
    );
    expect(drugsOf(parse(text), knowledge)).toHaveLength(5);
  });

  it("are those of each letter of a file", () => {
    const letter = parse(written(spec, { rendition: "typed" }) + written(spec, { rendition: "typed" }));
    const all = [letter, ...letter.following];
    expect(all.map((one) => drugsOf(one, knowledge).length)).toEqual([5, 5]);
    const [, second] = all;
    expect(drugsOf(second!, knowledge)[0]!.start).toBeGreaterThan(second!.span.start);
  });
});
