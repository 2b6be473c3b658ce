/** What the letters of a workspace decide, whether they are open or not. */
import { afterEach, describe, expect, test } from "vitest";
import {
  type CodeLens,
  CodeLensRequest,
  DidChangeConfigurationNotification,
  DidDeleteFilesNotification,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import {
  type DeterminationsOn,
  determinationsOnRequest,
  type IssueText,
  issueTextRequest,
} from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

const upheld = letterWith(...flexeril);
const overturned = letterWith(
  "Cyclobenzaprine 5mg #30: Overturned",
  ...flexeril.slice(1).map((line) => line.replace("Flexeril 7.5mg #90 is not", "cyclobenzaprine 5mg #30 is")),
);
const imaging = letterWith(...mri);

const letterFolder = () =>
  folderOf({
    "one.imr": upheld,
    "two letters.imr": overturned,
    "CM15-0990003 Müller.txt": imaging,
    "notes.txt": "Buy milk.",
    "broken.txt": null,
  });

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(folder = letterFolder(), options: Parameters<typeof editorWithFolder>[1] = {}) {
  workspace = await editorWithFolder(folder, options);
  await workspace.settled();
  return folder;
}

async function symbols(query: string): Promise<readonly string[]> {
  const found = (await workspace.editor.connection.sendRequest(WorkspaceSymbolRequest.type, {
    query,
  })) as SymbolInformation[];
  return found.map(
    ({ name, location: { uri, range } }) => `${uri.split("/").at(-1)}:${range.start.line} ${name}`,
  );
}

const line = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split("\n").length - 1;

describe("issues are found by words", () => {
  test("in letters that aren't open, by brand and generic name, and by decision", async () => {
    await open();
    expect(await symbols("cyclobenzaprine")).toEqual([
      `one.imr:${line(upheld, "Flexeril 7.5mg, #90")} Flexeril 7.5mg, #90: Upheld (cyclobenzaprine)`,
      `two%20letters.imr:${line(overturned, "Cyclobenzaprine 5mg")} Cyclobenzaprine 5mg #30: Overturned`,
    ]);
    expect(await symbols("cyclobenzaprine overturned")).toHaveLength(1);
    expect(await symbols("lumbar")).toEqual([
      expect.stringMatching(/^CM15-0990003%20M%C3%BCller\.txt:\d+ MRI/),
    ]);
  });

  test("in open letters with unsaved changes, and in others as they are on disk", async () => {
    await open();
    await workspace.editor.open(uriOf("one.imr"), upheld.replace("#90: Upheld", "#90: Overturned"));
    expect(await symbols("flexeril 7.5mg overturned")).toHaveLength(1);
    await workspace.editor.close(uriOf("one.imr"));
    expect(await symbols("flexeril 7.5mg overturned")).toHaveLength(0);
  });

  test("only in open ones if the user turned the index off or the editor provides no files", async () => {
    const folder = await open(letterFolder(), { settings: { workspace: { index: false } } });
    expect(await symbols("")).toEqual([]);
    expect(folder.reads).toEqual([]);
    await workspace.editor.open(uriOf("one.imr"), upheld);
    expect(await symbols("")).toHaveLength(1);
  });
});

describe("changes in the folder are followed:", () => {
  test("letters that are created, changed, and deleted", async () => {
    const folder = await open();
    folder.put("three.imr", imaging);
    await workspace.notify("created", "three.imr");
    expect(await symbols("lumbar")).toHaveLength(2);
    folder.put("three.imr", upheld);
    await workspace.notify("changed", "three.imr");
    expect(await symbols("lumbar")).toHaveLength(1);
    expect(await symbols("7.5mg")).toHaveLength(2);
    folder.remove("three.imr");
    await workspace.notify("deleted", "three.imr");
    expect(await symbols("7.5mg")).toHaveLength(1);
  });

  test("a letter keeps its entry until it has been read again", async () => {
    const folder = await open();
    const meanwhile: number[] = [];
    folder.whileReading = async () => {
      meanwhile.push((await symbols("7.5mg")).length);
    };
    folder.put("one.imr", upheld);
    await workspace.notify("changed", "one.imr");
    expect(meanwhile).toEqual([1]);
    folder.put("one.imr", imaging);
    await workspace.notify("changed", "one.imr");
    expect(meanwhile).toEqual([1, 1]);
    expect(await symbols("7.5mg")).toHaveLength(0);
  });

  test("only changed files are read", async () => {
    const folder = await open();
    folder.reads.length = 0;
    folder.put("one.imr", imaging);
    await workspace.notify("changed", "one.imr");
    expect(folder.reads).toEqual(["one.imr"]);
  });

  test("the index is saved soon, but not immediately", async () => {
    const folder = await open();
    const before = folder.kept;
    folder.put("three.imr", imaging);
    await workspace.notify("created", "three.imr");
    expect(folder.kept).toBe(before);
    workspace.clock.advance(30_000);
    await workspace.settled();
    expect(folder.kept).toContain("three.imr");
  });

  test("a folder that is deleted in the editor, which doesn't report the files in it", async () => {
    const folder = await open();
    folder.remove("one.imr");
    await workspace.editor.connection.sendNotification(DidDeleteFilesNotification.type, {
      files: [{ uri: "file:///letters" }],
    });
    await workspace.settled();
    workspace.clock.advance(1000);
    await workspace.settled();
    expect(await symbols("7.5mg")).toEqual([]);
  });
});

describe("the index is stored between sessions", () => {
  test("and only files that have changed since are read again", async () => {
    const folder = await open();
    expect([...folder.reads].sort()).toEqual([...folder.names].sort());
    await workspace.editor.stop();
    folder.reads.length = 0;
    folder.put("one.imr", imaging);
    folder.remove("two letters.imr");
    await open(folder);
    expect(folder.reads).toEqual(["one.imr"]);
    expect(await symbols("")).toHaveLength(2);
  });

  test("with treatments, decisions, case numbers, and ranges, but no words of a rationale", async () => {
    const { kept } = await open();
    expect(kept).toContain("Flexeril 7.5mg, #90");
    expect(kept).toContain("CM15-0990001");
    for (const words of ["short course", "41 year old", "naproxen", "red flags", "milk"])
      expect(kept).not.toContain(words);
  });

  test.each([
    ["no JSON", "{"],
    ["half of it", (kept: string) => kept.slice(0, kept.length / 2)],
    ["of another version", (kept: string) => kept.replace(/"version":"[^"]*"/, '"version":"0.0.1"')],
    ["with a place that is none", (kept: string) => kept.replace(/"line":\d+/, '"line":"x"')],
  ])("%s is thrown away, and all is read anew", async (_, spoil) => {
    const folder = await open();
    await workspace.editor.stop();
    const before = folder.kept ?? "";
    folder.kept = typeof spoil === "string" ? spoil : spoil(before);
    expect(folder.kept).not.toBe(before);
    folder.reads.length = 0;
    await open(folder);
    expect(folder.reads).toHaveLength(folder.names.length);
    expect(folder.kept).toBe(before);
  });

  test("until the user turns it off", async () => {
    const folder = await open();
    expect(folder.kept).not.toBeNull();
    workspace.editor.settings = { workspace: { index: false } };
    await workspace.editor.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await workspace.settled();
    expect(folder.kept).toBeNull();
    expect(await symbols("")).toEqual([]);
    workspace.editor.settings = null;
    await workspace.editor.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: null,
    });
    await workspace.settled();
    expect(await symbols("")).toHaveLength(3);
  });

  test("and saved while a long list is being read", async () => {
    const many = folderOf(
      Object.fromEntries(
        Array.from({ length: 1600 }, (_, i) => [`letter ${i}.imr`, i < 1500 ? upheld : null]),
      ),
    );
    const keeps: number[] = [];
    Object.defineProperty(many, "kept", {
      get: () => null,
      set: (index: string) => keeps.push(JSON.parse(index).files.length),
    });
    await open(many);
    for (let i = 0; i < 200 && keeps.length < 2; i++) await workspace.settled();
    expect(workspace.progress).toEqual(["Indexing letters"]);
    expect(keeps[0]).toBeGreaterThan(1000);
    expect(keeps[0]).toBeLessThan(1600);
    expect(keeps.at(-1)).toBe(1600);
  }, 60_000);
});

describe("determinations for a treatment", () => {
  async function on(words: string, inText = upheld): Promise<DeterminationsOn | null> {
    await workspace.editor.open(uriOf("one.imr"), inText);
    const position = { line: line(inText, words), character: 3 };
    return workspace.editor.connection.sendRequest(determinationsOnRequest, {
      textDocument: { uri: uriOf("one.imr") },
      position,
    });
  }
  const asLines = (found: DeterminationsOn | null) =>
    found?.letters.flatMap(({ uri, issues }) =>
      issues.map(
        ({ treatment, decision }) =>
          `${decodeURIComponent(uri).split("/").at(-1)}: ${treatment}: ${decision}`,
      ),
    );

  test("are those for the heading's drug, under all its names, in all letters", async () => {
    await open();
    const found = await on("Flexeril 7.5mg, #90");
    expect(found).toMatchObject({ treatment: "cyclobenzaprine", complete: true });
    expect(asLines(found)).toEqual([
      "one.imr: Flexeril 7.5mg, #90: Upheld",
      "two letters.imr: Cyclobenzaprine 5mg #30: Overturned",
    ]);
    expect(found?.letters[1]).toMatchObject({ caseNumber: "CM15-0990001", day: null });
  });

  test("are those for the treatment at the cursor", async () => {
    await open();
    expect(asLines(await on("It is medically necessary", imaging))).toEqual([
      "one.imr: MRI of the lumbar spine: Overturned",
      "CM15-0990003 Müller.txt: MRI of the lumbar spine: Overturned",
    ]);
  });

  test("are only those of open letters if the index is turned off", async () => {
    await open(letterFolder(), { settings: { workspace: { index: false } } });
    const found = await on("Flexeril 7.5mg, #90");
    expect(found?.complete).toBe(true);
    expect(asLines(found)).toEqual(["one.imr: Flexeril 7.5mg, #90: Upheld"]);
  });

  test("are none outside the issues", async () => {
    await open();
    expect(await on("HOW THE IMR")).toBeNull();
  });
});

describe("the lens above an issue counts determinations", () => {
  const lenses = async (letter = upheld) => {
    const uri = uriOf("one.imr");
    await workspace.editor.open(uri, letter);
    const found = (await workspace.editor.connection.sendRequest(CodeLensRequest.type, {
      textDocument: { uri },
    })) as CodeLens[];
    return found
      .map(({ command }) => command)
      .filter((command) => command?.title.startsWith("in this folder"));
  };

  test("and goes to them", async () => {
    await open();
    expect(await lenses()).toEqual([
      {
        title: "in this folder: 1 upheld, 1 overturned",
        command: "imr.findDeterminations",
        arguments: [uriOf("one.imr"), { line: line(upheld, "Flexeril 7.5mg, #90"), character: 0 }],
      },
    ]);
  });

  test("but not if none of them is decided yet", async () => {
    const undecided = letterWith("Lumbar corset: pending", "", "Decision rationale:");
    await open(folderOf({ "one.imr": undecided, "two.imr": undecided }));
    expect(await lenses(undecided)).toEqual([]);
  });

  test("but not if only open letters are known", async () => {
    await open(letterFolder(), { settings: { workspace: { index: false } } });
    await workspace.editor.open(uriOf("two letters.imr"), overturned);
    expect(await lenses()).toEqual([]);
  });

  test("but not if there is only one letter", async () => {
    await open(folderOf({ "one.imr": upheld, "two.imr": imaging }));
    expect(await lenses()).toEqual([]);
  });
});

describe("the text of an issue, for comparison, comes", () => {
  const issue = (name: string, words: string, text: string): Promise<IssueText | null> =>
    workspace.editor.connection.sendRequest(issueTextRequest, {
      textDocument: { uri: uriOf(name) },
      position: { line: line(text, words), character: 0 },
    });

  test("from a file that isn't open", async () => {
    await open();
    expect(await issue("two letters.imr", "Cyclobenzaprine 5mg", overturned)).toEqual({
      name: "CM15-0990001, Cyclobenzaprine 5mg #30",
      text: [
        "Cyclobenzaprine 5mg #30: Overturned",
        "",
        "Claims Administrator guideline:",
        "Chronic Pain Treatment Guidelines: MUSCLE RELAXANTS (FOR PAIN), page 63",
        "",
        "MAXIMUS guideline:",
        "Chronic Pain Treatment Guidelines, pages 41-42, 63",
        "",
        "Decision rationale:",
        "The MTUS recommends a short course.",
        "The employee has used it for a year.",
        "Therefore, the request for cyclobenzaprine 5mg #30 is medically necessary.",
        "",
      ].join("\n"),
    });
  });

  test("not from a deleted file, nor outside an issue", async () => {
    await open();
    expect(await issue("nowhere.imr", "Flexeril", upheld)).toBeNull();
    expect(await issue("one.imr", "HOW THE IMR", upheld)).toBeNull();
  });
});
