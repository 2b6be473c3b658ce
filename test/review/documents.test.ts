/** The documents are right about the project. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import * as extensions from "../../server/src/protocol/extensions.ts";
import { shownManifest as manifest } from "../shownManifest.ts";

const root = path.resolve(import.meta.dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n");
const filesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);

const documents = [
  "README.md",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "samples/README.md",
  ...filesIn("docs", ".md"),
];

describe.each(documents)("%s", (file) => {
  const text = read(file);

  test("its links have targets", () => {
    const targets = [...text.matchAll(/\]\((?!https:)([^)\s]+)\)/g)].map(([, target = ""]) => target);
    const broken = targets.filter((target) => {
      const [name = "", heading] = target.split("#");
      const linked = name === "" ? file : path.posix.join(path.posix.dirname(file), name);
      if (!existsSync(path.join(root, linked))) return true;
      return heading !== undefined && !anchorsOf(read(linked)).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  test("the commands it names exist", () => {
    const named = [...text.matchAll(/npm run ([a-z][a-z0-9:-]*)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !(script in manifest.scripts))).toEqual([]);
  });

  test("the tests it names exist", () => {
    const named = [...text.matchAll(/`(test\/[\w/.-]+)`/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !existsSync(path.join(root, name)))).toEqual([]);
  });
});

/** The anchors that GitHub makes from headings. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

/** Keys whose names need more than a capital letter. */
const keyNames: Readonly<Record<string, string>> = { pagedown: "PageDown", pageup: "PageUp" };

describe("README.md", () => {
  const readme = read("README.md");

  test("its first words say that it works offline", () => {
    expect(readme.split("\n").filter((line) => line !== "")[1]).toMatch(/^\*\*Works offline/);
  });

  test("lists the keyboard shortcuts", () => {
    const written = (keys: string) =>
      keys
        .split("+")
        .map((key) => keyNames[key] ?? key.charAt(0).toUpperCase() + key.slice(1))
        .join("+");
    for (const { command, key, mac } of manifest.contributes.keybindings) {
      const { category, title } = manifest.contributes.commands.find((c) => c.command === command) ?? {};
      expect(readme).toContain(`| ${category}: ${title} | ${written(key)} | ${written(mac)} |`);
    }
  });

  test("lists all settings and no others", () => {
    const listed = [...readme.matchAll(/^\| `(imr\.[\w.]+)` \|/gm)].map(([, setting]) => setting);
    const settings = manifest.contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
    expect(listed.sort()).toEqual(settings.sort());
  });
});

test("every picture is in a document", () => {
  const shown = documents.map(read).join();
  const pictures = filesIn("docs/images", ".png").map((file) => path.posix.basename(file));
  expect(pictures.length).toBeGreaterThan(10);
  expect(pictures.filter((name) => !shown.includes(`images/${name})`))).toEqual([]);
});

test("docs/editors.md lists every custom request and notification", () => {
  const page = read("docs/editors.md");
  const own = Object.values(extensions).filter((name) => typeof name === "string" && name.startsWith("imr/"));
  expect(own.length).toBeGreaterThan(15);
  expect(own.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

test("the changelog's newest version is this one", () => {
  expect(/^## \[(\S+)\] - \d{4}-\d\d-\d\d$/m.exec(read("CHANGELOG.md"))?.[1]).toBe(manifest.version);
});

test("every architecture invariant is followed by the check that backs it", () => {
  const invariants = read("docs/ARCHITECTURE.md").split("**Architecture Invariant").slice(1);
  expect(invariants.length).toBeGreaterThan(8);
  for (const invariant of invariants) {
    expect(invariant.split(/\n\n|\n[-#]/)[0]).toMatch(/Check: .*`[\w./-]+`/s);
  }
});

test("nothing in the extension or the server can talk to a network", () => {
  const talks =
    /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|["'](?:node:)?(?:https?|http2|net|tls|dgram|dns)["']/;
  const sources = [
    ...filesIn("client/src", ".ts"),
    ...filesIn("reader/src", ".ts"),
    ...filesIn("server/src", ".ts"),
  ];
  expect(sources.length).toBeGreaterThan(50);
  expect(sources.filter((file) => talks.test(read(file)))).toEqual([]);
});
