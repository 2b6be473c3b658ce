/** The least of an editor: starts the packaged server, opens letters and asks. */
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

const { NODE_EXTRA_CA_CERTS: _, ...others } = process.env;
/** With that one, Node reads certificates before anything else, for longer than all that is measured here takes. */
export const environment = others;

/** Resolves once the server has answered `initialize`. */
export async function startEditor(program = server, nodeOptions = []) {
  const child = spawn(process.execPath, [...nodeOptions, program, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
    env: environment,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities });

  const versions = new Map();
  return {
    pid: child.pid,
    ask: (method, params) => connection.sendRequest(method, params),
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
