import { describe, expect, it } from "vitest";
import { alternatives, type PatternRow } from "../../server/src/base/matchAll.ts";
import { citationTokens, nonTopics, openingChapters } from "../../server/src/letter/citationTokens.ts";
import { publishersAsWritten, publishersInAnyCase } from "../../server/src/letter/publishers.ts";

/** Each token with the words that it covers. */
const tokens = (text: string) =>
  citationTokens(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`.trim());

describe("the tokens of a source", () => {
  it("in the MTUS are a name, a year, topics, and pages for each chapter", () => {
    expect(
      tokens(
        "Decision based on MTUS Low Back Complaints 2004, Section(s): Summary, page 287 of 377, and Opioid Treatment 2016.",
      ),
    ).toEqual([
      "lead Decision based on MTUS",
      "name Low Back Complaints",
      "year 2004",
      "topic Summary",
      "pages 287",
      "end",
      "name Opioid Treatment",
      "year 2016",
      "end",
    ]);
  });

  it("outside the MTUS begin with the publisher, wherever it is", () => {
    expect(tokens("Decision based on Non-MTUS Citation Pain (2016), from UpToDate, p. 3-4, 7")).toEqual([
      "lead Decision based on Non-MTUS Citation",
      "name UpToDate",
      "year 2016",
      "topic Pain (2016)",
      "topic from",
      "pages 3-4",
      "pages 7",
      "end",
    ]);
  });

  it("end before the next source", () => {
    const text = "Non-MTUS Citation ODG, Pain and Other Medical Treatment Guidelines FDA";
    expect(tokens(text)).toEqual([
      "lead Non-MTUS Citation",
      "name ODG",
      "topic Pain",
      "end",
      "lead Other Medical Treatment Guidelines",
      "name FDA",
      "end",
    ]);
    expect(citationTokens(text).find(({ kind }) => kind === "end")?.end).toBe(text.indexOf(" and"));
  });

  it("may have a topic that continues after pages", () => {
    expect(tokens("Decision based on MTUS Eye 2004, Burns Page(s): 3 and scars")).toContain(
      "topic Burns Page(s): 3 and scars",
    );
  });

  it("need a lead", () => {
    expect(tokens("outside of the MTUS Guidelines, page 3")).toEqual([]);
  });
});

type Find = (rows: readonly PatternRow[], words: string) => string | undefined;

const matching =
  (flags: string): Find =>
  (rows, words) =>
    new RegExp(alternatives(rows), flags).exec(words)?.[0];
const whole: Find = (rows, words) => new RegExp(`^(?:${alternatives(rows)})$`, "i").exec(words)?.[0];
const first: Find = (rows, words) => rows.map((row) => row.pattern.exec(words)).find(Boolean)?.[0];

describe.each([
  { name: "openingChapters", rows: openingChapters, find: first },
  { name: "nonTopics", rows: nonTopics, find: whole },
  { name: "publishersInAnyCase", rows: publishersInAnyCase, find: matching("i") },
  { name: "publishersAsWritten", rows: publishersAsWritten, find: matching("") },
])("$name: each example needs its row", ({ rows, find }) => {
  it.each(rows)("$example", ({ pattern, example }) => {
    const found = find(rows, example);
    expect(found).toBeDefined();
    const others = rows.filter((row) => row.pattern !== pattern);
    expect(find(others, example)).not.toBe(found);
  });
});
