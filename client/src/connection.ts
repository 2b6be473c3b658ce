/**
 * The connection to the server, by way of the language client library. The library is ten times as much code as the rest
 * of the client, so this file is imported only dynamically, when the server is about to start.
 */
import { env, Uri } from "vscode";
import {
  type BaseLanguageClient,
  CloseAction,
  ErrorAction,
  type LanguageClientOptions,
  State,
  type StaticFeature,
  WorkDoneProgress,
} from "vscode-languageclient";
import { documentFileName } from "../../reader/src/documentKind.ts";
import {
  type CheckedParams,
  checkedNotification,
  letterTokenTypes,
} from "../../server/src/protocol/extensions.ts";
import { languageId, pageScheme } from "./constants.ts";
import { countsDocuments } from "./documents/countsDocuments.ts";
import { isDocument, letterUriOf } from "./documents/letterUri.ts";
import { withLinks } from "./guidelines/hoverLinks.ts";
import type { Connection, ConnectionNeeds } from "./languageClient.ts";
import { isOtherVersion } from "./util/otherVersion.ts";

/** Creates the library's client for the platform that the extension runs on. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** Names the token types that the manifest describes, because the library names only the standard ones. */
const ownTokenTypes: StaticFeature = {
  fillClientCapabilities({ textDocument }) {
    // Theia doesn't read them from manifests, and colors only the standard ones.
    if (!/theia/i.test(env.appName)) textDocument?.semanticTokens?.tokenTypes.push(...letterTokenTypes);
  },
  initialize() {},
  getState: () => ({ kind: "static" }),
  clear() {},
};

export function createConnection(
  create: CreateClient,
  { output, requestHandlers, folderSettings, onDidStart, onDidStop }: ConnectionNeeds,
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
      closed: async () => {
        const result = await restartHandler.closed();
        if (result.action === CloseAction.Restart) return result;
        // The library knows only after this that the server has stopped.
        setTimeout(onDidStop, 0);
        return { ...result, handled: true };
      },
    },
    middleware: {
      didOpen: (document, next) => (isOtherVersion(document.uri) ? Promise.resolve() : next(document)),
      workspace: {
        configuration: async (params, token, next) => {
          const answers = await next(params, token);
          if (!Array.isArray(answers)) return answers;
          return Promise.all(
            params.items.map(async ({ scopeUri, section }, index) =>
              section === "imr" && scopeUri !== undefined
                ? { ...answers[index], folderSettings: await folderSettings.textFor(Uri.parse(scopeUri)) }
                : answers[index],
            ),
          );
        },
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

  client.registerFeature(ownTokenTypes);

  // It restarts the server five times in three minutes.
  let restartHandler = client.createDefaultErrorHandler();
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) onDidStart();
  });
  client.onNotification(checkedNotification, ({ milliseconds, bytes }: CheckedParams) => {
    const memory = bytes === undefined ? "" : ` The server uses ${Math.round(bytes / 1e6)} MB.`;
    output.debug(`Checked a letter in ${milliseconds.toFixed(1)} ms.${memory}`);
  });
  const following = folderSettings.onDidChange(() => {
    if (client.isRunning())
      void client.sendNotification("workspace/didChangeConfiguration", { settings: null }).catch(() => {});
  });
  for (const [method, handler] of requestHandlers) client.onRequest(method, handler);

  return {
    start: () => client.start(),
    async restart() {
      if (client.isRunning()) await client.stop();
      restartHandler = client.createDefaultErrorHandler();
      await client.start();
    },
    isRunning: () => client.isRunning(),
    sendRequest: (method, params, token) =>
      // An undefined token would be sent as a parameter.
      token ? client.sendRequest(method, params, token) : client.sendRequest(method, params),
    sendNotification: (method, params) => client.sendNotification(method, params),
    onReport: (token, listener) =>
      client.onProgress(WorkDoneProgress.type, token, (value) => {
        if (value.kind !== "end") listener(value);
      }),
    dispose() {
      following.dispose();
      return client.dispose();
    },
  };
}
