/** `imr-letters report`, run as a program: one page, with links from where it lies to the letters. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { relativeLink } from "../../../server/src/cli/io/relativeLink.ts";
import { begin, copies, folder, program, put, run, sound, undecided } from "../inFolder.ts";

const written = (name: string): string => readFileSync(path.join(folder(), name), "utf8");

/** The files to which the links of a page lead. */
const filesLinked = (name: string): readonly string[] =>
  [...written(name).matchAll(/class="letter" href="([^"]*)"/g)].map(([, href = ""]) =>
    path.relative(
      folder(),
      decodeURIComponent(
        new URL(href.replaceAll("&#39;", "'"), pathToFileURL(path.join(folder(), name))).pathname,
      ),
    ),
  );

test("writes one page about all letters, and says how many", async () => {
  put({ "letters/a.imr": sound, "letters/b.imr": undecided, "letters/notes.txt": "Buy milk." });
  const { out, err, code } = await run(["report", "letters", "-o", "report.html"]);
  expect({ out, err, code }).toEqual({
    out: "",
    err: "letters/notes.txt: it is no letter\n2 letters, 1 file is no letter, 2 issues.\n",
    code: 0,
  });
  const page = written("report.html");
  expect(page).toMatch(/^<!doctype html>/);
  expect(page).toMatch(/<dt>Letters<\/dt><dd>2<\/dd>/);
  expect(page).toMatch(/<dt>No decision<\/dt><dd>1 /);
  expect(page).toContain("A heading has no decision");
  expect(readdirSync(folder()).sort()).toEqual(["letters", "report.html"]);
});

test("counts no finding that a line in the letter says to leave alone", async () => {
  put({ "a.imr": `%% imr-ignore-file issue/missing-decision\n${undecided}` });
  await run(["report", "a.imr", "-o", "report.html"]);
  expect(written("report.html")).not.toContain("A heading has no decision");
});

test("links lead to the letters, whatever they are called and wherever the page lies", async () => {
  const names = ["a b.imr", "50%.imr", "n#1?.imr", "Änderung é 信.imr", 'it\'s "so".imr', "x:y&z<w>.imr"];
  put({ ...Object.fromEntries(names.map((name) => [`letters/${name}`, sound])), "deep/er/old": "" });
  for (const name of ["report.html", "deep/er/report.html", "letters/report.html"]) {
    await run(["report", "letters", "-o", name]);
    const linked = filesLinked(name);
    expect([...linked].sort()).toEqual(names.map((one) => `letters/${one}`).sort());
    for (const file of linked) expect(existsSync(path.join(folder(), file)), file).toBe(true);
  }
});

test("a link has the name of a file between its slashes only, and is no address", () => {
  expect(relativeLink("/reports", "/letters/a b.imr")).toBe("../letters/a%20b.imr");
  expect(relativeLink("/", "/javascript:alert(1).imr")).toBe("javascript%3Aalert(1).imr");
  expect(relativeLink("/", "/a\ud800.imr")).toBe("a%EF%BF%BD.imr");
});

test("takes rules and packs, and letters without files have no links", async () => {
  put({ "u.imr": undecided });
  await run(["report", "u.imr", "--rules", "issue/missing-decision=off", "-o", "off.html"]);
  expect(written("off.html")).not.toContain("A heading has no decision");
  const line = `${JSON.stringify({ id: "A-1", text: sound })}\n`;
  const { out } = await run(["report", "--ndjson"], line);
  expect(out).toContain("CM15-0990001");
  expect(out).not.toContain('class="letter"');
});

test("is the same with one thread and with several", async () => {
  put(copies(260, undecided));
  await run(["report", ".", "-j", "1", "-o", "one.html"]);
  await run(["report", ".", "-j", "3", "-o", "three.html"]);
  expect(written("three.html") === written("one.html")).toBe(true);
  expect(written("one.html")).toMatch(/<dt>Letters<\/dt><dd>260<\/dd>/);
});

describe("where it cannot be written", () => {
  test("says so, and leaves nothing behind", async () => {
    put({ "a.imr": sound });
    const { err, code } = await run(["report", "a.imr", "-o", "no/such/folder/report.html"]);
    expect(err).toContain("the results could not be written: there is no such folder");
    expect(code).toBe(2);
    expect(readdirSync(folder())).toEqual(["a.imr"]);
  });

  test.runIf(process.platform !== "win32")("or stopped, prints no half of a report", async () => {
    const { child, ended } = begin(process.execPath, [program, "report", "--ndjson"]);
    // It reads in order: once it names the second line, it has the first letter.
    child.stdin?.write(`${JSON.stringify({ text: sound })}\nno letter\n`);
    child.stderr?.once("data", () => child.kill("SIGINT"));
    expect(await ended).toMatchObject({ out: "", code: 130 });
  });
});
