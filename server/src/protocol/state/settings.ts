import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type Event,
} from "vscode-languageserver";
import { type PresetName, presetNames, severitiesWith } from "../../review/presets.ts";
import type { Severity } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { fileUriOf } from "../lsp/documentUri.ts";
import { imrSection, isRecord, settingsSection } from "../lsp/imrSection.ts";
import { describeError } from "../lsp/runSafe.ts";
import { readMaxFileSize } from "./maxFileSize.ts";

export type Severities = Readonly<Record<string, Severity>>;

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

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"] satisfies Severity[];

/** Reads the settings from a value of any shape. Invalid ones are logged and have no effect. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>, log: Log): DocumentSettings {
  const { rules, preset, holdWhileTyping, inlayHints, codeLens } = isRecord(value) ? value : {};
  const ownSeverities = readRules(rules, ruleIds, log);
  return {
    severities: severitiesWith(readPreset(preset, log), ownSeverities),
    ownSeverities,
    holdWhileTyping: readSwitch("holdWhileTyping", holdWhileTyping, log),
    hints: readHints(inlayHints, log),
    codeLens: readSwitch("codeLens.enabled", isRecord(codeLens) ? codeLens.enabled : codeLens, log),
  };
}

function readRules(rules: unknown, ruleIds: ReadonlySet<string>, log: Log): Severities {
  if (rules === undefined || rules === null) return {};
  if (!isRecord(rules)) {
    log("imr.rules: expected an object of rules and severities (ignored).");
    return {};
  }
  const chosen: Record<string, Severity> = {};
  for (const [id, severity] of Object.entries(rules)) {
    if (!ruleIds.has(id)) {
      log(`imr.rules: unknown rule “${id}” (ignored).`);
    } else if (!isSeverity(severity)) {
      log(`imr.rules: expected one of ${severities.join(", ")} for “${id}” (ignored).`);
    } else {
      chosen[id] = severity;
    }
  }
  return chosen;
}

function readPreset(preset: unknown, log: Log): PresetName {
  if (preset === undefined || preset === null) return "standard";
  const known = presetNames.find((name) => name === preset);
  if (known) return known;
  log(`imr.preset: expected one of ${presetNames.join(", ")} (using “standard”).`);
  return "standard";
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

const isSeverity = (value: unknown): value is Severity =>
  typeof value === "string" && severities.includes(value);

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
