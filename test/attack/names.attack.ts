/** File names that mean something to a terminal, Markdown, a spreadsheet, or a build service. */
import { describe, expect, test } from "vitest";
import { put, run, sound, undecided } from "../cli/inFolder.ts";
import { recordAttacks } from "./attack.ts";

const names = [
  "\u001b]0;title\u0007.imr",
  "\u001b[2J\u001b[H.imr",
  "\u009b2J.imr",
  "a\nb.imr:1:1 error forged.imr",
  "a\r::error::forged.imr",
  "::warning file=a::forged.imr",
  "[x](command:evil).imr",
  "![x](https:x).imr",
  "\u202egnp.imr",
  "\u2066hidden\u2069.imr",
  "=cmd|' \u2215C calc'!A0.imr",
  "@SUM(1).imr",
  "-o.imr",
  "--output=x.imr",
  "a;=1+1.imr",
  'a",=1+1.imr',
  `${"long".repeat(60)}.imr`,
];

/** Characters that a terminal acts on or that are invisible. */
const activeCharacter = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f]/;
/** Characters that may not be in records, which are for programs. */
const controlCharacter = /[\u0000-\u0008\u000b-\u001f]/;

describe.skipIf(process.platform === "win32")("hostile names in", () => {
  test.for([
    "check",
    "check --format github",
    "check --verbose",
    "check --format json",
    "check --format sarif",
    "outline",
    "export",
    "export --format csv",
  ])("%s", { timeout: 120_000 }, async (command, context) => {
    for (const name of names) {
      put({ [`letters/${name}`]: undecided, [`letters/no ${name}`]: "no letter" });
    }
    const { out, err } = await run([...command.split(" "), "letters"]);
    const isRecords = /export|json|sarif/.test(command);
    // Only CSV has CRLF line ends.
    for (const line of out.split(command.includes("csv") ? "\r\n" : "\n")) {
      expect(line).not.toMatch(isRecords ? controlCharacter : activeCharacter);
      expect(line).not.toMatch(/^(?:::warning file=a::|::error::|b\.imr:1:1)/);
      if (command.includes("csv")) for (const cell of cellsOf(line)) expect(cell).not.toMatch(/^[=+@\t-]/);
    }
    for (const line of err.split("\n")) expect(line).not.toMatch(activeCharacter);
    recordAttacks(context, names.length);
  });

  test("are read, whatever their characters", async (context) => {
    for (const name of names) put({ [`letters/${name}`]: sound });
    const { out } = await run(["export", "letters"]);
    expect(
      new Set(
        out
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line).file),
      ).size,
    ).toBe(names.length);
    recordAttacks(context, names.length);
  });
});

/** The cells of a line, however a spreadsheet splits it. */
const cellsOf = (line: string): readonly string[] =>
  [",", ";", "\t"].flatMap((mark) => line.split(mark).map((cell) => cell.replace(/^"/, "")));
