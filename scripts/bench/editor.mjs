/** A minimal editor: starts the packaged server, opens letters, and sends requests. */
import { spawn } from "node:child_process";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { server } from "./packaged.mjs";

const capabilities = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } } },
  },
};

const { NODE_EXTRA_CA_CERTS: _, ...otherVariables } = process.env;
/** Without NODE_EXTRA_CA_CERTS, which makes Node.js read certificates for longer than everything measured here. */
export const environment = otherVariables;

/**
 * Resolves once the server has answered `initialize`. `answers` are functions that answer the server's requests, by method, and
 * `initializationOptions` say what the editor can do.
 */
export async function startEditor(
  program = server,
  nodeOptions = [],
  { answers = {}, initializationOptions } = {},
) {
  const child = spawn(process.execPath, [...nodeOptions, program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: environment,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  for (const [method, answer] of Object.entries(answers)) connection.onRequest(method, answer);
  connection.listen();
  const client = { processId: null, rootUri: null, capabilities, initializationOptions };
  await connection.sendRequest("initialize", client);

  const versions = new Map();
  return {
    pid: child.pid,
    request: (method, params) => connection.sendRequest(method, params),
    initialized: () => connection.sendNotification("initialized", {}),
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: "imr-letter", version: 1, text };
      return connection.sendNotification("textDocument/didOpen", { textDocument });
    },
    change(uri, ...contentChanges) {
      versions.set(uri, versions.get(uri) + 1);
      const textDocument = { uri, version: versions.get(uri) };
      return connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
    },
    async stop() {
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      await ended;
      connection.dispose();
    },
  };
}
