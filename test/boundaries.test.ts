import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
// @ts-expect-error a plain script
import { allViolations, circlesIn, violationsIn } from "../scripts/boundaries.mjs";

const objections = (file: string, text: string): string[] => violationsIn(file, text);

test("the project keeps its boundaries", () => {
  expect(allViolations()).toEqual([]);
});

describe("a room", () => {
  test("imports from the rooms below it and not from those above", () => {
    expect(objections("server/src/review/rules.ts", 'import { parse } from "../letter/parse.ts";')).toEqual(
      [],
    );
    expect(
      objections("server/src/letter/parse.ts", 'import type { Rule } from "../review/types.ts";'),
    ).toEqual(["server/src/letter/parse.ts imports ../review/types.ts: review is above letter"]);
  });

  test("imports nothing from one on the same floor", () => {
    expect(objections("server/src/packs/readPacks.ts", 'export * from "../analysis/doses.ts";')).toEqual([
      "server/src/packs/readPacks.ts imports ../analysis/doses.ts: analysis and packs are on the same floor",
    ]);
  });

  test("must be on the map", () => {
    expect(objections("server/src/attic/old.ts", 'import { parse } from "../letter/parse.ts";')).toEqual([
      "server/src/attic/old.ts imports ../letter/parse.ts: attic isn't on any floor of server/src; see scripts/boundaries.mjs",
    ]);
  });
});

describe("a folder of a room", () => {
  test("imports from the folders below it and not from those above", () => {
    const file = "server/src/protocol/state/settings.ts";
    expect(objections(file, 'import { describeError } from "../lsp/runSafe.ts";')).toEqual([]);
    expect(objections(file, 'import { describeError } from "../handlers/hover.ts";')).toEqual([
      `${file} imports ../handlers/hover.ts: handlers is above state`,
    ]);
  });

  test("imports nothing from one on the same floor", () => {
    expect(
      objections("server/src/features/drafting/rename.ts", 'import "../workspace/records.ts";'),
    ).toHaveLength(1);
  });

  test("that isn't on the map is on the floor of *, with all others that aren't", () => {
    expect(objections("server/src/review/one/a.ts", 'import { b } from "../two/b.ts";')).toEqual([]);
    expect(objections("server/src/review/rules/a.ts", 'import { b } from "../one/b.ts";')).toEqual([
      "server/src/review/rules/a.ts imports ../one/b.ts: one is above rules",
    ]);
  });
});

test("the reader is used through its interface, by the client and the command line", () => {
  const imported = 'import { createReader } from "../../../../reader/src/reader.ts";';
  expect(objections("server/src/cli/io/documents.ts", imported)).toEqual([]);
  expect(objections("server/src/protocol/lsp/markup.ts", imported)).toEqual([
    "server/src/protocol/lsp/markup.ts imports ../../../../reader/src/reader.ts: only the client and the command line read documents",
  ]);
  expect(
    objections("server/src/cli/io/documents.ts", 'import "../../../../reader/src/worker/readPdf.ts";'),
  ).toEqual([
    "server/src/cli/io/documents.ts imports ../../../../reader/src/worker/readPdf.ts: the reader's worker is a separate bundle",
  ]);
  expect(objections("reader/src/reader.ts", 'import "../../server/src/letter/parse.ts";')).toHaveLength(1);
  expect(objections("reader/src/worker/readPdf.ts", 'import path from "node:path";')).toHaveLength(1);
});

test("the core uses no packages and nothing from Node.js", () => {
  expect(
    objections("server/src/features/reading/hover.ts", 'import type { Hover } from "vscode-languageserver";'),
  ).toHaveLength(1);
  expect(objections("server/src/letter/parse.ts", 'export * from "node:fs";')).toHaveLength(1);
  expect(objections("server/src/knowledge/load.ts", 'const data = await import("node:fs");')).toHaveLength(1);
  expect(objections("server/src/letter/parse.ts", 'import p from "../../../package.json";')).toHaveLength(1);
});

test("the protocol and the browser client don't use Node.js", () => {
  expect(
    objections(
      "server/src/protocol/handlers/hover.ts",
      'import { createConnection } from "vscode-languageserver";',
    ),
  ).toEqual([]);
  expect(objections("server/src/protocol/handlers/hover.ts", 'import path from "node:path";')).toHaveLength(
    1,
  );
  expect(objections("client/src/detection/detectLetters.ts", 'import path from "path";')).toHaveLength(1);
  expect(objections("server/src/node/main.ts", 'import process from "node:process";')).toEqual([]);
});

test("the client takes only the requests' types from the server", () => {
  expect(
    objections("client/src/a.ts", 'import type { X } from "../../server/src/protocol/extensions.ts";'),
  ).toEqual([]);
  expect(
    objections("client/src/a.ts", 'import { parse } from "../../server/src/letter/parse.ts";'),
  ).toHaveLength(1);
  expect(objections("server/src/server.ts", 'import * as vscode from "vscode";')).toHaveLength(1);
});

describe("import cycles", () => {
  const circles = (files: Readonly<Record<string, string>>): string[][] =>
    circlesIn(new Map(Object.entries(files))).map((circle: string[]) => circle.toSorted());

  test("are found through any number of files", () => {
    expect(
      circles({
        "a.ts": 'import { b } from "./b.ts";',
        "b.ts": 'import type { C } from "./in/c.ts";',
        "in/c.ts": 'export { a } from "../a.ts";',
        "d.ts": 'import { a } from "./a.ts";',
      }),
    ).toEqual([["a.ts", "b.ts", "in/c.ts"]]);
  });

  test("are reported separately if they don't share files", () => {
    expect(
      circles({
        "a.ts": 'import "./b.ts"; import "./c.ts";',
        "b.ts": 'import "./a.ts";',
        "c.ts": 'import "./d.ts";',
        "d.ts": 'import "./c.ts";',
      }).sort(),
    ).toEqual([
      ["a.ts", "b.ts"],
      ["c.ts", "d.ts"],
    ]);
  });

  test("aren't reported if two paths lead to one file", () => {
    expect(
      circles({
        "a.ts": 'import "./b.ts"; import "./c.ts";',
        "b.ts": 'import "./d.ts";',
        "c.ts": 'import "./d.ts"; import data from "./c.json"; import "vitest";',
        "d.ts": "export const d = 1;",
      }),
    ).toEqual([]);
  });
});

describe("npm run lint", () => {
  const script = path.resolve(import.meta.dirname, "../scripts/boundaries.mjs");
  let project: string | undefined;
  afterEach(() => {
    if (project) rmSync(project, { recursive: true });
  });

  /** The lines that the script prints for a project with these files, and its exit code. */
  function lint(files: Readonly<Record<string, string>>) {
    project = mkdtempSync(path.join(tmpdir(), "boundaries-"));
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(project, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { status, stderr } = spawnSync(process.execPath, [script, project], { encoding: "utf8" });
    return { status, lines: stderr.split("\n").filter((line) => line !== "") };
  }

  const sound = {
    "client/src/main.ts": 'import type { Pack } from "../../server/src/protocol/extensions.ts";',
    "server/src/letter/parse.ts": "export const parse = 1;",
    "server/src/protocol/extensions.ts": "export interface Pack {}",
    "server/src/protocol/lsp/convert.ts": 'import { parse } from "../../letter/parse.ts";',
    "server/src/protocol/handlers/hover.ts": 'import { toRange } from "../lsp/convert.ts";',
  };

  test("reports nothing for a project without violations", () => {
    expect(lint(sound)).toEqual({ status: 0, lines: [] });
  });

  test("fails on an import that the map doesn't allow", () => {
    expect(
      lint({ ...sound, "server/src/protocol/lsp/edits.ts": 'import { hover } from "../handlers/hover.ts";' }),
    ).toEqual({
      status: 1,
      lines: ["server/src/protocol/lsp/edits.ts imports ../handlers/hover.ts: handlers is above lsp"],
    });
  });

  test("fails on an import cycle", () => {
    expect(
      lint({
        ...sound,
        "server/src/letter/issues.ts": 'import type { Citation } from "./citations.ts";',
        "server/src/letter/citations.ts": 'import type { Issue } from "./issues.ts";',
      }),
    ).toEqual({
      status: 1,
      lines: ["These files import each other: server/src/letter/citations.ts, server/src/letter/issues.ts"],
    });
  });
});

test("no fast test replaces a module, as these tests share what they have loaded", () => {
  const slow = readFileSync("vitest.config.mts", "utf8");
  const replacing = readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".test.ts") && /\bvi\.(?:doM|m)ock\(/.test(readFileSync(file, "utf8")));
  expect(replacing).toContain("test/protocol/quietLog.test.ts");
  expect(replacing.filter((file) => !slow.includes(`"${file}"`))).toEqual([]);
});
