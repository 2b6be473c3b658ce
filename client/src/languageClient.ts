/** The connection to the language server: started when letters are there, and never the cause of an exception. */
import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  ErrorAction,
  type LanguageClientOptions,
  State,
  WorkDoneProgress,
  type WorkDoneProgressReport,
} from "vscode-languageclient";
import {
  type IgnoredFindings,
  ignoredNotification,
  type LetterOverview,
  overviewRequest,
} from "../../server/src/protocol/extensions.ts";
import { withPageLinks } from "./hoverLinks.ts";
import { isShownOnly, languageId, pageScheme } from "./names.ts";

const startSeconds = 30;

/** Makes the client for the platform that the extension runs on. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

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
  sendIgnored(ignored: IgnoredFindings): Promise<void>;
}

/** How a long answer is waited for. */
export interface Following {
  readonly token: vscode.CancellationToken;
  /** Called with how far the server has come. */
  readonly onReport: (report: Pick<WorkDoneProgressReport, "message" | "percentage">) => void;
}

/** Prepares the client, and starts the server as soon as a letter is open. */
export function createLetterClient(create: CreateClient): LetterClient {
  const output = vscode.window.createOutputChannel("IMR Letters", { log: true });
  const client = create("imr", "IMR Letters", {
    documentSelector: [{ language: languageId }, { scheme: pageScheme }],
    outputChannel: output,
    initializationOptions: { imr: { ignore: true, commands: true, files: true } },
    initializationFailedHandler: () => false,
    errorHandler: {
      // As the server ends, what is still being written to it fails, and that is no news.
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => usual.closed(),
    },
    middleware: {
      // What is made of letters to be looked at is not checked a second time.
      didOpen: (document, next) => (isShownOnly(document.uri) ? Promise.resolve() : next(document)),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover && withPageLinks(hover);
      },
    },
  });

  const usual = client.createDefaultErrorHandler();

  const started = new vscode.EventEmitter<void>();
  const watching = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) started.fire();
  });

  const startOnce = (() => {
    let started: Promise<void> | undefined;
    return () => {
      started ??= Promise.race([client.start(), failLate()]).catch((error: unknown) => {
        output.error(`The server could not start: letters are coloured but not checked. ${describe(error)}`);
      });
      return started;
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
    if (!client.isRunning()) return undefined;
    try {
      // A token that is undefined would be sent as a parameter.
      return await (token
        ? client.sendRequest<R>(method, params, token)
        : client.sendRequest<R>(method, params));
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
      const reports = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== "end") onReport(value);
      });
      try {
        return await ask<R>(method, { ...params, workDoneToken }, token);
      } finally {
        reports.dispose();
      }
    },
    answer: <P, R>(method: string, handler: (params: P) => Promise<R>) =>
      client.onRequest<unknown, void>(method, handler),
    isRunning: () => client.isRunning(),
    identify: (document) => client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    async overview(uri) {
      const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
      return (await ask<LetterOverview | null>(overviewRequest, { textDocument })) ?? null;
    },
    async sendIgnored(ignored) {
      await startOnce();
      if (!client.isRunning()) return;
      await client.sendNotification(ignoredNotification, ignored).catch((error: unknown) => {
        output.warn(`What is ignored could not be told to the server. ${describe(error)}`);
      });
    },
    async dispose() {
      opening.dispose();
      watching.dispose();
      started.dispose();
      await client.dispose().catch(() => {});
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
