/**
 * What speaks with the server, by the library for that. It is ten times as much code as the rest of the client: so this
 * is loaded when the server is about to start, and imported in no other way.
 */
import {
  type BaseLanguageClient,
  ErrorAction,
  type LanguageClientOptions,
  State,
  WorkDoneProgress,
} from "vscode-languageclient";
import { isVirtualDocument, languageId, pageScheme } from "./constants.ts";
import { withPageLinks } from "./guidelines/hoverLinks.ts";
import type { Connection, ConnectionNeeds } from "./languageClient.ts";

/** Makes the library's client for the platform that the extension runs on. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

export function createConnection(
  create: CreateClient,
  { output, answers, onDidStart }: ConnectionNeeds,
): Connection {
  const client = create("imr", "IMR Letters", {
    documentSelector: [{ language: languageId }, { scheme: pageScheme }],
    outputChannel: output,
    initializationOptions: { imr: { ignore: true, commands: true, pageLinks: "relative", files: true } },
    initializationFailedHandler: () => false,
    errorHandler: {
      // As the server ends, what is still being written to it fails, and that is no news.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => usual.closed(),
    },
    middleware: {
      // What is made of letters to be looked at is not checked a second time.
      didOpen: (document, next) => (isVirtualDocument(document.uri) ? Promise.resolve() : next(document)),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover && withPageLinks(hover);
      },
    },
  });

  const usual = client.createDefaultErrorHandler();
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onDidStart();
  });
  for (const [method, answer] of answers) client.onRequest(method, answer);

  return {
    start: () => client.start(),
    isRunning: () => client.isRunning(),
    ask: (method, params, token) =>
      // A token that is undefined would be sent as a parameter.
      token ? client.sendRequest(method, params, token) : client.sendRequest(method, params),
    tell: (method, params) => client.sendNotification(method, params),
    onReport: (token, listener) =>
      client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== "end") listener(value);
      }),
    dispose: () => client.dispose(),
  };
}
