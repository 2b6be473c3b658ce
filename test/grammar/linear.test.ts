import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar, type Registry } from "vscode-textmate";

/**
 * The grammar runs a line at a time where the user types, so a line must never cost more than in proportion to its
 * length. Seconds alone say little on a busy machine: each line is also coloured by a grammar of a single pattern that
 * cannot backtrack, and the two must grow alike.
 */
const reference = plainGrammar("text.reference", ".{1,3}");
const quadratic = plainGrammar("text.quadratic", "\\([^)]*\\)");
const letter = JSON.parse(
  readFileSync(new URL("../../syntaxes/imr-letter.tmLanguage.json", import.meta.url), "utf8"),
) as IRawGrammar;

function plainGrammar(scopeName: string, match: string): IRawGrammar {
  return { scopeName, patterns: [{ name: "found", match }] } as unknown as IRawGrammar;
}

const loaded = new Map<IRawGrammar, IGrammar>();
let allLinear = true;

beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(new Uint8Array(wasm).buffer);
  const registry: Registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => [reference, quadratic, letter].find((raw) => raw.scopeName === scope),
  });
  for (const raw of [reference, quadratic, letter]) {
    loaded.set(raw, (await registry.loadGrammar(raw.scopeName))!);
    bestTime(raw, fill('a 1-2 "b", Upheld: not ', 5_000), 200);
  }
});

function fill(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length));
}

/** Milliseconds of the quickest run; short runs are repeated until they have taken up the budget. */
function bestTime(grammar: IRawGrammar, line: string, budget: number, runs = 1): number {
  const begun = performance.now();
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs || performance.now() - begun < budget; run++) {
    const start = performance.now();
    loaded.get(grammar)!.tokenizeLine(line, textmate.INITIAL);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** How much more than the reference's the cost grows from n to 8n: about 1 when linear, about 8 when quadratic. */
function excessGrowth(grammar: IRawGrammar, lineOf: (length: number) => string): number {
  const [short, long] = [1_500, 12_000].map((length) => {
    const line = lineOf(length);
    return bestTime(grammar, line, 20, 3) / bestTime(reference, line, 20, 3);
  }) as [number, number];
  return long / short;
}

/** A busy machine can spoil a measurement in either direction: one clear answer will do, else the middle one of five. */
function isLinear(grammar: IRawGrammar, lineOf: (length: number) => string): boolean {
  const growths: number[] = [];
  while (growths.length < 5) {
    const growth = excessGrowth(grammar, lineOf);
    if (growth < 1.5) return true;
    growths.push(growth);
  }
  return growths.sort((a, b) => a - b)[2]! < 3;
}

const units = [
  "a",
  "(",
  "1",
  "1-",
  " ",
  "Upheld: ",
  '"',
  ' "a',
  "“",
  ", and ",
  "not ",
  "1. is ",
  "original request, ",
];
const openings = [
  "",
  "MAXIMUS guideline: ",
  "MAXIMUS guideline: Section(s): ",
  'Decision rationale: it says "so ',
];

describe("a line costs in proportion to its length", () => {
  test.each(openings.flatMap((opening) => units.map((unit) => [opening, unit] as const)))(
    "%j and many %j",
    (opening, unit) => {
      const linear = isLinear(letter, (length) => opening + fill(unit, length));
      allLinear &&= linear;
      expect(linear).toBe(true);
    },
    60_000,
  );

  test("an issue heading", () => {
    expect(isLinear(letter, (length) => `${fill("Norco: 10/325mg ", length)}: Upheld`)).toBe(true);
  }, 60_000);

  test("a quadratic pattern would be noticed", () => {
    expect(isLinear(quadratic, (length) => fill("(never closed, so ", length))).toBe(false);
  }, 60_000);

  test("lines of 200,000 characters, and 1 MB of ordinary prose", ({ skip }) => {
    skip(!allLinear, "a long line would take minutes");
    const prose =
      'On 3/4/2016 the pain was 7/10 with Norco 10/325mg, and he said "no better" (page 12 of the file). ';
    const lines = [...units.map((unit) => fill(unit, 200_000)), fill(prose, 1_000_000)];
    for (const line of lines)
      expect(bestTime(letter, line, 0) / bestTime(reference, line, 0), line.slice(0, 20)).toBeLessThan(50);
  }, 120_000);
});
