/** A case number in two files is told in both, with a link to the other; a document and its text are one letter. */
import { afterEach, expect, test } from "vitest";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver/node";
import { reviewWorkspaceRequest } from "../../../server/src/protocol/extensions.ts";
import { flexeril, letterWith, mri } from "../../fixture/letter.ts";
import { editorWithFolder, folderOf, uriOf, type WorkspaceEditor } from "../workspace.ts";

const drugs = letterWith(...flexeril);
const imaging = letterWith(...mri);
const another = imaging.replace("CM15-0990001", "CM15-0990002");

let workspace: WorkspaceEditor;
afterEach(() => workspace.editor.stop());

async function open(files: Readonly<Record<string, string>>, settings: unknown = null) {
  const folder = folderOf(files);
  workspace = await editorWithFolder(folder, { settings });
  await workspace.settled();
  return folder;
}

async function review() {
  await workspace.editor.connection.sendRequest(reviewWorkspaceRequest, {});
  await workspace.settled();
}

const told = () =>
  Object.fromEntries(
    [...workspace.reported].flatMap(([name, problems]) => {
      const found = (JSON.parse(problems) as Diagnostic[]).filter(
        ({ code }) => code === "letter/case-number",
      );
      const others = found.flatMap(({ relatedInformation }) => relatedInformation ?? []);
      return found.length > 0 ? [[name, others.map(({ location }) => location.uri)]] : [];
    }),
  );

test("is told as information on the number, with a link to the number in the other file", async () => {
  await open({ "a.imr": drugs, "b.imr": imaging, "c.imr": another });
  await review();
  expect(told()).toEqual({ "a.imr": [uriOf("b.imr")], "b.imr": [uriOf("a.imr")] });
  const [problem] = JSON.parse(workspace.reported.get("a.imr") ?? "[]") as Diagnostic[];
  expect(problem).toMatchObject({
    severity: DiagnosticSeverity.Information,
    message: "Another file has a letter with this case number.",
  });
  const line = imaging.split("\n").findIndex((one) => one.includes("CM15-0990001"));
  expect(problem?.relatedInformation?.[0]?.location.range.start.line).toBe(line);
  expect(problem?.range.start.line).toBe(line);
});

test("isn't told of a PDF and its text", async () => {
  await open({ "a.pdf": drugs.replaceAll(". ", ".\n"), "a.txt": drugs });
  await review();
  expect(told()).toEqual({});
});

test("follows the files", async () => {
  const folder = await open({ "a.imr": drugs, "b.imr": another });
  await review();
  expect(told()).toEqual({});
  folder.put("b.imr", imaging);
  await workspace.notify("changed", "b.imr");
  expect(told()).toEqual({ "a.imr": [uriOf("b.imr")], "b.imr": [uriOf("a.imr")] });
  folder.put("c.imr", drugs);
  await workspace.notify("created", "c.imr");
  expect(told()["a.imr"]).toEqual([uriOf("b.imr"), uriOf("c.imr")]);
  folder.remove("b.imr");
  folder.remove("c.imr");
  await workspace.notify("deleted", "b.imr");
  await workspace.notify("deleted", "c.imr");
  expect(told()).toEqual({});
});

test("is off with the rule about case numbers, and where a line in the letter says so", async () => {
  const ignoring = drugs.replace("Case Number:", "%% imr-ignore letter/case-number\nCase Number:");
  await open({ "a.imr": ignoring, "b.imr": imaging });
  await review();
  expect(told()).toEqual({ "b.imr": [uriOf("a.imr")] });
  workspace.editor.stop();
  await open({ "a.imr": drugs, "b.imr": imaging }, { rules: { "letter/case-number": "off" } });
  await review();
  expect(told()).toEqual({});
});
