/** Planted links in a folder: nothing outside of it is overwritten, and no letter in it is lost. */
import { lstatSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folder, program, put, run, sound, undecided } from "../cli/inFolder.ts";
import { outsideFolder, recordAttacks, runMeasured, runs } from "./attack.ts";

const at = (name: string): string => path.join(folder(), name);

describe.skipIf(process.platform === "win32")("planted links", () => {
  test("with every predictable name have no effect", { timeout: 120_000 }, async (context) => {
    using outside = outsideFolder();
    const precious = path.join(outside.folder, "precious");
    writeFileSync(precious, "precious");
    put({ "letters/a.imr": sound });
    for (const end of ["new", "part", "tmp", "bak", "0.part", "1.part"])
      symlinkSync(precious, at(`out.csv.${end}`));
    // The ids of the next processes.
    for (let pid = process.pid; pid < process.pid + 2000; pid++)
      symlinkSync(precious, at(`out.csv.${pid}.part`));
    const attacks = Math.min(runs, 20);
    for (let index = 0; index < attacks; index++) {
      await run(["export", "letters", "--format", "csv", "-o", "out.csv"]);
      expect(readFileSync(precious, "utf8")).toBe("precious");
      expect(readFileSync(at("out.csv"), "utf8")).toContain("case");
    }
    recordAttacks(context, attacks);
  });

  test("at the output to a letter stay, and so does the letter", async () => {
    using outside = outsideFolder();
    put({ "letters/a.imr": sound });
    writeFileSync(path.join(outside.folder, "letter.imr"), undecided);
    symlinkSync(path.join(outside.folder, "letter.imr"), at("out.csv"));
    await run(["export", "letters", "-o", "out.csv"]);
    expect(readFileSync(path.join(outside.folder, "letter.imr"), "utf8")).toBe(undecided);
    expect(lstatSync(at("out.csv")).isSymbolicLink()).toBe(true);
  });

  test("in loops and to devices are skipped or reported", { timeout: 120_000 }, async (context) => {
    put({ "letters/a.imr": sound });
    symlinkSync("..", at("letters/up"));
    symlinkSync("b.imr", at("letters/b.imr"));
    symlinkSync("/dev/zero", at("letters/c.imr"));
    const { code, memory } = await runMeasured(process.execPath, [program, "export", "letters"]);
    expect(code).not.toBeNull();
    expect(memory).toBeLessThan(500e6);
    recordAttacks(context, 3, memory);
  });
});

test.each(["export a.imr.txt -o a.imr.txt", "export -o a.imr.txt", "export letters -o letters/b.imr"])(
  "a letter isn't overwritten by %s",
  async (line) => {
    put({ "a.imr.txt": sound, "letters/b.imr": sound });
    await run(line.split(" "));
    expect(readFileSync(at("a.imr.txt"), "utf8")).toBe(sound);
    expect(readFileSync(at("letters/b.imr"), "utf8")).toBe(sound);
  },
);
