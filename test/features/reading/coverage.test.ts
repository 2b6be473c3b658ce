/**
 * How much of what real letters cite has a hover, and how many hovers on topics state a criterion: over the letters next to
 * the project, and over the table of what other letters cite. Without them, these tests are skipped.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { guidelineParts, guidelineWords } from "../../../server/src/analysis/citedGuidelines.ts";
import { hoverAt } from "../../../server/src/features/reading/hover.ts";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import type { Letter } from "../../../server/src/letter/types.ts";
import { hoverMarkup } from "../../../server/src/protocol/lsp/hoverMarkup.ts";
import { letterWith } from "../../fixture/letter.ts";

const LETTERS = process.env.IMR_LETTERS ?? resolve("..", "shared", "letters");
const TABLE = join(
  process.env.IMR_TABLES ?? resolve("..", "shared", "knowledge"),
  "criteria_from_letters.tsv",
);
const titleOf = (title: string, path: string): string =>
  existsSync(path) ? title : `${title} (skipped: no ${path})`;

const knowledge = createKnowledge();

interface Cited {
  readonly kind: "guideline" | "topic" | "drug";
  readonly words: string;
  /** The text of its hover; undefined if it has none. */
  readonly shown: string | undefined;
}

/** The word before a strength or a count: "Soma #60". */
const beforeDose =
  /([a-z][a-z-]{3,})(?: \([a-z ]+\))?,? (?:#\d|\d+(?:[./-]\d+)* ?(?:mg|mcg|%|ml|gm|grams?)\b)/gi;
const notDrugs = /^(?:sessions?|pads?|cream|wraps?|braces?|patch|gel|oral|suspension|tablets?|ointment)$/i;

/** Everything that the issues of a letter cite. */
function citedIn(letter: Letter): readonly Cited[] {
  const { text, issues } = letter;
  const at = (kind: Cited["kind"], start: number, end: number): Cited => {
    const hover = hoverAt(letter, knowledge, start);
    const shown =
      hover && hover.content.kind !== "issue" ? hoverMarkup(hover.content, false).value : undefined;
    return { kind, words: text.slice(start, end).replace(/\s+/g, " "), shown };
  };
  return issues.flatMap((issue) => {
    const { treatmentSpan } = issue.heading;
    const heading = text.slice(treatmentSpan.start, treatmentSpan.end);
    const drugs = [
      ...knowledge.drugsIn(heading).map(({ start, end }) => [start, end] as const),
      ...[...heading.matchAll(beforeDose)]
        .filter(([, word = ""]) => !notDrugs.test(word))
        .map(({ index, 1: word = "" }) => [index, index + word.length] as const),
    ];
    return [
      ...guidelineParts(issue)
        .flatMap((part) => part.citations)
        .flatMap((citation) => {
          const name = guidelineWords(text, citation);
          return [
            ...(name ? [at("guideline", name.start, name.end)] : []),
            ...citation.topics.map(({ span }) => at("topic", span.start, span.end)),
          ];
        }),
      ...drugs.map(([start, end]) => at("drug", treatmentSpan.start + start, treatmentSpan.start + end)),
    ];
  });
}

/** Whether the hover says what is asked for, not only what the words are. */
const statesCriterion = (shown: string): boolean =>
  /\(As \d+ published letters? states? it/.test(shown) ||
  !/not confirmed|A chapter of ODG|outside the MTUS/.test(shown);

/** "guideline: 199 of 199 (100.0 %)" */
function shareOf(name: string, cited: readonly Cited[], isSo: (one: Cited) => boolean): number {
  const count = cited.filter(isSo).length;
  console.log(`${name}: ${count} of ${cited.length} (${((100 * count) / cited.length).toFixed(1)} %)`);
  return count / cited.length;
}

describe(titleOf("what real letters cite", LETTERS), () => {
  const files = existsSync(LETTERS)
    ? ["seeds", "layout", "raw"].flatMap((one) =>
        readdirSync(join(LETTERS, one)).map((name) => join(LETTERS, one, name)),
      )
    : [];

  test.skipIf(files.length === 0)("has a hover, and topics state a criterion", () => {
    const cited = files.flatMap((file) => citedIn(parse(readFileSync(file, "utf8"))));
    for (const kind of ["guideline", "topic", "drug"] as const) {
      const ones = cited.filter((one) => one.kind === kind);
      const share = shareOf(`${kind}s with a hover`, ones, ({ shown }) => shown !== undefined);
      expect(ones.length).toBeGreaterThan(50);
      expect(share).toBeGreaterThanOrEqual(0.97);
    }
    const topics = cited.filter(({ kind, shown }) => kind === "topic" && shown !== undefined);
    expect(
      shareOf("topic hovers that state a criterion", topics, ({ shown = "" }) => statesCriterion(shown)),
    ).toBeGreaterThanOrEqual(0.8);
    const lost = cited.filter(({ shown }) => shown === undefined).map(({ words }) => words);
    console.log(`Without a hover: ${[...new Set(lost)].join(" | ")}`);
  });
});

/** A row of the table as letters cite it: the treatment, and the citations of the section by its name and its other names. */
function letterOf(
  row: readonly string[],
): readonly { readonly treatment: string; readonly citation: string }[] {
  const [guideline = "", edition = "", section = "", , , , , , , applied = ""] = row;
  const treatment = applied.split(/[;,(]/)[0]?.trim() ?? "";
  const title = section.split(/ > | \[/)[0] ?? "";
  if (/^(?:MTUS regulations|ACOEM|Other|Medicare|Web|UpToDate|MDGuidelines)/.test(guideline)) return [];
  if (/topic not named|no section named|^\d+$|stated under/.test(title)) return [];
  if (/^(?:ODG|Official)/.test(guideline)) {
    const chapter = guideline.replace(/^ODG |^Official.*/, "");
    const names = [chapter, title].filter((name) => name !== "").join(", ");
    return [{ treatment, citation: `Non-MTUS Citation Official Disability Guidelines (ODG) ${names}` }];
  }
  const name = guideline.replace(/^MTUS (?:ACOEM - )?/, "").replace(/ \(ACOEM.*/, "");
  const year = /^\d{4}$/.test(edition) ? edition : "2004";
  return [{ treatment, citation: `MTUS ${name} ${year}, Section(s): ${title}` }];
}

describe(titleOf("what other letters cite", TABLE), () => {
  const rows = existsSync(TABLE)
    ? readFileSync(TABLE, "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t"))
    : [];

  test.skipIf(rows.length === 0)("has a hover, and topics state a criterion", () => {
    const topics = rows.flatMap((row) =>
      letterOf(row).flatMap(({ treatment, citation }) =>
        citedIn(
          parse(letterWith(`${treatment}: Upheld`, "", `MAXIMUS guideline: Decision based on ${citation}.`)),
        ).filter(({ kind }) => kind === "topic"),
      ),
    );
    expect(topics.length).toBeGreaterThan(200);
    expect(shareOf("topics with a hover", topics, ({ shown }) => shown !== undefined)).toBeGreaterThan(0.97);
    const shown = topics.filter((one) => one.shown !== undefined);
    const lacking = shown.filter((one) => !statesCriterion(one.shown ?? "")).map(({ words }) => words);
    console.log(`Without a criterion: ${[...new Set(lacking)].join(" | ")}`);
    expect(
      shareOf("topic hovers that state a criterion", shown, (one) => statesCriterion(one.shown ?? "")),
    ).toBeGreaterThanOrEqual(0.8);
    const lost = topics.filter((one) => one.shown === undefined).map(({ words }) => words);
    console.log(`Without a hover: ${[...new Set(lost)].join(" | ")}`);
  });
});
