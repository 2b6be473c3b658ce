/** The review of letters that are not open. */
import { afterEach, describe, expect, test } from "vitest";
import {
  type ClientCapabilities,
  DidChangeConfigurationNotification,
  DocumentDiagnosticRequest,
  WorkDoneProgress,
} from "vscode-languageserver/node";
import { parse } from "../../../server/src/letter/parse.ts";
import {
  clearReviewRequest,
  ignoredNotification,
  reviewWorkspaceRequest,
  type WorkspaceReviewSummary,
} from "../../../server/src/protocol/extensions.ts";
import { findingFingerprint } from "../../../server/src/review/suppressions.ts";
import { flexeril, letterWith } from "../../fixture/letter.ts";
import { findingsIn } from "../../review/findings.ts";
import { editorWithFolder, folderOf, uriOf, vsCodeWithFiles, type WorkspaceEditor } from "../workspace.ts";

const sound = letterWith(...flexeril);
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));
const missing = "issue/missing-decision";

const letterFolder = () =>
  folderOf({ "sound.imr": sound, "undecided.imr": undecided, "notes.txt": "Buy milk.", "broken.txt": null });

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(folder = letterFolder(), options: Parameters<typeof editorWithFolder>[1] = {}) {
  workspace = await editorWithFolder(folder, {
    settings: { workspace: { index: false } },
    ...options,
  });
  await workspace.settled();
  return folder;
}

const review = async (params: object = {}): Promise<WorkspaceReviewSummary> => {
  const reviewed = await workspace.editor.connection.sendRequest<WorkspaceReviewSummary>(
    reviewWorkspaceRequest,
    params,
  );
  await workspace.settled();
  return reviewed;
};

const shown = () => Object.fromEntries(workspace.problems);

const settings = async (chosen: unknown) => {
  workspace.editor.settings = chosen;
  await workspace.editor.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: null,
  });
  await workspace.settled();
};

describe("a review on command", () => {
  test("shows the problems of all letters, and returns their counts", async () => {
    await open();
    expect(shown()).toEqual({});
    expect(await review()).toEqual({
      letters: 2,
      foreign: 1,
      unreadable: [uriOf("broken.txt")],
      repeated: 0,
      cancelled: false,
      errors: 0,
      warnings: 1,
      information: 0,
      lettersWithProblems: 1,
    });
    expect(shown()).toEqual({ "undecided.imr": [missing] });
  });

  test("counts what VS Code lists: information, but not hints", async () => {
    await open(letterFolder(), {
      settings: { rules: { [missing]: "information" }, workspace: { index: false } },
    });
    expect(await review()).toMatchObject({ warnings: 0, information: 1, lettersWithProblems: 1 });
    await settings({ rules: { [missing]: "hint" }, workspace: { index: false } });
    expect(await review()).toMatchObject({ warnings: 0, information: 0, lettersWithProblems: 0 });
  });

  test("reads only files that have changed since", async () => {
    const folder = await open();
    await review();
    folder.reads.length = 0;
    folder.put("sound.imr", undecided);
    expect(await review()).toMatchObject({ letters: 2, warnings: 2 });
    expect(folder.reads).toEqual(["sound.imr"]);
    expect(shown()).toEqual({ "sound.imr": [missing], "undecided.imr": [missing] });
  });

  test("follows the files from then on: a fixed problem is removed with an empty list", async () => {
    const folder = await open();
    await review();
    folder.put("new.imr", undecided);
    await workspace.notify("created", "new.imr");
    expect(shown()).toEqual({ "undecided.imr": [missing], "new.imr": [missing] });
    folder.put("undecided.imr", sound);
    await workspace.notify("changed", "undecided.imr");
    folder.remove("new.imr");
    await workspace.notify("deleted", "new.imr");
    expect(shown()).toEqual({});
    expect(workspace.reports.slice(-2)).toMatchObject([
      { uri: uriOf("undecided.imr"), kind: "full", items: [] },
      { uri: uriOf("new.imr"), kind: "full", items: [] },
    ]);
  });

  test("follows the settings and the ignored findings", async () => {
    await open();
    await review();
    await settings({ rules: { [missing]: "off" }, workspace: { index: false } });
    expect(shown()).toEqual({});
    await settings({ workspace: { index: false } });
    expect(shown()).toEqual({ "undecided.imr": [missing] });
    const keys = findingsIn(undecided).map((finding) => findingFingerprint(finding, parse(undecided)));
    const ignore = (ignored: readonly string[]) =>
      workspace.editor.connection.sendNotification(ignoredNotification, {
        uri: uriOf("undecided.imr"),
        keys: ignored,
      });
    await ignore(keys);
    await workspace.settled();
    expect(shown()).toEqual({});
    await ignore([]);
    await workspace.settled();
    expect(shown()).toEqual({ "undecided.imr": [missing] });
  });

  test("rereads nothing for settings that it doesn't depend on", async () => {
    const folder = await open();
    await review();
    folder.reads.length = 0;
    await settings({ codeLens: { enabled: false }, workspace: { index: false } });
    expect(folder.reads).toEqual([]);
    expect(shown()).toEqual({ "undecided.imr": [missing] });
    await settings({ preset: "draft", workspace: { index: false } });
    expect(folder.reads.toSorted()).toEqual(["sound.imr", "undecided.imr"]);
  });

  test("doesn't show what was ignored while the letter was open", async () => {
    await open();
    await review();
    const uri = uriOf("undecided.imr");
    await workspace.editor.open(uri, undecided);
    const keys = findingsIn(undecided).map((finding) => findingFingerprint(finding, parse(undecided)));
    await workspace.editor.connection.sendNotification(ignoredNotification, { uri, keys });
    await workspace.settled();
    await workspace.editor.close(uri);
    await workspace.settled();
    expect(shown()).toEqual({});
  });

  test("counts an open letter with unsaved changes, and shows the file's problems when it is closed", async () => {
    await open();
    const uri = uriOf("sound.imr");
    await workspace.editor.open(uri, undecided);
    expect(await review()).toMatchObject({ letters: 2, warnings: 2 });
    await workspace.editor.close(uri);
    const pulled = await workspace.editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    });
    expect(pulled).toMatchObject({ kind: "full", items: [] });
    const other = await workspace.editor.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri: uriOf("undecided.imr") },
    });
    expect(other).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ code: missing })]),
    });
  });

  test("is cleared completely", async () => {
    const folder = await open();
    await review();
    await workspace.editor.connection.sendRequest(clearReviewRequest);
    await workspace.settled();
    expect(shown()).toEqual({});
    folder.put("new.imr", undecided);
    await workspace.notify("created", "new.imr");
    expect(shown()).toEqual({});
  });

  test("shows progress, and keeps its results if it is canceled", async () => {
    await open(folderOf(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.imr`, undecided]))));
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const cancel = new CancellationTokenSource();
    const words: string[] = [];
    workspace.editor.connection.onProgress(WorkDoneProgress.type, "mine", (value) => {
      words.push(value.message ?? "");
      cancel.cancel();
    });
    const reviewed = await workspace.editor.connection.sendRequest<WorkspaceReviewSummary>(
      reviewWorkspaceRequest,
      { workDoneToken: "mine" },
      cancel.token,
    );
    expect(words[0]).toMatch(/^\d+ of 400$/);
    expect(reviewed.cancelled).toBe(true);
    expect(reviewed.letters).toBeGreaterThan(0);
    expect(reviewed.letters).toBeLessThan(400);
    await workspace.settled();
    expect(workspace.problems.size).toBe(reviewed.letters);
    expect(await review()).toMatchObject({ letters: 400, cancelled: false });
  });

  test("of a folder without letters, or without files, counts none", async () => {
    await open(folderOf({ "notes.txt": "Buy milk." }));
    expect(await review()).toMatchObject({ letters: 0, foreign: 1 });
    await workspace.editor.stop();
    await open(folderOf({}));
    expect(await review()).toMatchObject({ letters: 0, foreign: 0 });
  });
});

describe("a review by setting", () => {
  const wanted = { workspace: { index: false, review: true } };

  test("begins when the editor starts, and ends with the setting", async () => {
    await open(letterFolder(), { settings: wanted });
    expect(workspace.progress).toEqual(["Reviewing letters"]);
    expect(shown()).toEqual({ "undecided.imr": [missing] });
    await settings({ workspace: { index: false } });
    expect(shown()).toEqual({});
    await settings(wanted);
    expect(shown()).toEqual({ "undecided.imr": [missing] });
  });
});

test("an editor that doesn't pull is sent the lists", async () => {
  const { diagnostic: _, ...textDocument } = vsCodeWithFiles.textDocument ?? {};
  const capabilities: ClientCapabilities = { ...vsCodeWithFiles, textDocument };
  const folder = await open(letterFolder(), { capabilities });
  await review();
  expect(await workspace.editor.published()).toMatchObject({
    uri: uriOf("undecided.imr"),
    diagnostics: [{ code: missing }],
  });
  folder.put("undecided.imr", sound);
  await workspace.notify("changed", "undecided.imr");
  expect(await workspace.editor.published()).toEqual({ uri: uriOf("undecided.imr"), diagnostics: [] });
});
