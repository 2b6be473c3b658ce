/** What results are written over, and what never. */
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
import path from "node:path";
import { describe, expect, test } from "vitest";
import { openAtomicFile } from "../../../server/src/cli/io/atomicFile.ts";
import { begin, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const onUnix = process.platform !== "win32";
const onLinux = process.platform === "linux";
const at = (name: string): string => path.join(folder(), name);
const read = (name: string): string => readFileSync(at(name), "utf8");
const shell = (line: string) => {
  const { child, ended } = begin("/bin/sh", [
    "-c",
    line.replace(/\bimr (?=check|export)/g, `"${process.execPath}" "${program}" `),
  ]);
  child.stdin?.end();
  return ended;
};

describe("a letter that is read", () => {
  const refused = { out: "", err: expect.stringContaining("is one of the files to read"), code: 2 };

  test("is not written over, whatever name it is given by", async () => {
    put({ "a.imr.txt": sound, "b.imr.txt": sound });
    linkSync(at("a.imr.txt"), at("hard.txt"));
    if (onUnix) symlinkSync("a.imr.txt", at("soft.txt"));
    for (const output of ["a.imr.txt", "./a.imr.txt", "hard.txt", ...(onUnix ? ["soft.txt"] : [])]) {
      expect(await run(["export", "b.imr.txt", "a.imr.txt", "-o", output])).toEqual(refused);
      expect(await run(["export", "b.imr.txt", "a.imr.txt", "-o", output, "--force"])).toEqual(refused);
    }
    expect(read("a.imr.txt")).toBe(sound);
    expect(readdirSync(folder())).toHaveLength(onUnix ? 4 : 3);
  });

  test("nor where it is half a letter that only its name tells", async () => {
    put({ "a.imr": "half a letter" });
    expect(await run(["outline", "a.imr", "-o", "a.imr"])).toEqual(refused);
    expect(read("a.imr")).toBe("half a letter");
  });

  test.runIf(onUnix)("nor as standard input or output", async () => {
    put({ "a.imr.txt": sound });
    expect(await shell("imr export - -o a.imr.txt < a.imr.txt")).toEqual(refused);
    expect(await shell("imr export - -o a.imr.txt --force < a.imr.txt")).toEqual(refused);
    expect(await shell("imr export a.imr.txt >> a.imr.txt")).toEqual(refused);
    expect(read("a.imr.txt")).toBe(sound);
  });

  test("nor where it is found in a folder, or by a pattern, even where one insists", async () => {
    put({ "in/a.imr": sound, "in/b.imr": sound });
    for (const input of ["in", "in/*.imr"]) {
      expect((await run(["export", input, "-o", "in/b.imr"])).err).toContain("add --force");
      const { err, code } = await run(["export", input, "-o", "in/b.imr", "--force"]);
      expect(err).toContain("is one of the letters to read");
      expect(code).toBe(2);
    }
    expect(read("in/b.imr")).toBe(sound);
  });

  test("nor are rules or packs that are read", async () => {
    put({ "a.imr": sound, "rules.json": "{}", "packs/p.imr-pack.json": "{}" });
    expect(await run(["check", "a.imr", "--rules", "rules.json", "-o", "rules.json"])).toEqual(refused);
    const packs = ["--packs", "packs", "-o", "packs/p.imr-pack.json"];
    for (const command of ["check", "export", "report"])
      expect((await run([command, "a.imr", ...packs])).err).toContain("is one of the files to read");
    expect(read("rules.json") + read("packs/p.imr-pack.json")).toBe("{}{}");
  });
});

describe("a letter that is not read", () => {
  test("as where the name of the output is forgotten, is written over only where one insists", async () => {
    put({ "a.imr.txt": sound, "b.imr.txt": undecided, "c.txt": undecided, "half.imr": "half a letter" });
    for (const output of ["a.imr.txt", "c.txt", "half.imr"]) {
      const { err, code } = await run(["export", "-o", output, "b.imr.txt"]);
      expect(err).toBe(
        `imr-letters: “${output}” is a letter, and would be overwritten. Name another output, or add --force to lose what is there.\n`,
      );
      expect(code).toBe(2);
    }
    expect(read("a.imr.txt")).toBe(sound);
    expect(await run(["export", "-o", "a.imr.txt", "b.imr.txt", "--force"])).toMatchObject({ code: 0 });
    expect(JSON.parse(read("a.imr.txt"))).toMatchObject({ file: "b.imr.txt" });
  });

  test.runIf(onUnix)("nor through a link that is named otherwise", async () => {
    put({ "half.imr": "half a letter", "b.imr": sound });
    symlinkSync("half.imr", at("out.csv"));
    expect((await run(["export", "b.imr", "-o", "out.csv"])).err).toContain("“out.csv” is a letter");
  });

  test("nor is a PDF, or what is no text", async () => {
    const pdf = "%PDF-1.7\n%âãÏÓ";
    put({ "a.pdf": pdf, "a.docx": Uint8Array.of(80, 75, 3, 4, 0, 0), "b.imr": sound });
    expect((await run(["export", "-o", "a.pdf", "b.imr"])).err).toContain("“a.pdf” is a PDF");
    expect((await run(["export", "-o", "a.docx", "b.imr"])).err).toContain("“a.docx” is no text");
    expect(read("a.pdf")).toBe(pdf);
  });
});

describe("one's own output", () => {
  test("is written again, and is no letter, wherever it lies", async () => {
    put({ "in/a.imr.txt": undecided, "in/b.imr.txt": sound });
    const commands = [
      "outline",
      "check",
      "check -f json",
      "check -f github",
      "export",
      "export -f csv",
      "report",
    ];
    for (const command of commands) {
      const args = [...command.split(" "), "in", "-o", "in/out.txt"];
      const first = await run(args);
      const written = read("in/out.txt");
      expect(first.err).toMatch(/^2 letters[,.]/);
      expect(await run(args)).toEqual(first);
      expect(read("in/out.txt")).toBe(written);
      rmSync(at("in/out.txt"));
    }
  });

  test("is no letter from another command either", async () => {
    put({ "in/a.imr.txt": undecided });
    for (const command of ["outline", "check"]) {
      await run([command, "in", "-o", "in/out.txt"]);
      expect((await run(["check", "in", "-f", "json"])).err).toMatch(/1 letter, 1 file is no letter/);
      expect((await run(["check", "in/*.txt", "-o", "in/out.txt"])).err).toMatch(/^1 letter,/);
    }
  });

  test.runIf(onUnix)("nor where the shell writes it into the folder", async () => {
    put({ "in/a.imr.txt": undecided });
    expect((await shell("imr check in > in/out.txt")).err).toMatch(/^1 letter,/);
    expect((await shell("imr check in >> in/out.txt")).err).toMatch(/^1 letter,/);
  });
});

describe("what is there", () => {
  test("a folder stays one", async () => {
    put({ "a.imr": sound, "out/x": "" });
    mkdirSync(at("empty"));
    for (const output of ["out", "empty", "out/"]) {
      const { err, code } = await run(["export", "a.imr", "-o", output]);
      expect(err).toBe(`imr-letters: “${output}” is a folder.\n`);
      expect(code).toBe(2);
    }
    expect(readdirSync(at("out"))).toEqual(["x"]);
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "empty", "out"]);
  });

  test("a file that may not be changed stays as it is", async () => {
    put({ "a.imr": sound, "out.csv": "earlier" });
    chmodSync(at("out.csv"), 0o444);
    const { err, code } = await run(["export", "a.imr", "-o", "out.csv"]);
    expect(err).toBe("imr-letters: “out.csv” is read-only.\n");
    expect(code).toBe(2);
    expect(read("out.csv")).toBe("earlier");
    chmodSync(at("out.csv"), 0o644);
  });

  test.runIf(onUnix)("a file keeps its mode, and its owner", async () => {
    put({ "a.imr": sound, "out.csv": "earlier" });
    chmodSync(at("out.csv"), 0o640);
    if (process.getuid?.() === 0) execFileSync("chown", ["1234:2345", at("out.csv")]);
    const { uid, gid } = statSync(at("out.csv"));
    await run(["export", "a.imr", "-o", "out.csv"]);
    expect(read("out.csv")).toContain("a.imr");
    expect(statSync(at("out.csv"))).toMatchObject({ mode: 0o100640, uid, gid });
  });

  test.runIf(onUnix)("links that lead nowhere or in a circle stay as they are", async () => {
    put({ "a.imr": sound });
    symlinkSync("gone", at("out.csv"));
    symlinkSync("round", at("round"));
    expect((await run(["export", "a.imr", "-o", "out.csv"])).err).toContain(
      "“out.csv” is a link that leads nowhere",
    );
    expect((await run(["export", "a.imr", "-o", "round"])).err).toContain("lead round in a circle");
    expect(readlinkSync(at("out.csv"))).toBe("gone");
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "out.csv", "round"]);
  });

  test.runIf(onLinux)("a pipe is written to, and waits for its reader; Ctrl-C ends that", async () => {
    put({ "a.imr": sound });
    execFileSync("mkfifo", [at("pipe")]);
    const { child, ended } = begin(process.execPath, [program, "export", "a.imr", "-o", "pipe"]);
    child.stdin?.end();
    expect(JSON.parse(execFileSync("cat", [at("pipe")], { encoding: "utf8" }))).toMatchObject({
      file: "a.imr",
    });
    expect(await ended).toMatchObject({ code: 0 });
    const alone = begin("/bin/sh", [
      "-c",
      `"${process.execPath}" "${program}" export --ndjson -o pipe & sleep 1; kill -INT $!; wait $!`,
    ]);
    expect(await alone.ended).toMatchObject({ code: 130 });
    expect(lstatSync(at("pipe")).isFIFO()).toBe(true);
  });

  test("standard output has names too", async () => {
    put({ "a.imr": sound });
    for (const name of ["-", ...(onUnix ? ["/dev/stdout"] : [])])
      expect((await run(["export", "a.imr", "-o", name])).out).toContain("a.imr");
    expect(readdirSync(folder())).toEqual(["a.imr"]);
  });

  test("names of any length are written to", async () => {
    put({ "a.imr": sound });
    expect(await run(["export", "a.imr", "-o", "x".repeat(255)])).toMatchObject({ code: 0 });
    expect((await run(["export", "a.imr", "-o", "x".repeat(256)])).err).toContain("its name is too long");
    expect(readdirSync(folder()).sort()).toEqual(["a.imr", "x".repeat(255)]);
  });
});

describe("a whole file", () => {
  const parts = () => readdirSync(folder()).filter((name) => name.endsWith(".part"));

  test("is begun under a name that cannot be foreseen, which leads nowhere else", () => {
    const [one, two] = [openAtomicFile(at("out")), openAtomicFile(at("out"))];
    expect(new Set(parts()).size).toBe(2);
    for (const name of parts()) {
      expect(name).toMatch(/^\.imr-letters-[0-9a-f]{16}\.part$/);
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

  test("that is not what was written is not put in place", () => {
    put({ out: "earlier" });
    const cut = openAtomicFile(at("out"));
    cut.write("all of it");
    writeFileSync(at(parts()[0] ?? ""), "cut");
    expect(() => cut.commit()).toThrow(/Not all of/);
    const swapped = openAtomicFile(at("out"));
    swapped.write("ours");
    rmSync(at(parts()[0] ?? ""), { force: true });
    expect(() => swapped.commit()).toThrow();
    expect(readdirSync(folder())).toEqual(["out"]);
    expect(read("out")).toBe("earlier");
  });

  test("leaves nothing behind where the program crashes", async () => {
    put({ ...copies(300, undecided), "out.csv": "earlier" });
    for (const end of ["process.exit(3)", "throw new Error()", "Promise.reject(new Error())"]) {
      put({
        "crash.cjs": `setInterval(() => {
          if (require("node:fs").readdirSync(".").some((name) => name.endsWith(".part"))) ${end};
        }, 1)`,
      });
      const { child, ended } = begin(process.execPath, [
        "--require",
        at("crash.cjs"),
        program,
        ...["export", ".", "-f", "csv", "-o", "out.csv", "-j", "1"],
      ]);
      child.stdin?.end();
      expect((await ended).code).not.toBe(0);
      expect(parts()).toEqual([]);
      expect(read("out.csv")).toBe("earlier");
    }
  });

  test.runIf(onUnix).each(["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const)(
    "leaves nothing behind after %s, at whatever moment",
    { timeout: 120_000 },
    async (signal) => {
      put({ ...copies(150, undecided), "out.csv": "earlier" });
      for (let round = 0; round < 8; round++) {
        const { child, ended } = begin(process.execPath, [
          program,
          "export",
          ".",
          "-f",
          "csv",
          "-o",
          "out.csv",
        ]);
        child.stdin?.end();
        // Where it has not begun to write yet, the signal comes early; that is a moment too.
        for (let turn = 0; turn < round * 40 && parts().length === 0; turn++)
          await new Promise((resolve) => setTimeout(resolve, 5));
        child.kill(signal);
        const { code } = await ended;
        expect(parts()).toEqual([]);
        if (code !== 0) expect(read("out.csv")).toBe("earlier");
        else writeFileSync(at("out.csv"), "earlier");
      }
    },
  );

  test.runIf(onUnix)(
    "is written where nobody hears what is said, and nothing is left where it is not",
    async () => {
      put({
        ...copies(20, undecided),
        ...Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`n${i}.txt`, ""])),
      });
      expect(await shell("imr check . -v -o out.txt 2>&- ")).toMatchObject({ code: 1 });
      // A reader that has gone.
      const broken = begin("/bin/sh", [
        "-c",
        `{ sleep 1; "${process.execPath}" "${program}" check . -v -o three.txt; echo $? >code; } 2>&1 | true; while [ ! -s code ]; do sleep 0.1; done`,
      ]);
      await broken.ended;
      expect(read("code")).toBe("1\n");
      expect(read("three.txt")).toContain("00019.imr:20:1: warning");
      expect(parts()).toEqual([]);
      if (existsSync("/dev/full"))
        expect(await shell("imr check . -v -o four.txt 2>/dev/full")).toMatchObject({ code: 1 });
    },
  );

  test.runIf(onUnix)("is not written beyond what the system allows", async () => {
    put({ ...copies(100, undecided), "out.csv": "earlier" });
    const { err, code } = await shell("ulimit -f 4; imr export . -f csv -o out.csv");
    expect(err).toContain("the file would be larger than is allowed");
    expect(code).toBe(2);
    expect(read("out.csv")).toBe("earlier");
    expect(parts()).toEqual([]);
  });
});
