/** Real-world folders: with other files, locked, changing, on a full disk, or too large for one thread. */
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { at, begin, beginAfter, copies, folder, program, put, run, sound, undecided } from "./inFolder.ts";

const onLinux = process.platform === "linux";
const onUnix = process.platform !== "win32";
const bash = "/bin/bash";
const isRoot = process.getuid?.() === 0;
const filesIn = (lines: string): readonly string[] =>
  lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).file);

describe("a folder", () => {
  test("without letters", async () => {
    put({ "notes.md": "Buy milk.", "empty/.keep": "" });
    expect(await run(["check", "."])).toEqual({
      out: "",
      err: "No letters found (in folders, only .imr, .txt, .pdf, and .docx files are read).\n",
      code: 2,
    });
  });

  test("that is empty or doesn't exist", async () => {
    mkdirSync(at("empty"));
    const { err, code } = await run(["export", "empty", "gone"]);
    expect(err).toBe(
      "gone: the file doesn't exist\nNo letters found (in folders, only .imr, .txt, .pdf, and .docx files are read), 1 file couldn't be read.\n",
    );
    expect(code).toBe(2);
  });

  test.runIf(onLinux)("with file names that aren't UTF-8 reports them", async () => {
    put({ "a.imr": sound });
    writeFileSync(Buffer.concat([Buffer.from(at("caf")), Uint8Array.of(0xe9), Buffer.from(".imr")]), sound);
    const { err, code } = await run(["check", "."]);
    expect(err).toMatch(/^caf\ufffd\.imr: its name isn't valid UTF-8\n1 letter, 1 file couldn't be read/);
    expect(code).toBe(2);
    rmSync(folder(), { recursive: true });
  });

  test("with many other files lists ten of them, or all with --verbose", async () => {
    put({ "letter.imr": sound });
    for (let index = 0; index < 1200; index++)
      writeFileSync(at(`${index}.txt`), index % 2 === 0 ? "Buy milk." : Uint8Array.of(0, 1));
    const { err, code } = await run(["check", "."]);
    expect(err.match(/^\d+\.txt: not a letter \(skipped\)$/gm)).toHaveLength(10);
    expect(err).toContain("More files aren't letters. Use --verbose to list them.\n");
    expect(err).toContain("1 letter, 1,200 files aren't letters, no problems");
    expect(code).toBe(0);
    expect((await run(["check", ".", "--verbose"])).err.match(/: not a letter \(skipped\)$/gm)).toHaveLength(
      1200,
    );
  });

  test("with names in any script, with spaces, with quotes, and of the maximum length", async () => {
    const names = [
      " a  b .imr",
      "Änderung é 信.imr",
      "e\u0301.imr",
      `${"x".repeat(240)}.imr`,
      "شهادة (1)/[x] {y}/it's.imr",
      "👩‍⚕️.imr",
    ];
    put(Object.fromEntries(names.map((name) => [name, sound])));
    const { out, err } = await run(["check", ".", "-f", "ndjson"]);
    expect([...filesIn(out)].sort()).toEqual([...names].sort());
    expect(err).toBe(`${names.length} letters, no problems.\n`);
    const each = await run(["check", ...names, "-f", "ndjson"]);
    expect(filesIn(each.out)).toEqual(names);
  });

  test.runIf(onUnix)("with links: follows those to files of the folder, but no others", async () => {
    put({ "a/letter.imr": sound, "a/drafts/b.txt.old": sound, "elsewhere/b.imr": sound });
    symlinkSync("..", at("a/up"), "dir");
    symlinkSync("drafts/b.txt.old", at("a/linked.imr"));
    symlinkSync("../elsewhere/b.imr", at("a/outside.imr"));
    symlinkSync("../elsewhere", at("a/folder.txt"));
    symlinkSync("itself.imr", at("a/itself.imr"));
    symlinkSync("gone", at("a/gone.imr"));
    const { out, err } = await run(["check", "a", "-f", "ndjson"]);
    expect(filesIn(out)).toEqual(["a/letter.imr", "a/linked.imr"]);
    expect(err).toBe(
      [
        "a/gone.imr: the file doesn't exist",
        "a/itself.imr: its links form a loop",
        "a/outside.imr: it's a link that leads out of the folder",
        "2 letters, 3 files couldn't be read, no problems.",
        "",
      ].join("\n"),
    );
  });

  test.runIf(onLinux)("with pipes that have letter names doesn't wait for them", async () => {
    put({ "a.imr": sound });
    execFileSync("mkfifo", [at("pipe.imr")]);
    expect((await run(["check", "."])).err).toMatch(/^1 letter,/);
  });

  test.runIf(onLinux)("without permission is reported, and so is a file", async () => {
    put({ "a.imr": sound, "locked.imr": sound, "room/b.imr": sound, "z.imr": sound });
    chmodSync(at("locked.imr"), 0);
    chmodSync(at("room"), 0);
    chmodSync(folder(), 0o755);
    // Root may read everything, so then another user runs it.
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    const { child, ended } = begin(process.execPath, [program, "check", "."], user);
    child.stdin?.end();
    expect(await ended).toEqual({
      out: "",
      err: "locked.imr: permission denied\nroom: permission denied\n2 letters, 2 files couldn't be read, no problems.\n",
      code: 2,
    });
    chmodSync(at("room"), 0o755);
  });

  test("that is specified twice gives each letter once", async () => {
    put({ "a.imr": sound, "b/c.imr": sound });
    expect((await run(["check", "b", ".", "a.imr", "b/*.imr"])).err).toMatch(/^2 letters,/);
  });
});

describe("a file", () => {
  test.runIf(onUnix && existsSync(bash))("that is deleted during the run is reported", async () => {
    put({ "a.imr": sound, "c.imr": sound });
    execFileSync("mkfifo", [at("gate")]);
    const { child, ended } = begin(bash, [
      "-c",
      `"${process.execPath}" "${program}" check a.imr <(cat gate) c.imr -f ndjson --jobs 1`,
    ]);
    await once(child.stdout!, "data");
    // It reads from the pipe now, or will.
    rmSync(at("c.imr"));
    writeFileSync(at("gate"), sound);
    const { out, err, code } = await ended;
    expect(filesIn(out)).toEqual(["a.imr", expect.stringMatching(/^\/dev\/fd\/\d+$/)]);
    expect(err).toContain("c.imr: the file doesn't exist\n");
    expect(code).toBe(2);
  });

  test("that is too large for a letter is reported", async () => {
    put({ "a.imr": sound, "huge.txt": "" });
    truncateSync(at("huge.txt"), 65_000_000);
    expect((await run(["check", "."])).err).toContain("huge.txt: larger than 64 MB\n");
  });
});

describe("threads", () => {
  /** More than the letters that are processed without other threads. */
  const enough = 232;

  test("give the same bytes as one", async () => {
    const texts = [sound, undecided, "Buy milk.", `${undecided}\n\f\n${sound}`];
    const letters = Array.from({ length: enough }, (_, index) => texts[index % texts.length] ?? "");
    put(Object.fromEntries(letters.map((text, index) => [`${index}.txt`, text])));
    const one = await run(["check", ".", "-f", "sarif", "-j", "1"]);
    expect(one.out.length).toBeGreaterThan(10_000);
    expect(await run(["check", ".", "-f", "sarif", "-j", "3"])).toEqual(one);
  });

  test("give the same bytes as one for lines of input", async () => {
    const lines = Array.from({ length: enough }, (_, id) =>
      JSON.stringify({ id, text: id % 2 === 0 ? sound : undecided }),
    );
    const one = await run(["export", "--ndjson", "-j", "1"], lines.join("\n"));
    expect(filesIn(one.out)).toHaveLength(enough);
    expect(await run(["export", "--ndjson", "-j", "3"], lines.join("\n"))).toEqual(one);
  });

  test("answer each line of a pipe immediately", async () => {
    const { child, ended } = begin(process.execPath, [program, "check", "--ndjson", "-f", "ndjson"]);
    for (const id of [1, 2, 3]) {
      child.stdin?.write(`${JSON.stringify({ id, text: sound })}\n`);
      const [line] = await once(child.stdout!, "data");
      expect(JSON.parse(`${line}`).file).toBe(`${id}`);
    }
    child.stdin?.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test("read all other letters if one runs out of memory", async () => {
    put({ ...copies(enough, sound), "00220.imr": undecided.repeat(16_000) });
    // Only the threads get little memory.
    const { child, ended } = beginAfter(
      `const threads = require("node:worker_threads");
      threads.Worker = class extends threads.Worker {
        constructor(file, options) {
          super(file, { ...options, resourceLimits: { maxOldGenerationSizeMb: 32 } });
        }
      };`,
      ["check", ".", "-j", "2"],
    );
    child.stdin?.end();
    expect(await ended).toEqual({
      out: "",
      err: `00220.imr: internal error\n${enough - 1} letters, 1 file couldn't be read, no problems.\n`,
      code: 2,
    });
  });
});

describe("Ctrl+C", () => {
  /** Stops the program once it has started to write, while it waits for more input. */
  async function stopped(
    args: readonly string[],
    hasStarted: (out: string) => boolean,
    signal: NodeJS.Signals,
  ) {
    const { child, ended } = begin(process.execPath, [program, ...args, "--ndjson"]);
    let out = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    for (let id = 0; id < 30; id++) child.stdin?.write(`${JSON.stringify({ id, text: undecided })}\n`);
    while (!hasStarted(out)) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    return ended;
  }
  const hasFinding = (out: string) => out.includes("missing-decision");

  test.runIf(onUnix)("leaves whole lines", async () => {
    const { out, code } = await stopped(["check", "-f", "ndjson"], hasFinding, "SIGINT");
    expect(out.endsWith("\n")).toBe(true);
    expect(filesIn(out)[0]).toBe("0");
    expect(code).toBe(130);
  });

  test.runIf(onUnix)("leaves valid JSON", async () => {
    const { out } = await stopped(["check", "-f", "json"], hasFinding, "SIGINT");
    expect(JSON.parse(out)[0]).toMatchObject({ file: "0" });
  });
});

describe("a full disk", () => {
  test.runIf(existsSync("/dev/full"))("is reported for standard output", async () => {
    put({ "a.imr": undecided });
    const full = openSync("/dev/full", "w");
    const { ended } = begin(process.execPath, [program, "check", "a.imr"], {
      stdio: ["ignore", full, "pipe"],
    });
    const { err, code } = await ended;
    closeSync(full);
    expect(err).toBe("imr-letters: couldn't write the results: the disk is full.\n");
    expect(code).toBe(2);
  });

  const tiny = () => at("tiny");
  const canMount = onLinux && isRoot && mounts();
  afterEach(() => {
    if (canMount && existsSync(tiny())) execFileSync("umount", [tiny()]);
  });

  test.runIf(canMount)("leaves the existing file, and nothing next to it", async () => {
    put(copies(100, undecided));
    mkdirSync(tiny());
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=32k", "tmpfs", tiny()]);
    writeFileSync(path.join(tiny(), "out.ndjson"), "earlier\n");
    const { err, code } = await run(["export", ".", "-o", "tiny/out.ndjson"]);
    expect(err).toContain("couldn't write the results: the disk is full");
    expect(code).toBe(2);
    expect(readdirSync(tiny())).toEqual(["out.ndjson"]);
    expect(readFileSync(path.join(tiny(), "out.ndjson"), "utf8")).toBe("earlier\n");
  });
});

/** Whether this machine can mount, which containers often can't. */
function mounts(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("a reader that closes the pipe", () => {
  test.runIf(onUnix).each([
    ["of text", "check .", 20, 1],
    ["of records, written by threads", "export . -j 2", 260, 210],
    ["of a SARIF log", "check . -f sarif", 20, 1],
  ])("%s stops the program quietly", async (_, args, letters, lines) => {
    put(copies(letters, undecided));
    const { child, ended } = begin("sh", [
      "-c",
      `"${process.execPath}" "${program}" ${args} | head -n ${lines}`,
    ]);
    child.stdin?.end();
    const { out, err, code } = await ended;
    expect(out.match(/\n/g)).toHaveLength(lines);
    expect(err).toMatch(/^\d+ letters?, [^\n]*\.\n$/);
    expect(code).toBe(0);
  });
});

describe("an output that isn't a file", () => {
  test.runIf(onUnix)("a device stays one", async () => {
    put({ "a.imr": undecided });
    expect(await run(["export", "a.imr", "-o", "/dev/null"])).toMatchObject({ code: 0 });
    expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
    const { ended } = begin("sh", [
      "-c",
      `"${process.execPath}" "${program}" check a.imr -o /dev/stdout | cat`,
    ]);
    expect((await ended).out).toContain("issue/missing-decision");
  });

  test.runIf(onUnix)("a link stays one, and its file is written", async () => {
    put({ "a.imr": sound, "deep/out.csv": "earlier" });
    symlinkSync("deep/out.csv", at("out.csv"));
    await run(["export", "a.imr", "-f", "csv", "-o", "out.csv"]);
    expect(readFileSync(at("deep/out.csv"), "utf8")).toMatch(/^file,/);
    expect(readdirSync(at("deep"))).toEqual(["out.csv"]);
  });
});

const script = "/usr/bin/script";
test.runIf(onLinux && existsSync(script))(
  "a terminal shows a progress bar, which is hidden before lines of results",
  async () => {
    put(copies(400, undecided));
    const command = `${process.execPath} ${program} check . -f ndjson`;
    const { child, ended } = begin(script, ["-qec", command, "/dev/null"], {
      env: { ...process.env, TERM: "xterm", SHELL: "/bin/sh" },
    });
    child.stdin?.end();
    const { out } = await ended;
    expect(out).toMatch(/\[█*░*\] \d+% · \d+ of 400 files · \d+ s left\u001b\[K/);
    expect(out).toMatch(/400 letters, 400 problems in 400 letters: 400 warnings\.\r\n$/);
    const lines = out.split(/\r\n/).map((line) => line.replace(/.*\u001b\[K/s, ""));
    expect(filesIn(lines.filter((line) => line.startsWith("{")).join("\n"))).toHaveLength(400);
  },
);
