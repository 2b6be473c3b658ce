import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  commands,
  issueRowContext,
  issuesViewId,
  languageId,
  letterEditorType,
  letterIsActiveContext,
  lettersToCleanUpContext,
  previewScheme,
  reportViewType,
} from "../client/src/constants.ts";
import manifest from "../package.json";
import words from "../package.nls.json";
// @ts-expect-error a plain script
import { ruleSettings, rulesSetting, withRuleWords } from "../scripts/manifest.mjs";
// @ts-expect-error a plain script
import { settingsSchema } from "../scripts/schemas.mjs";
import { documentScheme, letterTokenTypes } from "../server/src/protocol/extensions.ts";
import { tokenLegend } from "../server/src/protocol/lsp/tokenLegend.ts";
import { rules } from "../server/src/review/rules.ts";
import { shownManifest } from "./shownManifest.ts";

const { contributes } = manifest;
const root = path.resolve(import.meta.dirname, "..");

/** The files in the package, from .vscodeignore. */
const packed = readFileSync(path.join(root, ".vscodeignore"), "utf8")
  .split(/\r?\n/)
  .filter((line) => line.startsWith("!"))
  .map((line) => line.slice(1));

test("works in virtual workspaces, and in untrusted ones except for settings that name files", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const namingFiles = names.filter((name) => /pack|path|folder|knowledge|copies/i.test(name));
  expect(virtualWorkspaces).toBe(true);
  // VS Code uses the list only with "limited". Everything else works.
  expect(untrustedWorkspaces.supported).toBe("limited");
  expect(untrustedWorkspaces.restrictedConfigurations).toEqual(namingFiles);
});

test("the settings list each rule with its severity and title", () => {
  // When this fails: node scripts/manifest.mjs
  expect(rulesSetting(manifest).properties).toEqual(ruleSettings(rules));
  expect(words).toEqual(withRuleWords(words, rules));
  const { properties } = rulesSetting(shownManifest);
  expect(properties["issue/missing-decision"].markdownDescription).toBe(
    "A heading has no decision. (Labor Code 4610.6(e))",
  );
});

describe("settings", () => {
  const sections = shownManifest.contributes.configuration;

  test("are in sections with titles, in order", () => {
    expect(sections.map(({ title }) => title)).toEqual([
      "Detection",
      "Rules",
      "While Drafting",
      "Guidelines",
      "Workspace",
    ]);
    for (const { properties } of sections) {
      const orders = Object.values(properties).map(({ order }) => order);
      expect(orders).toEqual(orders.toSorted((a, b) => a - b));
      expect(new Set(orders).size).toBe(orders.length);
    }
  });

  test.each(sections.flatMap(({ properties }) => Object.entries(properties)))(
    "%s has the extension's prefix, the right scope, and a description in sentences",
    (name, setting) => {
      expect(name).toMatch(/^imr\./);
      // How much is read, and which guidelines are known, is the same for all documents.
      const isForWindow =
        ["imr.maxFileSize", "imr.packs.folder"].includes(name) || /^imr\.workspace\./.test(name);
      expect(setting.scope).toBe(isForWindow ? "window" : "resource");
      // A sentence can end with code, emphasis, or a link.
      expect(setting.markdownDescription).toMatch(/^[A-Z].*[\w`*)]\.$/);
    },
  );

  test("the settings that descriptions refer to exist", () => {
    const known = sections.flatMap(({ properties }) => Object.keys(properties));
    const named = Object.values(words).flatMap((text) => [...text.matchAll(/`#(imr\..+?)#`/g)]);
    expect(named.length).toBeGreaterThan(0);
    for (const [, name] of named) expect(known).toContain(name);
  });
});

describe("defaults for letters", () => {
  const defaults = contributes.configurationDefaults[`[${languageId}]`];

  test("suggestions appear while typing in citations and at the start of labels, but not in prose", () => {
    expect(defaults["editor.quickSuggestions"]).toEqual({ comments: "off", strings: "on", other: "off" });
    const tokenTypes = contributes.grammars[0]?.tokenTypes ?? {};
    const strings = Object.entries(tokenTypes).filter(([, type]) => type === "string");
    expect(strings.map(([scope]) => scope)).toEqual([
      "meta.guideline-part.imr-letter",
      "meta.label.begun.imr-letter",
    ]);
    // A quotation in a rationale is prose.
    expect((tokenTypes as Record<string, string>)["string.quoted.double.imr-letter"]).toBe("other");
    expect(defaults["editor.wordBasedSuggestions"]).toBe("off");
    expect(defaults).not.toHaveProperty(["editor.suggestOnTriggerCharacters"]);
  });

  test("nothing changes a letter automatically", () => {
    for (const moment of ["Save", "Type", "Paste"] as const) {
      expect(defaults[`editor.formatOn${moment}`]).toBe(false);
    }
  });
});

/** Commands that create or open a letter, or are for all letters, so that they do not need one. */
const anywhere: readonly string[] = [
  commands.findGuideline,
  commands.importGuideline,
  commands.importDrugList,
  commands.showImported,
  commands.changeImported,
  commands.removeImported,
  commands.newLetter,
  commands.openSample,
  commands.reviewWorkspace,
  commands.reportOnWorkspace,
  commands.saveReport,
  commands.clearWorkspaceReview,
  commands.exportDeterminations,
  commands.openAsLetter,
  commands.restartServer,
  commands.showLog,
];
const whenPreview = `resourceScheme == ${previewScheme}`;
/** For the letters in files with this extension. */
const whenEndsWith = (extension: string): string =>
  String.raw`resourceFilename =~ /\.${extension} \(letter\)$/i`;
const whenFolder = `view == ${issuesViewId} && workspaceFolderCount != 0`;
const known: readonly string[] = Object.values(commands).toSorted();
const inLetters = known.filter((command) => !anywhere.includes(command));

describe("commands", () => {
  test("are exactly those that the client registers", () => {
    expect(contributes.commands.map(({ command }) => command).toSorted()).toEqual(known);
  });

  test("open the kinds of files that the client converts, and give their letters their language", () => {
    const [editor] = contributes.customEditors;
    expect(editor?.viewType).toBe(letterEditorType);
    expect(editor?.priority).toBe("option");
    const patterns = editor?.selector.map(({ filenamePattern }) => `${filenamePattern} (letter)`);
    expect(contributes.languages[0]?.filenamePatterns).toEqual(expect.arrayContaining(patterns ?? []));
  });

  test("all have the same category", () => {
    expect(new Set(shownManifest.contributes.commands.map(({ category }) => category))).toEqual(
      new Set(["IMR"]),
    );
  });

  test("that need a letter are available only in letters", () => {
    const { commandPalette } = contributes.menus;
    expect(commandPalette.map(({ command }) => command).toSorted()).toEqual(inLetters);
    for (const { command, when } of [
      ...commandPalette,
      ...contributes.menus["editor/context"],
      ...contributes.keybindings,
    ]) {
      expect([...inLetters, commands.findGuideline]).toContain(command);
      expect(when).toContain(
        command === commands.applyCleanUp ? whenPreview : `editorLangId == ${languageId}`,
      );
    }
  });

  test("in the view's title have an icon, or are for the whole folder and in the overflow menu", () => {
    for (const { command, when, group } of contributes.menus["view/title"]) {
      const icon = contributes.commands.find((one) => one.command === command)?.icon;
      if (anywhere.includes(command))
        expect([when, group.split("@")[0]]).toEqual([whenFolder, "2_workspace"]);
      else {
        expect(icon).toMatch(/^\$\([a-z-]+\)$/);
        // The key of the view itself: VS Code's keys are those of the last editor, which may be a guideline page.
        expect(when).toBe(`view == ${issuesViewId} && ${letterIsActiveContext}`);
      }
    }
  });

  test("in the title of a tab have an icon, and are available only where they apply", () => {
    const whenOf: Readonly<Record<string, string>> = {
      [commands.saveReport]: `activeWebviewPanelId == ${reportViewType}`,
      [commands.cleanUpText]: `resource in ${lettersToCleanUpContext} && !isInDiffEditor`,
      [commands.applyCleanUp]: whenPreview,
      [commands.openPdf]: `resourceScheme == ${documentScheme} && ${whenEndsWith("pdf")}`,
      [commands.openWordFile]: `resourceScheme == ${documentScheme} && ${whenEndsWith("docx")}`,
      [commands.saveAsText]: `resourceScheme == ${documentScheme}`,
    };
    const entries = contributes.menus["editor/title"];
    expect(Object.fromEntries(entries.map(({ command, when }) => [command, when]))).toEqual(whenOf);
    for (const entry of entries) {
      const command = contributes.commands.find(({ command }) => command === entry.command);
      expect(command?.icon).toMatch(/^\$\([a-z-]+\)$/);
    }
  });

  test("in the references view have an icon, and are available on the extension's rows", () => {
    for (const entry of contributes.menus["view/item/context"]) {
      const command = contributes.commands.find(({ command }) => command === entry.command);
      expect(command?.icon).toMatch(/^\$\([a-z-]+\)$/);
      expect(entry.when).toBe(`view == references-view.tree && viewItem == ${issueRowContext}`);
    }
  });

  test("in the New File menu have a short title", () => {
    const [entry] = contributes.menus["file/newFile"];
    const command = shownManifest.contributes.commands.find(({ command }) => command === entry?.command);
    expect(command?.shortTitle).toBe("IMR Letter");
  });
});

interface Call {
  readonly command: string;
  readonly args: readonly unknown[];
}
const toCall = (one: string | Call): Call => (typeof one === "string" ? { command: one, args: [] } : one);

describe("the walkthrough", () => {
  const [walkthrough] = shownManifest.contributes.walkthroughs;
  /** The commands in links with their arguments. Each command of `runCommands` is listed separately. */
  const callsIn = (text: string): readonly Call[] =>
    [...text.matchAll(/\(command:([\w.]+)(?:\?([^)]*))?\)/g)].flatMap(([, command = "", query = ""]) => {
      const given = query === "" ? [] : JSON.parse(decodeURIComponent(query));
      return command === "runCommands" ? given.commands.map(toCall) : { command, args: given };
    });
  const calls = Object.values(words).flatMap(callsIn);

  test("has a few steps, each with a button that completes it", () => {
    expect(walkthrough?.steps.map(({ title }) => title)).toEqual([
      "Open a sample letter",
      "Look up what is cited",
      "Fix what is missing",
      "Draft your own",
    ]);
    for (const { description, completionEvents } of walkthrough?.steps ?? []) {
      // A link on a separate line is shown as a button.
      const [button = ""] = /^\[[^\]]+\]\([^)]*\)$/m.exec(description) ?? [];
      expect(completionEvents).toEqual([`onCommand:${callsIn(button).at(-1)?.command}`]);
    }
  });

  test("has pictures that use the colors of the theme", () => {
    for (const { media } of walkthrough?.steps ?? []) {
      const picture = readFileSync(path.join(root, media.svg), "utf8");
      expect(media.altText).toMatch(/\w\.$/);
      const colors = [...picture.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
      expect(colors.filter((color) => color !== "none" && !color?.startsWith("var(--vscode-"))).toEqual([]);
      // VS Code shows them without style sheets, scripts, and external resources.
      expect(picture).not.toMatch(/<style|\sstyle=|<script|href/);
    }
  });

  test("and the empty view use only commands that exist", () => {
    expect(calls.length).toBeGreaterThan(6);
    const ofVsCode = calls.map(({ command }) => command).filter((command) => !known.includes(command));
    expect(ofVsCode.toSorted()).toEqual(["editor.action.marker.next", `${issuesViewId}.focus`]);
  });

  test("opens a sample in the package", () => {
    const opened = calls.filter(({ command }) => command === commands.openSample).flatMap(({ args }) => args);
    expect(new Set(opened)).toEqual(new Set(["missing-decision.imr.txt"]));
    for (const name of opened) expect(packed).toContain(`samples/${name}`);
  });
});

test("every token type that the server sends has a scope for colors", () => {
  const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
  expect(Object.keys(scopes).toSorted()).toEqual([...letterTokenTypes].toSorted());
});

test("settings that name a path are restricted in untrusted workspaces, where everything else works", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const paths = contributes.configuration
    .flatMap(({ properties }) => Object.keys(properties))
    .filter((name) => /folder|path|file$/i.test(name));
  expect(untrustedWorkspaces.supported).toBe("limited");
  expect(untrustedWorkspaces.restrictedConfigurations).toEqual(paths);
  expect(virtualWorkspaces).toBe(true);
});

test("packs and settings of a folder are validated with the published schemas in the editor", () => {
  expect(contributes.jsonValidation).toEqual([
    { fileMatch: "*.imr-pack.json", url: "./schemas/imr-pack.schema.json" },
    { fileMatch: "**/.imr/settings.json", url: "./schemas/imr-settings.schema.json" },
  ]);
  for (const { url } of contributes.jsonValidation) expect(packed).toContain(url.slice(2));
});

test("the published schema of a folder's settings has all presets and rules", async () => {
  const published = JSON.parse(readFileSync("schemas/imr-settings.schema.json", "utf8"));
  expect(published).toEqual(await settingsSchema());
});

test("every custom token type is described", () => {
  // VS Code has a token type "label" itself.
  const own = letterTokenTypes.filter((type) => type !== "label");
  expect(contributes.semanticTokenTypes.map(({ id }) => id).toSorted()).toEqual([...own].toSorted());
  // Editors without them get the type that each is derived from.
  const { names, numbers } = tokenLegend(new Set(["label"]));
  for (const { id, superType } of contributes.semanticTokenTypes) {
    expect(names[numbers[id as keyof typeof numbers]]).toBe(superType);
  }
});

describe("the files that the manifest and the package refer to", () => {
  const [language] = contributes.languages;
  const named = [
    manifest.main,
    manifest.browser,
    manifest.icon,
    language!.configuration!,
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.views.imr.map(({ icon }) => icon),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    `${manifest.l10n}/bundle.l10n.json`,
    "package.nls.json",
    "LICENSE",
    "README.md",
    "CHANGELOG.md",
  ].map((file) => path.posix.normalize(file));

  test.each(named)("%s is in the package", (file) => {
    const matches = (pattern: string) => globToRegExp(pattern).test(file);
    expect(packed.filter(matches)).not.toEqual([]);
  });

  // Built files exist only after a build.
  test.each(named.filter((file) => !file.startsWith("dist/")))("%s exists", (file) => {
    expect(existsSync(path.join(root, file))).toBe(true);
  });

  test("every file that the package includes exists", () => {
    const single = packed.filter((file) => !/^dist\/|\*/.test(file));
    expect(single.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test.each(contributes.grammars)("the grammar in $path has the scope of the manifest", (grammar) => {
    expect(JSON.parse(readFileSync(path.join(root, grammar.path), "utf8")).scopeName).toBe(grammar.scopeName);
  });
});

describe("files are recognized by name", () => {
  const [language] = contributes.languages;
  /** Like VS Code, ignores case. */
  const isLetter = (name: string): boolean =>
    language!.extensions!.some((end) => name.toLowerCase().endsWith(end)) ||
    language!.filenamePatterns!.some((pattern) => globToRegExp(pattern).test(name));

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

describe("the first line of a file without an extension", () => {
  const firstLine = new RegExp(contributes.languages[0]!.firstLine!);
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
