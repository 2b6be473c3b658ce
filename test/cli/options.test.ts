/** The options that decide what is read, how strictly it's checked, and what is said about it. */
import { linkSync, mkdirSync, symlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at, beginAfter, put, run, sound, undecided } from "./inFolder.ts";

const filesIn = (out: string): readonly string[] =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).file);

const checked = async (...args: readonly string[]) =>
  filesIn((await run(["check", ...args, "--format", "ndjson"])).out);

describe("--exclude", () => {
  const files = {
    "a.imr": sound,
    "a.old.imr": sound,
    "drafts/b.imr": sound,
    "final/drafts/c.imr": sound,
    "final/d.imr": sound,
  };

  test.each([
    [["drafts"], ["a.imr", "a.old.imr", "final/d.imr"]],
    [["./drafts/"], ["a.imr", "a.old.imr", "final/d.imr"]],
    [["final/drafts"], ["a.imr", "a.old.imr", "drafts/b.imr", "final/d.imr"]],
    [["*.old.imr"], ["a.imr", "drafts/b.imr", "final/d.imr", "final/drafts/c.imr"]],
    [["final/**"], ["a.imr", "a.old.imr", "drafts/b.imr"]],
    [["?.imr", "final"], ["a.old.imr"]],
    [["raft"], ["a.imr", "a.old.imr", "drafts/b.imr", "final/d.imr", "final/drafts/c.imr"]],
  ])("%j", async (patterns, left) => {
    put(files);
    expect(await checked(".", ...patterns.flatMap((one) => ["--exclude", one]))).toEqual(left);
  });

  test("also leaves out files that are named, and those of patterns", async () => {
    put(files);
    expect(await checked("a.imr", "drafts/b.imr", "--exclude", "drafts")).toEqual(["a.imr"]);
    expect(await checked("**/*.imr", "--exclude", "drafts")).toEqual(["a.imr", "a.old.imr", "final/d.imr"]);
  });
});

describe("a file with several names", () => {
  test("is read once, under the first", async () => {
    put({ "final/a.imr": sound });
    expect(await checked("final", "./final/a.imr", at("final"), "final/../final/*.imr")).toEqual([
      "final/a.imr",
    ]);
  });

  test("is read once if some are links", async () => {
    put({ "a.imr": sound });
    symlinkSync("a.imr", at("b.imr"));
    linkSync(at("a.imr"), at("c.imr"));
    expect(await checked(".")).toEqual(["a.imr"]);
  });
});

test("on Windows, patterns may have backslashes", async () => {
  put({ "final/CM16-0990008.txt": sound });
  const asWindows = 'Object.defineProperty(process, "platform", { value: "win32" });';
  const { ended } = beginAfter(asWindows, ["check", "final\\CM16*.txt"]);
  expect(await ended).toMatchObject({ err: "1 letter, no problems.\n", code: 0 });
});

describe("severities", () => {
  const hinted = undecided.replace("Flexeril 7.5 mg #30", "Flexerill 7.5 mg #30");

  test("--preset", async () => {
    put({ "u.imr": undecided });
    expect(await run(["check", "u.imr", "--preset", "draft"])).toMatchObject({ code: 0 });
    expect((await run(["check", "u.imr", "--preset", "draft"])).out).toContain("hint: ");
    expect((await run(["check", "u.imr", "--preset", "lenient"])).err).toContain(
      "Allowed choices are standard",
    );
    const overridden = await run([
      "check",
      "u.imr",
      "--preset",
      "draft",
      "--rules",
      "issue/missing-decision=error",
    ]);
    expect(overridden.out).toContain("error: ");
  });

  test("--min-severity leaves out milder problems", async () => {
    put({ "u.imr": hinted });
    const all = (await run(["check", "u.imr"])).out.match(/: (?:hint|information|warning): /g);
    expect(new Set(all).size).toBe(2);
    const { out, err } = await run(["check", "u.imr", "--min-severity", "warning"]);
    expect(out.match(/: (?:hint|information|warning): /g)).toEqual([": warning: "]);
    expect(err).toBe("1 letter, 1 problem in 1 letter: 1 warning.\n");
    expect(await run(["check", "u.imr", "--min-severity", "error"])).toMatchObject({ out: "", code: 0 });
  });
});

describe("the folder .imr", () => {
  const off = JSON.stringify({ rules: { "issue/missing-decision": "off" } });

  test("has settings, with comments, for the letters next to it and below", async () => {
    put({
      "letters/.imr/settings.json":
        '\ufeff{\n  // Decisions are added last.\n  "preset": "final",\n  "rules": { "issue/missing-decision": "off", },\n}',
      "letters/2016/u.imr": undecided,
    });
    expect(await run(["check", "letters"])).toEqual({
      out: "",
      err: "Using the settings and packs in letters/.imr.\n1 letter, no problems.\n",
      code: 0,
    });
    expect(await run(["check", "letters/2016/u.imr"])).toMatchObject({ code: 0 });
    expect(await run(["check", "letters", "--no-settings"])).toMatchObject({ code: 1 });
    const chosen = ["check", "letters", "--rules", "issue/missing-decision=warning"];
    expect(await run(chosen)).toMatchObject({ code: 1 });
  });

  test("of the current folder holds for several paths, and for standard input", async () => {
    put({ ".imr/settings.json": off, "a/u.imr": undecided, "b/u.imr": undecided });
    expect(await run(["check", "a", "b"])).toMatchObject({ code: 0 });
    expect(await run(["check"], undecided)).toMatchObject({ code: 0 });
  });

  test("has packs", async () => {
    const pack = { drugs: [{ generic: "placebodrine", brands: ["Nothinga"], class: "made-up" }] };
    put({
      ".imr/own.imr-pack.json": JSON.stringify({ name: "Own", ...pack }),
      "a.imr": sound.replace(/^MRI.*: Overturned$/m, "Nothinga 5mg #60: Overturned"),
    });
    expect((await run(["export", "a.imr"])).out).toContain('"drug":"placebodrine"');
    expect((await run(["export", "a.imr", "--no-settings"])).out).not.toContain("placebodrine");
  });

  test("is reported if its settings can't be used", async () => {
    put({
      ".imr/settings.json": '{ "rules": { "kitchen/table": "off" }, "preset": "best" }',
      "u.imr": undecided,
    });
    const { err, code } = await run(["check", "u.imr"]);
    expect(err).toContain(".imr/settings.json: rules: unknown rule “kitchen/table” (ignored).\n");
    expect(err).toContain(".imr/settings.json: preset: expected one of standard, draft, final, strict");
    expect(code).toBe(1);
    put({ ".imr/settings.json": "off" });
    expect((await run(["check", "u.imr"])).err).toContain("isn't a JSON object of settings");
  });

  test("without settings and packs isn't mentioned", async () => {
    put({ "a.imr": sound });
    mkdirSync(at(".imr"));
    expect((await run(["check", "a.imr"])).err).toBe("1 letter, no problems.\n");
  });

  test("isn't overwritten", async () => {
    put({ ".imr/settings.json": off, "a.imr": sound });
    const { err, code } = await run(["check", "a.imr", "-o", ".imr/settings.json"]);
    expect(err).toContain("is one of the input files");
    expect(code).toBe(2);
  });
});

test("--rules reads files with a byte order mark and comments", async () => {
  put({ "u.imr": undecided, "rules.json": '\ufeff{ "issue/missing-decision": "off" /* for now */ }' });
  expect(await run(["check", "u.imr", "--rules", "rules.json"])).toMatchObject({ out: "", code: 0 });
});

test("--stdin-filename names standard input in results", async () => {
  const args = ["check", "--stdin-filename", "letters/CM16-0990001.txt", "--format", "github"];
  expect((await run(args, undecided)).out).toContain("file=letters/CM16-0990001.txt,line=20");
});

test("--quiet prints results and failures only", async () => {
  put({ "u.imr": undecided, "notes.txt": "nothing", "gone.pdf": "%PDF-" });
  const { out, err } = await run(["check", ".", "--quiet"]);
  expect(out).toContain("issue/missing-decision");
  expect(err).toMatch(/^gone\.pdf: [^\n]*\n$/);
});

test("--allow-no-letters makes a folder without letters no failure, but not a file that can't be read", async () => {
  put({ "notes.txt": "nothing" });
  expect(await run(["check", "notes.txt"])).toMatchObject({ code: 2 });
  expect(await run(["check", "notes.txt", "--allow-no-letters"])).toMatchObject({ code: 0 });
  expect(await run(["check", "gone.imr", "--allow-no-letters"])).toMatchObject({ code: 2 });
});

describe("a letter by its name", () => {
  test("is read in UTF-16 without a byte order mark", async () => {
    const bigEndian = Buffer.from(undecided, "utf16le").swap16();
    const littleEndian = Buffer.from(undecided.replace("CM15-0990001", "CM15-0990002"), "utf16le");
    put({ "le.imr": littleEndian, "be.imr": bigEndian });
    expect((await run(["check", "."])).err).toContain("2 letters, 2 problems");
  });

  test("is reported if it isn't text", async () => {
    put({ "a.imr": `${sound}\0`, "b.bin.txt": "\0\u0001" });
    const { err, code } = await run(["check", "."]);
    expect(err).toContain("a.imr: not a text file\n");
    expect(err).toContain("b.bin.txt: not a letter (skipped)\n");
    expect(code).toBe(2);
  });
});

describe("a table for Excel", () => {
  test("begins with a byte order mark, if asked to", async () => {
    put({ "a.imr": sound });
    const table = (await run(["export", "a.imr", "--format", "csv"])).out;
    expect(table).toMatch(/^file,/);
    expect((await run(["export", "a.imr", "--format", "csv", "--bom"])).out).toBe(`\ufeff${table}`);
    expect((await run(["export", "a.imr", "--bom"])).err).toContain("--bom is only for --format csv");
  });
});
