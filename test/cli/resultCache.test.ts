/** Results that are kept, so that the next run reads only names and time stamps. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { at, beginAfter, put, run, sound, undecided } from "./inFolder.ts";
import { pdf } from "./letterFiles.ts";

/** Long enough ago that nobody changes the file within the same time stamp. */
const longAgo = new Date("2024-03-01T12:00:00Z");

function putOld(files: Readonly<Record<string, string | Uint8Array>>): void {
  put(files);
  for (const name of Object.keys(files)) utimesSync(at(name), longAgo, longAgo);
}

const renamed = (text: string, number: number): string =>
  text.replace(/CM\d\d-\d{7}/g, `CM16-${String(number).padStart(7, "0")}`);

const letters = (): void =>
  putOld({
    "letters/a.imr": renamed(sound, 1),
    "letters/b.imr": renamed(undecided, 2),
    "letters/c.txt": "Buy milk.",
    "letters/d.pdf": pdf(renamed(undecided, 3)),
  });

/** The names of the letters that a program opens are added to its output on standard error. */
const watched = `const fs = require("node:fs");
  const open = fs.openSync;
  fs.openSync = (file, ...rest) => {
    if (/\\.(imr|txt|pdf)$/.test(file)) process.stderr.write("opened " + require("node:path").basename(file) + "\\n");
    return open(file, ...rest);
  };
  require("node:module").syncBuiltinESMExports();`;

const opened = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { err } = await beginAfter(watched, [...args, "--cache", "cache"]).ended;
  return [...new Set([...err.matchAll(/^opened (.*)$/gm)].map(([, name]) => name!))].sort();
};

const segments = (): readonly string[] =>
  existsSync(at("cache"))
    ? readdirSync(at("cache"), { recursive: true })
        .map(String)
        .filter((name) => name.endsWith(".segment"))
        .map((name) => at(path.join("cache", name)))
    : [];

describe("--cache", () => {
  test.each([
    ["check"],
    ["check", "--format", "ndjson"],
    ["check", "--format", "sarif"],
    ["export"],
    ["export", "--format", "csv"],
    ["criteria"],
    ["outline"],
    ["report"],
  ])("gives %s %s %s the same results without reading a letter", async (...command) => {
    letters();
    const plain = await run([...command, "letters"]);
    expect(plain.err).toContain("c.txt: not a letter (skipped)");
    expect(await run([...command, "letters", "--cache", "cache"])).toEqual(plain);
    expect(await run([...command, "letters", "--cache", "cache"])).toEqual(plain);
    expect(await opened(...command, "letters")).toEqual([]);
  });

  test("reads what is new or changed, and nothing else", async () => {
    letters();
    expect(await opened("export", "letters")).toEqual(["a.imr", "b.imr", "c.txt", "d.pdf"]);
    putOld({ "letters/b.imr": renamed(sound, 5), "letters/e.imr": renamed(sound, 6) });
    expect(await opened("export", "letters")).toEqual(["b.imr", "e.imr"]);
    expect((await run(["export", "letters", "--cache", "cache"])).out).toBe(
      (await run(["export", "letters"])).out,
    );
  });

  test("notices a change that leaves the size and the time of the change as they were", async () => {
    putOld({ "a.imr": renamed(sound, 1) });
    await run(["export", "a.imr", "--cache", "cache"]);
    putOld({ "a.imr": renamed(sound, 2) });
    expect((await run(["export", "a.imr", "--cache", "cache"])).out).toContain("CM16-0000002");
  });

  test("doesn't trust a time stamp that isn't past, because the file may be changed within it", async () => {
    put({ "a.imr": sound });
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(at("a.imr"), later, later);
    await run(["export", "a.imr", "--cache", "cache"]);
    expect(segments()).toEqual([]);
  });

  test("isn't used with other packs, severities, or another section", async () => {
    letters();
    put({
      "packs/own.imr-pack.json": JSON.stringify({
        name: "Own",
        drugs: [{ generic: "placebodrine", brands: ["Nothinga"], class: "made-up" }],
      }),
    });
    const all = ["a.imr", "b.imr", "c.txt", "d.pdf"];
    await opened("check", "letters");
    expect(await opened("check", "letters")).toEqual([]);
    for (const other of [
      ["check", "letters", "--preset", "final"],
      ["check", "letters", "--min-severity", "error"],
      ["check", "letters", "--packs", "packs"],
    ]) {
      expect(await opened(...other)).toEqual(all);
      expect(await opened(...other)).toEqual([]);
    }
    await opened("criteria", "letters");
    expect(await opened("criteria", "letters", "--section", "low back")).toEqual(all);
  });

  test("isn't used for a date in the future, which it won't be on another day", async () => {
    const future = sound.replace(
      /Date Assigned:\s+\S+/,
      `Date Assigned: 01/31/${new Date().getFullYear() + 2}`,
    );
    expect(future).not.toBe(sound);
    putOld({ "a.imr": future, "b.imr": sound });
    const first = await run(["check", ".", "--cache", "cache"]);
    expect(first.out).toContain("is in the future");
    expect(await opened("check", ".")).toEqual(["a.imr"]);
  });

  test("tries again what couldn't be read", async () => {
    letters();
    putOld({ "letters/e.imr": `${sound}\0` });
    const args = ["check", "letters", "--cache", "cache"];
    const first = await run(args);
    expect(first.err).toContain("e.imr: not a text file");
    expect(await run(args)).toEqual(first);
    expect(await opened("check", "letters")).toEqual(["e.imr"]);
  });

  test("has only whole segments that only the owner can read; a damaged one isn't used", async () => {
    putOld({ "letters/a.imr": sound });
    const args = ["export", "letters", "--cache", "cache"];
    const first = await run(args);
    const [segment = ""] = segments();
    expect(segments()).toHaveLength(1);
    if (process.platform !== "win32") expect(statSync(segment).mode & 0o077).toBe(0);
    const whole = readFileSync(segment);
    const damages = [
      Buffer.alloc(0),
      whole.subarray(0, 10),
      whole.subarray(0, -1),
      Buffer.concat([whole, Buffer.from("x")]),
      Buffer.alloc(whole.length),
      Buffer.from(whole).fill(0, whole.length - 400),
      Buffer.from(whole).fill(0xff, 8, 16),
      Buffer.from(whole).fill(0xff, 32, 40),
    ];
    for (const damaged of damages) {
      rmSync(path.dirname(segment), { recursive: true });
      mkdirSync(path.dirname(segment));
      writeFileSync(segment, damaged);
      expect(await run(args)).toEqual(first);
    }
  });

  test("can be used by several programs at a time, and cleared at any time", async () => {
    letters();
    const args = ["check", "letters", "--cache", "cache"];
    const expected = await run(["check", "letters"]);
    const all = await Promise.all([run(args), run(args), run(args)]);
    for (const one of all) expect(one).toEqual(expected);
    const again = [run(args), run(args)];
    rmSync(at("cache"), { recursive: true, force: true, maxRetries: 10 });
    for (const one of await Promise.all(again)) expect(one.out).toEqual(expected.out);
  });

  test("isn't used for standard input", async () => {
    expect((await run(["export", "--cache", "cache"], sound)).code).toBe(0);
    expect(segments()).toEqual([]);
  });

  test("that can't be written is reported, and the results are the same", async () => {
    letters();
    const expected = await run(["export", "letters"]);
    put({ "cache/x": "" });
    await run(["export", "letters", "--cache", "cache"]);
    const [folder = ""] = segments().map(path.dirname);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "not a folder");
    const { out, err } = await run(["export", "letters", "--cache", "cache"]);
    expect(out).toBe(expected.out);
    expect(err).toContain("The cache couldn't be written: ");
  });
});

describe("--resume", () => {
  const many = (count: number): void =>
    putOld(
      Object.fromEntries(
        Array.from({ length: count }, (_, index) => [
          `letters/${String(index).padStart(4, "0")}.imr`,
          renamed(index % 3 === 0 ? undecided : sound, index),
        ]),
      ),
    );
  const args = ["export", "letters", "--resume", "--output", "out/issues.ndjson", "--jobs", "1"];

  test.skipIf(process.platform === "win32")("goes on where a stopped run was", async () => {
    many(400);
    put({ "out/keep": "" });
    const expected = (await run(["export", "letters"])).out;
    // The first 200 letters are read, and then it's stopped.
    const stopping = `const fs = require("node:fs");
      const open = fs.openSync;
      fs.openSync = (file, ...rest) => {
        if (/0200\\.imr$/.test(file)) process.kill(process.pid, "SIGTERM");
        return open(file, ...rest);
      };
      require("node:module").syncBuiltinESMExports();`;
    const stopped = await beginAfter(stopping, args).ended;
    expect(stopped.code).toBe(143);
    expect(stopped.err).toContain("Run the same command again to go on.");
    expect(readdirSync(at("out")).sort()).toEqual([".issues.ndjson.imr-resume", "keep"]);
    const { err, code } = await beginAfter(watched, args).ended;
    const read = [...err.matchAll(/^opened (.*)$/gm)].map(([, name]) => name);
    expect(read.length).toBeLessThan(210);
    expect(read).not.toContain("0100.imr");
    expect(code).toBe(0);
    expect(readFileSync(at("out/issues.ndjson"), "utf8")).toBe(expected);
    expect(readdirSync(at("out")).sort()).toEqual(["issues.ndjson", "keep"]);
  });

  test("keeps a cache that is specified", async () => {
    many(3);
    await run([...args.slice(0, 3), "--output", "issues.ndjson", "--cache", "cache"]);
    expect(segments()).not.toEqual([]);
    expect(readdirSync(at(".")).sort()).toEqual(["cache", "issues.ndjson", "letters"]);
  });

  test("needs an output or a cache", async () => {
    put({ "a.imr": sound });
    const { err, code } = await run(["export", "a.imr", "--resume"]);
    expect(err).toContain("--resume is only for --output");
    expect(code).toBe(2);
  });
});
