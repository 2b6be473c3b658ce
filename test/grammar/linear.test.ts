import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import oniguruma from "vscode-oniguruma";
import textmate, { type IGrammar, type IRawGrammar, type Registry } from "vscode-textmate";

/**
 * The grammar colors a line at each change, so its time must be linear in the length of the line. Seconds alone don't say much
 * on a busy machine, so each line is also colored by a grammar with one pattern that can't backtrack. Both must grow alike.
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

/** The milliseconds of the fastest run. Short runs are repeated until the budget is used up. */
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

/** How much faster the time grows from n to 8n than the reference's: about 1 if linear, about 8 if quadratic. */
function excessGrowth(grammar: IRawGrammar, lineOf: (length: number) => string): number {
  const [short, long] = [1_500, 12_000].map((length) => {
    const line = lineOf(length);
    return bestTime(grammar, line, 20, 3) / bestTime(reference, line, 20, 3);
  }) as [number, number];
  return long / short;
}

/** A busy machine distorts measurements in both directions. One clear result is enough, else the median of five counts. */
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
const lineStarts = [
  "",
  "MAXIMUS guideline: ",
  "MAXIMUS guideline: Section(s): ",
  'Decision rationale: it says "so ',
];

describe("the time for a line is linear in its length", () => {
  test.each(lineStarts.flatMap((start) => units.map((unit) => [start, unit] as const)))(
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
