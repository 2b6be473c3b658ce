/** The numbers and versions in docs/guidelines.md are those of the data. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { builtInData } from "../../server/src/knowledge/data.ts";
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";
import { criterionFromRow } from "../../server/src/knowledge/rows.ts";
import type { Confidence } from "../../server/src/knowledge/types.ts";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/guidelines.md"), "utf8").replaceAll(
  "\r\n",
  "\n",
);

const { guidelines, topics, criteria, drugs } = builtInData;
type Rows = readonly { readonly confidence: Confidence }[];
const topicsOf = (isOne: (guideline: string) => boolean): Rows =>
  topics.filter(({ guideline }) => isOne(guideline));
const isOf2004 = (id: string): boolean => /^acoem-(?:2004|general|\d)/.test(id);

const ENTRIES: readonly (readonly [string, Rows])[] = [
  ["guidelines, chapters and other documents", guidelines],
  ["topics of the chronic pain guideline of 2009", topicsOf((id) => id === "chronic-pain-2009")],
  ["sections of the guidelines of 2016", topicsOf((id) => id.endsWith("-2016"))],
  ["sections of the ACOEM chapters of 2004", topicsOf(isOf2004)],
  [
    "sections of later ACOEM guidelines that letters cite",
    topicsOf((id) => id.startsWith("acoem-") && !isOf2004(id)),
  ],
  ["provisions of the acupuncture guideline", topicsOf((id) => id === "acupuncture")],
  ["rules and operations of the postsurgical guideline", topicsOf((id) => id === "postsurgical")],
  ["rules of the MTUS and its drug formulary", topicsOf((id) => id.startsWith("mtus"))],
  ["chapters of ODG", topics.filter(({ guideline, chapter }) => guideline === "odg" && !chapter)],
  ["topics of ODG that letters cite", topics.filter(({ chapter }) => chapter)],
  ["articles and policies of others", topicsOf((id) => /^(?:uptodate|medicare|aetna)$/.test(id))],
  ["criteria that published letters state", criteria.map(criterionFromRow)],
  ["drugs", drugs],
  ["editions of guidelines", guidelines.flatMap(({ editions = [] }) => editions)],
];

/** The rows of the table with this header. */
function tableUnder(head: string): string[] {
  const [, rest = ""] = page.split(`| ${head} |`);
  return rest.slice(0, rest.indexOf("\n\n")).split("\n").slice(2);
}

it("counts the entries by confidence", () => {
  const counted = ENTRIES.map(([name, rows]) => {
    const count = (word: Confidence): number => rows.filter(({ confidence }) => confidence === word).length;
    return `| ${name} | ${count("high")} | ${count("medium")} | ${count("low")} | ${rows.length} |`;
  });
  expect(tableUnder("entries | high | medium | low | all")).toEqual(counted);
  const counts = ENTRIES.slice(1, -3).reduce((sum, [, rows]) => sum + rows.length, 0);
  expect(counts).toBe(topics.length);
});

it("counts the brand names that are confirmed", () => {
  const count = (list: "brands" | "fdaBrands"): number =>
    drugs.reduce((sum, row) => sum + (row[list]?.length ?? 0), 0);
  expect(page).toContain(` ${count("fdaBrands")} of ${count("brands")} brand names are *high*`);
});

it("lists the later ACOEM guidelines with their versions", () => {
  const adopted = "Adopted into the MTUS by reference: ";
  const rows = createKnowledge()
    .guidelines.filter(({ effective }) => effective?.startsWith(adopted))
    .map(
      ({ name, regulation = "not confirmed", effective = "" }) =>
        `| ${name.replace(" Guideline (ACOEM)", "")} | ${regulation} | ${effective.slice(adopted.length)} |`,
    );
  expect(tableUnder("guideline | regulation | versions")).toEqual(rows);
});

it("links the copy that the data links", () => {
  const urls = guidelines.flatMap(({ url }) => url ?? []);
  expect(urls.filter((url) => !page.includes(`<${url}>`))).toEqual([]);
});
