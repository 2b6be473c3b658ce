/** Watches the ways by which code in an extension host could reach a network. */

type Holder = Record<string, unknown>;

/** Ways of the platform: of a web worker, and those that the Node entry adds. */
const ways: [holder: Holder, name: string][] = [];
export const scope = globalThis as unknown as Holder;
for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"]) {
  if (typeof scope[name] === "function") ways.push([scope, name]);
}

/** More of them, where the host has more. */
export function watchToo(holder: object, ...names: readonly string[]): void {
  for (const name of names) ways.push([holder as Holder, name]);
}

/** The calls that came from such files while the work was done. They go through, VS Code's own too. */
export async function callsFrom(files: RegExp, work: () => Promise<void>): Promise<readonly string[]> {
  const stacks: string[] = [];
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const before = ways.map(([holder, name]) => holder[name]);
  for (const [i, [holder, name]] of ways.entries()) {
    holder[name] = new Proxy(before[i] as () => unknown, {
      apply(target, self, args) {
        stacks.push(`${name} ${new Error().stack}`);
        return Reflect.apply(target, self, args);
      },
      construct(target, args) {
        stacks.push(`${name} ${new Error().stack}`);
        return Reflect.construct(target, args);
      },
    });
  }
  try {
    await work();
  } finally {
    for (const [i, [holder, name]] of ways.entries()) holder[name] = before[i];
    Error.stackTraceLimit = stackTraceLimit;
  }
  return stacks.filter((stack) => files.test(stack));
}

export const extensionFiles = /\/dist\/(?:web\/)?\w+\.js/;
export const testFiles = /\/dist\/test\//;
