/** Which files the server is lent, and how they are read. */
import { beforeEach, expect, test } from "vitest";
import { letterFiles, readLetters } from "../../client/src/shelf/letterFiles.ts";
import { createMemoryFiles, type MemoryUri, memoryUri } from "./memoryFiles.ts";
import { editor, resetEditor } from "./vscode.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
let memory: ReturnType<typeof createMemoryFiles>;
beforeEach(() => {
  resetEditor();
  memory = createMemoryFiles();
  editor.fs = memory.fs;
  editor.folders = [{ uri: memoryUri("/letters") }];
});
const add = (file: string, text: string, size?: number): MemoryUri => {
  memory.files.set(file, { bytes: bytes(text), mtime: 7, ...(size === undefined ? {} : { size }) });
  return memoryUri(file);
};

test("a stamp changes with the file's time and size; a file that has gone is left out", async () => {
  const file = add("/letters/a.txt", "letter");
  editor.found = [file, memoryUri("/letters/gone.txt")];
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-6" }]);
  add("/letters/a.txt", "letters");
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-7" }]);
});

test("files of a folder within another one are named once, those of another scheme not at all", async () => {
  const file = add("/letters/in/a.txt", "letter");
  editor.folders = [{ uri: memoryUri("/letters") }, { uri: memoryUri("/letters/in") }];
  editor.found = [file, { ...file, scheme: "file" }];
  expect(await letterFiles()).toHaveLength(1);
});

test("what the user leaves out of searches is left out", async () => {
  editor.found = [];
  await letterFiles();
  editor.settings = { "**/old": true, "**/made.txt": { when: "$(basename).imr" }, "**/kept": false };
  await letterFiles();
  editor.settings = { "**/old": true, "scans/**": true };
  await letterFiles();
  const include = "**/*.{imr,txt}";
  expect(editor.searches).toEqual([include, undefined, include, "**/old", include, "{**/old,scans/**}"]);
});

test("without a folder there are none", async () => {
  editor.folders = undefined;
  editor.found = [memoryUri("/a.txt")];
  expect(await letterFiles()).toEqual([]);
});

test("texts come in their order; null stands for what is missing, binary, a folder or far too long", async () => {
  add("/a.txt", "first");
  add("/b.txt", "sec\0ond");
  add("/long.txt", "much", 65 * 1024 * 1024);
  add("/c.txt", "third");
  memory.folders.add("/folder.txt");
  const uris = ["/a.txt", "/b.txt", "/gone.txt", "/long.txt", "/folder.txt", "/c.txt"].map(
    (file) => `memory:${file}`,
  );
  expect(await readLetters(uris)).toEqual(["first", null, null, null, null, "third"]);
  expect(memory.log).not.toContain("read /long.txt");
});

test("of a long text no more is sent than is read of it, and a sign that it goes on", async () => {
  add("/log.txt", "x".repeat(1_500_000));
  const [text] = await readLetters(["memory:/log.txt"]);
  expect(text).toHaveLength(1_000_001);
});

test("of many files only a few are read at once", async () => {
  const uris = Array.from({ length: 60 }, (_, index) => add(`/${index}.txt`, String(index)).toString());
  expect(await readLetters(uris)).toEqual(uris.map((_, index) => String(index)));
  expect(memory.most.reading).toBeLessThanOrEqual(8);
});
