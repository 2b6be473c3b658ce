/** The findings that the user ignores, as the editor tells them. */
import type { Connection } from "vscode-languageserver";
import { type IgnoredFindings, ignoredNotification } from "../extensions.ts";

export interface Ignored {
  /** The keys of the findings ignored in a document. */
  keys(uri: string): ReadonlySet<string>;
}

const none: ReadonlySet<string> = new Set();

/** Keeps what the editor tells; `onChange` is called where that is news. */
export function createIgnored(connection: Connection, onChange: (uri: string) => void): Ignored {
  const ignored = new Map<string, ReadonlySet<string>>();

  connection.onNotification(ignoredNotification, (told: unknown) => {
    if (!isIgnoredFindings(told)) {
      connection.console.warn(`${ignoredNotification} should give a uri and a list of keys; it is ignored.`);
      return;
    }
    const before = ignored.get(told.uri) ?? none;
    const keys = new Set(told.keys);
    if (keys.size === before.size && told.keys.every((key) => before.has(key))) return;
    ignored.set(told.uri, keys);
    onChange(told.uri);
  });

  return Object.freeze({
    keys: (uri: string) => ignored.get(uri) ?? none,
  });
}

function isIgnoredFindings(value: unknown): value is IgnoredFindings {
  if (typeof value !== "object" || value === null) return false;
  const { uri, keys } = value as Partial<Record<keyof IgnoredFindings, unknown>>;
  return typeof uri === "string" && Array.isArray(keys) && keys.every((key) => typeof key === "string");
}
