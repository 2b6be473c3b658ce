/** What ships: no network code, the same bytes each time, and all packages with their licenses. */
import { readFileSync } from "node:fs";
import { type BuildOptions, build, type Metafile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { bundledPackages, bundles, forProduction, heldByOthers, noticesOf } from "../scripts/bundles.mjs";
import { networkIn } from "./network.ts";

const files = bundles as readonly (BuildOptions & { readonly outfile: string })[];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly text: string | undefined;
  /** The package whose files include it. */
  readonly holder?: string;
}

interface Made {
  readonly code: string;
  readonly metafile: Metafile;
}

async function make(bundle: BuildOptions): Promise<Made> {
  const { outputFiles, metafile } = await build({ ...forProduction(bundle), write: false, metafile: true });
  return { code: outputFiles![0]!.text, metafile: metafile! };
}

/** The files of each desktop program. In a browser, they include the same packages or fewer. */
const programs = [
  ["client", ["dist/client.js", "dist/connection.js", "dist/onDemand.js"]],
  ["server", ["dist/server.js"]],
  ["command line", ["dist/cli.js"]],
  ["reader", ["dist/reader.js"]],
  ["writer", ["dist/writer.js"]],
] as const;

/** The number of bytes of the package in a bundle. */
const sizeIn = ({ metafile }: Made, name: string): number =>
  Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([file]) => file.split("node_modules/").at(-1)?.startsWith(`${name}/`))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);

let made: ReadonlyMap<string, Made>;
let packages: readonly Package[];
beforeAll(async () => {
  made = new Map(await Promise.all(files.map(async (one) => [one.outfile, await make(one)] as const)));
  packages = bundledPackages([...made.values()].map(({ metafile }) => metafile));
}, 60_000);

describe.each(files.map(({ outfile }) => outfile))("%s", (outfile) => {
  test("has no network code", () => {
    expect(networkIn(made.get(outfile)?.code ?? "")).toEqual([]);
  });

  test("is the same when it is built again", async () => {
    const again = await make(files.find((one) => one.outfile === outfile)!);
    expect(again.code === made.get(outfile)?.code).toBe(true);
  });

  test("is in the package", () => {
    expect(readFileSync(".vscodeignore", "utf8").split(/\r?\n/)).toContain(`!${outfile}`);
  });
});

test("the server has no code that starts a program", () => {
  const starts = /require\("(?:node:)?(?:child_process|cluster)"\)/;
  expect(made.get("dist/server.js")?.code).not.toMatch(starts);
  // The client has, because it starts the server.
  expect(made.get("dist/connection.js")?.code).toMatch(starts);
});

test("the command line doesn't include the language server protocol", () => {
  const inputs = Object.keys(made.get("dist/cli.js")!.metafile.inputs);
  expect(inputs.filter((file) => /vscode-(?:jsonrpc|languageserver(?!-textdocument))/.test(file))).toEqual(
    [],
  );
});

test("the client starts without loading the language client library", () => {
  const holdsLibrary = (outfile: string) =>
    Object.keys(made.get(outfile)!.metafile.inputs).some((file) => file.includes("/vscode-languageclient/"));
  expect(holdsLibrary("dist/client.js")).toBe(false);
  expect(holdsLibrary("dist/connection.js")).toBe(true);
});

test.each(["dist/client.js", "dist/connection.js", "dist/onDemand.js", "dist/web/client.js"])(
  "%s loads VS Code's module once, not in each file",
  (outfile) => {
    expect(made.get(outfile)?.code.match(/require\("vscode"\)/g)).toHaveLength(1);
  },
);

describe("network code would be noticed", () => {
  test.each([
    ["fetch('https://example.org')", "fetch"],
    ["const a = globalThis.fetch; a('x')", "fetch"],
    ["const f = self['fetch']", "fetch"],
    ["new WebSocket('wss://example.org')", "WebSocket"],
    ["const r = new XMLHttpRequest()", "XMLHttpRequest"],
    ["navigator.sendBeacon('x', 'y')", "sendBeacon"],
    ["const h = require('https')", "module https"],
    ["import('node:net').then(String)", "module node:net"],
    ["var o = __toESM(require('dns'))", "module dns"],
  ])("%s", (code, found) => {
    expect(networkIn(code)).toEqual([found]);
  });

  test("but not names that only look like it", () => {
    expect(networkIn("xref.fetch(ref); const t = { fetch: 1 }; class A { fetch() {} }")).toEqual([]);
  });
});

describe("the packages whose code is bundled", () => {
  test("are few, under licenses that allow redistribution", () => {
    expect(new Set(packages.flatMap(({ license }) => license.split(" and ")))).toEqual(
      new Set(["Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT"]),
    );
    // Twenty, and six that are in them. Five of all are for Word files.
    expect(new Set(packages.map(({ name }) => name)).size).toBeLessThanOrEqual(26);
  });

  const rows = [...readFileSync("docs/dependencies.md", "utf8").matchAll(/^\| `([^`]+)` \|(.*)\|$/gm)].map(
    ([, name = "", cells = ""]) => {
      const [why = "", where = "", license = ""] = cells.split("|").map((cell) => cell.trim());
      return { name, why, where, license };
    },
  );

  test("are all in docs/dependencies.md with a reason, and no others are", () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(
      [...new Set(packages.flatMap(({ name, holder }) => (holder ? [] : [name])))].sort(),
    );
    for (const { name, why, license } of rows) {
      expect(license).toBe(packages.find((one) => one.name === name)?.license);
      expect(why.length).toBeGreaterThan(20);
    }
  });

  test.each(rows)(
    "$name is in the programs that docs/dependencies.md lists, and about as large",
    ({ name, where }) => {
      const listed = where.split(", ").map((words) => /^(\D+) ([\d,]+) kB$/.exec(words) ?? []);
      const sizes = programs.flatMap(([program, outfiles]) => {
        const size = outfiles.reduce((sum, outfile) => sum + sizeIn(made.get(outfile)!, name), 0);
        return size > 0 ? [[program, size / 1000] as const] : [];
      });
      expect(listed.map(([, program]) => program)).toEqual(sizes.map(([program]) => program));
      for (const [at, [, size]] of sizes.entries()) {
        expect(Math.abs(Number(listed[at]?.[2]?.replace(",", "")) - size)).toBeLessThan(1 + size / 10);
      }
    },
  );

  test("include other packages, which are listed too", () => {
    const page = readFileSync("docs/dependencies.md", "utf8");
    const sources = ["pdf.mjs", "pdf.worker.mjs"].map((file) =>
      readFileSync(`node_modules/pdfjs-dist/legacy/build/${file}`, "utf8"),
    );
    const writer = readFileSync("node_modules/docx/dist/index.mjs", "utf8");
    for (const { name, holder, sign } of heldByOthers) {
      expect((holder === "docx" ? writer : sources.join()).includes(sign), name).toBe(true);
      expect(page).toContain(`\`${name}\``);
      expect(packages.some((one) => one.name === name && one.holder !== undefined)).toBe(true);
    }
    // The library lists its own parts, and polyfills have copyright notices.
    const parts = sources.flatMap((source) => [...source.matchAll(/^;\/\/ \.\/external\/(\w+)\//gm)]);
    expect([...new Set(parts.map(([, part]) => part))].sort()).toEqual(["jbig2", "openjpeg", "qcms"]);
    const others = [...writer.matchAll(/^\/\/ (?:node_modules\/([^/]+)|\\0(@[^+]+\+[^@]+))/gm)];
    expect([...new Set(others.map(([, name, runtime]) => name ?? runtime))].sort()).toEqual([
      "@oxc-project+runtime",
      "fflate",
      "nanoid",
    ]);
    const makers = [...(made.get("dist/reader.js")?.code.matchAll(/copyright:"([^"]*)"/g) ?? [])];
    const notices: string = noticesOf(packages);
    expect(makers.length).toBeGreaterThan(0);
    for (const [, maker = ""] of makers) {
      expect(notices).toContain(/\d{4}-\d{4} ([^,(]*\w)/.exec(maker)?.[1] ?? maker);
    }
  });

  test("have their licenses in the package's notices", () => {
    const notices: string = noticesOf(packages);
    for (const { name, version, text } of packages) {
      expect(text, name).toMatch(/permi(?:ssion|tted)|license/i);
      expect(notices).toContain(`${name} ${version} (`);
      expect(notices).toContain(text);
    }
    expect(readFileSync(".vscodeignore", "utf8")).toContain("!dist/THIRD-PARTY-NOTICES.txt");
  });
});

describe("the lock file", () => {
  const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
    packages: Record<string, { version?: string; integrity?: string; resolved?: string; link?: boolean }>;
  };
  const entries = Object.entries(lock.packages).filter(([folder, { link }]) => folder !== "" && !link);

  test("has the version and digest of each package, and no registry", () => {
    expect(entries.length).toBeGreaterThan(200);
    expect(entries.filter(([, one]) => !one.version || !one.integrity).map(([name]) => name)).toEqual([]);
    expect(entries.filter(([, one]) => one.resolved !== undefined).map(([name]) => name)).toEqual([]);
  });

  test("matches exact versions in package.json, which are all development dependencies because what ships is bundled", () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    expect(manifest.dependencies).toBeUndefined();
    for (const [name, version] of Object.entries(manifest.devDependencies)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    }
  });
});
