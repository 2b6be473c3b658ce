/** Letters in PDF and Word files, which the client converts: each letter counts once. */
import { afterEach, expect, test } from "vitest";
import {
  DidChangeConfigurationNotification,
  type SymbolInformation,
  WorkspaceSymbolRequest,
} from "vscode-languageserver/node";
import {
  type DeterminationsOn,
  determinationsOnRequest,
  type ExportedDeterminations,
  exportDeterminationsRequest,
  reportRequest,
  reviewWorkspaceRequest,
  type WorkspaceReport,
  type WorkspaceReviewSummary,
} from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));
const wrapped = undecided.replaceAll(". ", ".\n");
const imaging = letterWith(...mri).replace("CM15-0990001", "CM15-0990002");
const missing = "issue/missing-decision";

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(files: Readonly<Record<string, string | null>>, settings: unknown = null) {
  const folder = folderOf(files);
  workspace = await editorWithFolder(folder, { settings });
  await workspace.settled();
  return folder;
}
const request = <R>(method: string, params: object = {}): Promise<R> =>
  workspace.editor.connection.sendRequest<R>(method, params);
const archive = { "a.pdf": wrapped, "a.txt": undecided, "b.pdf": imaging, "c.pdf": null };

test("a review shows the problems of a letter once, in the text", async () => {
  const folder = await open(archive);
  const review = () => request<WorkspaceReviewSummary>(reviewWorkspaceRequest);
  expect(await review()).toMatchObject({
    letters: 2,
    repeated: 1,
    unreadable: [uriOf("c.pdf")],
    warnings: 1,
  });
  await workspace.settled();
  expect(Object.fromEntries(workspace.problems)).toEqual({ "a.txt": [missing] });

  folder.remove("a.txt");
  await workspace.notify("deleted", "a.txt");
  expect(Object.fromEntries(workspace.problems)).toEqual({ "a.pdf": [missing] });
  expect(await review()).toMatchObject({ letters: 2, repeated: 0, warnings: 1 });

  folder.put("a.txt", undecided);
  await workspace.notify("created", "a.txt");
  expect(Object.fromEntries(workspace.problems)).toEqual({ "a.txt": [missing] });
});

test("a letter in a PDF and a Word file counts once, and two PDFs are two letters", async () => {
  await open({ "a.pdf": undecided, "a.docx": wrapped, "b.pdf": imaging, "copy of b.pdf": imaging });
  expect(await request(reviewWorkspaceRequest)).toMatchObject({ letters: 3, repeated: 1 });
  await workspace.settled();
  const sameCase = ["letter/case-number"];
  expect(Object.fromEntries(workspace.problems)).toEqual({
    "a.docx": [missing],
    "b.pdf": sameCase,
    "copy of b.pdf": sameCase,
  });
});

test("exported records name the file, once for each letter", async () => {
  await open(archive);
  const { text, ...counts } = await request<ExportedDeterminations>(exportDeterminationsRequest, {
    format: "ndjson",
  });
  expect(counts).toMatchObject({ letters: 2, records: 2, repeated: 1 });
  const files = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).file);
  expect(files).toEqual(["a.txt", "b.pdf"]);
});

test("the report links to the file itself, and says that letters are in two files", async () => {
  await open(archive);
  const { html, ...counts } = await request<WorkspaceReport>(reportRequest);
  expect(counts).toMatchObject({ letters: 2, repeated: 1 });
  expect(html).toContain('href="file:///letters/b.pdf#');
  expect(html).not.toContain("imr-document");
  expect(html).toContain("Each letter is counted once");
});

const symbols = async (query: string): Promise<readonly string[]> => {
  const found = await workspace.editor.connection.sendRequest(WorkspaceSymbolRequest.type, { query });
  return ((found ?? []) as SymbolInformation[]).map(({ location }) => location.uri);
};

test("the index has each letter once, and the one that is left when the other is deleted", async () => {
  const folder = await open(archive);
  expect(await symbols("flexeril")).toEqual([uriOf("a.txt")]);
  expect(await symbols("lumbar spine")).toEqual([uriOf("b.pdf")]);
  folder.remove("a.txt");
  await workspace.notify("deleted", "a.txt");
  expect(await symbols("flexeril")).toEqual([uriOf("a.pdf")]);
});

test("an open PDF whose text is in the folder counts once, and its determinations are found", async () => {
  await open(archive);
  await workspace.editor.open(uriOf("a.pdf"), wrapped);
  const line = wrapped.slice(0, wrapped.indexOf("Flexeril 7.5mg, #90")).split("\n").length - 1;
  const found = await request<DeterminationsOn | null>(determinationsOnRequest, {
    textDocument: { uri: uriOf("a.pdf") },
    position: { line, character: 2 },
  });
  expect(found?.letters.map(({ uri }) => uri)).toEqual([uriOf("a.txt")]);
});

test("files that were read before aren't read again", async () => {
  const folder = await open(archive);
  await workspace.editor.stop();
  folder.reads.length = 0;
  workspace = await editorWithFolder(folder);
  await workspace.settled();
  expect(folder.reads).toEqual([]);
  expect(await symbols("flexeril")).toEqual([uriOf("a.txt")]);
});

test("when the setting changes, the files are listed again", async () => {
  const folder = await open(archive);
  folder.remove("b.pdf");
  workspace.editor.settings = { workspace: { documents: false } };
  await workspace.editor.connection.sendNotification(DidChangeConfigurationNotification.type, {
    settings: null,
  });
  await workspace.settled();
  expect(await symbols("lumbar spine")).toEqual([]);
});
