/** Monitors the APIs through which code in an extension host could access a network. */

type Holder = Record<string, unknown>;

/** The network APIs of a web worker, and those that the Node entry adds. */
const apis: [holder: Holder, name: string][] = [];
export const scope = globalThis as unknown as Holder;
for (const name of ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "importScripts"]) {
  if (typeof scope[name] === "function") apis.push([scope, name]);
}

/** Adds network APIs that only some hosts have. */
export function addNetworkApis(holder: object, ...names: readonly string[]): void {
  for (const name of names) apis.push([holder as Holder, name]);
}

/** The calls from matching files during `work`, with their stacks. All calls go through, including VS Code's own. */
export async function callsFrom(files: RegExp, work: () => Promise<void>): Promise<readonly string[]> {
  const stacks: string[] = [];
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const before = apis.map(([holder, name]) => holder[name]);
  for (const [i, [holder, name]] of apis.entries()) {
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
    for (const [i, [holder, name]] of apis.entries()) holder[name] = before[i];
    Error.stackTraceLimit = stackTraceLimit;
  }
  return stacks.filter((stack) => files.test(stack));
}

export const extensionFiles = /\/dist\/(?:web\/)?\w+\.js/;
export const testFiles = /\/dist\/test\//;
