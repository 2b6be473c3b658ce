import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { commands, languageId } from "../client/src/names.ts";
import manifest from "../package.json";
// @ts-expect-error a plain script
import { ruleSettings, rulesSetting } from "../scripts/manifest.mjs";
import { tokenTypes } from "../server/src/protocol/convert.ts";
import { rules } from "../server/src/review/rules.ts";

const { contributes } = manifest;
const root = path.resolve(import.meta.dirname, "..");

test("the settings offer each rule with its own severity and title", () => {
  // When this fails: node scripts/manifest.mjs
  expect(rulesSetting(manifest).properties).toEqual(ruleSettings(rules));
});

test("every setting is the extension's own and says in Markdown what it does", () => {
  for (const { properties } of contributes.configuration) {
    for (const [name, setting] of Object.entries(properties)) {
      expect(name).toMatch(/^imr\./);
      expect(setting.markdownDescription).toMatch(/\w\.$/);
    }
  }
});

test("every command can be called by name, in letters only", () => {
  const known = Object.values(commands).toSorted();
  expect(contributes.commands.map(({ command }) => command).toSorted()).toEqual(known);
  expect(contributes.menus.commandPalette.map(({ command }) => command).toSorted()).toEqual(known);
  for (const { command, when } of [...contributes.keybindings, ...contributes.menus.commandPalette]) {
    expect(known).toContain(command);
    expect(when).toContain(`editorLangId == ${languageId}`);
  }
});

test("every kind of token that the server sends has colours", () => {
  const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
  expect(Object.keys(scopes).toSorted()).toEqual([...tokenTypes].toSorted());
});

test("every new kind of token is described", () => {
  // VS Code itself has one named "label".
  const own = tokenTypes.filter((type) => type !== "label");
  expect(contributes.semanticTokenTypes.map(({ id }) => id).toSorted()).toEqual([...own].toSorted());
});

describe("the files that the manifest and the package name", () => {
  const [language] = contributes.languages;
  const [grammar] = contributes.grammars;
  test.each([manifest.icon, language!.configuration, grammar!.path, "LICENSE", "README.md", "CHANGELOG.md"])(
    "%s",
    (file) => {
      expect(existsSync(path.join(root, file))).toBe(true);
    },
  );

  test("the grammar has the scope that the manifest gives", () => {
    expect(JSON.parse(readFileSync(path.join(root, grammar!.path), "utf8")).scopeName).toBe(
      grammar!.scopeName,
    );
  });
});

describe("files are recognised by name", () => {
  const [language] = contributes.languages;
  /** As VS Code reads the patterns: ignoring case. */
  const isLetter = (name: string): boolean =>
    language!.extensions.some((end) => name.toLowerCase().endsWith(end)) ||
    language!.filenamePatterns.some((pattern) => globToRegExp(pattern).test(name));

  test.each(["a.imr", "a.imr.txt", "CM13-0001234.txt", "cm16-0001234.TXT", "CM13-0001234 final.txt"])(
    "%s",
    (name) => {
      expect(isLetter(name)).toBe(true);
    },
  );
  test.each(["a.txt", "CM13-1234.txt", "CM13-0001234.pdf", "imr.md"])("not %s", (name) => {
    expect(isLetter(name)).toBe(false);
  });
});

const globToRegExp = (glob: string): RegExp =>
  new RegExp(`^${glob.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`, "i");

describe("the first line of a file without an ending", () => {
  const firstLine = new RegExp(contributes.languages[0]!.firstLine);
  test.each([
    " HOW THE IMR FINAL DETERMINATION WAS MADE ",
    "MAXIMUS FEDERAL SERVICES, INC. ",
    "Case Number:          CM16-0990001",
  ])("%s", (line) => {
    expect(firstLine.test(line)).toBe(true);
  });
  test.each(["Case Number: 12", "How the IMR final determination was made", ""])("not %s", (line) => {
    expect(firstLine.test(line)).toBe(false);
  });
});
