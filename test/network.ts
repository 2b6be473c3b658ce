/** Finds network code in a bundle. */
import { type Node, parse } from "acorn";

const modules = new Set(
  ["net", "tls", "http", "https", "http2", "dns", "dns/promises", "dgram", "undici", "inspector"].flatMap(
    (name) => [name, `node:${name}`],
  ),
);

const names = new Set([
  ...["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "RTCPeerConnection"],
  ...["sendBeacon", "importScripts"],
]);

/** Objects that give access to the platform's globals. */
const globals = new Set(["globalThis", "self", "window", "global", "navigator"]);

type Any = Node & Readonly<Record<string, unknown>>;

/** What could access a network: modules that the code loads, and globals that it uses. */
export function networkIn(code: string): readonly string[] {
  const found = new Set<string>();
  const isName = (node: unknown, of: ReadonlySet<string>): boolean =>
    (node as Any | undefined)?.type === "Identifier" && of.has(`${(node as Any).name}`);

  const visit = (value: unknown, key: string, parent: Any | undefined): void => {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const one of value) visit(one, key, parent);
      return;
    }
    const node = value as Any;
    const loaded = [node.source, ...(Array.isArray(node.arguments) ? node.arguments : [])];
    for (const name of loaded) {
      const literal = (name as Any | undefined)?.value;
      if (typeof literal === "string" && modules.has(literal)) found.add(`module ${literal}`);
    }
    if (node.type === "MemberExpression" && isName(node.object, globals)) {
      const property = node.property as Any;
      const name = `${property.name ?? property.value}`;
      if (names.has(name)) found.add(name);
    }
    // `x.fetch` and `{ fetch: … }` aren't the global.
    const isOwn =
      (parent?.type === "MemberExpression" && key === "property" && parent.computed !== true) ||
      (["Property", "MethodDefinition", "PropertyDefinition"].includes(parent?.type ?? "") &&
        key === "key" &&
        parent?.computed !== true);
    if (!isOwn && isName(node, names)) found.add(`${node.name}`);
    for (const [name, child] of Object.entries(node)) visit(child, name, node);
  };
  visit(parse(code, { ecmaVersion: "latest", sourceType: "script", allowHashBang: true }), "", undefined);
  return [...found].sort();
}
