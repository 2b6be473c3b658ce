/** Nothing in the index claims more than its evidence, and nothing in it is copied from letters. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { builtInData } from "../../server/src/knowledge/data.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { criterionFromRow, pagesOf } from "../../server/src/knowledge/rows.ts";

const { guidelines, topics, criteria } = builtInData;
const knowledge = createKnowledge();

/** Folders next to the project: real letters, and the tables that the criteria were read into. */
const LETTERS = process.env.IMR_LETTERS ?? resolve("..", "shared", "letters");
const TABLES = process.env.IMR_TABLES ?? resolve("..", "shared", "knowledge");
const READ_BY_EYE = join(TABLES, "criteria_from_letters.tsv");
const without = (folder: string): string => (existsSync(folder) ? "" : ` (skipped: no ${folder})`);

describe("a topic of high confidence", () => {
  const sure = topics.filter(({ confidence }) => confidence === "high");

  it("was seen in letters, or in an official source", () => {
    expect(sure.length).toBeGreaterThan(20);
    expect(sure.filter(({ seen, source }) => !seen?.length && !source).map(({ id }) => id)).toEqual([]);
  });

  it("has a page that letters cite, if it has pages and no other source", () => {
    const wrong = sure.filter(({ pages = [], seen = [], source }) => {
      const own = pages.map(pagesOf);
      const isSeen = seen.some((one) => {
        const page = pagesOf(one.pages);
        return own.some(({ first, last }) => first <= page.first && page.last <= last);
      });
      return pages.length > 0 && !source && !isSeen;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

it("pages seen in letters are among those of their topic", () => {
  const lost = topics.flatMap(({ id, pages = [], alsoCited = [], seen = [] }) => {
    const all = [...pages, ...alsoCited].map(pagesOf);
    return seen
      .filter(({ pages: one, letters }) => {
        const { first, last } = pagesOf(one);
        return letters < 1 || !all.some((range) => range.first <= first && last <= range.last);
      })
      .map((one) => `${id}: ${one.pages}`);
  });
  expect(lost).toEqual([]);
});

it("a guideline or edition of high confidence has an official date or regulation, or a public copy", () => {
  const wrong = guidelines.flatMap(({ id, confidence, regulation, url, years = [], editions = [] }) => [
    ...(confidence === "high" && !regulation && !url && editions.length + years.length === 0 ? [id] : []),
    ...editions
      .filter((one) => one.confidence === "high" && !one.from && !one.published)
      .map(({ years }) => `${id} ${years.join()}`),
  ]);
  expect(wrong).toEqual([]);
});

describe("the criteria", () => {
  it("are about topics that exist", () => {
    expect(criteria.filter(({ topic }) => !knowledge.topic(topic)).map(({ topic }) => topic)).toEqual([]);
  });

  it("say how many letters they are from, and have a text only if letters state it", () => {
    const wrong = criteria.filter(
      ({ asks, stated = 0, cited = 0, differ, recommendation }) =>
        stated + cited === 0 || (asks !== undefined) !== stated > 0 || (!asks && (differ || recommendation)),
    );
    expect(wrong).toEqual([]);
  });

  it("are as sure as the letters are many and agree", () => {
    const levels = criteria.map(
      (row) => [criterionFromRow(row).confidence, row.stated ?? 0, row.differ ?? row.of] as const,
    );
    for (const [level, stated, unlike] of levels)
      expect(level).toBe(stated === 0 ? "low" : unlike ? "medium" : "high");
    expect(new Set(levels.map(([level]) => level))).toEqual(new Set(["high", "medium", "low"]));
  });

  it("are short sentences", () => {
    const texts = criteria.flatMap(({ asks, differ }) => [asks ?? [], differ ?? []].flat());
    expect(texts.filter((words) => words.split(/\s+/).length > 50)).toEqual([]);
    expect(texts.filter((words) => !words.endsWith("."))).toEqual([]);
    expect(criteria.filter(({ asks }) => asks && !/^[A-Z0-9]/.test(asks))).toEqual([]);
    expect(criteria.filter(({ differ }) => differ && /^[A-Z]/.test(differ))).toEqual([]);
  });

  it("of guidelines that the MTUS adopted after those letters say that they are of another edition", () => {
    const later = criteria.filter(({ topic }) => {
      const { guideline = "" } = knowledge.topic(topic) ?? {};
      const { editions = [] } = knowledge.guideline(guideline) ?? {};
      return editions.some(({ from }) => from !== undefined && from > "2017-03-31");
    });
    expect(later.length).toBeGreaterThan(3);
    expect(later.filter(({ of }) => of === undefined)).toEqual([]);
  });

  it("name no letter", () => {
    expect(JSON.stringify(builtInData)).not.toMatch(/\bCM1\d-\d/);
  });

  it.each([
    ["acoem-12-special-studies", "MRI or CT of the low back", 19],
    ["acoem-8-special-studies", "MRI or CT of the neck or mid back", 15],
    ["physical-medicine-2016", "visits for myalgia and myositis", 20],
  ])("%s on %s: %i letters", (topic, on, stated) => {
    expect(knowledge.topic(topic)?.criteria.find((one) => one.on === on)).toMatchObject({ stated });
  });
});

describe(`the table that they were read into${without(READ_BY_EYE)}`, () => {
  const rows = existsSync(READ_BY_EYE)
    ? readFileSync(READ_BY_EYE, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"))
    : [];
  const total = (column: number): number => rows.reduce((sum, row) => sum + Number(row[column] || 0), 0);
  const sumOf = (key: "stated" | "cited"): number => criteria.reduce((sum, row) => sum + (row[key] ?? 0), 0);

  it.skipIf(rows.length === 0)("has as many letters that state or cite a section, or more", () => {
    expect(sumOf("stated")).toBeLessThanOrEqual(total(4));
    expect(sumOf("cited")).toBeLessThanOrEqual(total(5));
    // What is left out: rows that repeat others, are about another chapter, or name a number in place of a section.
    expect(sumOf("stated") / total(4)).toBeGreaterThan(0.95);
    expect(criteria.length / rows.length).toBeGreaterThan(0.93);
  });

  it.skipIf(rows.length === 0)("has a row with as many letters for each criterion", () => {
    const counts = new Set(rows.map((row) => Number(row[4] || 0)));
    const most = Math.max(...counts);
    expect(Math.max(...criteria.map(({ stated = 0 }) => stated))).toBeLessThanOrEqual(most);
  });
});

/** A run of this many words in a row isn't shared by chance. */
const RUN = 9;

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

function runsIn(text: string): string[] {
  const words = wordsIn(text);
  return words.slice(RUN - 1).map((_, at) => words.slice(at, at + RUN).join(" "));
}

describe(`real letters${without(LETTERS)}`, () => {
  const folders = ["seeds", "layout", "raw"].map((one) => join(LETTERS, one)).filter(existsSync);

  it.skipIf(folders.length === 0)("share no sentence with the data", () => {
    const files = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
    const runs = new Set(files.flatMap((file) => runsIn(readFileSync(file, "utf8"))));
    const texts = [
      ...topics.map(({ summary }) => summary),
      ...criteria.flatMap(({ asks = "", differ = "" }) => [asks, differ]),
      ...guidelines.map(({ about }) => about),
    ];
    expect(runs.size).toBeGreaterThan(10_000);
    expect(texts.filter((text) => runsIn(text).some((run) => runs.has(run)))).toEqual([]);
  });
});
