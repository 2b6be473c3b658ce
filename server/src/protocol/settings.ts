import { type Connection, DidChangeConfigurationNotification } from "vscode-languageserver";
import type { Severity } from "../review/types.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { describeError } from "./runtime.ts";

/** The section of the user's settings that is this server's. */
export const settingsSection = "imr";

export type Severities = Readonly<Record<string, Severity>>;

export interface Settings {
  /** The severities that the user chose, for a document. */
  severities(uri: string): Promise<Severities>;
  /** Forgets what was asked for a document. */
  forget(uri: string): void;
}

const severities: readonly string[] = ["off", "hint", "information", "warning", "error"] satisfies Severity[];

/** The severities in a settings value of any shape; what makes no sense is left out and said in plain words. */
export function readSeverities(
  value: unknown,
  ruleIds: ReadonlySet<string>,
  say: (problem: string) => void,
): Severities {
  const rules = isRecord(value) ? value.rules : undefined;
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

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isSeverity = (value: unknown): value is Severity =>
  typeof value === "string" && severities.includes(value);

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
  const sectionOf = (all: unknown): unknown => (isRecord(all) ? all[settingsSection] : undefined);
  let announced = readSeverities(sectionOf(initializationOptions), ruleIds, say);
  const asked = new Map<string, Promise<Severities>>();

  connection.onDidChangeConfiguration(({ settings }) => {
    asked.clear();
    if (!editor.configuration) announced = readSeverities(sectionOf(settings), ruleIds, say);
    onChange();
  });
  if (editor.watchConfiguration) {
    connection.onInitialized(() => {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
    });
  }

  const ask = async (scopeUri: string): Promise<Severities> => {
    try {
      const value = await connection.workspace.getConfiguration({ scopeUri, section: settingsSection });
      return readSeverities(value, ruleIds, say);
    } catch (error) {
      connection.console.error(`Asking for the settings failed: ${describeError(error)}`);
      return {};
    }
  };

  return Object.freeze({
    severities(uri: string) {
      if (!editor.configuration) return Promise.resolve(announced);
      let answer = asked.get(uri);
      if (answer === undefined) {
        answer = ask(uri);
        asked.set(uri, answer);
      }
      return answer;
    },
    forget(uri: string) {
      asked.delete(uri);
    },
  });
}
