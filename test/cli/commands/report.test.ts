/** `imr-letters report`, run as a program: one page, with relative links to the letters. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { relativeLink } from "../../../server/src/cli/io/relativeLink.ts";
import { rules } from "../../../server/src/review/rules.ts";
import { begin, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const missingDecision = rules.find(({ id }) => id === "issue/missing-decision")?.title ?? "";

const written = (name: string): string => readFileSync(path.join(folder(), name), "utf8");

/** The files that the links of a page go to. */
const filesLinked = (name: string): readonly string[] =>
  [...written(name).matchAll(/class="letter" href="([^"]*)"/g)].map(([, href = ""]) =>
    path.relative(
      folder(),
      decodeURIComponent(
        new URL(href.replaceAll("&#39;", "'"), pathToFileURL(path.join(folder(), name))).pathname,
      ),
    ),
  );

test("writes one page on all letters and prints their number", async () => {
  put({ "letters/a.imr": sound, "letters/b.imr": undecided, "letters/notes.txt": "Buy milk." });
  const { out, err, code } = await run(["report", "letters", "-o", "report.html"]);
  expect({ out, err, code }).toEqual({
    out: "",
    err: "letters/notes.txt: not a letter (skipped)\n2 letters, 1 file isn't a letter, 2 issues.\n",
    code: 0,
  });
  const page = written("report.html");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toMatch(/<dt>Letters<\/dt><dd>2<\/dd>/);
  expect(page).toMatch(/<dt>No decision<\/dt><dd>1 /);
  expect(page).toContain(missingDecision);
  expect(readdirSync(folder()).sort()).toEqual(["letters", "report.html"]);
});

test("doesn't count problems that a line in the letter ignores", async () => {
  put({ "a.imr": `%% imr-ignore-file issue/missing-decision\n${undecided}` });
  await run(["report", "a.imr", "-o", "report.html"]);
  expect(written("report.html")).not.toContain(missingDecision);
});

test("links go to the letters, whatever their names and wherever the page is", async () => {
  const names = ["a b.imr", "50%.imr", "n#1?.imr", "Änderung é 信.imr", 'it\'s "so".imr', "x:y&z<w>.imr"];
  put({ ...Object.fromEntries(names.map((name) => [`letters/${name}`, sound])), "deep/er/old": "" });
  for (const name of ["report.html", "deep/er/report.html", "letters/report.html"]) {
    await run(["report", "letters", "-o", name]);
    const linked = filesLinked(name);
    expect([...linked].sort()).toEqual(names.map((one) => `letters/${one}`).sort());
    for (const file of linked) expect(existsSync(path.join(folder(), file)), file).toBe(true);
  }
});

test("a link is an encoded relative path and can't be another URL", () => {
  expect(relativeLink("/reports", "/letters/a b.imr")).toBe("../letters/a%20b.imr");
  expect(relativeLink("/", "/javascript:alert(1).imr")).toBe("javascript%3Aalert(1).imr");
  expect(relativeLink("/", "/a\ud800.imr")).toBe("a%EF%BF%BD.imr");
});

test("uses rules and packs, and doesn't link letters without files", async () => {
  put({ "u.imr": undecided });
  await run(["report", "u.imr", "--rules", "issue/missing-decision=off", "-o", "off.html"]);
  expect(written("off.html")).not.toContain(missingDecision);
  const line = `${JSON.stringify({ id: "A-1", text: sound })}\n`;
  const { out } = await run(["report", "--ndjson"], line);
  expect(out).toContain("CM15-0990001");
  expect(out).not.toContain('class="letter"');
});

test("is the same with one thread and with several", async () => {
  put(copies(216, undecided));
  await run(["report", ".", "-j", "1", "-o", "one.html"]);
  await run(["report", ".", "-j", "3", "-o", "three.html"]);
  expect(written("three.html") === written("one.html")).toBe(true);
  expect(written("one.html")).toMatch(/<dt>Letters<\/dt><dd>216<\/dd>/);
});

describe("a report that can't be written", () => {
  test("is reported and leaves nothing behind", async () => {
    put({ "a.imr": sound });
    const { err, code } = await run(["report", "a.imr", "-o", "no/such/folder/report.html"]);
    expect(err).toContain("couldn't write the results: the folder doesn't exist");
    expect(code).toBe(2);
    expect(readdirSync(folder())).toEqual(["a.imr"]);
  });

  test.runIf(process.platform !== "win32")("because the program is stopped prints nothing", async () => {
    const { child, ended } = begin(process.execPath, [program, "report", "--ndjson"]);
    // It reads in order: once it names the second line, it has the first letter.
    child.stdin?.write(`${JSON.stringify({ text: sound })}\nno letter\n`);
    child.stderr?.once("data", () => child.kill("SIGINT"));
    expect(await ended).toMatchObject({ out: "", code: 130 });
  });
});
