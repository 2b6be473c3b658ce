/** The built server, started as an editor would start it. */
import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SemanticTokensRequest,
} from "vscode-languageserver/node";
import { overviewRequest } from "../../server/src/protocol/extensions.ts";
import { flexeril, letterWith } from "../fixture/letter.ts";
import { buildServer, editorOverStdio, vsCode } from "./client.ts";

const uri = "file:///letter.imr";
const textDocument = { uri };
const sound = letterWith(...flexeril);
const undecided = letterWith("Flexeril 7.5mg, #90:", ...flexeril.slice(1));

let server: Awaited<ReturnType<typeof buildServer>>;
beforeAll(async () => {
  server = await buildServer();
});
afterAll(() => server.remove());

describe("over stdio", () => {
  test("an editor that pulls completes a session, and the server exits with 0", async () => {
    const { editor, exitCode } = await editorOverStdio(server.path, { capabilities: vsCode });
    const ask = editor.connection;
    const pull = () => ask.sendRequest(DocumentDiagnosticRequest.type, { textDocument });

    await editor.open(uri, undecided);
    expect(await pull()).toMatchObject({ items: [{ code: "issue/missing-decision" }] });

    const end = { line: 19, character: "Flexeril 7.5mg, #90:".length };
    await editor.change(uri, { range: { start: end, end }, text: " Upheld" });
    expect(await pull()).toMatchObject({ items: [] });

    expect(await ask.sendRequest(DocumentSymbolRequest.type, { textDocument })).toHaveLength(4);
    expect(await ask.sendRequest(FoldingRangeRequest.type, { textDocument })).toHaveLength(7);
    expect(
      (await ask.sendRequest(SemanticTokensRequest.type, { textDocument }))?.data.length,
    ).toBeGreaterThan(100);
    const onDrug = { textDocument, position: { line: 19, character: 3 } };
    expect(await ask.sendRequest(HoverRequest.type, onDrug)).toMatchObject({
      contents: { kind: "markdown", value: expect.stringContaining("cyclobenzaprine") },
      range: { start: { line: 19, character: 0 }, end: { line: 19, character: 8 } },
    });
    expect(await ask.sendRequest(overviewRequest, { textDocument })).toMatchObject({
      issues: [{ missing: [] }],
    });

    await editor.close(uri);
    expect(await pull()).toMatchObject({ items: [] });
    await editor.stop();
    expect(await exitCode()).toBe(0);
    expect(editor.log).toEqual([]);
  });

  test("an editor that doesn't pull gets problems, also when the letter changes and closes", async () => {
    const { editor, exitCode } = await editorOverStdio(server.path);
    await editor.open(uri, undecided);
    expect(await editor.published()).toMatchObject({
      version: 1,
      diagnostics: [{ code: "issue/missing-decision" }],
    });
    await editor.change(uri, { text: sound });
    expect(await editor.published()).toMatchObject({ version: 2, diagnostics: [] });
    await editor.change(uri, { text: undecided });
    expect(await editor.published()).toMatchObject({ version: 3, diagnostics: [{ source: "imr" }] });
    await editor.close(uri);
    expect(await editor.published()).toEqual({ uri, diagnostics: [] });
    await editor.stop();
    expect(await exitCode()).toBe(0);
  });

  test("the server exits with 1 if the editor disconnects without a shutdown", async () => {
    const { editor, child } = await editorOverStdio(server.path);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    editor.connection.dispose();
    child.stdin?.end();
    expect(await ended).toBe(1);
  });

  test.each([[[]], [["--socket=6009"]]])("started with %j, it says in a line how to start it", (args) => {
    const { status, stderr } = spawnSync(process.execPath, [server.path, ...args], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stderr).toBe("This is the language server of IMR Letters. Editors start it with --stdio.\n");
  });
});
