import {
  type Connection,
  DidChangeConfigurationNotification,
  Emitter,
  type Event,
} from "vscode-languageserver";
import { type PresetName, presetNames, presetSeverities } from "../../review/presets.ts";
import type { Severity } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { imrSection, isRecord, settingsSection } from "../lsp/imrSection.ts";
import { describeError } from "../lsp/runSafe.ts";
import { readMaxFileSize } from "./maxFileSize.ts";

export type Severities = Readonly<Record<string, Severity>>;

/** What the user chose for a document. */
export interface DocumentSettings {
  /** Where they differ from the rules' own: those of the preset, and above them the user's own. */
  readonly severities: Severities;
  /** Findings on the line being typed wait for a pause. */
  readonly holdWhileTyping: boolean;
  /** Which inlay hints are shown; none where the user turned all off. */
  readonly hints: InlayHintSettings;
  readonly codeLens: boolean;
}

export interface InlayHintSettings {
  /** What a rationale still lacks. */
  readonly missing: boolean;
  /** A brand's generic name and class. */
  readonly drugs: boolean;
  /** The topic on cited pages. */
  readonly topics: boolean;
  /** The guideline that a chapter belongs to. */
  readonly guidelines: boolean;
}

/** What the user chose for all documents together. */
export interface WorkspaceSettings {
  /** As many UTF-16 units of a file are read. */
  readonly maxFileSize: number;
  /** What the letters of the workspace decide is kept in mind. */
  readonly index: boolean;
  /** All letters of the workspace are reviewed, and again when they change. */
  readonly reviewAll: boolean;
}

export interface Settings {
  forDocument(uri: string): Promise<DocumentSettings>;
  /** The same of many documents at once, in their order; nothing is remembered of it. */
  forDocuments(uris: readonly string[]): Promise<readonly DocumentSettings[]>;
  maxFileSize(): number;
  forWorkspace(): WorkspaceSettings;
  /** Fires once: it is known what the user chose, and the client can be asked for more. */
  readonly onReady: Event<void>;
  readonly onDidChangeSettings: Event<void>;
  /** Forgets what was asked for a document. */
  forget(uri: string): void;
}

/** Whole-workspace settings in a value of any shape. */
export function readWorkspaceSettings(value: unknown): WorkspaceSettings {
  const { maxFileSize, workspace } = isRecord(value) ? value : {};
  const { index, review } = isRecord(workspace) ? workspace : {};
  return { maxFileSize: readMaxFileSize(maxFileSize), index: index !== false, reviewAll: review === true };
}

type Say = (problem: string) => void;

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"] satisfies Severity[];

/** The settings in a value of any shape; what makes no sense is left out and said in plain words. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>, say: Say): DocumentSettings {
  const { rules, preset, holdWhileTyping, inlayHints, codeLens } = isRecord(value) ? value : {};
  return {
    severities: { ...presetSeverities(readPreset(preset, say)), ...readRules(rules, ruleIds, say) },
    holdWhileTyping: readSwitch("holdWhileTyping", holdWhileTyping, say),
    hints: readHints(inlayHints, say),
    codeLens: readSwitch("codeLens.enabled", isRecord(codeLens) ? codeLens.enabled : codeLens, say),
  };
}

function readRules(rules: unknown, ruleIds: ReadonlySet<string>, say: Say): Severities {
  if (rules === undefined || rules === null) return {};
  if (!isRecord(rules)) {
    say("The setting imr.rules should list rules with their severities; it is ignored.");
    return {};
  }
  const chosen: Record<string, Severity> = {};
  for (const [id, severity] of Object.entries(rules)) {
    if (!ruleIds.has(id)) {
      say(`The setting imr.rules names "${id}", which is no rule of this version; it is ignored.`);
    } else if (!isSeverity(severity)) {
      say(
        `The setting imr.rules gives "${id}" a severity other than ${severities.join(", ")}; it is ignored.`,
      );
    } else {
      chosen[id] = severity;
    }
  }
  return chosen;
}

function readPreset(preset: unknown, say: Say): PresetName {
  if (preset === undefined || preset === null) return "standard";
  const known = presetNames.find((name) => name === preset);
  if (known) return known;
  say(`The setting imr.preset should be one of ${presetNames.join(", ")}; it is taken as standard.`);
  return "standard";
}

/** True unless the user says otherwise. */
function readSwitch(name: string, value: unknown, say: Say): boolean {
  if (value === undefined || value === null || typeof value === "boolean") return value ?? true;
  say(`The setting imr.${name} should be true or false; it is taken as true.`);
  return true;
}

/** `{ "enabled": true, "missing": true … }`, or `false` for none. */
function readHints(value: unknown, say: Say): InlayHintSettings {
  const chosen = isRecord(value) ? value : { enabled: value };
  const enabled = readSwitch("inlayHints.enabled", chosen.enabled, say);
  const of = (kind: keyof InlayHintSettings): boolean =>
    readSwitch(`inlayHints.${kind}`, chosen[kind], say) && enabled;
  return { missing: of("missing"), drugs: of("drugs"), topics: of("topics"), guidelines: of("guidelines") };
}

const isSeverity = (value: unknown): value is Severity =>
  typeof value === "string" && severities.includes(value);

/**
 * The settings, asked of the editor per document where it answers such questions, otherwise as it last announced them
 * or gave them at the start (`{ "imr": { "rules": … } }`).
 */
export function createSettings(
  connection: Connection,
  client: ClientFlags,
  initializationOptions: unknown,
  ruleIds: ReadonlySet<string>,
): Settings {
  const ready = new Emitter<void>();
  const didChange = new Emitter<void>();
  const said = new Set<string>();
  const say = (problem: string): void => {
    if (said.has(problem)) return;
    said.add(problem);
    connection.console.warn(problem);
  };
  let announced = readSettings(imrSection(initializationOptions), ruleIds, say);
  let forWorkspace = readWorkspaceSettings(imrSection(initializationOptions));
  const asked = new Map<string, Promise<DocumentSettings>>();

  connection.onDidChangeConfiguration(async ({ settings }) => {
    asked.clear();
    if (!client.configuration) announced = readSettings(imrSection(settings), ruleIds, say);
    forWorkspace = client.configuration
      ? await askForWorkspace()
      : readWorkspaceSettings(imrSection(settings));
    didChange.fire();
  });
  connection.onInitialized(async () => {
    if (client.watchConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (client.configuration) {
      const before = forWorkspace;
      forWorkspace = await askForWorkspace();
      if (forWorkspace.maxFileSize !== before.maxFileSize) didChange.fire();
    }
    ready.fire();
  });

  const askFor = async (items: readonly { readonly scopeUri?: string }[]): Promise<readonly unknown[]> => {
    try {
      return await connection.workspace.getConfiguration(
        items.map((item) => ({ ...item, section: settingsSection })),
      );
    } catch (error) {
      connection.console.error(`Asking for the settings failed: ${describeError(error)}`);
      return [];
    }
  };
  const askForWorkspace = async (): Promise<WorkspaceSettings> =>
    readWorkspaceSettings((await askFor([{}]))[0]);
  const askEach = async (uris: readonly string[]): Promise<readonly DocumentSettings[]> => {
    const answers = await askFor(uris.map((scopeUri) => ({ scopeUri })));
    return uris.map((_, i) => readSettings(answers[i], ruleIds, say));
  };
  const ask = async (uri: string): Promise<DocumentSettings> => (await askEach([uri]))[0] as DocumentSettings;

  return Object.freeze({
    forDocument(uri: string) {
      if (!client.configuration) return Promise.resolve(announced);
      let answer = asked.get(uri);
      if (answer === undefined) {
        answer = ask(uri);
        asked.set(uri, answer);
      }
      return answer;
    },
    async forDocuments(uris: readonly string[]) {
      return client.configuration ? askEach(uris) : uris.map(() => announced);
    },
    maxFileSize: () => forWorkspace.maxFileSize,
    forWorkspace: () => forWorkspace,
    onReady: ready.event,
    onDidChangeSettings: didChange.event,
    forget(uri: string) {
      asked.delete(uri);
    },
  });
}
