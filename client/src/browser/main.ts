/** The extension's entry in a browser: the server is a web worker. */
import { type ExtensionContext, Uri } from "vscode";
import type { ReadAnswer } from "../../../reader/src/messages.ts";
import type { StartReader } from "../../../reader/src/reader.ts";
import type { StartWriter, WriteAnswer } from "../../../writer/src/writer.ts";
import { type Api, start } from "../extension.ts";
import { editorFiles } from "../files/editorFiles.ts";
import * as onDemand from "../onDemand.ts";

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
  const startWriter: StartWriter = (onAnswer) => {
    const worker = new Worker(writer);
    worker.addEventListener("message", (event: { readonly data: WriteAnswer }) => onAnswer(event.data));
    worker.addEventListener("error", () => onAnswer(null));
    return { send: (form) => worker.postMessage(form), dispose: () => worker.terminate() };
  };
  return start(context, {
    files: editorFiles,
    connect: async (needs) => (await import("./connection.ts")).connectTo(server, needs),
    loadOnDemand: async () => ({ ...onDemand, startReader, startWriter }),
  });
}
