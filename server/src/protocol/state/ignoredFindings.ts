/** The findings that the user ignores, as the editor tells them. */
import { type Connection, Emitter, type Event } from "vscode-languageserver";
import { type IgnoredFindingsParams, ignoredNotification } from "../extensions.ts";

export interface IgnoredFindings {
  /** The keys of the findings ignored in a document. */
  keys(uri: string): ReadonlySet<string>;
  /** Others are ignored in the document at this URI. */
  readonly onDidIgnore: Event<string>;
}

const none: ReadonlySet<string> = new Set();

/** Keeps what the client tells. */
export function createIgnoredFindings(connection: Connection): IgnoredFindings {
  const didIgnore = new Emitter<string>();
  const ignored = new Map<string, ReadonlySet<string>>();

  connection.onNotification(ignoredNotification, (told: unknown) => {
    if (!isIgnoredFindingsParams(told)) {
      connection.console.warn(`${ignoredNotification} should give a uri and a list of keys; it is ignored.`);
      return;
    }
    const before = ignored.get(told.uri) ?? none;
    const keys = new Set(told.keys);
    if (keys.size === before.size && told.keys.every((key) => before.has(key))) return;
    ignored.set(told.uri, keys);
    didIgnore.fire(told.uri);
  });

  return Object.freeze({
    keys: (uri: string) => ignored.get(uri) ?? none,
    onDidIgnore: didIgnore.event,
  });
}

function isIgnoredFindingsParams(value: unknown): value is IgnoredFindingsParams {
  if (typeof value !== "object" || value === null) return false;
  const { uri, keys } = value as Partial<Record<keyof IgnoredFindingsParams, unknown>>;
  return typeof uri === "string" && Array.isArray(keys) && keys.every((key) => typeof key === "string");
}
