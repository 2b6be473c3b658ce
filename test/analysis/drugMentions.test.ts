import { describe, expect, test } from "vitest";
import { drugMentionAt, drugMentionsIn, drugMentionsWithin } from "../../server/src/analysis/drugMentions.ts";
import { definitionAt } from "../../server/src/features/reading/definition.ts";
import { hoverAt } from "../../server/src/features/reading/hover.ts";
import { inlayHints } from "../../server/src/features/reading/inlayHints.ts";
import { highlightsAt, referencesAt } from "../../server/src/features/reading/references.ts";
import { semanticTokens } from "../../server/src/features/reading/semanticTokens.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { parse } from "../../server/src/letter/parse.ts";
import { letterWith } from "../fixture/letter.ts";
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
  test("are in the order and the words of the letter", () => {
    const letter = parse(written(spec, { rendition: "typed" }));
    const names = drugMentionsIn(letter, knowledge).map(({ start, end }) => letter.text.slice(start, end));
    expect(names).toEqual(["Norco", "acetaminophen with codeine", "Flexeril", "Cyclobenzaprine", "Norco"]);
  });

  test("within a span are those that lie in it", () => {
    const letter = parse(written(spec, { rendition: "raw" }));
    const parts = [
      letter.summary!.narrative,
      letter.issues[0]!.heading.request,
      letter.issues[0]!.rationale!.body,
    ];
    const names = parts.map((part) =>
      drugMentionsWithin(letter, part, knowledge).map(({ drug }) => drug.generic),
    );
    expect(names).toEqual([
      ["hydrocodone/acetaminophen", "acetaminophen/codeine"],
      ["cyclobenzaprine"],
      ["cyclobenzaprine", "hydrocodone/acetaminophen"],
    ]);
  });

  test("are found across line ends", () => {
    const text = written(spec, { rendition: "typed" }).replace(
      "acetaminophen with codeine",
      "acetaminophen with\n\ncodeine",
    );
    expect(drugMentionsIn(parse(text), knowledge)).toHaveLength(5);
  });

  test("are those of each letter of a file", () => {
    const letter = parse(written(spec, { rendition: "typed" }) + written(spec, { rendition: "typed" }));
    const all = [letter, ...letter.following];
    expect(all.map((one) => drugMentionsIn(one, knowledge).length)).toEqual([5, 5]);
    const [, second] = all;
    expect(drugMentionsIn(second!, knowledge)[0]!.start).toBeGreaterThan(second!.span.start);
  });

  test("are found by any offset in their names, or right after them", () => {
    const letter = parse(written(spec, { rendition: "typed" }));
    const start = letter.text.indexOf("Flexeril");
    const at = (offset: number) => drugMentionAt(letter, knowledge, offset)?.drug.generic;
    expect([start - 1, start, start + 3, start + 8, start + 9].map(at)).toEqual([
      undefined,
      "cyclobenzaprine",
      "cyclobenzaprine",
      "cyclobenzaprine",
      undefined,
    ]);
  });
});

/** What each feature finds for `name` in the rationale, if the heading disputes `treatment`. */
function answersFor(name: string, treatment: string) {
  const text = letterWith(
    `${treatment}: Upheld`,
    "",
    "MAXIMUS guideline: Decision based on MTUS.",
    "",
    `Decision rationale: The use of ${name} was not documented. It is not medically necessary.`,
  );
  const letter = parse(text);
  const at = text.lastIndexOf(name);
  const whole = { start: 0, end: text.length };
  const hover = hoverAt(letter, knowledge, at + 1);
  return {
    colored: semanticTokens(letter, knowledge).some(({ type, start }) => type === "drug" && start === at),
    hover: hover && `${hover.content.kind} ${text.slice(hover.start, hover.end)}`,
    references: referencesAt(letter, knowledge, at).length,
    highlights: highlightsAt(letter, knowledge, at).length,
    definition: definitionAt(letter, knowledge, at) !== undefined,
    hints: inlayHints(
      letter,
      knowledge,
      { missing: false, topics: false, guidelines: false, drugs: true },
      { start: text.indexOf("Decision rationale"), end: whole.end },
    ).length,
  };
}

describe("every feature finds a drug whose name is written with a ligature", () => {
  test.each([
    ["fioricet", "\ufb01oricet"],
    ["Fioricet", "\ufb01oricet"],
    ["flector", "\ufb02ector"],
  ])("in the heading %s, in the rationale %s", (heading, name) => {
    const plain = name.replace("\ufb01", "fi").replace("\ufb02", "fl");
    const expected = answersFor(plain, `${heading} #60`);
    expect(answersFor(name, `${heading} #60`)).toEqual({
      ...expected,
      hover: expected.hover?.replace(plain, name),
    });
    expect(expected.colored && expected.definition && expected.references > 1).toBe(true);
  });

  test("in the heading too", () => {
    const answers = answersFor("\ufb02exeril", "\ufb02exeril 7.5mg");
    expect(answers).toMatchObject({ colored: true, hover: "drug \ufb02exeril", definition: true });
    expect(answers.references).toBe(answersFor("flexeril", "flexeril 7.5mg").references);
  });
});
