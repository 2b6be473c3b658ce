/** The extension's entry in a browser: the server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import type { ReadAnswer } from "../../../reader/src/messages.ts";
import { readDocument, type StartReader } from "../../../reader/src/reader.ts";
import type { WriteAnswer } from "../../../writer/src/writer.ts";
import { createLetterDocuments } from "../documents/letterDocuments.ts";
import { type Api, start } from "../extension.ts";
import { editorFiles } from "../files/editorFiles.ts";

/** The only browser API used here: the project has the types of Node. */
declare const Worker: new (
  url: string,
) => {
  postMessage(message: unknown): void;
  terminate(): void;
  addEventListener(type: "message", listener: (event: { readonly data: never }) => void): void;
  addEventListener(type: "error", listener: () => void): void;
};

export function activate(context: ExtensionContext): Api {
  const server = Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true);
  const writer = Uri.joinPath(context.extensionUri, "dist/writer.js").toString(true);
  const reader = Uri.joinPath(context.extensionUri, "dist/reader.js").toString(true);
  const startReader: StartReader = (onAnswer, onError) => {
    const worker = new Worker(reader);
    worker.addEventListener("message", (event: { readonly data: ReadAnswer }) => onAnswer(event.data));
    worker.addEventListener("error", onError);
    return { send: (request) => worker.postMessage(request), dispose: () => worker.terminate() };
  };
  return start(context, {
    files: editorFiles,
    connect: async (needs) => (await import("./connection.ts")).connectTo(server, needs),
    loadDocuments: async () => ({ createLetterDocuments, readDocument, startReader }),
    startWriter(onAnswer) {
      const worker = new Worker(writer);
      worker.addEventListener("message", (event: { readonly data: WriteAnswer }) => onAnswer(event.data));
      worker.addEventListener("error", () => onAnswer(null));
      return { send: (form) => worker.postMessage(form), dispose: () => worker.terminate() };
    },
  });
}
