/** The extension's entry on a desktop: the server is a process of its own. */
import { Worker } from "node:worker_threads";
import type { ExtensionContext } from "vscode";
import { type Api, start } from "../extension.ts";
import { editorFiles } from "../files/editorFiles.ts";
import { bothFiles } from "../files/files.ts";
import { diskFiles } from "./diskFiles.ts";

export function activate(context: ExtensionContext): Api {
  return start(context, {
    files: bothFiles(diskFiles, editorFiles),
    async connect(needs) {
      const { connectTo } = await import("./connection.ts");
      return connectTo(context.asAbsolutePath("dist/server.js"), needs);
    },
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
