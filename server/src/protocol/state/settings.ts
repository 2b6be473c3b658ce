import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import { type PresetName, presetNames, presetSeverities } from "../../review/presets.ts";
import type { Severity } from "../../review/types.ts";
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import { describeError } from "../lsp/runSafe.ts";
import { readSizeOf } from "./maxFileSize.ts";

/** The section of the user's settings that is this server's. */
export const settingsSection = "imr";

export type Severities = Readonly<Record<string, Severity>>;

/** What the user chose for a document. */
export interface Chosen {
  /** Where they differ from the rules' own: those of the preset, and above them the user's own. */
  readonly severities: Severities;
  /** Findings on the line being typed wait for a pause. */
  readonly holdWhileTyping: boolean;
  /** Which inlay hints are shown; none where the user turned all off. */
  readonly hints: HintChoice;
  readonly codeLens: boolean;
}

export interface HintChoice {
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
export interface ChosenForAll {
  /** As many UTF-16 units of a file are read. */
  readonly readSize: number;
  /** What the letters of the workspace decide is kept in mind. */
  readonly index: boolean;
  /** All letters of the workspace are reviewed, and again when they change. */
  readonly reviewAll: boolean;
}

export interface Settings {
  of(uri: string): Promise<Chosen>;
  /** The same of many documents at once, in their order; nothing is remembered of it. */
  ofEach(uris: readonly string[]): Promise<readonly Chosen[]>;
  readSize(): number;
  forAll(): ChosenForAll;
  /** Calls it once it is known what the user chose, and the editor can be asked for more. */
  whenKnown(begin: () => void): void;
  /** Forgets what was asked for a document. */
  forget(uri: string): void;
}

/** Whole-workspace settings in a value of any shape. */
export function readForAll(value: unknown): ChosenForAll {
  const { maxFileSize, workspace } = isRecord(value) ? value : {};
  const { index, review } = isRecord(workspace) ? workspace : {};
  return { readSize: readSizeOf(maxFileSize), index: index !== false, reviewAll: review === true };
}

type Say = (problem: string) => void;

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"] satisfies Severity[];

/** The settings in a value of any shape; what makes no sense is left out and said in plain words. */
export function readSettings(value: unknown, ruleIds: ReadonlySet<string>, say: Say): Chosen {
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
function readHints(value: unknown, say: Say): HintChoice {
  const chosen = isRecord(value) ? value : { enabled: value };
  const enabled = readSwitch("inlayHints.enabled", chosen.enabled, say);
  const of = (kind: keyof HintChoice): boolean =>
    readSwitch(`inlayHints.${kind}`, chosen[kind], say) && enabled;
  return { missing: of("missing"), drugs: of("drugs"), topics: of("topics"), guidelines: of("guidelines") };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSeverity = (value: unknown): value is Severity =>
  typeof value === "string" && severities.includes(value);

/** What is this server's in settings of any shape; undefined where nothing is. */
export function imrPart(all: unknown): Readonly<Record<string, unknown>> | undefined {
  const part = isRecord(all) ? all[settingsSection] : undefined;
  return isRecord(part) ? part : undefined;
}

/**
 * The settings, asked of the editor per document where it answers such questions, otherwise as it last announced them
 * or gave them at the start (`{ "imr": { "rules": … } }`).
 */
export function createSettings(
  connection: Connection,
  editor: EditorAbilities,
  initializationOptions: unknown,
  ruleIds: ReadonlySet<string>,
  onChange: () => void,
): Settings {
  const said = new Set<string>();
  const say = (problem: string): void => {
    if (said.has(problem)) return;
    said.add(problem);
    connection.console.warn(problem);
  };
  let announced = readSettings(imrPart(initializationOptions), ruleIds, say);
  let forAll = readForAll(imrPart(initializationOptions));
  const asked = new Map<string, Promise<Chosen>>();
  const begin: (() => void)[] = [];

  connection.onDidChangeConfiguration(async ({ settings }) => {
    asked.clear();
    if (!editor.configuration) announced = readSettings(imrPart(settings), ruleIds, say);
    forAll = editor.configuration ? await askForAll() : readForAll(imrPart(settings));
    onChange();
  });
  connection.onInitialized(async () => {
    if (editor.watchConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    }
    if (editor.configuration) {
      const usual = forAll;
      forAll = await askForAll();
      if (forAll.readSize !== usual.readSize) onChange();
    }
    for (const start of begin) start();
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
  const askForAll = async (): Promise<ChosenForAll> => readForAll((await askFor([{}]))[0]);
  const askEach = async (uris: readonly string[]): Promise<readonly Chosen[]> => {
    const answers = await askFor(uris.map((scopeUri) => ({ scopeUri })));
    return uris.map((_, i) => readSettings(answers[i], ruleIds, say));
  };
  const ask = async (uri: string): Promise<Chosen> => (await askEach([uri]))[0] as Chosen;

  return Object.freeze({
    of(uri: string) {
      if (!editor.configuration) return Promise.resolve(announced);
      let answer = asked.get(uri);
      if (answer === undefined) {
        answer = ask(uri);
        asked.set(uri, answer);
      }
      return answer;
    },
    async ofEach(uris: readonly string[]) {
      return editor.configuration ? askEach(uris) : uris.map(() => announced);
    },
    readSize: () => forAll.readSize,
    forAll: () => forAll,
    whenKnown(start: () => void) {
      begin.push(start);
    },
    forget(uri: string) {
      asked.delete(uri);
    },
  });
}
