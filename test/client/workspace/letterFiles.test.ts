/** Which files the server is lent, and how they are read. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  createMemoryFiles,
  FilePermission,
  FileSystemError,
  FileType,
  type MemoryUri,
  memoryUri,
  Uri,
} from "../memoryFiles.ts";

const state = vi.hoisted(() => ({
  fs: {} as object,
  found: [] as unknown[],
  folders: undefined as unknown[] | undefined,
  asked: [] as unknown[],
  searchExclude: {} as object,
}));
vi.mock("vscode", () => ({
  Uri,
  FileType,
  FilePermission,
  FileSystemError,
  RelativePattern: class {
    constructor(
      readonly base: unknown,
      readonly pattern: string,
    ) {}
  },
  workspace: {
    get fs() {
      return state.fs;
    },
    get workspaceFolders() {
      return state.folders;
    },
    getConfiguration: () => ({ get: () => state.searchExclude }),
    async findFiles({ pattern }: { readonly pattern: string }, exclude: unknown) {
      state.asked.push(pattern, exclude);
      return state.found;
    },
    async decode(bytes: Uint8Array) {
      if (bytes.includes(0)) throw new Error("binary");
      return new TextDecoder().decode(bytes);
    },
  },
}));
const lending = await import("../../../client/src/workspace/letterFiles.ts");
const { editorFiles } = await import("../../../client/src/files/editorFiles.ts");
const letterFiles = () => lending.letterFiles(editorFiles);
const readLetters = (uris: readonly string[]) => lending.readLetters(editorFiles, uris);

const bytes = (text: string) => new TextEncoder().encode(text);
let memory: ReturnType<typeof createMemoryFiles>;
beforeEach(() => {
  memory = createMemoryFiles();
  state.fs = memory.fs;
  state.folders = [{ uri: memoryUri("/letters") }];
  state.asked.length = 0;
  state.searchExclude = {};
});
const add = (file: string, text: string, size?: number): MemoryUri => {
  memory.files.set(file, { bytes: bytes(text), mtime: 7, ...(size === undefined ? {} : { size }) });
  return memoryUri(file);
};

test("a stamp changes with the file's time and size; a file that has gone is left out", async () => {
  const file = add("/letters/a.txt", "letter");
  state.found = [file, memoryUri("/letters/gone.txt")];
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-6" }]);
  add("/letters/a.txt", "letters");
  expect(await letterFiles()).toEqual([{ uri: "memory:/letters/a.txt", stamp: "7-7" }]);
});

test("files of a folder within another one are named once, those of another scheme not at all", async () => {
  const file = add("/letters/in/a.txt", "letter");
  state.folders = [{ uri: memoryUri("/letters") }, { uri: memoryUri("/letters/in") }];
  state.found = [file, { ...file, scheme: "file" }];
  expect(await letterFiles()).toHaveLength(1);
});

test("what the user leaves out of searches is left out", async () => {
  state.found = [];
  await letterFiles();
  state.searchExclude = { "**/old": true, "**/made.txt": { when: "$(basename).imr" }, "**/kept": false };
  await letterFiles();
  state.searchExclude = { "**/old": true, "scans/**": true };
  await letterFiles();
  const include = "**/*.{imr,txt}";
  expect(state.asked).toEqual([include, undefined, include, "**/old", include, "{**/old,scans/**}"]);
});

test("without a folder there are none", async () => {
  state.folders = undefined;
  state.found = [memoryUri("/a.txt")];
  expect(await letterFiles()).toEqual([]);
});

test("texts come in their order; null stands for what is missing, binary, a folder or far too long", async () => {
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

test("of a long text no more is sent than is read of it, and a sign that it goes on", async () => {
  add("/letters/log.txt", "x".repeat(1_500_000));
  const [text] = await readLetters(["memory:/letters/log.txt"]);
  expect(text).toHaveLength(1_000_001);
});

test("of many files only a few are read at once", async () => {
  const uris = Array.from({ length: 60 }, (_, index) =>
    add(`/letters/${index}.txt`, String(index)).toString(),
  );
  expect(await readLetters(uris)).toEqual(uris.map((_, index) => String(index)));
  expect(memory.most.reading).toBeLessThanOrEqual(8);
});

test("what lies outside the workspace is neither named nor read, whoever asks for it", async () => {
  add("/letters/a.txt", "letter");
  add("/secret.txt", "secret");
  memory.folders.add("/letters").add("/letters/linked");
  memory.links.add("/letters/linked");
  const linked = add("/letters/linked/b.txt", "secret");
  memory.files.set("/letters/c.txt", { bytes: bytes("secret"), mtime: 7, type: 65 });
  state.found = [memoryUri("/letters/a.txt"), linked, memoryUri("/letters/c.txt")];
  expect((await letterFiles()).map(({ uri }) => uri)).toEqual(["memory:/letters/a.txt"]);
  const files = ["/secret.txt", "/letters/../secret.txt", "/letters/linked/b.txt", "/letters/c.txt"];
  const uris = [...files, "/letters/a.txt"].map((file) => `memory:${file}`);
  expect(await readLetters(uris)).toEqual([null, null, null, null, "letter"]);
  expect(memory.log).toEqual(["read /letters/a.txt"]);
  state.folders = undefined;
  expect(await readLetters(["memory:/letters/a.txt"])).toEqual([null]);
});
