import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Span } from "../../../server/src/base/span.ts";
import { type IssueLens, issueLenses } from "../../../server/src/features/reading/codeLens.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";
import { knowledge } from "../knowledge.ts";

/** The rationale of an issue as its lens shows it: "criterion yes, findings no". */
const rationaleOf = ({ rationale }: IssueLens): string =>
  rationale.map(({ words, present }) => `${words} ${present ? "yes" : "no"}`).join(", ");

/** The result of a feature for a letter with these issues: the same for each kind of line end. */
function lenses<T>(lines: readonly string[], show: (lens: IssueLens, letter: Letter) => T): readonly T[] {
  const answers = withEachLineEnd(letterWith(...lines), (letter) =>
    issueLenses(letter, knowledge).map((lens) => show(lens, letter)),
  );
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
  return answers[0] ?? [];
}

const summaries = (...lines: string[]): readonly string[] => lenses(lines, ({ summary }) => summary);

const wordsAt = (letter: Letter, span: Span): string =>
  letter.text.slice(span.start, span.end).replace(/\s+/g, " ");

/** Three words before and after the place that a lens goes to: "records show none. | The brace is". */
function placeOf({ start }: Span, { text }: Letter): string {
  const before = text.slice(0, start).trim().split(/\s+/).slice(-3);
  const after = text.slice(start).trim().split(/\s+/).slice(0, 3);
  return [...before, "|", ...after].join(" ");
}

const heading = (words: string, ...parts: string[]): string[] => [
  words,
  "",
  ...parts.flatMap((part) => [part, ""]),
];
const claims = "Claims Administrator guideline: Decision based on MTUS Low Back Complaints 2004.";
const reviewer = "MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004.";
const rationale =
  "Decision rationale: ACOEM recommends a brace for red flags. The records show none. The brace is not medically necessary.";

describe("the decision", () => {
  test("of a whole issue, complete", () => {
    expect(summaries(...flexeril, "", ...mri)).toEqual(["Upheld: complete", "Overturned: complete"]);
  });

  test("that is the only thing missing", () => {
    expect(summaries(...heading("Lumbar brace:", claims, reviewer, rationale))).toMatchInlineSnapshot(`
      [
        "No decision: otherwise complete",
      ]
    `);
  });

  test("in other words than Upheld and Overturned, shortened if necessary", () => {
    expect(summaries(...heading("Lumbar brace: Modified", claims, reviewer, rationale))[0]).toMatch(
      /^(?:Modified|No decision): otherwise complete$/,
    );
  });

  test("with the missing parts, by name if there are only a few", () => {
    expect(summaries(...heading("Lumbar brace: Upheld", claims, rationale))).toMatchInlineSnapshot(`
      [
        "Upheld: MAXIMUS guideline missing",
      ]
    `);
    expect(summaries(...heading("Lumbar brace: Upheld", claims))).toMatchInlineSnapshot(`
      [
        "Upheld: MAXIMUS guideline and rationale missing",
      ]
    `);
    expect(summaries("Lumbar brace: Upheld")).toEqual(["Upheld: 3 parts missing"]);
  });

  test("with a note if something is missing from the rationale", () => {
    expect(
      summaries(
        ...heading(
          "Lumbar brace: Upheld",
          claims,
          reviewer,
          "Decision rationale: It is not medically necessary.",
        ),
      ),
    ).toEqual(["Upheld: rationale incomplete"]);
  });
});

describe("the rationale", () => {
  const rationales = (...parts: string[]): readonly string[] =>
    lenses(heading("Lumbar brace: Upheld", claims, reviewer, ...parts), rationaleOf);

  test("shows criterion, findings, and conclusion", () => {
    expect(rationales(rationale)).toMatchInlineSnapshot(`
      [
        "criterion yes, findings yes, conclusion yes",
      ]
    `);
    expect(rationales("Decision rationale: The brace is not medically necessary.")).toMatchInlineSnapshot(`
      [
        "criterion no, findings no, conclusion yes",
      ]
    `);
  });

  test("shows the treatment's name only if it is missing", () => {
    expect(rationales("Decision rationale: It helps with pain.")).toMatchInlineSnapshot(`
      [
        "treatment's name no, criterion no, findings no, conclusion no",
      ]
    `);
  });

  test("that is not written has no lens", () => {
    expect(rationales()).toEqual([""]);
    expect(rationales("Decision rationale:")).toEqual([""]);
  });
});

describe("where a lens goes", () => {
  const places = (lines: string[]) =>
    lenses(lines, (lens, letter) => [
      placeOf(lens.goTo, letter),
      ...lens.rationale.map(({ span }) => placeOf(span, letter)),
    ]);

  test("to the conclusion if nothing is missing, and to each element from its own", () => {
    const conclusion = "records show none. | The brace is";
    expect(places(heading("Lumbar brace: Upheld", claims, reviewer, rationale))).toEqual([
      [
        conclusion,
        "2004. Decision rationale: | ACOEM recommends a",
        "for red flags. | The records show",
        conclusion,
      ],
    ]);
  });

  test("to where the first missing element of the issue, or of its rationale, belongs", () => {
    const unfinished = "Decision rationale: It helps. The brace is not medically necessary.";
    expect(places(heading("Lumbar brace:", claims, reviewer, unfinished))).toEqual([
      [
        "below: Lumbar brace: | Claims Administrator guideline:",
        ...Array(3).fill("rationale: It helps. | The brace is"),
      ],
    ]);
  });

  test("to the first problem if nothing is missing, and then it isn't called complete", () => {
    const text = letterWith(...heading("Lumbar brace: Upheld", claims, reviewer, rationale));
    const start = text.indexOf("red flags");
    const problem = { start, end: start + 3 };
    const [lens] = issueLenses(parse(text), knowledge, [problem]);
    expect(lens).toMatchObject({ summary: "Upheld: 1 problem", goTo: problem });
    expect(issueLenses(parse(text), knowledge, [{ start: 0, end: 1 }])[0]?.summary).toBe("Upheld: complete");
    expect(issueLenses(parse(text), knowledge, [problem, problem])[0]?.summary).toBe("Upheld: 2 problems");
  });
});

describe("the previous and next issue", () => {
  const adjacent = (lines: readonly string[]) =>
    lenses(lines, ({ previous, next }, letter) => [
      previous && wordsAt(letter, previous),
      next && wordsAt(letter, next),
    ]);
  const [first, second, third] = ["Brace: Upheld", "Cane: Overturned", "Walker: Upheld"];

  test("are shown only if there are any", () => {
    expect(adjacent(heading(first))).toEqual([[undefined, undefined]]);
    expect(
      adjacent([...heading(first, claims), ...heading(second, claims), ...heading(third, claims)]),
    ).toEqual([
      [undefined, second],
      [first, third],
      [second, undefined],
    ]);
  });

  test("may be in another letter of the file", () => {
    const text = letterWith(...heading(first, claims)) + letterWith(...heading(second, claims));
    const letter = parse(text);
    expect(issueLenses(letter, knowledge).map(({ next }) => next && wordsAt(letter, next))).toEqual([
      second,
      undefined,
    ]);
  });
});

test("any text, cut anywhere, has lenses within it", () => {
  const whole = letterWith(...flexeril, "", ...mri, "", "Brace: Not upheld, but ", "Decision rationale:");
  fc.assert(
    fc.property(fc.nat(whole.length), fc.string({ unit: "binary", maxLength: 20 }), (cut, rubbish) => {
      const text = whole.slice(0, cut) + rubbish;
      for (const { summary, heading, goTo, rationale } of issueLenses(parse(text), knowledge)) {
        expect(summary.length).toBeLessThan(110);
        for (const { start, end } of [heading, goTo, ...rationale.map(({ span }) => span)]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }),
    { numRuns: 150, seed: 2015 },
  );
});

test("a text that isn't a letter has no lenses", () => {
  expect(issueLenses(parse(""), knowledge)).toEqual([]);
  expect(issueLenses(parse("Dear Sir, Upheld"), knowledge)).toEqual([]);
});

const folder = process.env.IMR_LETTERS ?? "../shared/letters";

describe.skipIf(!existsSync(folder))("real letters", () => {
  test.each(["seeds", "layout", "raw"])("%s: each issue is complete", (rendition) => {
    for (const name of readdirSync(join(folder, rendition))) {
      const letter = parse(readFileSync(join(folder, rendition, name), "utf8"));
      for (const { summary } of issueLenses(letter, createKnowledge())) {
        expect(summary).toMatch(/^(?:Upheld|Overturned): complete$/);
      }
    }
  });
});
