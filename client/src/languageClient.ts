/** The language client: starts the server when there are letters, and never throws. */
import * as vscode from "vscode";
import type { WorkDoneProgressReport } from "vscode-languageclient";
import {
  type IgnoredFindingsParams,
  ignoredNotification,
  type LetterOverview,
  overviewRequest,
} from "../../server/src/protocol/extensions.ts";
import { languageId, pageScheme } from "./constants.ts";
import { isOtherVersion } from "./util/otherVersion.ts";
import type { FolderSettings } from "./workspace/folderSettings.ts";

const startTimeoutMs = 30_000;

type RequestHandler = (params: never) => Promise<unknown>;
type Report = Pick<WorkDoneProgressReport, "message" | "percentage">;

/** What a connection needs. */
export interface ConnectionNeeds {
  readonly output: vscode.LogOutputChannel;
  /** The handlers of the server's requests, by method. */
  readonly requestHandlers: ReadonlyMap<string, RequestHandler>;
  /** Settings that come with a folder. */
  readonly folderSettings: FolderSettings;
  /** Called whenever the server has started. */
  readonly onDidStart: () => void;
  /** Called when the server has ended and isn't restarted. */
  readonly onDidStop: () => void;
}

/** A connection to a server, which it restarts if it exits. */
export interface Connection {
  start(): Promise<void>;
  /** Starts a new server, whether or not one is running. Rejects if it can't start. */
  restart(): Promise<void>;
  isRunning(): boolean;
  sendRequest<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R>;
  sendNotification(method: string, params: unknown): Promise<void>;
  onReport(token: string, listener: (report: Report) => void): vscode.Disposable;
  dispose(): Promise<void>;
}

/** Loads the connection for the platform that the extension runs on. */
export type Connect = (needs: ConnectionNeeds) => Promise<Connection>;

export interface LetterClient extends vscode.Disposable {
  /** Resolves when the server has started or failed to start. It starts with the first letter. Never rejects. */
  readonly ready: Promise<void>;
  /** Starts the server before the first letter opens. Never rejects. */
  start(): Promise<void>;
  /** Fires when the server has started or restarted. It doesn't have any data that was sent before. */
  readonly onDidStart: vscode.Event<void>;
  /** Fires when the server has ended for good or couldn't start: letters aren't checked until it's restarted. */
  readonly onDidStop: vscode.Event<void>;
  /** Starts a new server, whether or not one is running; true if it runs. Never rejects. */
  restart(): Promise<boolean>;
  /** Shows the log. */
  showLog(): void;
  /** False before the first letter opens, and if the server couldn't start. */
  isRunning(): boolean;
  /** The overview of an open letter; null if the server doesn't respond. Waits for the server to start. Never rejects. */
  overview(uri: vscode.Uri): Promise<LetterOverview | null>;
  /** Sends a request; undefined if the server doesn't respond. Waits for the server to start. Never rejects. */
  sendRequest<R>(method: string, params: unknown): Promise<R | undefined>;
  /** Sends a request that reports progress. If it's canceled, the server responds with what it has. */
  sendRequestWithProgress<R>(
    method: string,
    options: ProgressOptions,
    params?: object,
  ): Promise<R | undefined>;
  /** Handles a request of the server. Call it before the server starts. */
  onRequest<P, R>(method: string, handler: (params: P) => Promise<R>): vscode.Disposable;
  /** The document's `TextDocumentIdentifier`. */
  identify(document: vscode.TextDocument): { readonly uri: string };
  /** Sends the ignored findings of a document to the server. Never rejects. */
  sendIgnored(ignored: IgnoredFindingsParams): Promise<void>;
}

/** Cancellation and progress of a request. */
export interface ProgressOptions {
  readonly token: vscode.CancellationToken;
  /** Called with each progress report of the server. */
  readonly onReport: (report: Report) => void;
}

/** Starts the server as soon as a letter is open. */
export function createLetterClient(connect: Connect, folderSettings: FolderSettings): LetterClient {
  const output = vscode.window.createOutputChannel("IMR Letters", { log: true });
  const started = new vscode.EventEmitter<void>();
  const stopped = new vscode.EventEmitter<void>();
  const requestHandlers = new Map<string, RequestHandler>();
  let connecting: Promise<Connection> | undefined;
  /** Undefined until it's loaded. */
  let connection: Connection | undefined;

  async function startNow(): Promise<void> {
    connecting = connect({
      output,
      requestHandlers,
      folderSettings,
      onDidStart: () => started.fire(),
      onDidStop: () => stopped.fire(),
    });
    connection = await connecting;
    await Promise.race([connection.start(), rejectAfterTimeout()]);
  }
  let starting: Promise<void> | undefined;
  const startOnce = (): Promise<void> => {
    starting ??= startNow().catch(reportFailure);
    return starting;
  };

  function reportFailure(error: unknown): void {
    output.error(
      `The language server couldn't start. Letters are highlighted but not checked. ${describe(error)}`,
    );
    stopped.fire();
  }

  async function restart(): Promise<boolean> {
    if (connection) {
      starting = Promise.race([connection.restart(), rejectAfterTimeout()]).catch(reportFailure);
    } else {
      await starting;
      starting = undefined;
    }
    await start();
    return connection?.isRunning() ?? false;
  }

  let isReady: () => void;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const start = (): Promise<void> => startOnce().then(() => isReady());
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId === languageId && !isOtherVersion(document.uri)) void start();
  };
  // Restored guideline pages need the server too.
  if (hasOpenPages()) void start();
  const opening = vscode.workspace.onDidOpenTextDocument(startFor);
  for (const document of vscode.workspace.textDocuments) startFor(document);

  let progressRequests = 0;
  async function sendRequest<R>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<R | undefined> {
    await startOnce();
    if (!connection?.isRunning()) return undefined;
    try {
      return await connection.sendRequest<R>(method, params, token);
    } catch (error) {
      output.warn(`The language server didn't respond to ${method}. ${describe(error)}`);
      return undefined;
    }
  }

  return {
    ready,
    start,
    onDidStart: started.event,
    onDidStop: stopped.event,
    restart,
    showLog: () => output.show(true),
    sendRequest: (method, params) => sendRequest(method, params),
    async sendRequestWithProgress<R>(
      method: string,
      { token, onReport }: ProgressOptions,
      params: object = {},
    ) {
      const workDoneToken = `${method}/${++progressRequests}`;
      await startOnce();
      const reports = connection?.onReport(workDoneToken, onReport);
      try {
        return await sendRequest<R>(method, { ...params, workDoneToken }, token);
      } finally {
        reports?.dispose();
      }
    },
    onRequest<P, R>(method: string, handler: (params: P) => Promise<R>) {
      requestHandlers.set(method, handler);
      return new vscode.Disposable(() => requestHandlers.delete(method));
    },
    isRunning: () => connection?.isRunning() ?? false,
    identify: ({ uri }) => ({ uri: uri.toString() }),
    async overview(uri) {
      const textDocument = { uri: uri.toString() };
      return (await sendRequest<LetterOverview | null>(overviewRequest, { textDocument })) ?? null;
    },
    async sendIgnored(ignored) {
      await startOnce();
      if (!connection?.isRunning()) return;
      await connection.sendNotification(ignoredNotification, ignored).catch((error: unknown) => {
        output.warn(`The ignored problems couldn't be sent to the language server. ${describe(error)}`);
      });
    },
    async dispose() {
      opening.dispose();
      started.dispose();
      stopped.dispose();
      await connecting?.then((one) => one.dispose()).catch(() => {});
      output.dispose();
    },
  };
}

const hasOpenPages = (): boolean =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === pageScheme);

/** Rejects if the start takes too long, because a web worker that can't load reports nothing. */
const rejectAfterTimeout = (): Promise<void> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("It didn't respond.")), startTimeoutMs);
  });

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
