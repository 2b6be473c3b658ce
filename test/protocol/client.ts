/** A minimal editor: speaks LSP with the server, over stdio or in memory, and records what it gets. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { type BuildOptions, build } from "esbuild";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createConnection,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Message,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
// @ts-expect-error a plain script
import { bundles } from "../../scripts/bundles.mjs";
import type { Runtime } from "../../server/src/protocol/lsp/runSafe.ts";
import { startServer } from "../../server/src/server.ts";

export interface Editor {
  readonly connection: ProtocolConnection;
  readonly hello: InitializeResult;
  /** What the server logged, one string per message. */
  readonly log: string[];
  /** The `imr` settings that it returns to the server. */
  settings: unknown;
  /** How often the server requested settings of a document, a registration, or a refresh of diagnostics. */
  readonly asked: { configuration: number; registration: number; refresh: number };
  open(uri: string, text: string): Promise<void>;
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** The next list of problems that the server publishes. */
  published(): Promise<PublishDiagnosticsParams>;
  /** Published lists that no test has read yet. */
  readonly unread: PublishDiagnosticsParams[];
  stop(): Promise<void>;
}

export interface Wishes {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly settings?: unknown;
  /** Gets every message when it is sent and when it arrives. */
  readonly witness?: Witness;
  /** Adds handlers to the editor before it connects. */
  readonly answers?: (connection: ProtocolConnection) => void;
}

export interface Witness {
  sent(message: Message): void;
  received(message: Message): void;
}

/** A connection to the server whose messages the witness gets. */
function witnessed(input: Readable, output: Writable, { witness }: Wishes): ProtocolConnection {
  const [reader, writer] = [new StreamMessageReader(input), new StreamMessageWriter(output)];
  if (witness) {
    const { listen } = reader;
    reader.listen = (take) =>
      listen.call(reader, (message) => {
        witness.received(message);
        take(message);
      });
    const { write } = writer;
    writer.write = (message) => {
      witness.sent(message);
      return write.call(writer, message);
    };
  }
  return createProtocolConnection(reader, writer);
}

async function connect(connection: ProtocolConnection, wishes: Wishes): Promise<Editor> {
  const versions = new Map<string, number>();
  const unread: PublishDiagnosticsParams[] = [];
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  const log: string[] = [];
  const asked = { configuration: 0, registration: 0, refresh: 0 };

  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    const taker = waiting.shift();
    if (taker) taker(params);
    else unread.push(params);
  });
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    log.push(message);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => {
    if (items.some(({ scopeUri }) => scopeUri !== undefined)) asked.configuration++;
    return items.map(() => editor.settings);
  });
  connection.onRequest(RegistrationRequest.type, () => {
    asked.registration++;
  });
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    asked.refresh++;
  });
  wishes.answers?.(connection);
  connection.listen();

  const hello = await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: wishes.capabilities ?? {},
    initializationOptions: wishes.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const editor: Editor = {
    connection,
    hello,
    log,
    settings: wishes.settings ?? null,
    asked,
    unread,
    open(uri, text) {
      versions.set(uri, 1);
      const textDocument = { uri, languageId: "imr-letter", version: 1, text };
      return connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
    },
    change(uri, ...contentChanges) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const textDocument = { uri, version };
      return connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges,
      });
    },
    close: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    published() {
      const first = unread.shift();
      return first ? Promise.resolve(first) : new Promise((resolve) => waiting.push(resolve));
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
    },
  };
  return editor;
}

/** A clock that is stopped on June 1, 2017, until the test advances it. */
export interface Clock extends Runtime {
  advance(milliseconds: number): void;
}

export function stoppedClock(): Clock {
  let now = 0;
  const days = Date.UTC(2017, 5, 1) / 86_400_000;
  const timers = new Set<{ readonly at: number; readonly callback: () => void }>();
  return {
    timer: {
      setImmediate(callback) {
        const handle = setImmediate(callback);
        return { dispose: () => clearImmediate(handle) };
      },
      setTimeout(callback, milliseconds) {
        const timer = { at: now + milliseconds, callback };
        timers.add(timer);
        return { dispose: () => timers.delete(timer) };
      },
    },
    today: () => days + Math.floor(now / 86_400_000),
    advance(milliseconds) {
      now += milliseconds;
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer);
        timer.callback();
      }
    },
  };
}

/** The server in this process. */
export async function editorInMemory(wishes: Wishes = {}): Promise<{ editor: Editor; clock: Clock }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const clock = stoppedClock();
  startServer(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), clock);
  return { editor: await connect(witnessed(toClient, toServer, wishes), wishes), clock };
}

/** The built server, in a folder of its own. */
export async function buildServer(): Promise<{ readonly path: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), "imr-server-"));
  const path = join(folder, "server.js");
  const bundle = bundles.find(({ outfile }: BuildOptions) => outfile === "dist/server.js");
  await build({ ...bundle, outfile: path, sourcemap: false });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The built server as a separate process, over stdin and stdout. */
export async function editorOverStdio(
  server: string,
  wishes: Wishes = {},
  nodeOptions: readonly string[] = [],
): Promise<{ editor: Editor; child: ChildProcess; exitCode: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [...nodeOptions, server, "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const connection = witnessed(child.stdout, child.stdin, wishes);
  const editor = await connect(connection, wishes);
  const exitCode = async (): Promise<number | null> => {
    await connection.sendNotification(ExitNotification.type);
    return ended;
  };
  return { editor, child, exitCode };
}

/** The capabilities of VS Code, as far as the server uses them. */
export const vsCode: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    semanticTokens: { refreshSupport: true },
    textDocumentContent: {},
    workspaceEdit: { documentChanges: true, snippetEditSupport: true },
  },
  textDocument: {
    hover: { contentFormat: ["markdown", "plaintext"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    foldingRange: { rangeLimit: 5000, lineFoldingOnly: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
    diagnostic: {},
    inlayHint: { resolveSupport: { properties: ["tooltip", "label.tooltip", "label.command"] } },
    completion: {
      completionItem: {
        snippetSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ["markdown", "plaintext"],
      },
      contextSupport: true,
    },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source"] } },
      isPreferredSupport: true,
    },
  },
};
