import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type Event,
} from "vscode-languageserver";
import { readJsonObject } from "../../packs/jsonWithComments.ts";
import { readSeveritySettings, type Severities, severitiesOf } from "../../review/severitySettings.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { fileUriOf } from "../lsp/documentUri.ts";
import { imrSection, isRecord, settingsSection } from "../lsp/imrSection.ts";
import { describeError } from "../lsp/runSafe.ts";
import { readMaxFileSize } from "./maxFileSize.ts";

/** The settings of a document. */
export interface DocumentSettings {
  /** Severities that differ from the rules' defaults: those of the preset, overridden by the user's. */
  readonly severities: Severities;
  /** Only the user's. */
  readonly ownSeverities: Severities;
  /** New findings on the line being typed are deferred until the user pauses. */
  readonly holdWhileTyping: boolean;
  /** Which inlay hints are shown. */
  readonly hints: InlayHintSettings;
  readonly codeLens: boolean;
}

export interface InlayHintSettings {
  /** What a rationale is still missing. */
  readonly missing: boolean;
  /** A brand's generic name and class. */
  readonly drugs: boolean;
  /** The topic on cited pages. */
  readonly topics: boolean;
  /** The guideline that a chapter belongs to. */
  readonly guidelines: boolean;
}

/** The settings of the whole workspace. */
export interface WorkspaceSettings {
  /** Maximum number of UTF-16 code units to read from a file. */
  readonly maxFileSize: number;
  /** Whether to keep an index of the letters in the workspace. */
  readonly index: boolean;
  /** Whether to review all letters of the workspace continuously. */
  readonly reviewAll: boolean;
  /** Whether PDF and Word files count as letters. */
  readonly documents: boolean;
}

export interface Settings {
  forDocument(uri: string): Promise<DocumentSettings>;
  /** The settings of many documents, in their order. They aren't cached. */
  forDocuments(uris: readonly string[]): Promise<readonly DocumentSettings[]>;
  maxFileSize(): number;
  forWorkspace(): WorkspaceSettings;
  /** Fires once, when the settings are known and the client accepts requests. */
  readonly onReady: Event<void>;
  readonly onDidChangeSettings: Event<void>;
  /** Forgets the cached settings of a document. */
  forget(uri: string): void;
}

/** Reads the workspace settings from a value of any shape. */
export function readWorkspaceSettings(value: unknown): WorkspaceSettings {
  const { maxFileSize, workspace } = isRecord(value) ? value : {};
  const { index, review, documents } = isRecord(workspace) ? workspace : {};
  return {
    maxFileSize: readMaxFileSize(maxFileSize),
    index: index !== false,
    reviewAll: review === true,
    documents: documents !== false,
  };
}

type Log = (problem: string) => void;

/** Reads the settings from a value of any shape. Invalid ones are logged and have no effect. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>, log: Log): DocumentSettings {
  const { rules, preset, folderSettings, holdWhileTyping, inlayHints, codeLens } = isRecord(value)
    ? value
    : {};
  const chosen = [
    readSeveritySettings({ preset, rules }, ruleIds, log),
    readSeveritySettings(readFolderSettings(folderSettings, log), ruleIds, log),
  ];
  return {
    severities: severitiesOf(...chosen),
    ownSeverities: Object.assign({}, ...chosen.map((one) => one.rules)),
    holdWhileTyping: readSwitch("holdWhileTyping", holdWhileTyping, log),
    hints: readHints(inlayHints, log),
    codeLens: readSwitch("codeLens.enabled", isRecord(codeLens) ? codeLens.enabled : codeLens, log),
  };
}

/** The text of `.imr/settings.json`, which holds for all editors and the command line. */
function readFolderSettings(text: unknown, log: Log): Readonly<Record<string, unknown>> {
  if (typeof text !== "string") return {};
  const settings = readJsonObject(text);
  if (settings === undefined) log(".imr/settings.json: expected a JSON object of settings (ignored).");
  return settings ?? {};
}

/** True unless the setting is false. */
function readSwitch(name: string, value: unknown, log: Log): boolean {
  if (value === undefined || value === null || typeof value === "boolean") return value ?? true;
  log(`imr.${name}: expected true or false (using true).`);
  return true;
}

/** `{ "enabled": true, "missing": true … }`, or `false` for none. */
function readHints(value: unknown, log: Log): InlayHintSettings {
  const chosen = isRecord(value) ? value : { enabled: value };
  const enabled = readSwitch("inlayHints.enabled", chosen.enabled, log);
  const of = (kind: keyof InlayHintSettings): boolean =>
    readSwitch(`inlayHints.${kind}`, chosen[kind], log) && enabled;
  return { missing: of("missing"), drugs: of("drugs"), topics: of("topics"), guidelines: of("guidelines") };
}

/**
 * The settings: requested for each document if the client supports `workspace/configuration`, or else those that it last
 * sent in `workspace/didChangeConfiguration` or in its initialization options (`{ "imr": { "rules": … } }`).
 */
export function createSettings(
  connection: Connection,
  client: ClientFlags,
  initializationOptions: unknown,
  ruleIds: ReadonlySet<string>,
): Settings {
  const ready = new Emitter<void>();
  const didChange = new Emitter<void>();
  const logged = new Set<string>();
  const log = (problem: string): void => {
    if (logged.has(problem)) return;
    logged.add(problem);
    connection.console.warn(problem);
  };
  let sent = readSettings(imrSection(initializationOptions), ruleIds, log);
  let forWorkspace = readWorkspaceSettings(imrSection(initializationOptions));
  const requested = new Map<string, Promise<DocumentSettings>>();

  connection.onDidChangeConfiguration(async ({ settings }) => {
    requested.clear();
    if (!client.configuration) sent = readSettings(imrSection(settings), ruleIds, log);
    forWorkspace = client.configuration
      ? await requestForWorkspace()
      : readWorkspaceSettings(imrSection(settings));
    didChange.fire();
  });
  connection.onInitialized(async () => {
    if (client.watchConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (client.configuration) {
      const before = forWorkspace;
      forWorkspace = await requestForWorkspace();
      if (forWorkspace.maxFileSize !== before.maxFileSize) didChange.fire();
    }
    ready.fire();
  });

  const requestSections = async (
    items: readonly { readonly scopeUri?: string }[],
  ): Promise<readonly unknown[]> => {
    try {
      return await connection.workspace.getConfiguration(
        items.map((item) => ({ ...item, section: settingsSection })),
      );
    } catch (error) {
      connection.console.error(`Requesting settings failed: ${describeError(error)}`);
      return [];
    }
  };
  const requestForWorkspace = async (): Promise<WorkspaceSettings> =>
    readWorkspaceSettings((await requestSections([{}]))[0]);
  const requestEach = async (uris: readonly string[]): Promise<readonly DocumentSettings[]> => {
    const answers = await requestSections(uris.map((uri) => ({ scopeUri: fileUriOf(uri) })));
    return uris.map((_, i) => readSettings(answers[i], ruleIds, log));
  };
  const request = async (uri: string): Promise<DocumentSettings> =>
    (await requestEach([uri]))[0] as DocumentSettings;

  return Object.freeze({
    forDocument(uri: string) {
      if (!client.configuration) return Promise.resolve(sent);
      let answer = requested.get(uri);
      if (answer === undefined) {
        answer = request(uri);
        requested.set(uri, answer);
      }
      return answer;
    },
    async forDocuments(uris: readonly string[]) {
      return client.configuration ? requestEach(uris) : uris.map(() => sent);
    },
    maxFileSize: () => forWorkspace.maxFileSize,
    forWorkspace: () => forWorkspace,
    onReady: ready.event,
    onDidChangeSettings: didChange.event,
    forget(uri: string) {
      requested.delete(uri);
    },
  });
}
