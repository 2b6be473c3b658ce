import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issueSymbols } from "../../../server/src/features/workspace/workspaceSymbols.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { withEachLineEnd } from "../../fixture/renditions.ts";
import { knowledge } from "../knowledge.ts";

const text = letterWith(
  ...flexeril,
  "",
  ...mri,
  "",
  "Naproxen 500mg #60:",
  "",
  "Claims Administrator guideline: None.",
);

/** The names found, whatever the line ends. */
function found(query: string, inText = text): readonly string[] {
  const [lf, crlf, cr] = withEachLineEnd(inText, (letter) =>
    issueSymbols(letter, knowledge, query).map(({ name }) => name),
  );
  expect(crlf).toEqual(lf);
  expect(cr).toEqual(lf);
  return lf ?? [];
}

const all = [
  "Flexeril 7.5mg, #90: Upheld",
  "MRI of the lumbar spine: Overturned",
  "Naproxen 500mg #60: no decision",
];

describe("an issue is found by", () => {
  test("nothing at all: an empty query names every issue with its decision", () => {
    expect(found("")).toEqual(all);
    expect(found("   ")).toEqual(all);
  });

  test.each([
    ["the beginning of its treatment", "flex", ["Flexeril 7.5mg, #90: Upheld"]],
    ["a word inside it, in any case", "LUMBAR", ["MRI of the lumbar spine: Overturned"]],
    ["a shortened word", "nprx", ["Naproxen 500mg #60: no decision"]],
    ["its decision", "overturned", ["MRI of the lumbar spine: Overturned"]],
    ["treatment and decision, in either order", "upheld flexeril", ["Flexeril 7.5mg, #90: Upheld"]],
    ["strength or count", "7.5mg 90", ["Flexeril 7.5mg, #90: Upheld"]],
    ["its missing decision", "no decision", ["Naproxen 500mg #60: no decision"]],
  ])("%s", (_, query, names) => expect(found(query)).toEqual(names));

  test("the generic name of a brand, which is added to the name because editors filter by it", () => {
    expect(found("cyclobenzaprine")).toEqual(["Flexeril 7.5mg, #90: Upheld (cyclobenzaprine)"]);
    expect(found("cyclobenzaprine upheld")).toEqual(["Flexeril 7.5mg, #90: Upheld (cyclobenzaprine)"]);
  });

  test("another brand of it", () => {
    expect(found("naprosyn")).toEqual(["Naproxen 500mg #60: no decision (Naprosyn)"]);
  });

  test("its case number", () => {
    expect(found("CM15-0990001 mri")).toEqual(["MRI of the lumbar spine: Overturned (CM15-0990001)"]);
  });
});

test("no issue is found if one word of the query matches none of its words", () => {
  expect(found("cyclobenzaprine overturned")).toEqual([]);
  expect(found("flexeril zzz")).toEqual([]);
});

test("the issues of every letter of a file are found", () => {
  expect(found("mri", text + text)).toEqual([all[1], all[1]]);
});

test("the location is the heading, and the container is the case number", () => {
  const [symbol] = issueSymbols(parse(text), knowledge, "mri");
  expect(text.slice(symbol?.heading.start, symbol?.heading.end)).toBe("MRI of the lumbar spine: Overturned");
  expect(symbol?.container).toBe("CM15-0990001");
  const [bare] = issueSymbols(parse(text.slice(text.indexOf("HOW THE IMR"))), knowledge, "mri");
  expect(bare?.container).toBeNull();
});

test("an issue whose heading is missing is named by its number", () => {
  const headless = letterWith("Decision rationale: None.");
  expect(found("", headless)).toEqual(["Issue 1: no decision"]);
});

test("with any query on any text, each name contains every word of the query or an abbreviation", () => {
  const subsequence = (word: string, name: string): boolean => {
    let at = 0;
    for (const c of name) if (c === word[at]) at++;
    return at === word.length;
  };
  const words = fc.constantFrom("flex", "MRI", "upheld", "cyclo", "CM15", "no", "(", "é", "  ", "#90", ":");
  fc.assert(
    fc.property(fc.array(words, { maxLength: 3 }), fc.nat(text.length), (query, length) => {
      const part = text.slice(0, length);
      for (const { name, heading: span } of issueSymbols(parse(part), knowledge, query.join(" "))) {
        expect(span.start <= span.end && span.end <= part.length).toBe(true);
        for (const word of query
          .join(" ")
          .toLowerCase()
          .split(/[\s,:;()]+/)) {
          expect(subsequence(word, name.toLowerCase())).toBe(true);
        }
      }
    }),
    { numRuns: 200, seed: 500 },
  );
});
