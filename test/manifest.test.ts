import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import {
  commands,
  issueRowContext,
  issuesViewId,
  languageId,
  reportViewType,
} from "../client/src/constants.ts";
import manifest from "../package.json";
import words from "../package.nls.json";
// @ts-expect-error a plain script
import { ruleSettings, rulesSetting, withRuleWords } from "../scripts/manifest.mjs";
import { tokenTypes } from "../server/src/protocol/lsp/convert.ts";
import { rules } from "../server/src/review/rules.ts";
import { shownManifest } from "./shownManifest.ts";

const { contributes } = manifest;
const root = path.resolve(import.meta.dirname, "..");

/** What the package holds, by .vscodeignore. */
const packed = readFileSync(path.join(root, ".vscodeignore"), "utf8")
  .split(/\r?\n/)
  .filter((line) => line.startsWith("!"))
  .map((line) => line.slice(1));

test("works in workspaces that are not on a disk, and in those not trusted, whose settings name no files", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const names = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));
  const namingFiles = names.filter((name) => /pack|path|folder|knowledge|copies/i.test(name));
  expect(virtualWorkspaces).toBe(true);
  // VS Code heeds the list only of those who say "limited": all else works.
  expect(untrustedWorkspaces.supported).toBe("limited");
  expect(untrustedWorkspaces.restrictedConfigurations).toEqual(namingFiles);
});

test("the settings offer each rule with its own severity and title", () => {
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

  test("stand in titled sections, each in its place", () => {
    expect(sections.map(({ title }) => title)).toEqual([
      "Detection",
      "Rules",
      "While Drafting",
      "Guidelines",
      "Workspace",
    ]);
    for (const { properties } of sections) {
      const places = Object.values(properties).map(({ order }) => order);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(new Set(places).size).toBe(places.length);
    }
  });

  test.each(sections.flatMap(({ properties }) => Object.entries(properties)))(
    "%s is the extension's own, can differ by folder, and says in sentences what it does",
    (name, setting) => {
      expect(name).toMatch(/^imr\./);
      // How much is read, and what is known, is one and the same for all documents.
      const isOfWindow =
        ["imr.maxFileSize", "imr.packs.folder"].includes(name) || /^imr\.workspace\./.test(name);
      expect(setting.scope).toBe(isOfWindow ? "window" : "resource");
      // A sentence may end in a code word, in emphasis or in a link.
      expect(setting.markdownDescription).toMatch(/^[A-Z].*[\w`*)]\.$/);
    },
  );

  test("what a description refers to exists", () => {
    const known = sections.flatMap(({ properties }) => Object.keys(properties));
    const named = Object.values(words).flatMap((text) => [...text.matchAll(/`#(imr\..+?)#`/g)]);
    expect(named.length).toBeGreaterThan(0);
    for (const [, name] of named) expect(known).toContain(name);
  });
});

describe("defaults for letters", () => {
  const defaults = contributes.configurationDefaults[`[${languageId}]`];

  test("suggestions come as one types in citations and where a label begins, and never in prose", () => {
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

  test("nothing changes a letter on its own", () => {
    for (const moment of ["Save", "Type", "Paste"] as const) {
      expect(defaults[`editor.formatOn${moment}`]).toBe(false);
    }
  });
});

/** Commands that make or open a letter, or are about all of them, and so need none. */
const anywhere: readonly string[] = [
  commands.findGuideline,
  commands.importGuideline,
  commands.showImported,
  commands.removeImported,
  commands.newLetter,
  commands.openSample,
  commands.reviewWorkspace,
  commands.reportOnWorkspace,
  commands.saveReport,
  commands.clearWorkspaceReview,
  commands.exportDeterminations,
];
const ofFolder = `view == ${issuesViewId} && workspaceFolderCount != 0`;
const known: readonly string[] = Object.values(commands).toSorted();
const inLetters = known.filter((command) => !anywhere.includes(command));

describe("commands", () => {
  test("are those that the client registers", () => {
    expect(contributes.commands.map(({ command }) => command).toSorted()).toEqual(known);
  });

  test("are all under one name in the palette", () => {
    expect(new Set(shownManifest.contributes.commands.map(({ category }) => category))).toEqual(
      new Set(["IMR"]),
    );
  });

  test("that need a letter are offered in letters only", () => {
    const { commandPalette } = contributes.menus;
    expect(commandPalette.map(({ command }) => command).toSorted()).toEqual(inLetters);
    for (const { command, when } of [
      ...commandPalette,
      ...contributes.menus["editor/context"],
      ...contributes.keybindings,
    ]) {
      expect([...inLetters, commands.findGuideline]).toContain(command);
      expect(when).toContain(`editorLangId == ${languageId}`);
    }
  });

  test("in the view's title have a picture, or are about the whole folder and stand in its menu", () => {
    for (const { command, when, group } of contributes.menus["view/title"]) {
      const icon = contributes.commands.find((one) => one.command === command)?.icon;
      if (anywhere.includes(command)) expect([when, group.split("@")[0]]).toEqual([ofFolder, "2_workspace"]);
      else {
        expect(icon).toMatch(/^\$\([a-z-]+\)$/);
        // VS Code remembers the language of the last editor once all are closed.
        expect(when).toBe(`view == ${issuesViewId} && resourceLangId == ${languageId} && activeEditor`);
      }
    }
  });

  test("in the title of the report's tab have a picture, and are offered there only", () => {
    for (const entry of contributes.menus["editor/title"]) {
      const command = contributes.commands.find(({ command }) => command === entry.command);
      expect(command?.icon).toMatch(/^\$\([a-z-]+\)$/);
      expect(entry.when).toBe(`activeWebviewPanelId == ${reportViewType}`);
    }
  });

  test("in another view have a picture, and are offered on rows of ours", () => {
    for (const entry of contributes.menus["view/item/context"]) {
      const command = contributes.commands.find(({ command }) => command === entry.command);
      expect(command?.icon).toMatch(/^\$\([a-z-]+\)$/);
      expect(entry.when).toBe(`view == references-view.tree && viewItem == ${issueRowContext}`);
    }
  });

  test("New File offers a letter by what it is", () => {
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
  /** What links call: commands with what they are given, those in a row one by one. */
  const callsIn = (text: string): readonly Call[] =>
    [...text.matchAll(/\(command:([\w.]+)(?:\?([^)]*))?\)/g)].flatMap(([, command = "", query = ""]) => {
      const given = query === "" ? [] : JSON.parse(decodeURIComponent(query));
      return command === "runCommands" ? given.commands.map(toCall) : { command, args: given };
    });
  const calls = Object.values(words).flatMap(callsIn);

  test("has a few steps, each with a button that completes it", () => {
    expect(walkthrough?.steps.map(({ title }) => title)).toEqual([
      "Open a sample letter",
      "Read what is cited",
      "Mend what is missing",
      "Draft your own",
    ]);
    for (const { description, completionEvents } of walkthrough?.steps ?? []) {
      // A link on a line of its own is shown as a button.
      const [button = ""] = /^\[[^\]]+\]\([^)]*\)$/m.exec(description) ?? [];
      expect(completionEvents).toEqual([`onCommand:${callsIn(button).at(-1)?.command}`]);
    }
  });

  test("has pictures that take their colours from the theme", () => {
    for (const { media } of walkthrough?.steps ?? []) {
      const picture = readFileSync(path.join(root, media.svg), "utf8");
      expect(media.altText).toMatch(/\w\.$/);
      const colours = [...picture.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
      expect(colours.filter((colour) => colour !== "none" && !colour?.startsWith("var(--vscode-"))).toEqual(
        [],
      );
      // VS Code shows them without style sheets, scripts and anything from elsewhere.
      expect(picture).not.toMatch(/<style|\sstyle=|<script|href/);
    }
  });

  test("and the empty view call only commands that exist", () => {
    expect(calls.length).toBeGreaterThan(6);
    const ofVsCode = calls.map(({ command }) => command).filter((command) => !known.includes(command));
    expect(ofVsCode.toSorted()).toEqual(["editor.action.marker.next", `${issuesViewId}.focus`]);
  });

  test("opens a sample that is in the package", () => {
    const opened = calls.filter(({ command }) => command === commands.openSample).flatMap(({ args }) => args);
    expect(new Set(opened)).toEqual(new Set(["missing-decision.imr.txt"]));
    for (const name of opened) expect(packed).toContain(`samples/${name}`);
  });
});

test("every kind of token that the server sends has colours", () => {
  const [{ scopes } = { scopes: {} }] = contributes.semanticTokenScopes;
  expect(Object.keys(scopes).toSorted()).toEqual([...tokenTypes].toSorted());
});

test("settings that name a path are restricted in workspaces that are not trusted, where all else works", () => {
  const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
  const paths = contributes.configuration
    .flatMap(({ properties }) => Object.keys(properties))
    .filter((name) => /folder|path|file$/i.test(name));
  expect(untrustedWorkspaces.supported).toBe("limited");
  expect(untrustedWorkspaces.restrictedConfigurations).toEqual(paths);
  expect(virtualWorkspaces).toBe(true);
});

test("packs are checked against the published schema while they are written", () => {
  expect(contributes.jsonValidation).toEqual([
    { fileMatch: "*.imr-pack.json", url: "./schemas/imr-pack.schema.json" },
  ]);
  expect(packed).toContain("schemas/imr-pack.schema.json");
});

test("every new kind of token is described", () => {
  // VS Code itself has one named "label".
  const own = tokenTypes.filter((type) => type !== "label");
  expect(contributes.semanticTokenTypes.map(({ id }) => id).toSorted()).toEqual([...own].toSorted());
});

describe("the files that the manifest and the package name", () => {
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

  // What is built is not there before a build.
  test.each(named.filter((file) => !file.startsWith("dist/")))("%s is there", (file) => {
    expect(existsSync(path.join(root, file))).toBe(true);
  });

  test("every file that the package asks for is there", () => {
    const single = packed.filter((file) => !/^dist\/|\*/.test(file));
    expect(single.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test.each(contributes.grammars)("the grammar in $path has the scope that the manifest gives", (grammar) => {
    expect(JSON.parse(readFileSync(path.join(root, grammar.path), "utf8")).scopeName).toBe(grammar.scopeName);
  });
});

describe("files are recognised by name", () => {
  const [language] = contributes.languages;
  /** As VS Code reads the patterns: ignoring case. */
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
