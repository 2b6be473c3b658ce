/** What all letters of a workspace decide, as records and as a report. */
import { afterEach, describe, expect, test } from "vitest";
import { CancellationTokenSource, WorkDoneProgress } from "vscode-languageserver/node";
import {
  type ExportedDeterminations,
  exportDeterminationsRequest,
  reportRequest,
  type WorkspaceReport,
} from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

const two = letterWith(...flexeril, "", ...mri);
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(files: Readonly<Record<string, string | null>>, settings: unknown = null) {
  workspace = await editorWithFolder(folderOf(files), { settings });
  await workspace.settled();
}
const folder = { "b ü.imr": two, "a.imr": undecided, "notes.txt": "Buy milk.", "broken.txt": null };

describe("an export", () => {
  const exported = (params: object): Promise<ExportedDeterminations> =>
    workspace.editor.connection.sendRequest(exportDeterminationsRequest, params);

  test("holds a record for each issue, in the order of the files' names", async () => {
    await open(folder);
    const { text, ...counts } = await exported({ format: "ndjson" });
    expect(counts).toEqual({
      letters: 2,
      foreign: 1,
      unreadable: [uriOf("broken.txt")],
      repeated: 0,
      cancelled: false,
      records: 3,
    });
    const records = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(records.map(({ file, issue, decision }) => [file, issue, decision])).toEqual([
      ["a.imr", 1, null],
      ["b ü.imr", 1, "Upheld"],
      ["b ü.imr", 2, "Overturned"],
    ]);
  });

  test("includes unsaved changes of open letters", async () => {
    await open(folder);
    await workspace.editor.open(uriOf("a.imr"), two);
    // The mark is for Excel.
    expect((await exported({ format: "csv" })).text.split("\r\n").slice(0, 2)).toEqual([
      expect.stringMatching(/^\ufefffile,caseNumber,/),
      expect.stringMatching(/^"a\.imr","CM15-0990001",.*,"Upheld",/),
    ]);
  });

  test("of a folder without letters is empty and says so", async () => {
    await open({ "notes.txt": "Buy milk." });
    expect(await exported({ format: "ndjson" })).toMatchObject({
      text: "",
      records: 0,
      letters: 0,
      foreign: 1,
    });
  });

  test("shows progress, and ends when it is canceled", async () => {
    await open(Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`${i}.imr`, two])));
    const cancel = new CancellationTokenSource();
    const words: string[] = [];
    workspace.editor.connection.onProgress(WorkDoneProgress.type, "mine", (value) => {
      words.push(value.message ?? "");
      cancel.cancel();
    });
    const { cancelled, letters } = await workspace.editor.connection.sendRequest<ExportedDeterminations>(
      exportDeterminationsRequest,
      { format: "ndjson", workDoneToken: "mine" },
      cancel.token,
    );
    expect(words[0]).toMatch(/^\d+ of 400$/);
    expect([cancelled, letters < 400]).toEqual([true, true]);
  });
});

describe("a report", () => {
  const report = (): Promise<WorkspaceReport> => workspace.editor.connection.sendRequest(reportRequest, {});
  const rows = ({ html }: WorkspaceReport): readonly string[] =>
    [...html.matchAll(/<tr data-keys.*?<\/tr>/gs)].map(([row]) => row);

  test("lists all issues, with links to their letters and lines", async () => {
    await open(folder);
    const written = await report();
    expect(written).toMatchObject({ letters: 2, foreign: 1 });
    expect(written.html).toContain("letters</bdi>");
    expect(written.html).toContain("1 file couldn’t be read.");
    const line = two.slice(0, two.indexOf("MRI of the lumbar spine:")).split("\n").length;
    expect(rows(written)).toHaveLength(3);
    expect(rows(written)[2]).toContain(`href="file:///letters/b%20%C3%BC.imr#L${line}"`);
  });

  test("counts findings by the user's own settings", async () => {
    await open(folder);
    expect((await report()).html).toContain("issue/missing-decision");
    await workspace.editor.stop();
    await open(folder, { rules: { "issue/missing-decision": "off" } });
    expect((await report()).html).not.toContain("issue/missing-decision");
  });
});
