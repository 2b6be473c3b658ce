/** Every problem fits in one line of VS Code's Problems view, which doesn't wrap. Real letters are tried if there are any. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createKnowledge } from "../../../server/src/knowledge/knowledge.ts";
import type { Knowledge } from "../../../server/src/knowledge/types.ts";
import { parse } from "../../../server/src/letter/parse.ts";
import { readPacks } from "../../../server/src/packs/readPacks.ts";
import { toDiagnostics } from "../../../server/src/protocol/diagnostics/diagnostics.ts";
import { readClientFlags } from "../../../server/src/protocol/lsp/clientCapabilities.ts";
import { letterOfFile } from "../../../server/src/protocol/state/letterDocuments.ts";
import { review } from "../../../server/src/review/review.ts";
import { maxMessageLength } from "../../../server/src/review/rules/finding.ts";
import { rules } from "../../../server/src/review/rules.ts";
import { letterWith, mri } from "../../fixture/letter.ts";
import { applied } from "../../review/mutations/breaking.ts";
import { operators } from "../../review/mutations/operators.ts";
import { samples } from "../../review/samples.ts";
import { vsCode } from "../client.ts";
import { brokenLetters } from "../mutations.ts";

const builtIn = createKnowledge();
const client = readClientFlags(vsCode, {});
const today = 17_000;

/** Letters of which so few characters are read that the notice about the rest is a problem too. */
const truncated = 2000;

function diagnosticsIn(text: string, knowledge: Knowledge, maxFileSize = 1_000_000) {
  const open = letterOfFile("file:///letter.imr", text, maxFileSize, knowledge);
  const findings = review(open.letter, knowledge, { severities: {}, today });
  return toDiagnostics({ ...open, findings, deferNew: false }, client);
}

/** The rules with problems in these letters; fails if one of their messages doesn't fit. */
function rulesIn(texts: readonly string[], knowledge = builtIn, maxFileSize?: number): ReadonlySet<unknown> {
  const found = texts.flatMap((text) => diagnosticsIn(text, knowledge, maxFileSize));
  const messages = found.flatMap(({ message, relatedInformation = [] }) => [
    String(message).split("\n")[0] ?? "",
    ...relatedInformation.map((related) => related.message),
  ]);
  expect([...new Set(messages)].filter(({ length }) => length > maxMessageLength)).toEqual([]);
  return new Set(found.map(({ code }) => code));
}

const texts = samples.map(({ text }) => text);
const broken = texts.flatMap((text) => brokenLetters(text).map((letter) => letter.text));
const mutated = texts.flatMap((text) => {
  const letter = parse(text);
  return operators.flatMap(({ mutants }) =>
    mutants(letter, builtIn)
      .filter((_, i) => i % 10 === 0)
      .map(({ edits }) => applied(text, edits)),
  );
});

test("of the samples and broken samples, by nearly every rule", { timeout: 180_000 }, () => {
  const found = rulesIn([...texts, ...broken, ...mutated]);
  const missing = rules.map(({ id }) => id).filter((id) => !found.has(id));
  expect(missing.length).toBeLessThan(rules.length / 5);
});

test("of a file of which only the start is read", () => {
  expect(rulesIn(texts, builtIn, truncated)).toContain("letter/too-long");
});

const folder = process.env.IMR_LETTERS ?? path.resolve("../shared/letters");
test.skipIf(!existsSync(folder))("of real letters", { timeout: 180_000 }, () => {
  const letters = ["seeds", "layout", "raw"].flatMap((rendition) =>
    readdirSync(path.join(folder, rendition))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => readFileSync(path.join(folder, rendition, name), "utf8")),
  );
  expect(letters.length).toBeGreaterThan(0);
  rulesIn([
    ...letters,
    ...letters.flatMap((text) => brokenLetters(text).filter((_, i) => i % 9 === 0)).map(({ text }) => text),
  ]);
});

test("about names of any length, in the letter or in a pack", () => {
  const long = "very ".repeat(100);
  const pack = {
    name: "Long names",
    guidelines: [{ id: "chronic-pain-2009", name: `A ${long}long guideline` }],
    topics: [{ id: "yoga", name: `A ${long}long topic`, aliases: ["Yoga"] }],
    drugs: [
      {
        generic: `${"x".repeat(200)}ol`,
        brands: ["Longol"],
        misspellings: ["Longgol"],
        class: "none",
        topics: ["yoga"],
      },
    ],
  };
  const { data, problems } = readPacks([{ uri: "file:///long.imr-pack.json", text: JSON.stringify(pack) }]);
  expect(Object.values(problems)).toEqual([[]]);
  const cited = (section: string) => [
    "Yoga: Upheld",
    "",
    `MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment Guidelines 2009, ${section}.`,
    "",
    "Decision rationale: Yoga is not medically necessary.",
  ];
  const found = rulesIn(
    [
      letterWith(`${long}brace:`, "", "Decision rationale: To come."),
      letterWith(`Brace: ${long}`, "", "Decision rationale: To come."),
      letterWith(`${long}brace: Upheld`, ...mri.slice(1), "", `${long}brace: Upheld`, ...mri.slice(1)),
      letterWith("Longgol 5mg #30: Upheld", ...mri.slice(1)),
      letterWith(...cited("page 963")),
      letterWith(...cited("Section(s): Yoga, page 3")),
    ],
    createKnowledge(data),
  );
  expect([...found]).toEqual(
    expect.arrayContaining([
      "issue/missing-decision",
      "letter/duplicate-issue",
      "letter/drug-spelling",
      "citation/page-range",
      "citation/topic-pages",
    ]),
  );
});
