/** Output that would be lost, or that would replace letters which look like something else. */
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { begin, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const onLinux = process.platform === "linux";
const read = (name: string): string => readFileSync(path.join(folder(), name), "utf8");
const imr = `"${process.execPath}" "${program}"`;
const shell = (line: string) => {
  const { child, ended } = begin("/bin/sh", ["-c", line]);
  child.stdin?.end();
  return ended;
};

describe.runIf(onLinux)("redirected standard output", () => {
  test("that takes only part of the output is reported as an error", async () => {
    put(copies(40, undecided));
    // 8 blocks of 512 or 1024 bytes.
    const { err, code } = await shell(`ulimit -f 8; ${imr} report . > report.html`);
    expect(err).toContain("couldn't write the results");
    expect(code).toBe(2);
  });

  test("that takes nothing is an error for the help too", async () => {
    const { err, code } = await shell(`${imr} --help > /dev/full`);
    expect(err).toBe("imr-letters: couldn't write to standard output.\n");
    expect(code).toBe(2);
  });
});

describe("a file that begins like the program's own output", () => {
  const reading = "letters/1.imr.txt:36:23: warning: A heading has no decision. [issue/missing-decision]\n";

  test.each([
    ["output.txt", reading],
    ["output.txt", "letters/1.imr.txt\n  CLINICAL CASE SUMMARY\n"],
    ["output.imr.txt", reading],
  ])("but goes on as a letter isn't overwritten: %s, %j", async (name, start) => {
    put({ "a.imr": sound, [name]: start + sound });
    const { err, code } = await run(["check", "a.imr", "-o", name]);
    expect(err).toContain("is a letter and would be overwritten");
    expect(code).toBe(2);
    expect(read(name)).toBe(start + sound);
  });

  test("and is named like a letter isn't overwritten", async () => {
    put({ "a.imr": sound, "output.imr.txt": reading });
    expect((await run(["check", "a.imr", "-o", "output.imr.txt"])).code).toBe(2);
    expect(read("output.imr.txt")).toBe(reading);
  });
});

test("letters one per line aren't overwritten", async () => {
  const lines = `${JSON.stringify({ id: 1, text: sound })}\n`.repeat(2);
  put({ "a.imr": sound, "letters.ndjson": lines });
  const { err, code } = await run(["check", "a.imr", "-o", "letters.ndjson"]);
  expect(err).toContain("contains letters and would be overwritten");
  expect(code).toBe(2);
  expect(read("letters.ndjson")).toBe(lines);
});

test("output in JSON contains no control or direction characters", async () => {
  put({ "a\u009b2J\u202eb.imr.txt": undecided });
  for (const format of ["json", "ndjson", "sarif"]) {
    const { out } = await run(["check", ".", "-f", format]);
    // Paths in SARIF are URIs.
    if (format !== "sarif") expect(out).toContain("\\u009b");
    expect(out).not.toMatch(/[\u007f-\u009f\p{Bidi_Control}]/u);
  }
  const { out } = await run(["export", ".", "-f", "csv"]);
  expect(out).not.toMatch(/[\u007f-\u009f\p{Bidi_Control}]/u);
});

test.runIf(onLinux).each(["SIGUSR2", "SIGALRM", "SIGVTALRM", "SIGPWR", "SIGSYS"] as const)(
  "%s leaves no temporary file",
  async (signal) => {
    put(copies(3000, sound));
    const { child, ended } = begin(process.execPath, [program, "export", ".", "-o", "out.csv", "-j", "1"]);
    const isTemporary = (name: string): boolean => name.endsWith(".part");
    while (child.exitCode === null && !readdirSync(folder()).some(isTemporary))
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    await ended;
    expect(readdirSync(folder()).filter(isTemporary)).toEqual([]);
    expect(existsSync(path.join(folder(), "out.csv"))).toBe(false);
  },
);

describe.runIf(onLinux)("input that nobody specified", () => {
  test("isn't read through a link in a folder", async () => {
    put({ "in/a.imr": sound, "out/secret.txt": undecided, "in/b.imr": sound });
    symlinkSync("../out/secret.txt", path.join(folder(), "in/CM16-0990001.txt"));
    symlinkSync("b.imr", path.join(folder(), "in/c.imr"));
    const { out, err, code } = await run(["export", "in"]);
    // The link within the folder is another name of a file that is read already.
    expect(out.match(/"file":"[^"]*"/g)).toEqual(['"file":"in/a.imr"', '"file":"in/b.imr"']);
    expect(err).toContain("in/CM16-0990001.txt: it's a link that leads out of the folder");
    expect(code).toBe(2);
  });

  test("doesn't go on forever", async () => {
    const { err, code } = await shell(`head -c 1100000000 /dev/zero | ${imr} check --ndjson`);
    expect(err).toContain("line 1: longer than 8 MB");
    expect(code).toBe(2);
  });
});
