/** The programs work without a network, and don't even try to use one. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "vscode-languageserver/node";
// @ts-expect-error a plain script
import { bundles } from "../../scripts/bundles.mjs";
import { buildServer, editorOverStdio } from "../protocol/client.ts";
import { editors } from "../protocol/editors.ts";
import { allQuestions } from "../protocol/questions.ts";

const refusing = ["--import", pathToFileURL("test/offline/refuse.mjs").href];
const samples = readdirSync("samples").filter((name) => /\.(?:txt|imr)$/.test(name));
const uri = "file:///letter.imr";

let server: Awaited<ReturnType<typeof buildServer>>;
beforeAll(async () => {
  server = await buildServer();
});
afterAll(() => server.remove());

test("the server answers everything on every sample", { timeout: 60_000 }, async () => {
  const { editor, exitCode } = await editorOverStdio(server.path, editors["VS Code"], refusing);
  for (const name of samples) {
    await editor.open(uri, readFileSync(`samples/${name}`, "utf8"));
    for (const { announced, method, params } of allQuestions) {
      if (announced && !editor.hello.capabilities[announced]) continue;
      const position = { line: 45, character: 3 };
      const request = { textDocument: { uri }, ...params(position, " ", { line: 60, character: 0 }) };
      // A rename may fail with a message for the user.
      await editor.connection.sendRequest(method, request).catch((error) => {
        if (!/ename/.test(method)) throw error;
      });
    }
    await editor.close(uri);
  }
  await editor.stop();
  expect(await exitCode()).toBe(0);
  expect(editor.log).toEqual([]);
});

test("the command line checks, lists, exports, and reports on every sample", () => {
  for (const command of ["check", "outline", "export", "report"]) {
    const { status, stdout } = spawnSync(process.execPath, [...refusing, "dist/cli.js", command, "samples"]);
    expect(status).toBe(command === "check" ? 1 : 0);
    expect(stdout.length).toBeGreaterThan(1000);
  }
});

test.each([
  "fetch('http://127.0.0.1:9')",
  "require('node:net').connect(9)",
  "require('node:https').get('https://127.0.0.1:9')",
  "require('node:dns').lookup('example.org', () => {})",
  "new (require('node:net').Socket)().connect(9)",
  "import('node:http').then((http) => http.request('http://127.0.0.1:9'))",
])("network access would be noticed: %s", (code) => {
  expect(spawnSync(process.execPath, [...refusing, "-e", code]).status).toBe(99);
});

describe("the server in a web worker", () => {
  /** Runs the server in a global scope with timers, messages, and encodings, and nothing else of a browser's. */
  async function converse(messages: readonly object[], answers: number): Promise<readonly Message[]> {
    const bundle = bundles.find(({ outfile }: { outfile: string }) => outfile === "dist/web/server.js");
    const { outputFiles } = await build({ ...bundle, write: false, sourcemap: false });
    const received: Message[] = [];
    let listen: (event: { data: object }) => void = () => {};
    return new Promise((resolve) => {
      const scope: Record<string, unknown> = {
        setTimeout,
        clearTimeout,
        TextEncoder,
        TextDecoder,
        console,
        addEventListener: (type: string, listener: typeof listen) => {
          if (type === "message") listen = listener;
        },
        postMessage(message: Message) {
          received.push(message);
          if (received.filter((one) => "id" in one && !("method" in one)).length === answers)
            resolve(received);
        },
        set onmessage(listener: typeof listen) {
          listen = listener;
        },
      };
      scope.self = scope;
      vm.runInNewContext(outputFiles![0]!.text, scope);
      for (const message of messages) listen({ data: { jsonrpc: "2.0", ...message } });
    });
  }

  test("needs nothing of the browser's that could access a network", async () => {
    const text = readFileSync("samples/missing-decision.imr.txt", "utf8");
    const textDocument = { uri, languageId: "imr-letter", version: 1, text };
    const received = await converse(
      [
        { id: 1, method: "initialize", params: { processId: null, rootUri: null, capabilities: {} } },
        { method: "initialized", params: {} },
        { method: "textDocument/didOpen", params: { textDocument } },
        { id: 2, method: "textDocument/documentSymbol", params: { textDocument: { uri } } },
        { id: 3, method: "imr/overview", params: { textDocument: { uri } } },
      ],
      3,
    );
    const overview = received.find((one) => "id" in one && one.id === 3);
    expect(JSON.stringify(overview)).toContain('"missing":["decision"');
  });
});
