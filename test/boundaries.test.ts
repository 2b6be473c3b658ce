import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error a plain script
import { allViolations, violationsIn } from "../scripts/boundaries.mjs";

const objections = (file: string, text: string): string[] => violationsIn(file, text);

test("the project keeps its boundaries", () => {
  expect(allViolations()).toEqual([]);
});

test("a room may import from the rooms below it and not from those above", () => {
  expect(objections("server/src/review/rules.ts", 'import { parse } from "../letter/parse.ts";')).toEqual([]);
  expect(objections("server/src/letter/parse.ts", 'import type { Rule } from "../review/types.ts";')).toEqual(
    ["server/src/letter/parse.ts imports ../review/types.ts: review/ stands above letter/"],
  );
});

test("the core uses no package and nothing of Node's", () => {
  expect(
    objections("server/src/features/hover.ts", 'import type { Hover } from "vscode-languageserver";'),
  ).toHaveLength(1);
  expect(objections("server/src/letter/parse.ts", 'export * from "node:fs";')).toHaveLength(1);
  expect(objections("server/src/knowledge/load.ts", 'const data = await import("node:fs");')).toHaveLength(1);
});

test("the protocol and the browser do without Node", () => {
  expect(
    objections(
      "server/src/protocol/handlers.ts",
      'import { createConnection } from "vscode-languageserver";',
    ),
  ).toEqual([]);
  expect(objections("server/src/protocol/handlers.ts", 'import path from "node:path";')).toHaveLength(1);
  expect(objections("client/src/detect.ts", 'import path from "path";')).toHaveLength(1);
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

test("no fast test replaces a module, as these tests share what they have loaded", () => {
  const slow = readFileSync("vitest.config.mts", "utf8");
  const replacing = readdirSync("test", { recursive: true, encoding: "utf8" })
    .map((name) => `test/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".test.ts") && /\bvi\.(?:doM|m)ock\(/.test(readFileSync(file, "utf8")));
  expect(replacing).toContain("test/protocol/quietLog.test.ts");
  expect(replacing.filter((file) => !slow.includes(`"${file}"`))).toEqual([]);
});
