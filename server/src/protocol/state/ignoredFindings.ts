/** The findings that the user ignores, as the client sends them. */
import { type Connection, Emitter, type Event } from "vscode-languageserver";
import { type IgnoredFindingsParams, ignoredNotification } from "../extensions.ts";

export interface IgnoredFindings {
  /** The keys of the findings ignored in a document. */
  keys(uri: string): ReadonlySet<string>;
  /** Fires with the URI of a document whose ignored findings changed. */
  readonly onDidIgnore: Event<string>;
}

const none: ReadonlySet<string> = new Set();

export function createIgnoredFindings(connection: Connection): IgnoredFindings {
  const didIgnore = new Emitter<string>();
  const ignored = new Map<string, ReadonlySet<string>>();

  connection.onNotification(ignoredNotification, (params: unknown) => {
    if (!isIgnoredFindingsParams(params)) {
      connection.console.warn(`${ignoredNotification}: expected { uri, keys: [] } (ignored).`);
      return;
    }
    const before = ignored.get(params.uri) ?? none;
    const keys = new Set(params.keys);
    if (keys.size === before.size && params.keys.every((key) => before.has(key))) return;
    ignored.set(params.uri, keys);
    didIgnore.fire(params.uri);
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
