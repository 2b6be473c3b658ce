/** What is read and written if engines start the program: lists of files, shares, lines, and failures. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { at, put, run, sound, undecided } from "./inFolder.ts";
import { docx, pdf } from "./letterFiles.ts";

const objectsIn = (lines: string): readonly { readonly file: string; readonly status?: string }[] =>
  lines
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const filesIn = (lines: string): readonly string[] => [...new Set(objectsIn(lines).map(({ file }) => file))];

const renamed = (text: string, number: number): string =>
  text.replace(/CM\d\d-\d{7}/g, `CM16-${String(number).padStart(7, "0")}`);

describe("--files-from", () => {
  test("reads the files that are listed, each once, and documents after texts", async () => {
    put({
      "c.pdf": pdf(renamed(sound, 1)),
      "a[1].imr": renamed(sound, 2),
      "a1.imr": renamed(sound, 3),
      "in/ b é.imr ": renamed(sound, 4),
      "in/d.imr": renamed(sound, 5),
      "list.txt": "\ufeffc.pdf\na[1].imr\r\n\n./c.pdf\nin/ b é.imr \nin\nmore.imr\n",
      "more.imr": renamed(sound, 6),
    });
    const read = ["a[1].imr", "in/ b é.imr ", "in/d.imr", "more.imr", "c.pdf"];
    const fromFile = await run(["export", "--files-from", "list.txt"]);
    expect(filesIn(fromFile.out)).toEqual(read);
    const list = readFileSync(at("list.txt"), "utf8");
    expect(await run(["export", "--files-from", "-"], list)).toEqual(fromFile);
    expect(filesIn((await run(["export", "a1.imr", "--files-from", "list.txt"])).out)).toEqual([
      "a1.imr",
      ...read,
    ]);
  });

  test("takes names with line feeds, if they end in null characters", async () => {
    put({ "a\nb.imr": sound, list: "a\nb.imr\0gone\r.imr\0" });
    const { out, err, code } = await run(["export", "--files-from", "list", "-z"]);
    expect(filesIn(out)).toEqual(["a\nb.imr"]);
    expect(err).toContain("gone\\u{d}.imr: the file doesn't exist\n");
    expect(code).toBe(2);
  });

  test("is refused if the list can't be read, or would be overwritten", async () => {
    put({ "a.imr": sound, list: "a.imr\n" });
    expect(await run(["export", "--files-from", "gone"])).toMatchObject({
      err: "imr-letters: The list “gone” can't be read: the file doesn't exist.\n",
      code: 2,
    });
    expect((await run(["export", "--files-from", "list", "-o", "list"])).err).toContain("input files");
    expect((await run(["export", "--files-from", "list", "-o", "a.imr", "--force"])).err).toContain(
      "input letters",
    );
    expect((await run(["export", "--ndjson", "--files-from", "list"])).code).toBe(2);
    expect(readFileSync(at("list"), "utf8")).toBe("a.imr\n");
  });
});

describe("--shard", () => {
  const shares = (of: number): readonly string[] =>
    Array.from({ length: of }, (_, index) => `${index + 1}/${of}`);
  const filesOfShares = async (...args: readonly string[]): Promise<readonly (readonly string[])[]> => {
    const runs = shares(3).map((shard) => run(["export", ...args, "--shard", shard]));
    return (await Promise.all(runs)).map(({ out, code }) => {
      expect(code).toBe(0);
      return filesIn(out);
    });
  };

  test("gives every letter to one share, and a PDF to that of its text", async () => {
    for (let number = 1; number <= 12; number++) {
      const name = `CM16-${String(number).padStart(7, "0")}`;
      put({
        [`text/${name}.txt`]: renamed(sound, number),
        [`pdf/2016/${name} scan.pdf`]: pdf(renamed(sound, number)),
        [`other/${number}.imr`]: renamed(sound, 100 + number),
        [`other/${number}.docx`]: docx(renamed(sound, 100 + number)),
      });
    }
    const all = filesIn((await run(["export", "."])).out);
    expect(all).toHaveLength(24);
    const each = await filesOfShares(".");
    expect(each.flat().sort()).toEqual([...all].sort());
    for (const share of each) expect(share.length).toBeGreaterThan(2);

    // The folder is elsewhere, and there are more files.
    put({ "other/new.imr": renamed(sound, 200) });
    const again = await filesOfShares(at("."));
    const names = (files: readonly string[]) =>
      files.map((file) => file.slice(file.lastIndexOf("/") + 1)).filter((name) => name !== "new.imr");
    expect(again.map(names)).toEqual(each.map(names));
  });

  test("may be empty, and must be one of its total", async () => {
    put({ "a.imr": sound });
    const each = await filesOfShares("a.imr");
    expect(each.flat()).toEqual(["a.imr"]);
    for (const shard of ["0/3", "4/3", "3", "1/2/3", "-1/3", "1.5/3"])
      expect(await run(["export", "a.imr", "--shard", shard])).toMatchObject({ code: 2, out: "" });
    expect((await run(["export", "--shard", "1/2"], sound)).err).toContain("--shard is for files");
  });
});

describe("--failures", () => {
  test("lists what couldn't be read, by file or id", async () => {
    put({ "a.imr": sound, "b.imr": `${sound}\0`, "c.pdf": "%PDF-", "note.txt": "Buy milk." });
    const { code } = await run(["check", ".", "gone.imr", "--failures", "failures.ndjson"]);
    expect(code).toBe(2);
    expect(objectsIn(readFileSync(at("failures.ndjson"), "utf8"))).toEqual([
      { file: "b.imr", status: "unreadable", reason: "not a text file" },
      { file: "gone.imr", status: "unreadable", reason: "the file doesn't exist" },
      { file: "c.pdf", status: "unreadable", reason: expect.stringContaining("damaged") },
    ]);
    await run(["check", "--ndjson", "--failures", "failures.ndjson"], '{"id":"x","text":1}\n');
    expect(objectsIn(readFileSync(at("failures.ndjson"), "utf8"))).toMatchObject([{ file: "line 1" }]);
    await run(["check", "a.imr", "--failures", "failures.ndjson"]);
    expect(readFileSync(at("failures.ndjson"), "utf8")).toBe("");
    expect(readdirSync(at(".")).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  test("never overwrites a letter or the output", async () => {
    put({ "a.imr": sound });
    for (const args of [
      ["--failures", "a.imr"],
      ["--failures", "-"],
      ["--output", "out", "--failures", "./out"],
    ])
      expect((await run(["export", "a.imr", ...args])).code).toBe(2);
    expect(readFileSync(at("a.imr"), "utf8")).toBe(sound);
  });
});

describe("--tolerate-failures", () => {
  test("leaves the exit code to what was read", async () => {
    put({ "a.imr": sound, "b.imr": `${sound}\0`, "u.imr": undecided, "note.txt": "Buy milk." });
    const code = async (...args: readonly string[]) =>
      (await run(["check", ...args, "--tolerate-failures"])).code;
    expect(await code("a.imr", "b.imr")).toBe(0);
    expect(await code("b.imr")).toBe(0);
    expect(await code("u.imr", "b.imr")).toBe(1);
    expect(await code("u.imr", "b.imr", "--max-warnings", "9")).toBe(0);
    expect(await code("note.txt")).toBe(2);
    expect(await code("a.imr", "--output", "gone/out")).toBe(2);
  });
});

describe("--every-line", () => {
  const noIssues = sound.slice(0, sound.search(/^MRI.*Overturned$/m));
  const lines = [
    JSON.stringify({ id: "sound", text: sound }),
    JSON.stringify({ id: "undecided", text: undecided }),
    JSON.stringify({ id: "no issues", text: noIssues }),
    JSON.stringify({ id: 7, text: "Buy milk." }),
    JSON.stringify({ id: "empty", text: "" }),
    "",
    "not JSON",
  ];

  test.each([["check"], ["export"], ["criteria"]])("gives a line of %s for each line", async (command) => {
    const args = [command, "--ndjson", "--format", "ndjson"];
    const { out } = await run([...args, "--every-line"], `${lines.join("\n")}\n`);
    expect(filesIn(out)).toEqual(["sound", "undecided", "no issues", "7", "empty", "line 6", "line 7"]);
    const statuses = objectsIn(out).filter(({ status }) => status !== undefined);
    const rest = [
      { file: "7", status: "notALetter" },
      { file: "empty", status: "notALetter" },
      { file: "line 6", status: "unreadable", reason: expect.any(String) },
      { file: "line 7", status: "unreadable", reason: expect.any(String) },
    ];
    expect(statuses.slice(-4)).toEqual(rest);
    if (command === "check") expect(statuses).toHaveLength(4);
    if (command === "export") expect(statuses[0]).toEqual({ file: "no issues", status: "noRecords" });
  });

  test("is only for lines", async () => {
    put({ "a.imr": sound });
    for (const args of [["a.imr"], ["--ndjson"], ["a.imr", "--format", "ndjson"]])
      expect((await run(["check", ...args, "--every-line"])).err).toContain("--every-line is only for");
  });
});
