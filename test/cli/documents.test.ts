/** PDF and Word files on the command line. */
import { once } from "node:events";
import {
  createReadStream,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { describe, expect, test } from "vitest";
import { arrayBomb, flateBomb } from "../reader/bombs.ts";
import { docxOf, paragraph } from "../reader/docx.ts";
import { docxBombs } from "../reader/docxBombs.ts";
import { pdfOf } from "../reader/pdf.ts";
import { at, begin, beginAfter, program, put, run, sound, undecided } from "./inFolder.ts";
import { docx, pdf } from "./letterFiles.ts";

const renamed = (text: string, number: number): string =>
  text.replace(/CM\d\d-\d{7}/g, `CM16-000000${number}`);

describe("PDF and Word files", () => {
  test("are read alone, in folders, and by patterns, each once", async () => {
    put({
      "a/one.pdf": pdf(renamed(sound, 1)),
      "a/two.docx": docx(renamed(sound, 2)),
      "a/~$two.docx": "Word's own",
      "three.PDF": pdf(renamed(sound, 3)),
      nameless: pdf(renamed(sound, 4)),
    });
    for (const paths of [
      ["a", "three.PDF", "nameless", "a/one.pdf"],
      ["a/*.{pdf,docx}", "*.PDF", "nameless"],
    ]) {
      const { out, err } = await run(["export", ...paths]);
      const files = out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).file);
      expect([...new Set(files)].sort()).toEqual(["a/one.pdf", "a/two.docx", "nameless", "three.PDF"]);
      expect(err).toMatch(/^4 letters, \d+ issues\.\n$/);
    }
  });

  test("have the same records as their text", async () => {
    put({ "a.txt": sound, "a.pdf": pdf(sound), "a.docx": docx(sound) });
    const records = async (file: string) => (await run(["export", file])).out.replaceAll(file, "");
    const text = await records("a.txt");
    expect(text).toContain("caseNumber");
    expect(await records("a.pdf")).toBe(text);
    expect(await records("a.docx")).toBe(text);
  });

  test("come from standard input", async () => {
    put({ "a.pdf": pdf(sound) });
    const { child, ended } = begin(process.execPath, [program, "outline"]);
    createReadStream(at("a.pdf")).pipe(child.stdin!);
    expect(await ended).toMatchObject({ code: 0, err: "1 letter.\n" });
  });

  test("have problems with their page and the line on it", async () => {
    put({ "a.pdf": pdf(undecided, 10), "b.txt": renamed(undecided, 2) });
    const [finding] = JSON.parse((await run(["check", "a.pdf", "--format", "json"])).out)[0].findings;
    expect(finding.page).toBeGreaterThan(1);
    expect(finding.lineOnPage).toBeLessThanOrEqual(14);
    const text = (await run(["text", "a.pdf"])).out;
    const page = text.split("\f")[finding.page - 1]!;
    const line = page.split("\n")[finding.lineOnPage - 1];
    expect(text.split("\n")[finding.line - 1]?.replace("\f", "")).toBe(line);
    expect(line).toContain("Flexeril 7.5mg");

    const place = `page ${finding.page}, line ${finding.lineOnPage}`;
    const { out } = await run(["check", "a.pdf", "b.txt"]);
    expect(out).toContain(`a.pdf, ${place}: `);
    expect(out).toMatch(/^b\.txt:\d+:\d+: /);
    const sarif = JSON.parse((await run(["check", "a.pdf", "--format", "sarif"])).out);
    expect(sarif.runs[0].results[0].message.text).toContain(`[${place}]`);
    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine).toBe(finding.line);
    expect((await run(["check", "a.pdf", "--format", "github"])).out).toContain(`[${place}]`);
  });

  test("whose text is there too are counted once, and the report says so", async () => {
    put({
      "pdf/a.pdf": pdf(undecided),
      "text/a.txt": undecided,
      "text/b.docx": docx(undecided),
      "c.pdf": pdf(sound),
    });
    const { out, err } = await run(["check", "."]);
    expect(out).not.toContain("a.pdf");
    expect(err).toContain("pdf/a.pdf: the same letter as text/a.txt (counted once)\n");
    expect(err).toContain("text/b.docx: the same letter as text/a.txt (counted once)\n");
    expect(err).toContain("2 letters, 2 files repeat letters");
    expect((await run(["report", "."])).out).toContain(
      "2 files have a letter that is also in a file of another kind",
    );
  });

  test("with another decision are other letters", async () => {
    put({ "a.txt": sound, "a.pdf": pdf(sound.replaceAll(": Overturned", ": Upheld")) });
    expect((await run(["outline", "."])).err).toBe(
      "a.pdf: has the same case number as a.txt, CM15-0990001\n2 letters, 1 file has another's case number.\n",
    );
  });

  test("give the same output with any number of threads, in order", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [
        `${index}.pdf`,
        pdf(`${renamed(undecided, index % 9)}\n${index}`),
      ]),
    );
    put(files);
    const [one, four] = await Promise.all(["1", "4"].map((jobs) => run(["check", ".", "--jobs", jobs])));
    expect(one?.out).toContain("11.pdf, page");
    expect(four).toEqual(one);
  });

  test("don't keep the program running when nobody reads its output", async () => {
    put(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.pdf`, pdf(undecided)])));
    const { child, ended } = begin(process.execPath, [program, "outline", "."]);
    await once(child.stdout!, "data");
    child.stdout?.destroy();
    // The rest isn't read.
    expect(Number(/^(\d+) letter/m.exec((await ended).err)?.[1])).toBeLessThan(40);
  });
});

test("text prints what is read, whatever it is, and it reads the same", async () => {
  put({ "a.pdf": pdf(sound, 20), "note.docx": docx("Buy milk.") });
  const { out, err, code } = await run(["text", "a.pdf", "note.docx"]);
  expect(out).toContain("\n\f");
  expect(out.endsWith("Buy milk.\n")).toBe(true);
  expect([err, code]).toEqual(["2 letters.\n", 0]);
  await run(["text", "a.pdf", "--output", "a.txt"]);
  const records = async (file: string) => (await run(["export", file])).out.replaceAll(file, "");
  expect(await records("a.txt")).toBe(await records("a.pdf"));
});

test("documents that can't be read are named with the reason, and the others are read", async () => {
  const page = [{ words: "Words of a page.", x: 72, y: 700 }];
  put({
    "a.txt": sound,
    "damaged.pdf": pdf(sound).slice(0, 400),
    "long.pdf": pdfOf(Array.from({ length: 501 }, () => page)),
    "locked.pdf": pdfOf([page], { locked: true }),
    "note.pdf": pdfOf([page]),
    "no.pdf": "Words.",
    "no.docx": "Words.",
    "old.doc": Buffer.from("d0cf11e0a1b11ae1", "hex"),
    "other.zip": Buffer.from("504b0304", "hex"),
    "scan.pdf": pdfOf([[]], { scanned: true }),
    "tracked.docx": docxOf(
      paragraph(`<w:ins/>`) +
        sound
          .split("\n")
          .map((line) => paragraph(renamed(line, 7)))
          .join(""),
    ),
  });
  const { err, code } = await run(["outline", ".", "old.doc", "other.zip"]);
  expect(code).toBe(2);
  expect(err.trimEnd().split("\n").sort()).toEqual([
    "2 letters, 2 files aren't letters, 7 files couldn't be read.",
    "damaged.pdf: it's damaged or incomplete",
    "locked.pdf: it's password protected. Save a copy without a password",
    "long.pdf: it has more than 500 pages",
    "no.docx: it isn't a Word file, even though its name ends in .docx",
    "no.pdf: it isn't a PDF, even though its name ends in .pdf",
    "note.pdf: not a letter (skipped)",
    "old.doc: it's a Word file of the format before 2007 (.doc). Save it as .docx",
    "other.zip: not a letter (skipped)",
    "scan.pdf: this PDF is a picture of a page. Run OCR first",
    "tracked.docx: its tracked changes are read as if they were accepted",
  ]);
});

test("malicious documents are refused one by one, and the letters between them are read", async () => {
  const bombs = docxBombs(100_000);
  const names = [
    "a part of 100 MB",
    "entities in entities",
    "tables in tables",
    "4 billion parts, by its word",
  ];
  put({
    "a.pdf": pdf(renamed(sound, 1)),
    "b.pdf": arrayBomb(5, 30),
    ...Object.fromEntries(names.map((name, index) => [`c${index}.docx`, bombs[name]!.make()])),
    "d.docx": docx(renamed(sound, 2)),
  });
  const { out, err, code } = await run(["export", ".", "--cache", "cache"]);
  expect(code).toBe(2);
  const files = out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).file);
  expect([...new Set(files)]).toEqual(["a.pdf", "d.docx"]);
  const malicious = "it needs more memory than any letter. It might be malicious";
  expect(err.trimEnd().split("\n")).toEqual([
    `b.pdf: ${malicious}`,
    `c0.docx: ${malicious}`,
    "c1.docx: it's damaged or incomplete",
    `c2.docx: ${malicious}`,
    `c3.docx: ${malicious}`,
    "2 letters, 5 files couldn't be read, 2 issues.",
  ]);
});

test.skipIf(process.platform === "win32")(
  "a run is stopped while a document is read that never ends",
  async () => {
    put({ "a.pdf": pdf(sound), "b.pdf": flateBomb("q ", 30) });
    const { child, ended } = begin(process.execPath, [program, "outline", "a.pdf", "b.pdf"]);
    // The first letter is read, and the second document has begun.
    await once(child.stdout!, "data");
    child.kill("SIGINT");
    expect(await ended).toMatchObject({ code: 130, err: "1 letter.\n" });
  },
);

describe("--cache", () => {
  /** Fails if a document is converted. */
  const noReader = `process.on("worker", (worker) => { process.exitCode = 9; process.stderr.write("converted\\n"); });`;
  const entries = () =>
    readdirSync(at("cache"), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".json"));

  test("keeps what documents are converted to, and reads none again", async () => {
    put({ "a.pdf": pdf(sound), "scan.pdf": pdfOf([[]], { scanned: true }) });
    const first = await run(["export", ".", "--cache", "cache"]);
    expect(entries()).toHaveLength(2);
    const second = beginAfter(noReader, ["export", ".", "--cache", "cache"]);
    expect(await second.ended).toEqual(first);
    expect((await beginAfter(noReader, ["export", "."]).ended).err).toContain("converted");
    if (process.platform !== "win32") {
      const [entry = ""] = entries();
      expect(statSync(at(`cache/${entry}`)).mode & 0o077).toBe(0);
    }
  });

  test("isn't used for another content, and a damaged entry is replaced", async () => {
    put({ "a.pdf": pdf(sound) });
    // A time stamp that isn't past isn't trusted, so the file is read each time.
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(at("a.pdf"), later, later);
    const first = await run(["export", "a.pdf", "--cache", "cache"]);
    const [entry = ""] = entries();
    const whole = readFileSync(at(`cache/${entry}`), "utf8");
    for (const damaged of ["", whole.slice(0, 50), "null", `{"kind":"letter"}`]) {
      writeFileSync(at(`cache/${entry}`), damaged);
      expect(await run(["export", "a.pdf", "--cache", "cache"])).toEqual(first);
      expect(readFileSync(at(`cache/${entry}`), "utf8")).toBe(whole);
    }
    put({ "a.pdf": pdf(undecided) });
    await run(["export", "a.pdf", "--cache", "cache"]);
    expect(entries()).toHaveLength(2);
  });

  test("can be used by several programs at a time", async () => {
    put(
      Object.fromEntries(
        Array.from({ length: 5 }, (_, index) => [`${index}.pdf`, pdf(renamed(sound, index))]),
      ),
    );
    const runs = await Promise.all([1, 2, 3].map(() => run(["export", ".", "--cache", "cache"])));
    expect(new Set(runs.map(({ out }) => out)).size).toBe(1);
    expect(entries()).toHaveLength(5);
    expect(
      readdirSync(at("cache"), { recursive: true }).filter((name) => `${name}`.endsWith(".part")),
    ).toEqual([]);
  });

  test("that can't be written to is reported, and the letters are read", async () => {
    put({ "a.pdf": pdf(sound) });
    const failing = `const fs = require("node:fs"); const write = fs.writeSync;
      fs.writeSync = (fd, ...rest) => { if (fd > 2) throw Object.assign(new Error(), { code: "ENOSPC" }); return write(fd, ...rest); };`;
    const { err, code } = await beginAfter(failing, ["outline", "a.pdf", "--cache", "cache"]).ended;
    expect(err).toBe("The cache couldn't be written: the disk is full.\n1 letter.\n");
    expect(code).toBe(0);
    expect(entries()).toEqual([]);
    rmSync(at("cache"), { recursive: true });
    put({ cache: "a file" });
    expect((await run(["outline", "a.pdf", "--cache", "cache"])).err).toContain(
      "The cache folder “cache” can't be created.",
    );
    expect(existsSync(at("cache"))).toBe(true);
  });
});

describe("docx", () => {
  const readable = "Case Number: CM16-0990031\nDate of Injury: 05/13/2014\n\n";

  test("writes a letter as a Word file, which reads as the same letter", async () => {
    put({ "a.txt": `${readable}${sound}`, "a.pdf": pdf(renamed(sound, 1)) });
    for (const name of ["a.txt", "a.pdf"]) {
      expect(await run(["docx", at(name), "-o", at(`${name}.docx`)])).toEqual({
        out: "",
        err: "1 letter.\n",
        code: 0,
      });
      const [before, after] = await Promise.all(
        [name, `${name}.docx`].map((one) => run(["export", at(one), "--format", "ndjson"])),
      );
      const recordsOf = (out = "") => out.replaceAll(/"(?:file|line|page|lineOnPage)":[^,}]*,?/g, "");
      expect(recordsOf(after?.out)).toBe(recordsOf(before?.out));
    }
  });

  test("to standard output, and from standard input", async () => {
    const child = begin(process.execPath, [program, "docx", "-"], { stdio: ["pipe", "pipe", "pipe"] }).child;
    const pieces: Buffer[] = [];
    child.stdout?.on("data", (piece: Buffer) => pieces.push(piece));
    child.stdin?.end(sound);
    await once(child, "close");
    writeFileSync(at("a.docx"), Buffer.concat(pieces));
    expect((await run(["text", at("a.docx")])).out).toContain("\nIMR ISSUES, DECISIONS AND RATIONALES\n");
  });

  test("doesn't replace a letter, the input, or a Word file unless told to", async () => {
    put({ "b.txt": sound, "a.txt": sound });
    expect(await run(["docx", at("a.txt"), "-o", at("a.txt")])).toMatchObject({ code: 2 });
    expect(await run(["docx", at("a.txt"), "-o", at("b.txt")])).toMatchObject({ code: 2 });
    expect(readFileSync(at("b.txt"), "utf8")).toBe(sound);
    expect(await run(["docx", at("a.txt"), "-o", at("c.docx")])).toMatchObject({ code: 0 });
    const again = await run(["docx", at("a.txt"), "-o", at("c.docx")]);
    expect(again.code).toBe(2);
    expect(again.err).toContain("--force");
    expect(await run(["docx", at("a.txt"), "-o", at("c.docx"), "--force"])).toMatchObject({ code: 0 });
  });

  test("writes one file, and leaves nothing if there's another, or no letter", async () => {
    put({ "in/a.txt": renamed(sound, 1), "in/b.txt": renamed(sound, 2), "c.txt": "Dear Sir" });
    const two = await run(["docx", at("in"), "-o", at("a.docx")]);
    expect(two.code).toBe(2);
    expect(two.err).toContain("A Word file holds one file.");
    expect((await run(["docx", at("c.txt"), "-o", at("a.docx")])).code).toBe(2);
    expect(readdirSync(at(".")).toSorted()).toEqual(["c.txt", "in"]);
  });
});
