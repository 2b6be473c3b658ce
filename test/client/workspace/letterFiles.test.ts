/** Which files the server can request, and how they are read. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import * as requests from "../../../client/src/workspace/letterFiles.ts";
import { readerVersion } from "../../../reader/src/messages.ts";
import { type MemoryUri, memoryUri } from "../memoryFiles.ts";
import { editor, resetEditor, useMemoryFiles } from "../vscode.ts";

const letterFiles = () => requests.letterFiles(editorFiles);
const readLetters = (uris: readonly string[]) => requests.readLetters(editorFiles, documents, uris);

/** Converts documents to what their bytes say. */
const documents: Parameters<typeof requests.readLetters>[1] = {
  textInWorkspace: async (_file, read) => {
    try {
      return `text of ${new TextDecoder().decode(await read())}`;
    } catch {
      return null;
    }
  },
};

const bytes = (text: string) => new TextEncoder().encode(text);
let memory: ReturnType<typeof useMemoryFiles>;
beforeEach(() => {
  resetEditor();
  memory = useMemoryFiles();
  editor.folders = [{ uri: memoryUri("/letters") }];
});
const add = (file: string, text: string, size?: number): MemoryUri => {
  memory.files.set(file, { bytes: bytes(text), mtime: 7, ...(size === undefined ? {} : { size }) });
  return memoryUri(file);
};

test("a stamp changes with the file's time and size, and a deleted file is left out", async () => {
  const file = add("/letters/a.txt", "letter");
  editor.found = [file, memoryUri("/letters/gone.txt")];
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-6" }]);
  add("/letters/a.txt", "letters");
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-7" }]);
});

test("files in nested workspace folders are listed once, and files of another scheme are not listed", async () => {
  const file = add("/letters/in/a.txt", "letter");
  editor.folders = [{ uri: memoryUri("/letters") }, { uri: memoryUri("/letters/in") }];
  editor.found = [file, { ...file, scheme: "file" }];
  expect(await letterFiles()).toHaveLength(1);
});

test("files that the user excludes from searches are left out", async () => {
  editor.found = [];
  await letterFiles();
  editor.settings = {
    "search.exclude": { "**/old": true, "**/made.txt": { when: "$(basename).imr" }, "**/kept": false },
  };
  await letterFiles();
  editor.settings = { "search.exclude": { "**/old": true, "scans/**": true } };
  await letterFiles();
  const include = "**/*.{imr,txt,pdf,docx}";
  expect(editor.searches).toEqual([include, undefined, include, "**/old", include, "{**/old,scans/**}"]);
});

test("without a workspace folder there are no files", async () => {
  editor.folders = undefined;
  editor.found = [memoryUri("/a.txt")];
  expect(await letterFiles()).toEqual([]);
});

test("texts are in the requested order, with null for missing, binary, and too large files and for folders", async () => {
  add("/letters/a.txt", "first");
  add("/letters/b.txt", "sec\0ond");
  add("/letters/long.txt", "much", 65 * 1024 * 1024);
  add("/letters/c.txt", "third");
  memory.folders.add("/letters/folder.txt");
  const uris = [
    "/letters/a.txt",
    "/letters/b.txt",
    "/letters/gone.txt",
    "/letters/long.txt",
    "/letters/folder.txt",
    "/letters/c.txt",
  ].map((file) => `memory:${file}`);
  expect(await readLetters(uris)).toEqual(["first", null, null, null, null, "third"]);
  expect(memory.log).not.toContain("read /letters/long.txt");
});

test("a long text is truncated one character after the limit", async () => {
  add("/letters/log.txt", "x".repeat(1_500_000));
  const [text] = await readLetters(["memory:/letters/log.txt"]);
  expect(text).toHaveLength(1_000_001);
});

test("only a few files are read at once", async () => {
  const uris = Array.from({ length: 60 }, (_, index) =>
    add(`/letters/${index}.txt`, String(index)).toString(),
  );
  expect(await readLetters(uris)).toEqual(uris.map((_, index) => String(index)));
  expect(memory.most.reading).toBeLessThanOrEqual(8);
});

test("files outside of the workspace are neither listed nor read", async () => {
  add("/letters/a.txt", "letter");
  add("/secret.txt", "secret");
  memory.folders.add("/letters").add("/letters/linked");
  memory.links.add("/letters/linked");
  const linked = add("/letters/linked/b.txt", "secret");
  memory.files.set("/letters/c.txt", { bytes: bytes("secret"), mtime: 7, type: 65 });
  editor.found = [memoryUri("/letters/a.txt"), linked, memoryUri("/letters/c.txt")];
  expect((await letterFiles()).map(({ uri }) => uri)).toEqual(["memory:/letters/a.txt"]);
  const files = ["/secret.txt", "/letters/../secret.txt", "/letters/linked/b.txt", "/letters/c.txt"];
  const uris = [...files, "/letters/a.txt"].map((file) => `memory:${file}`);
  expect(await readLetters(uris)).toEqual([null, null, null, null, "letter"]);
  expect(memory.log).toEqual(["read /letters/a.txt"]);
  editor.folders = undefined;
  expect(await readLetters(["memory:/letters/a.txt"])).toEqual([null]);
});

test("PDF and Word files are listed as letters, except for those that Word creates, and read as text", async () => {
  editor.found = ["/letters/a.pdf", "/letters/b.DOCX", "/letters/~$b.docx"].map((file) => add(file, "words"));
  const listed = await letterFiles();
  expect(listed.map(({ uri }) => uri)).toEqual([
    "imr-document:/letters/a.pdf (letter)?memory%3A%2Fletters%2Fa.pdf",
    "imr-document:/letters/b.DOCX (letter)?memory%3A%2Fletters%2Fb.DOCX",
  ]);
  // Another version of the reader may write another text.
  expect(listed[0]?.stamp).toBe(`7-5-${readerVersion}`);
  expect(await readLetters(listed.map(({ uri }) => uri))).toEqual(["text of words", "text of words"]);
  add("/secret.pdf", "secret");
  expect(await readLetters(["imr-document:/letters/a.pdf?memory%3A%2Fsecret.pdf"])).toEqual([null]);
});

test("with the setting off, PDF and Word files aren't looked for", async () => {
  editor.settings = { "imr.workspace.documents": false };
  await letterFiles();
  expect(editor.searches).toEqual(["**/*.{imr,txt}", undefined]);
});
