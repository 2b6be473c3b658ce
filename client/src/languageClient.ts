/** The connection to the language server: started when letters are there, and never the cause of an exception. */
import * as vscode from "vscode";
import type { WorkDoneProgressReport } from "vscode-languageclient";
import {
  type IgnoredFindingsParams,
  ignoredNotification,
  type LetterOverview,
  overviewRequest,
} from "../../server/src/protocol/extensions.ts";
import { languageId, pageScheme } from "./constants.ts";

const startSeconds = 30;

type Answer = (params: never) => Promise<unknown>;
type Report = Pick<WorkDoneProgressReport, "message" | "percentage">;

/** What the connection is lent. */
export interface ConnectionNeeds {
  readonly output: vscode.LogOutputChannel;
  /** What is answered to the server, by method. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Called whenever the server has started. */
  readonly onDidStart: () => void;
}

/** A connection to one server, which it starts again should it end. */
export interface Connection {
  start(): Promise<void>;
  isRunning(): boolean;
  ask<R>(method: string, params: unknown, token?: vscode.CancellationToken): Promise<R>;
  tell(method: string, params: unknown): Promise<void>;
  onReport(token: string, listener: (report: Report) => void): vscode.Disposable;
  dispose(): Promise<void>;
}

/** Loads what speaks with the server on the platform that the extension runs on. */
export type Connect = (needs: ConnectionNeeds) => Promise<Connection>;

export interface LetterClient extends vscode.Disposable {
  /** Settles when the server has started or has failed to; it starts with the first letter. Never rejects. */
  readonly ready: Promise<void>;
  /** Starts it before that. Never rejects. */
  start(): Promise<void>;
  /** The server has started, for the first time or after it had ended: it knows nothing that it was told before. */
  readonly onDidStart: vscode.Event<void>;
  /** False before the first letter, and where the server could not start. */
  isRunning(): boolean;
  /** What the server knows of an open letter; null where it knows nothing. Waits for the server; never rejects. */
  overview(uri: vscode.Uri): Promise<LetterOverview | null>;
  /** Asks the server anything else; undefined where it gives no answer. Waits for the server; never rejects. */
  ask<R>(method: string, params: unknown): Promise<R | undefined>;
  /** The same for what takes its time and may be cancelled; the server then answers with what it has. */
  askLong<R>(method: string, follow: Following, params?: object): Promise<R | undefined>;
  /** Answers what the server asks. To be called before anything is asked. */
  answer<P, R>(method: string, handler: (params: P) => Promise<R>): vscode.Disposable;
  /** `{ uri }` as the server knows the document. */
  identify(document: vscode.TextDocument): { readonly uri: string };
  /** Tells the server which findings of a document are ignored. Never rejects. */
  sendIgnored(ignored: IgnoredFindingsParams): Promise<void>;
}

/** How a long answer is waited for. */
export interface Following {
  readonly token: vscode.CancellationToken;
  /** Called with how far the server has come. */
  readonly onReport: (report: Report) => void;
}

/** Starts the server as soon as a letter is open. */
export function createLetterClient(connect: Connect): LetterClient {
  const output = vscode.window.createOutputChannel("IMR Letters", { log: true });
  const started = new vscode.EventEmitter<void>();
  const answers = new Map<string, Answer>();
  let connecting: Promise<Connection> | undefined;
  /** Undefined until it is loaded. */
  let connection: Connection | undefined;

  async function startNow(): Promise<void> {
    connecting = connect({ output, answers, onDidStart: () => started.fire() });
    connection = await connecting;
    await Promise.race([connection.start(), failLate()]);
  }
  const startOnce = (() => {
    let starting: Promise<void> | undefined;
    return () => {
      starting ??= startNow().catch((error: unknown) => {
        output.error(`The server could not start: letters are coloured but not checked. ${describe(error)}`);
      });
      return starting;
    };
  })();

  let isReady: () => void;
  const ready = new Promise<void>((resolve) => {
    isReady = resolve;
  });
  const start = (): Promise<void> => startOnce().then(() => isReady());
  const startFor = (document: vscode.TextDocument): void => {
    if (document.languageId === languageId) void start();
  };
  // Pages that were left open are written by the server too.
  if (hasOpenPages()) void start();
  const opening = vscode.workspace.onDidOpenTextDocument(startFor);
  for (const document of vscode.workspace.textDocuments) startFor(document);

  let longAsked = 0;
  async function ask<R>(
    method: string,
    params: unknown,
    token?: vscode.CancellationToken,
  ): Promise<R | undefined> {
    await startOnce();
    if (!connection?.isRunning()) return undefined;
    try {
      return await connection.ask<R>(method, params, token);
    } catch (error) {
      output.warn(`The server gave no answer to ${method}. ${describe(error)}`);
      return undefined;
    }
  }

  return {
    ready,
    start,
    onDidStart: started.event,
    ask: (method, params) => ask(method, params),
    async askLong<R>(method: string, { token, onReport }: Following, params: object = {}) {
      const workDoneToken = `${method}/${++longAsked}`;
      await startOnce();
      const reports = connection?.onReport(workDoneToken, onReport);
      try {
        return await ask<R>(method, { ...params, workDoneToken }, token);
      } finally {
        reports?.dispose();
      }
    },
    answer<P, R>(method: string, handler: (params: P) => Promise<R>) {
      answers.set(method, handler);
      return new vscode.Disposable(() => answers.delete(method));
    },
    isRunning: () => connection?.isRunning() ?? false,
    identify: ({ uri }) => ({ uri: uri.toString() }),
    async overview(uri) {
      const textDocument = { uri: uri.toString() };
      return (await ask<LetterOverview | null>(overviewRequest, { textDocument })) ?? null;
    },
    async sendIgnored(ignored) {
      await startOnce();
      if (!connection?.isRunning()) return;
      await connection.tell(ignoredNotification, ignored).catch((error: unknown) => {
        output.warn(`What is ignored could not be told to the server. ${describe(error)}`);
      });
    },
    async dispose() {
      opening.dispose();
      started.dispose();
      await connecting?.then((one) => one.dispose()).catch(() => {});
      output.dispose();
    },
  };
}

const hasOpenPages = (): boolean =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .some(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === pageScheme);

/** Rejects when a start takes too long: a web worker that cannot load says nothing. */
const failLate = (): Promise<void> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("It gave no answer.")), startSeconds * 1000);
  });

const describe = (error: unknown): string => (error instanceof Error ? error.message : String(error));
