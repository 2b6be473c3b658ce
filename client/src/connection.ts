/**
 * The connection to the server, by way of the language client library. The library is ten times as much code as the rest
 * of the client, so this file is imported only dynamically, when the server is about to start.
 */
import { Uri } from "vscode";
import {
  type BaseLanguageClient,
  ErrorAction,
  type LanguageClientOptions,
  State,
  WorkDoneProgress,
} from "vscode-languageclient";
import { documentFileName } from "../../reader/src/documentKind.ts";
import { isVirtualDocument, languageId, pageScheme } from "./constants.ts";
import { countsDocuments } from "./documents/countsDocuments.ts";
import { isDocument, letterUriOf } from "./documents/letterUri.ts";
import { withLinks } from "./guidelines/hoverLinks.ts";
import type { Connection, ConnectionNeeds } from "./languageClient.ts";

/** Creates the library's client for the platform that the extension runs on. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export function createConnection(
  create: CreateClient,
  { output, requestHandlers, onDidStart }: ConnectionNeeds,
): Connection {
  const client = create("imr", "IMR Letters", {
    documentSelector: [{ language: languageId }, { scheme: pageScheme }],
    outputChannel: output,
    initializationOptions: {
      imr: {
        ignore: true,
        commands: true,
        commandLinks: true,
        pageLinks: "relative",
        files: true,
        documents: true,
      },
    },
    initializationFailedHandler: () => false,
    errorHandler: {
      // When the server exits, pending writes to it fail. There's nothing to report.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => defaultHandler.closed(),
    },
    middleware: {
      // Previews and issues to compare are derived from letters, which are checked themselves.
      didOpen: (document, next) => (isVirtualDocument(document.uri) ? Promise.resolve() : next(document)),
      workspace: {
        // The server knows a PDF or Word file by the URI of its letter.
        didChangeWatchedFile: async (event, next) => {
          const file = Uri.parse(event.uri);
          if (!documentFileName.test(file.path)) return next(event);
          if (isDocument(file) && countsDocuments())
            await next({ ...event, uri: letterUriOf(file).toString() });
        },
      },
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover && withLinks(hover);
      },
    },
  });

  const defaultHandler = client.createDefaultErrorHandler();
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onDidStart();
  });
  for (const [method, handler] of requestHandlers) client.onRequest(method, handler);

  return {
    start: () => client.start(),
    isRunning: () => client.isRunning(),
    sendRequest: (method, params, token) =>
      // An undefined token would be sent as a parameter.
      token ? client.sendRequest(method, params, token) : client.sendRequest(method, params),
    sendNotification: (method, params) => client.sendNotification(method, params),
    onReport: (token, listener) =>
      client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== "end") listener(value);
      }),
    dispose: () => client.dispose(),
  };
}
