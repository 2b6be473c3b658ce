/** What the client does in one place only, so that nothing bypasses it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

/** The code without comments and types. */
const codeOf = (file: string): string => transformSync(readFileSync(file, "utf8"), { loader: "ts" }).code;

const codeIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name.split(path.sep).join("/"), codeOf(path.join(folder, name))]),
  );
const client = codeIn("client/src");

const filesWith = (pattern: RegExp, code = client): readonly string[] =>
  [...code].flatMap(([file, text]) => (pattern.test(text) ? [file] : [])).toSorted();

test("messages to the user are shown and escaped in util/messages.ts", () => {
  const showing = /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress\s*\(\s*\{)/;
  expect(filesWith(showing)).toEqual(["util/messages.ts"]);
  expect(filesWith(/\bwindow\b[^;]*\bwithProgress\b/)).toEqual(["util/messages.ts"]);
  expect(client.get("util/messages.ts")?.match(/\bescapeMessage\(/g)?.length).toBeGreaterThan(8);
});

test("lists with other people's text escape their items", () => {
  const listing = filesWith(/\b(?:showQuickPick|createQuickPick)\b/);
  // Their items have only the extension's own text.
  const own = ["drafting/samples.ts", "drafting/templates.ts"];
  expect(listing).toEqual(expect.arrayContaining(own));
  const escaping = [...filesWith(/\bescapeItem\(/), "guidelines/findGuideline.ts"];
  expect(client.get("guidelines/guidelineItems.ts")).toMatch(/\bescapeItem\(/);
  expect(listing.filter((file) => !own.includes(file) && !escaping.includes(file))).toEqual([]);
});

test("the server shows no messages itself", () => {
  const server = codeIn("server/src");
  expect(filesWith(/\bshow(?:Information|Warning|Error)Message\b|ShowMessage/, server)).toEqual([]);
});

test("files are written only in files/editorFiles.ts and node/diskFiles.ts", () => {
  // The letters of PDF and Word files are read-only.
  const readOnly = "documents/letterFileSystem.ts";
  expect(client.get(readOnly)).toMatch(/\bwriteFile: refuse,/);
  expect(filesWith(/\bwriteFile\b/)).toEqual([readOnly, "files/editorFiles.ts", "node/diskFiles.ts"]);
  expect(filesWith(/\bfs\.(?:rename|copy)\b/)).toEqual(["files/editorFiles.ts"]);
  expect(filesWith(/["'](?:node:)?fs(?:\/promises)?["']/)).toEqual(["node/diskFiles.ts"]);
  // Temporary files, and the extension's own files.
  const deleting = [
    "documents/storedTexts.ts",
    "files/editorFiles.ts",
    "files/temporaryFiles.ts",
    "guidelines/storedCopies.ts",
    "workspace/storedIndex.ts",
  ];
  expect(filesWith(/\bfs\.delete\b/)).toEqual(deleting);
});

test("only the extension's own files are read outside of files/", () => {
  const own = [
    "documents/storedTexts.ts",
    "drafting/samples.ts",
    "guidelines/storedCopies.ts",
    "workspace/storedIndex.ts",
  ];
  expect(filesWith(/\bfs\.readFile\b/)).toEqual(["files/editorFiles.ts", ...own].toSorted());
});
