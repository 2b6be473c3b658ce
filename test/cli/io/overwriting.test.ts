/** Which files the output may overwrite, and which never. */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { describe, expect, test } from "vitest";
import { openAtomicFile } from "../../../server/src/cli/io/atomicFile.ts";
import { checkOverwrite } from "../../../server/src/cli/io/checkOverwrite.ts";
import { fileIdAt } from "../../../server/src/cli/io/fileId.ts";
import { readLetter } from "../../../server/src/cli/io/readLetter.ts";
import { at, begin, beginAfter, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const onUnix = process.platform !== "win32";
const onLinux = process.platform === "linux";
const read = (name: string): string => readFileSync(at(name), "utf8");
const shell = (line: string) => {
  const { child, ended } = begin("/bin/sh", [
    "-c",
    line.replace(/\bimr (?=check|export)/g, `"${process.execPath}" "${program}" `),
  ]);
  child.stdin?.end();
  return ended;
};

/** Whether results may be written to `output`, relative to the folder; the command line asks this before it writes. */
const check = (
  output: string,
  paths: readonly string[],
  options: { readonly otherInputs?: readonly string[]; readonly force?: boolean } = {},
) =>
  checkOverwrite({
    output: `${folder()}/${output}`,
    paths: paths.map((one) => at(one)),
    force: options.force,
    otherInputs: (options.otherInputs ?? []).map((one) => at(one)),
  });

describe("an input file", () => {
  const refused = { out: "", err: expect.stringContaining("is one of the input files"), code: 2 };

  test("isn't overwritten, whatever name it's specified by", async () => {
    put({ "a.imr.txt": sound, "b.imr.txt": sound });
    linkSync(at("a.imr.txt"), at("hard.txt"));
    if (onUnix) symlinkSync("a.imr.txt", at("soft.txt"));
    for (const output of ["a.imr.txt", "./a.imr.txt", "hard.txt", ...(onUnix ? ["soft.txt"] : [])]) {
      for (const force of [false, true])
        await expect(check(output, ["b.imr.txt", "a.imr.txt"], { force })).rejects.toThrow(
          /one of the input files/,
        );
    }
    expect(await run(["export", "b.imr.txt", "a.imr.txt", "-o", "a.imr.txt", "--force"])).toEqual(refused);
    expect(read("a.imr.txt")).toBe(sound);
    expect(readdirSync(folder())).toHaveLength(onUnix ? 4 : 3);
  });

  test("isn't overwritten if it's half a letter that only its name identifies", async () => {
    put({ "a.imr": "half a letter" });
    await expect(check("a.imr", ["a.imr"])).rejects.toThrow(/one of the input files/);
  });

  test.runIf(onUnix)("isn't overwritten if it's standard input or output", async () => {
    put({ "a.imr.txt": sound });
    expect(await shell("imr export - -o a.imr.txt --force < a.imr.txt")).toEqual(refused);
    expect(await shell("imr export a.imr.txt >> a.imr.txt")).toEqual(refused);
    expect(read("a.imr.txt")).toBe(sound);
  });

  test("isn't overwritten if it's found in a folder or by a pattern, even with --force", async () => {
    put({ "in/b.imr": sound, "in/a.imr": sound });
    for (const input of ["in", "in/*.imr"]) {
      await expect(check("in/b.imr", [input])).rejects.toThrow(/use --force/);
      await expect(check("in/b.imr", [input], { force: true })).rejects.toThrow(/one of the input letters/);
    }
    expect(await run(["export", "in", "-o", "in/b.imr", "--force"])).toMatchObject({ code: 2 });
    expect(read("in/b.imr")).toBe(sound);
  });

  test("isn't overwritten if it has rules or packs", async () => {
    put({ "a.imr": sound, "rules.json": "{}", "packs/p.imr-pack.json": "{}" });
    expect(await run(["check", "a.imr", "--rules", "rules.json", "-o", "rules.json"])).toEqual(refused);
    const packs = ["--packs", "packs", "-o", "packs/p.imr-pack.json"];
    for (const command of ["check", "export", "report"])
      expect((await run([command, "a.imr", ...packs])).err).toContain("is one of the input files");
    expect(read("rules.json") + read("packs/p.imr-pack.json")).toBe("{}{}");
  });
});

describe("another letter", () => {
  test("is overwritten only with --force, in case the name of the output was forgotten", async () => {
    put({ "a.imr.txt": sound, "b.imr.txt": undecided, "c.txt": undecided, "half.imr": "half a letter" });
    for (const output of ["a.imr.txt", "c.txt", "half.imr"])
      await expect(check(output, ["b.imr.txt"])).rejects.toThrow(/is a letter/);
    expect(await run(["export", "-o", "a.imr.txt", "b.imr.txt"])).toEqual({
      out: "",
      err: "imr-letters: “a.imr.txt” is a letter and would be overwritten. Specify a different output, or use --force to overwrite it.\n",
      code: 2,
    });
    expect(read("a.imr.txt")).toBe(sound);
    expect(await run(["export", "-o", "a.imr.txt", "b.imr.txt", "--force"])).toMatchObject({ code: 0 });
    expect(JSON.parse(read("a.imr.txt"))).toMatchObject({ file: "b.imr.txt" });
  });

  test.runIf(onUnix)("isn't overwritten through a link with another name", async () => {
    put({ "half.imr": "half a letter", "b.imr": sound });
    symlinkSync("half.imr", at("out.csv"));
    await expect(check("out.csv", ["b.imr"])).rejects.toThrow(/is a letter/);
  });

  test("and a PDF or a binary file aren't overwritten", async () => {
    put({ "a.pdf": "%PDF-1.7\n%âãÏÓ", "a.docx": Uint8Array.of(80, 75, 3, 4, 0, 0), "b.imr": sound });
    await expect(check("a.pdf", ["b.imr"])).rejects.toThrow(/is a PDF/);
    await expect(check("a.docx", ["b.imr"])).rejects.toThrow(/isn't a text file/);
  });
});

describe("the program's own output", () => {
  test.each(["outline", "check", "check -f json", "check -f github", "export", "export -f csv", "report"])(
    "of %s may be overwritten, even in the input folder",
    async (command) => {
      put({ "in/a.imr.txt": undecided, "in/b.imr.txt": sound });
      expect((await run([...command.split(" "), "in", "-o", "in/out.txt"])).err).toMatch(/^2 letters[,.]/);
      const written = read("in/out.txt");
      expect(written).not.toBe("");
      await expect(check("in/out.txt", ["in"])).resolves.toBe(fileIdAt(at("in/out.txt")));
    },
  );

  test("is written again by the next run, and isn't a letter for other commands", async () => {
    put({ "in/a.imr.txt": undecided });
    for (const command of ["outline", "check"]) {
      const args = [command, "in", "-o", "in/out.txt"];
      const first = await run(args);
      const written = read("in/out.txt");
      expect(await run(args)).toEqual(first);
      expect(read("in/out.txt")).toBe(written);
      expect(readLetter(at("in/out.txt"))).toMatchObject({ kind: "notALetter" });
    }
    expect((await run(["check", "in/*.txt", "-o", "in/out.txt"])).err).toMatch(/^1 letter,/);
  });

  test.runIf(onUnix)("isn't a letter if the shell writes it into the folder", async () => {
    put({ "in/a.imr.txt": undecided });
    expect((await shell("imr check in > in/out.txt")).err).toMatch(/^1 letter,/);
    expect((await shell("imr check in >> in/out.txt")).err).toMatch(/^1 letter,/);
  });
});

describe("an existing output", () => {
  test("that is a folder stays one", async () => {
    put({ "a.imr": sound, "out/x": "" });
    mkdirSync(at("empty"));
    for (const output of ["out", "empty", "out/"])
      expect(() => openAtomicFile(`${folder()}/${output}`)).toThrow(/is a folder\.$/);
    expect(await run(["export", "a.imr", "-o", "out"])).toEqual({
      out: "",
      err: "imr-letters: “out” is a folder.\n",
      code: 2,
    });
    expect(readdirSync(at("out"))).toEqual(["x"]);
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "empty", "out"]);
  });

  test("that is read-only stays as it is", () => {
    put({ "out.csv": "earlier" });
    chmodSync(at("out.csv"), 0o444);
    expect(() => openAtomicFile(at("out.csv"))).toThrow(/is read-only\.$/);
    expect(readdirSync(folder())).toEqual(["out.csv"]);
    chmodSync(at("out.csv"), 0o644);
  });

  test.runIf(onUnix)("keeps its mode and its owner", async () => {
    put({ "a.imr": sound, "out.csv": "earlier" });
    chmodSync(at("out.csv"), 0o640);
    if (process.getuid?.() === 0) execFileSync("chown", ["1234:2345", at("out.csv")]);
    const { uid, gid } = statSync(at("out.csv"));
    await run(["export", "a.imr", "-o", "out.csv"]);
    expect(read("out.csv")).toContain("a.imr");
    expect(statSync(at("out.csv"))).toMatchObject({ mode: 0o100640, uid, gid });
  });

  test.runIf(onUnix)("that is a broken or circular link stays as it is", async () => {
    put({ "a.imr": sound });
    symlinkSync("gone", at("out.csv"));
    symlinkSync("round", at("round"));
    expect((await run(["export", "a.imr", "-o", "out.csv"])).err).toContain("“out.csv” is a broken link");
    expect((await run(["export", "a.imr", "-o", "round"])).err).toContain("form a loop");
    expect(readlinkSync(at("out.csv"))).toBe("gone");
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "out.csv", "round"]);
  });

  test.runIf(onLinux)("that is a pipe waits for its reader, and Ctrl+C stops that", async () => {
    put({ "a.imr": sound });
    execFileSync("mkfifo", [at("pipe")]);
    const { child, ended } = begin(process.execPath, [program, "export", "a.imr", "-o", "pipe"]);
    child.stdin?.end();
    expect(JSON.parse(execFileSync("cat", [at("pipe")], { encoding: "utf8" }))).toMatchObject({
      file: "a.imr",
    });
    expect(await ended).toMatchObject({ code: 0 });
    // Nobody reads now.
    const alone = beginAfter(
      `process.on("newListener", (name) => {
        if (name === "SIGINT") setTimeout(() => process.kill(process.pid, "SIGINT"), 50);
      });`,
      ["export", "a.imr", "-o", "pipe"],
    );
    expect(await alone.ended).toMatchObject({ err: expect.stringMatching(/^No letters found/), code: 130 });
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
  });

  test("standard output can be specified by name", async () => {
    put({ "a.imr": sound });
    for (const name of ["-", ...(onUnix ? ["/dev/stdout"] : [])])
      expect((await run(["export", "a.imr", "-o", name])).out).toContain("a.imr");
    expect(readdirSync(folder())).toEqual(["a.imr"]);
  });

  test("a name can have any length that the system allows", async () => {
    put({ "a.imr": sound });
    expect(await run(["export", "a.imr", "-o", "x".repeat(255)])).toMatchObject({ code: 0 });
    expect((await run(["export", "a.imr", "-o", "x".repeat(256)])).err).toContain("its name is too long");
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "x".repeat(255)]);
  });
});

describe("an atomic file", () => {
  const parts = () => readdirSync(folder()).filter((name) => name.endsWith(".part"));

  test("is written under an unpredictable name first", () => {
    const [one, two] = [openAtomicFile(at("out")), openAtomicFile(at("out"))];
    expect(new Set(parts()).size).toBe(2);
    for (const name of parts()) {
      expect(name).toMatch(/^\.imr-letters-[0-9a-f]{16}-[0-9a-f]{8}-\d+\.part$/);
      expect(lstatSync(at(name)).isFile()).toBe(true);
    }
    one.write("one");
    two.write("two");
    two.commit();
    expect(read("out")).toBe("two");
    one.abandon();
    one.abandon();
    expect(readdirSync(folder())).toEqual(["out"]);
  });

  test("replaces nothing if the disk has something else than what was written", () => {
    put({ out: "earlier" });
    const cut = openAtomicFile(at("out"));
    cut.write("all of it");
    writeFileSync(at(parts()[0] ?? ""), "cut");
    expect(() => cut.commit()).toThrow(/couldn't be written completely/);
    const swapped = openAtomicFile(at("out"));
    swapped.write("ours");
    rmSync(at(parts()[0] ?? ""), { force: true });
    expect(() => swapped.commit()).toThrow();
    expect(readdirSync(folder())).toEqual(["out"]);
    expect(read("out")).toBe("earlier");
  });

  test("leaves nothing behind if the program crashes", async () => {
    put({ "out.csv": "earlier" });
    for (const end of ["process.exit(3)", "throw new Error()", "Promise.reject(new Error())"]) {
      const crash = `setInterval(() => {
        if (require("node:fs").readdirSync(".").some((name) => name.endsWith(".part"))) ${end};
      }, 1);`;
      const { child, ended } = beginAfter(crash, ["export", "--ndjson", "-f", "csv", "-o", "out.csv"]);
      // It waits for more until it crashes.
      child.stdin?.write(`${JSON.stringify({ text: sound })}\n`);
      expect((await ended).code).not.toBe(0);
      expect(parts()).toEqual([]);
      expect(read("out.csv")).toBe("earlier");
    }
  });

  const signals = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;
  test.runIf(onUnix).each(signals)("leaves nothing behind after %s", async (signal) => {
    put({ "out.csv": "earlier" });
    const { child, ended } = begin(process.execPath, [
      program,
      "export",
      "--ndjson",
      "-f",
      "csv",
      "-o",
      "out.csv",
    ]);
    child.stdin?.write(`${JSON.stringify({ text: sound })}\n`);
    // It has started to write, and waits for more.
    while (!parts().some((name) => statSync(at(name)).size > 0))
      await new Promise((done) => setTimeout(done, 5));
    child.kill(signal);
    expect((await ended).code).toBe(128 + constants.signals[signal]);
    expect(parts()).toEqual([]);
    expect(read("out.csv")).toBe("earlier");
  });

  test.runIf(onUnix)("is removed by the next run if the program was killed", async () => {
    const exporting = async (output: string) => {
      const before = parts();
      const started = begin(process.execPath, [program, "export", "--ndjson", "-o", output]);
      const own = () => parts().find((name) => !before.includes(name));
      while (own() === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
      return { ...started, part: own() ?? "" };
    };
    const killed = await exporting("killed.ndjson");
    killed.child.kill("SIGKILL");
    await killed.ended;
    expect(parts()).toEqual([killed.part]);
    const running = await exporting("running.ndjson");
    // The running program has removed that file. This is another one of the killed program.
    put({ [killed.part]: "" });
    symlinkSync("a.imr", at(killed.part.replace(/[0-9a-f]{16}/, "0123456789abcdef")));
    put({ "a.imr": sound });
    expect(await run(["export", "a.imr", "-o", "out.ndjson"])).toMatchObject({ code: 0 });
    expect(parts()).not.toContain(killed.part);
    // What isn't a file, or is being written, stays.
    expect(parts()).toHaveLength(2);
    expect(parts()).toContain(running.part);
    running.child.stdin?.end(`${JSON.stringify({ text: sound })}\n`);
    expect(await running.ended).toMatchObject({ code: 0 });
  });

  test.runIf(onUnix)("leaves nothing behind after a signal at any moment", async () => {
    put({ ...copies(40, undecided), "out.csv": "earlier" });
    const args = ["export", ".", "-f", "csv", "-o", "out.csv"];
    const started = performance.now();
    await run(args);
    const durationMs = performance.now() - started;
    for (const share of [0.3, 0.6, 0.75, 0.9, 1]) {
      put({ "out.csv": "earlier" });
      const { child, ended } = begin(process.execPath, [program, ...args]);
      child.stdin?.end();
      await new Promise((resolve) => setTimeout(resolve, share * durationMs));
      child.kill("SIGINT");
      const { code } = await ended;
      expect(parts()).toEqual([]);
      // Without a code, the signal came while Node.js started or exited, where nothing handles it.
      if (code === 130) expect(read("out.csv")).toBe("earlier");
      if (code === 0) expect(read("out.csv")).toMatch(/^file,/);
    }
  });

  test.runIf(onUnix)("counts as written if a signal comes after it was replaced", async () => {
    put({ "a.imr": sound, "out.csv": "earlier" });
    const { ended } = beginAfter(
      // The program stays for a moment, so the signal is handled.
      `const fs = require("node:fs");
      const { renameSync } = fs;
      fs.renameSync = (...names) => {
        renameSync(...names);
        setTimeout(() => {}, 50);
        setImmediate(() => process.kill(process.pid, "SIGINT"));
      };`,
      ["export", "a.imr", "-f", "csv", "-o", "out.csv"],
    );
    expect(await ended).toEqual({ out: "", err: "1 letter, 1 issue.\n", code: 0 });
    expect(read("out.csv")).toMatch(/^file,/);
  });

  test.runIf(onUnix)("is written even if standard error is closed, has no reader, or is full", async () => {
    put({ ...copies(2, undecided), "notes.txt": "Buy milk." });
    expect(await shell("imr check . -v -o closed.txt 2>&- ")).toMatchObject({ code: 1 });
    expect(read("closed.txt")).toContain("00001.imr:20:1: warning");
    const { child, ended } = begin(process.execPath, [program, "check", ".", "-v", "-o", "unread.txt"]);
    child.stdin?.end();
    child.stderr?.destroy();
    expect(await ended).toMatchObject({ code: 1 });
    expect(read("unread.txt")).toContain("00001.imr:20:1: warning");
    expect(parts()).toEqual([]);
    if (existsSync("/dev/full"))
      expect(await shell("imr check . -v -o full.txt 2>/dev/full")).toMatchObject({ code: 1 });
  });

  test.runIf(onUnix)("isn't written beyond the limit of the system", async () => {
    put({ ...copies(100, undecided), "out.csv": "earlier" });
    const { err, code } = await shell("ulimit -f 4; imr export . -f csv -o out.csv");
    expect(err).toContain("the file would be too large");
    expect(code).toBe(2);
    expect(read("out.csv")).toBe("earlier");
    expect(parts()).toEqual([]);
  });
});
