/** The extension's entry on a desktop: the server is a process of its own. */
import { Worker } from "node:worker_threads";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Api, start } from "../extension.ts";

export function activate(context: ExtensionContext): Api {
  const module = context.asAbsolutePath("dist/server.js");
  // What a letter takes is soon no longer needed: cleared away after each megabyte it is a third less memory, no slower.
  const clearsEarly = "--max-semi-space-size=1";
  const run = { module, transport: TransportKind.ipc, options: { execArgv: [clearsEarly] } };
  const debug = { ...run, options: { execArgv: [clearsEarly, "--nolazy", "--inspect=6009"] } };
  return start(context, {
    create: (id, name, options) => new LanguageClient(id, name, { run, debug }, options),
    startReading(onAnswer, onError) {
      const workerData = context.asAbsolutePath("dist/importer.js");
      const worker = new Worker(context.asAbsolutePath("dist/importerThread.js"), { workerData });
      worker.on("message", onAnswer).on("error", onError).on("exit", onError);
      return {
        send: (request) => worker.postMessage(request),
        dispose: () => void worker.terminate(),
      };
    },
  });
}
