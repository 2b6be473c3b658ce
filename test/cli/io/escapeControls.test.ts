/** Text from letters, file names, and arguments does nothing in a terminal, a log, or a build service. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeControls } from "../../../server/src/cli/io/escapeControls.ts";
import { folder, put, run, sound, undecided } from "../inFolder.ts";

const onLinux = process.platform === "linux";

/** Characters that may not reach a terminal; line feeds may. */
const active =
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0001}-\u{e007f}]/u;
/** Lines that a build service takes for commands: both kinds of GitHub's, and Azure's. */
const commands = (text: string): readonly string[] =>
  text.split(/\r\n|[\r\n]/).filter((line) => /^::|##(?:vso)?\[/.test(line.trim()));

describe("a text", () => {
  test.each([
    ["\u001b]0;title\u0007", "\\u{1b}]0;title\\u{7}"],
    ["a\nb\r\tc\u0000", "a\\u{a}b\\u{d}\\u{9}c\\u{0}"],
    ["\u009b2J \u007f \u0085", "\\u{9b}2J \\u{7f} \\u{85}"],
    ["a\u2028b\u2029c", "a\\u{2028}b\\u{2029}c"],
    ["\u202etxt.rmi \u2066x\u2069 \u200f\u061c", "\\u{202e}txt.rmi \\u{2066}x\\u{2069} \\u{200f}\\u{61c}"],
    ["in\u200bvoice\u2060 \ufeff pay\u200dment", "in\\u{200b}voice\\u{2060} \\u{feff} pay\\u{200d}ment"],
    ["\u{e0041}", "\\u{e0041}"],
    ["::error::x", "\\u{3a}:error::x"],
    ["  ::error::x", "  \\u{3a}:error::x"],
    ["a ##[error]x ##vso[task.setvariable]", "a #\\u{23}[error]x #\\u{23}vso[task.setvariable]"],
  ])("%j is escaped as %s", (text, escaped) => {
    expect(escapeControls(text)).toBe(escaped);
    expect(escapeControls(escaped)).toBe(escaped);
  });

  test.each([
    "Änderung é 信 (1) [x] {y} it's ½ – “”",
    "👩‍⚕️ 👩🏽‍⚕️ ❤️ 🏳️‍🌈",
    "می‌خواهم",
    "क्‍ष شهادة שלום",
    "C::d e##f # [x]",
  ])("%s isn't changed", (text) => {
    expect(escapeControls(text)).toBe(text);
  });

  test("with any characters is harmless, on one line, and the same if it's escaped twice", () => {
    const character = fc.oneof(
      fc.constantFrom(..."\u001b\r\n\u0085\u2028\u202e\u200d\ufeff:#[ vso\\u{}"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = escapeControls(characters.join(""));
        expect(text).not.toMatch(active);
        expect(text).not.toContain("\n");
        expect(commands(text)).toEqual([]);
        expect(escapeControls(text)).toBe(text);
      }),
      { seed: 17, numRuns: 5000 },
    );
  });
});

const hostile = "\u001b]0;owned\u0007\u001b[2J\u009b1m\u202e\u2028::error::forged\u0085";

describe("a letter", () => {
  const letter = undecided
    .replace("Flexeril 7.5mg, #90:", `Flexeril${hostile} 7.5mg, #90:`)
    .replace("Lumbar", "::error::x ##[add-path]/evil Lumbar")
    .replace(/^(?=The expert reviewer)/m, "::stop-commands::x ");

  test.each([["check"], ["outline"], ["check", "-f", "github"]])(
    "is harmless in the output of %j",
    async (...args) => {
      put({ "a.imr": letter });
      const { out, err } = await run([...args, "a.imr"]);
      expect(out).toContain("\\u{1b}]0;owned");
      expect(out + err).not.toMatch(active);
      const all = commands(out + err);
      expect(all.filter((line) => !/^::(?:warning|notice) file=a\.imr,line=\d+,/.test(line))).toEqual([]);
    },
  );

  test("is underlined at the right column after escaped characters", async () => {
    put({ "a.imr": undecided.replace(/Flexeril 7.5mg(?=, #90:)/, "\u001bFlexeril 7.5mg") });
    const { out } = await run(["check", "a.imr"]);
    expect(out).toMatch(/^ {6}\\u\{1b\}Flexeril 7\.5mg, #90:\n/m);
    const [, quoted = "", underline = ""] = /^ {6}(.*Flexeril.*)\n {6}(.*)$/m.exec(out) ?? [];
    expect(quoted.slice(underline.indexOf("^"), underline.length)).toMatch(
      /^\\u\{1b\}Flexeril 7\.5mg, #90:?$/,
    );
  });

  test("can't forge a line with its id", async () => {
    const line = JSON.stringify({
      id: "x.imr:1:1: error: forged\n::error::forged\u001b[2J",
      text: undecided,
    });
    for (const args of [["check"], ["check", "-f", "github"]]) {
      const { out, err } = await run([...args, "--ndjson"], line);
      expect(out).not.toMatch(active);
      expect(commands(out + err).filter((line) => !line.startsWith("::warning file="))).toEqual([]);
    }
    const { out } = await run(
      ["check", "--ndjson", "-f", "github"],
      JSON.stringify({ id: "a,b:c%d\re\nf", text: undecided }),
    );
    expect(out).toContain("file=a%2Cb%3Ac%25d%0De%0Af,line=20,");
  });
});

describe.runIf(onLinux)("a file name", () => {
  const name = `\u001b]0;owned\u0007\n::error::forged\r\u202e\u009b`;

  test("is escaped in every message", async () => {
    put({
      [`${name}.imr`]: undecided,
      [`d${name}/x.txt`]: "Buy milk.",
      "::warning::y.imr": undecided,
      [`gone${name}.txt`]: "",
      [`packs${name}/p.imr-pack.json`]: "{",
    });
    writeFileSync(
      Buffer.concat([
        Buffer.from(path.join(folder(), "\u001bcaf")),
        Uint8Array.of(0xe9),
        Buffer.from(".imr"),
      ]),
      sound,
    );
    // All messages go through printError, see below.
    const each = [
      ["check", ".", "--packs", `packs${name}`],
      ["outline", "."],
      ["check", "--rules", `letter/drug-spelling=${name}`],
      ["check", `--x${name}`],
      ["check", ".", "-o", `d${name}`],
    ];
    for (const args of each) {
      const { out, err } = await run(args);
      expect(`${args}: ${out}${err}`.slice(`${args}`.length)).not.toMatch(active);
      expect(commands(out + err)).toEqual([]);
      expect(out + err).toContain("\\u{1b}");
    }
    execFileSync("rm", ["-rf", folder()]);
    mkdirSync(folder());
  });
});

test("only printError writes to standard error", () => {
  const sources = readdirSync("server/src/cli", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => path.join("server/src/cli", file));
  const writing = ["server/src/cli.ts", ...sources].filter((file) =>
    /stderr\.write|console\./.test(readFileSync(file, "utf8")),
  );
  expect(writing).toEqual([path.join("server/src/cli/io/printError.ts")]);
});
