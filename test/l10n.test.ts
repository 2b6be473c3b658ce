/** Everything that the user reads can be translated: every text has a key, and every key has a text. */
import { describe, expect, test } from "vitest";
import bundle from "../l10n/bundle.l10n.json";
import manifest from "../package.json";
import words from "../package.nls.json";
// @ts-expect-error a plain script
import { bundleEntries, textsIn } from "../scripts/l10n.mjs";
import { keyIn } from "./shownManifest.ts";

/** The manifest properties whose text is shown to the user. */
const shownNames = new Set([
  ...["title", "shortTitle", "category", "name", "contextualTitle", "contents", "aliases", "altText"],
  ...["description", "markdownDescription", "enumItemLabels", "markdownEnumDescriptions"],
]);

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Every string in a JSON value, with the name of the nearest property. */
function textsUnder(value: unknown, name = ""): readonly Text[] {
  if (typeof value === "string") return [{ name, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => textsUnder(item, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([property, item]) => textsUnder(item, property));
}

describe("package.json and package.nls.json", () => {
  const texts = [...textsUnder(manifest.contributes), ...textsUnder(manifest.capabilities)].filter(
    ({ name }) => name !== "supported",
  );
  const keys = texts.flatMap(({ text }) => keyIn(text) ?? []);

  test("every text that is shown is a key", () => {
    const shown = texts.filter(({ name }) => shownNames.has(name));
    expect(shown.length).toBeGreaterThan(80);
    expect(shown.filter(({ text }) => !keyIn(text))).toEqual([]);
  });

  test("every key has a text, and every text is used", () => {
    expect([...new Set(keys)].toSorted()).toEqual(Object.keys(words).toSorted());
  });

  test("no text is empty or a key itself", () => {
    expect(Object.values(words).filter((text) => text.trim() === "" || keyIn(text))).toEqual([]);
  });
});

describe("the client's texts", () => {
  test("are exactly those in the bundle", () => {
    // When this fails: npm run l10n
    expect(bundle).toEqual(bundleEntries());
    expect(bundle).toHaveProperty(["No problems are ignored in this workspace."]);
  });

  test.each([
    ["double quotes", `vscode.l10n.t("Undo");`, ["Undo"]],
    ["single quotes around double ones", `vscode.l10n.t('Say "Upheld"');`, ['Say "Upheld"']],
    ["an apostrophe", `vscode.l10n.t("The reviewer's guideline");`, ["The reviewer's guideline"]],
    ["an escaped line break", String.raw`vscode.l10n.t("One\nTwo");`, ["One\nTwo"]],
    ["placeholders", `vscode.l10n.t("{0} of {1}", a, f(b));`, ["{0} of {1}"]],
    ["a call over several lines", `l10n.t(\n  // why\n  "Undo",\n  a,\n);`, ["Undo"]],
    ["one call in another", `l10n.t("Ignored: {0}", l10n.t("twice"));`, ["Ignored: {0}", "twice"]],
    ["only a comment", `// vscode.l10n.t("Undo")\nconst one = 1;`, []],
  ])("are read from code with %s", (_what, code, expected) => {
    expect(textsIn(code)).toEqual(expected);
  });

  test.each([
    ["a variable", "vscode.l10n.t(message);"],
    ["a sum", `vscode.l10n.t("Ignored: " + rule);`],
    ["a template", "vscode.l10n.t(`Ignored: ${rule}`);"],
  ])("cannot be %s, which translators could not see", (_what, code) => {
    expect(() => textsIn(code, "here.ts")).toThrow(/^here\.ts: .*one string/);
  });
});
