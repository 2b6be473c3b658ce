/** Folders as they are: foreign, locked, changing, full, or too large for one thread. */
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
import { begin, copies, folder, program, put, run, sound, undecided } from "./inFolder.ts";

const onLinux = process.platform === "linux";
const onUnix = process.platform !== "win32";
const bash = "/bin/bash";
const isRoot = process.getuid?.() === 0;
const at = (name: string): string => path.join(folder(), name);
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
      err: "No letter was found (in folders, files named .imr and .txt are looked at).\n",
      code: 2,
    });
  });

  test("with nothing in it, or that is gone", async () => {
    mkdirSync(at("empty"));
    const { err, code } = await run(["export", "empty", "gone"]);
    expect(err).toBe(
      "gone: there is no such file\nNo letter was found (in folders, files named .imr and .txt are looked at), 1 file could not be read.\n",
    );
    expect(code).toBe(2);
  });

  test.runIf(onLinux)("with names in another encoding than UTF-8 says so of them", async () => {
    put({ "a.imr": sound });
    writeFileSync(Buffer.concat([Buffer.from(at("caf")), Uint8Array.of(0xe9), Buffer.from(".imr")]), sound);
    const { err, code } = await run(["check", "."]);
    expect(err).toMatch(/^caf\ufffd\.imr: its name is not in UTF-8\n1 letter, 1 file could not be read/);
    expect(code).toBe(2);
    rmSync(folder(), { recursive: true });
  });

  test("of thousands of foreign files: ten are named, or all that one asks for", async () => {
    put({ "letter.imr": sound });
    for (let index = 0; index < 3000; index++)
      writeFileSync(at(`${index}.txt`), index % 2 === 0 ? "Buy milk." : Uint8Array.of(0, 1));
    const { err, code } = await run(["check", "."]);
    expect(err.match(/^\d+\.txt: it is no letter$/gm)).toHaveLength(10);
    expect(err).toContain("More files are no letters; --verbose names them all.\n");
    expect(err).toContain("1 letter, 3000 files are no letters, nothing found");
    expect(code).toBe(0);
    expect((await run(["check", ".", "--verbose"])).err.match(/: it is no letter$/gm)).toHaveLength(3000);
  });

  test("with names in any script, with spaces, quotes, and of the longest", async () => {
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
    expect(err).toBe(`${names.length} letters, nothing found.\n`);
    const each = await run(["check", ...names, "-f", "ndjson"]);
    expect(filesIn(each.out)).toEqual(names);
  });

  test.runIf(onUnix)(
    "with links: those to files are read, those to folders and to themselves are not",
    async () => {
      put({ "a/letter.imr": sound, "elsewhere/b.imr": sound });
      symlinkSync("..", at("a/up"), "dir");
      symlinkSync("../elsewhere/b.imr", at("a/linked.imr"));
      symlinkSync("../elsewhere", at("a/folder.txt"));
      symlinkSync("itself.imr", at("a/itself.imr"));
      symlinkSync("gone", at("a/gone.imr"));
      const { out, err } = await run(["check", "a", "-f", "ndjson"]);
      expect(filesIn(out)).toEqual(["a/letter.imr", "a/linked.imr"]);
      expect(err).toBe(
        "a/gone.imr: there is no such file\na/itself.imr: its links lead round in a circle\n2 letters, 2 files could not be read, nothing found.\n",
      );
    },
  );

  test.runIf(onLinux)("with pipes named as letters does not wait for them", async () => {
    put({ "a.imr": sound });
    execFileSync("mkfifo", [at("pipe.imr")]);
    expect((await run(["check", "."])).err).toMatch(/^1 letter,/);
  });

  test.runIf(onLinux)("that one may not enter, and a file that one may not read, are named", async () => {
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
      err: "locked.imr: permission denied\nroom: permission denied\n2 letters, 2 files could not be read, nothing found.\n",
      code: 2,
    });
    chmodSync(at("room"), 0o755);
  });

  test("listed twice gives each letter once", async () => {
    put({ "a.imr": sound, "b/c.imr": sound });
    expect((await run(["check", "b", ".", "a.imr", "b/*.imr"])).err).toMatch(/^2 letters,/);
  });
});

describe("a file", () => {
  test.runIf(onUnix && existsSync(bash))("that goes while others are read is named", async () => {
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
    expect(err).toContain("c.imr: there is no such file\n");
    expect(code).toBe(2);
  });

  test("of a size that no letter has is named", async () => {
    put({ "a.imr": sound, "huge.txt": "" });
    truncateSync(at("huge.txt"), 65_000_000);
    expect((await run(["check", "."])).err).toContain("huge.txt: it is larger than 64 MB\n");
  });
});

describe("threads", () => {
  test("give the same bytes as one", { timeout: 60_000 }, async () => {
    const texts = [sound, undecided, "Buy milk.", `${undecided}\n\f\n${sound}`];
    put(
      Object.fromEntries(
        Array.from({ length: 320 }, (_, index) => [`${index}.txt`, texts[index % texts.length] ?? ""]),
      ),
    );
    for (const format of ["text", "sarif"]) {
      const one = await run(["check", ".", "-f", format, "-j", "1"]);
      expect(one.out.length).toBeGreaterThan(10_000);
      expect(await run(["check", ".", "-f", format, "-j", "3"])).toEqual(one);
    }
    const lines = texts.flatMap((text, id) => Array.from({ length: 80 }, () => JSON.stringify({ id, text })));
    const input = lines.join("\n");
    const one = await run(["export", "--ndjson", "-j", "1"], input);
    expect(await run(["export", "--ndjson", "-j", "3"], input)).toEqual(one);
  });

  test("answer each line of a pipe as it comes", async () => {
    const { child, ended } = begin(process.execPath, [program, "check", "--ndjson", "-f", "ndjson"]);
    for (const id of [1, 2, 3]) {
      child.stdin?.write(`${JSON.stringify({ id, text: sound })}\n`);
      const [line] = await once(child.stdout!, "data");
      expect(JSON.parse(`${line}`).file).toBe(`${id}`);
    }
    child.stdin?.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test("one that runs out of memory over a letter names it, and the others are read", async () => {
    put({ ...copies(260, sound), "00230.imr": undecided.repeat(20_000) });
    const { child, ended } = begin(process.execPath, [
      "--max-old-space-size=90",
      program,
      ...["check", ".", "-j", "2"],
    ]);
    child.stdin?.end();
    const { err, code } = await ended;
    expect(err).toContain("00230.imr: the program failed on it\n");
    expect(err).toContain("259 letters, 1 file could not be read");
    expect(code).toBe(2);
  });
});

describe("Ctrl-C", () => {
  /** Stops it once it has begun to write, while it waits for more. */
  async function stopped(
    args: readonly string[],
    hasBegun: (out: string) => boolean,
    signal: NodeJS.Signals,
  ) {
    const { child, ended } = begin(process.execPath, [program, ...args, "--ndjson"]);
    let out = "";
    child.stdout?.on("data", (chunk) => {
      out += chunk;
    });
    for (let id = 0; id < 300; id++) child.stdin?.write(`${JSON.stringify({ id, text: undecided })}\n`);
    while (!hasBegun(out)) await new Promise((resolve) => setTimeout(resolve, 5));
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

  test.runIf(onUnix)("leaves a list that can be read", async () => {
    const { out } = await stopped(["check", "-f", "json"], hasFinding, "SIGINT");
    expect(JSON.parse(out)[0]).toMatchObject({ file: "0" });
  });

  test.runIf(onUnix)("leaves the file that was there", async () => {
    put({ "out.ndjson": "earlier\n" });
    const { code } = await stopped(
      ["export", "-o", "out.ndjson"],
      () => readdirSync(folder()).some((name) => name.endsWith(".part")),
      "SIGTERM",
    );
    expect(readFileSync(at("out.ndjson"), "utf8")).toBe("earlier\n");
    expect(readdirSync(folder())).toEqual(["out.ndjson"]);
    expect(code).toBe(143);
  });
});

describe("a full disk", () => {
  test.runIf(existsSync("/dev/full"))("is said of standard output", async () => {
    put({ "a.imr": undecided });
    const full = openSync("/dev/full", "w");
    const { ended } = begin(process.execPath, [program, "check", "a.imr"], {
      stdio: ["ignore", full, "pipe"],
    });
    const { err, code } = await ended;
    closeSync(full);
    expect(err).toBe("imr-letters: the results could not be written: the disk is full.\n");
    expect(code).toBe(2);
  });

  const tiny = () => at("tiny");
  const canMount = onLinux && isRoot && mounts();
  afterEach(() => {
    if (canMount && existsSync(tiny())) execFileSync("umount", [tiny()]);
  });

  test.runIf(canMount)("leaves the file that was there, and nothing beside it", async () => {
    put(copies(100, undecided));
    mkdirSync(tiny());
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=32k", "tmpfs", tiny()]);
    writeFileSync(path.join(tiny(), "out.ndjson"), "earlier\n");
    const { err, code } = await run(["export", ".", "-o", "tiny/out.ndjson"]);
    expect(err).toContain("the results could not be written: the disk is full");
    expect(code).toBe(2);
    expect(readdirSync(tiny())).toEqual(["out.ndjson"]);
    expect(readFileSync(path.join(tiny(), "out.ndjson"), "utf8")).toBe("earlier\n");
  });
});

/** Whether this machine lets us mount, which containers often do not. */
function mounts(): boolean {
  try {
    execFileSync("unshare", ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe("a reader that wants no more", () => {
  test.runIf(onUnix).each([
    ["of text", "check ."],
    ["of records, written by threads", "export . -j 2"],
    ["of one log", "check . -f sarif"],
  ])("%s ends it quietly", async (_, args) => {
    put(copies(400, undecided));
    const { child, ended } = begin("sh", ["-c", `"${process.execPath}" "${program}" ${args} | head -n 1`]);
    child.stdin?.end();
    const { out, err, code } = await ended;
    expect(out.match(/\n/g)).toHaveLength(1);
    expect(err).toMatch(/^\d+ letters?, [^\n]*\.\n$/);
    expect(code).toBe(0);
  });
});

describe("what is no file to write to", () => {
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

  test.runIf(onUnix)("a link stays one, and the file that it leads to is written", async () => {
    put({ "a.imr": sound, "deep/out.csv": "earlier" });
    symlinkSync("deep/out.csv", at("out.csv"));
    await run(["export", "a.imr", "-f", "csv", "-o", "out.csv"]);
    expect(readFileSync(at("deep/out.csv"), "utf8")).toMatch(/^file,/);
    expect(readdirSync(at("deep"))).toEqual(["out.csv"]);
  });
});

describe("on a terminal", () => {
  const script = "/usr/bin/script";
  const inTerminal = async (line: string) => {
    const { child, ended } = begin(script, ["-qec", line, "/dev/null"], {
      env: { ...process.env, TERM: "xterm", SHELL: "/bin/sh" },
    });
    child.stdin?.end();
    return (await ended).out;
  };
  const command = `${process.execPath} ${program}`;

  test.runIf(onLinux && existsSync(script))("a bar shows how far it is, and goes", async () => {
    put(copies(400, undecided));
    const shown = await inTerminal(`${command} check . -f ndjson > out.ndjson`);
    expect(shown).toMatch(/\[█*░*\] \d+% · \d+ of 400 files · \d+ s left\u001b\[K/);
    expect(shown).toMatch(/\r\u001b\[K400 letters, 400 findings in 400 letters: 400 warnings\.\r\n$/);
    expect(filesIn(readFileSync(at("out.ndjson"), "utf8"))).toHaveLength(400);
  });

  test.runIf(onLinux && existsSync(script))("lines of results stand clear of it", async () => {
    put(copies(400, undecided));
    const shown = await inTerminal(`${command} check . -f ndjson`);
    const lines = shown.split(/\r\n/).map((line) => line.replace(/.*\u001b\[K/s, ""));
    expect(filesIn(lines.filter((line) => line.startsWith("{")).join("\n"))).toHaveLength(400);
  });
});
