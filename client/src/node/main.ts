/** The extension's entry on a desktop: the server is a separate process. */
import { homedir } from "node:os";
import { type ExtensionContext, Uri } from "vscode";
import { type Api, start } from "../extension.ts";
import { editorFiles } from "../files/editorFiles.ts";
import { combineFiles } from "../files/files.ts";
import { diskFiles } from "./diskFiles.ts";

export function activate(context: ExtensionContext): Api {
  return start(context, {
    files: combineFiles(diskFiles, editorFiles),
    home: Uri.file(homedir()),
    async connect(needs) {
      const { connectTo } = await import("./connection.ts");
      return connectTo(context.asAbsolutePath("dist/server.js"), needs);
    },
    async loadOnDemand() {
      const { startReaderProcess, startWriterThread, ...onDemand } = await import("./onDemand.ts");
      const dist = context.asAbsolutePath("dist");
      return { ...onDemand, startReader: startReaderProcess(dist), startWriter: startWriterThread(dist) };
    },
  });
}
