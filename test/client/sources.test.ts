/** What the client does in one place only, so that nothing gets by it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { transformSync } from "esbuild";
import { expect, test } from "vitest";

/** Without comments and types. */
const codeOf = (file: string): string => transformSync(readFileSync(file, "utf8"), { loader: "ts" }).code;

const codeIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => [name.split(path.sep).join("/"), codeOf(path.join(folder, name))]),
  );
const client = codeIn("client/src");

const filesWith = (form: RegExp, code = client): readonly string[] =>
  [...code].flatMap(([file, text]) => (form.test(text) ? [file] : [])).toSorted();

test("what is said beside the editor is said in messages.ts, where it is made plain", () => {
  const saying = /\b(?:show(?:Information|Warning|Error)Message|setStatusBarMessage|withProgress\s*\(\s*\{)/;
  expect(filesWith(saying)).toEqual(["messages.ts"]);
  expect(filesWith(/\bwindow\b[^;]*\bwithProgress\b/)).toEqual(["messages.ts"]);
  expect(client.get("messages.ts")?.match(/\bplain\(/g)?.length).toBeGreaterThan(8);
});

test("lists whose words are anyone's are of plain items", () => {
  const listing = filesWith(/\b(?:showQuickPick|createQuickPick)\b/);
  // Theirs are all the extension's own.
  const own = ["samples.ts", "skeletons.ts"];
  expect(listing).toEqual(expect.arrayContaining(own));
  const plain = filesWith(/\bplainItem\(/);
  expect(listing.filter((file) => !own.includes(file) && !plain.includes(file))).toEqual([]);
});

test("the server says nothing to the user by itself", () => {
  const server = codeIn("server/src");
  expect(filesWith(/\bshow(?:Information|Warning|Error)Message\b|ShowMessage/, server)).toEqual([]);
});

test("what is written is written in files/, and on a disk in node/diskFiles.ts", () => {
  expect(filesWith(/\bwriteFile\b/)).toEqual(["files/editorFiles.ts", "node/diskFiles.ts"]);
  expect(filesWith(/\bfs\.(?:rename|copy)\b/)).toEqual(["files/editorFiles.ts"]);
  expect(filesWith(/["'](?:node:)?fs(?:\/promises)?["']/)).toEqual(["node/diskFiles.ts"]);
  // An unfinished file, and the extension's own.
  const deleting = ["files/editorFiles.ts", "files/unfinished.ts", "shelf/storedIndex.ts", "storedCopies.ts"];
  expect(filesWith(/\bfs\.delete\b/)).toEqual(deleting);
});

test("what the workspace or the user names is read in files/, what is the extension's own anywhere", () => {
  const own = ["samples.ts", "shelf/storedIndex.ts", "storedCopies.ts"];
  expect(filesWith(/\bfs\.readFile\b/)).toEqual(["files/editorFiles.ts", ...own]);
});
