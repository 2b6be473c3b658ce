/** Files through VS Code's API: which ones are read, and how they are replaced. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { FilePermission, FileType, memoryUri } from "../memoryFiles.ts";
import { editor, useMemoryFiles } from "../vscode.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
let memory: ReturnType<typeof useMemoryFiles>;
beforeEach(() => {
  memory = useMemoryFiles();
  memory.folders.add("/out");
});
const put = (file: string, text: string, more: object = {}) =>
  void memory.files.set(file, { bytes: bytesOf(text), mtime: 7, ...more });
const textAt = (file: string) => new TextDecoder().decode(memory.files.get(file)?.bytes);
const write = (file: string, text: string) => editorFiles.write(memoryUri(file) as never, bytesOf(text));
const within = (...folders: string[]) => {
  const files = editorFiles.within(folders.map(memoryUri) as never);
  return (file: string) =>
    files.read(memoryUri(file) as never, 100).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => null,
    );
};

test("a file is written under a new temporary name each time, and then renamed", async () => {
  await write("/out/a.csv", "one");
  await write("/out/a.csv", "two");
  expect(textAt("/out/a.csv")).toBe("two");
  expect([...memory.files.keys()]).toEqual(["/out/a.csv"]);
  const written = memory.log.filter((line) => line.startsWith("write")).map((line) => line.slice(6));
  expect(new Set(written).size).toBe(2);
  for (const name of written) expect(name).toMatch(/^\/out\/\.imr-[0-9a-f]{32}\.part$/);
});

test("only a writable regular file is overwritten", async () => {
  put("/out/link.csv", "other", { type: FileType.File | FileType.SymbolicLink });
  put("/out/dangling.csv", "", { type: FileType.SymbolicLink });
  put("/out/pipe.csv", "", { type: FileType.Unknown });
  put("/out/fixed.csv", "fixed", { permissions: FilePermission.Readonly });
  memory.folders.add("/out/folder.csv");
  put("/out/folder.csv/kept", "kept");
  await expect(write("/out/link.csv", "x")).rejects.toMatchObject({ code: "IsLink" });
  await expect(write("/out/dangling.csv", "x")).rejects.toMatchObject({ code: "IsLink" });
  await expect(write("/out/pipe.csv", "x")).rejects.toMatchObject({ code: "IsNoFile" });
  await expect(write("/out/fixed.csv", "x")).rejects.toMatchObject({ code: "IsReadOnly" });
  await expect(write("/out/folder.csv", "x")).rejects.toMatchObject({ code: "IsNoFile" });
  expect(memory.log).toEqual([]);
});

test("the user's own files next to it are unchanged", async () => {
  for (const name of ["/out/a.csv.new", "/out/a.csv.part", "/out/a.new"]) put(name, "mine");
  await write("/out/a.csv", "table");
  for (const name of ["/out/a.csv.new", "/out/a.csv.part", "/out/a.new"]) expect(textAt(name)).toBe("mine");
});

test("on a full disk the file is unchanged, and no temporary file is left", async () => {
  put("/out/a.csv", "good");
  memory.room.left = 2;
  await expect(write("/out/a.csv", "longer")).rejects.toMatchObject({ code: "IsCut" });
  await expect(write("/out/new.csv", "longer")).rejects.toMatchObject({ code: "IsCut" });
  expect([...memory.files.keys()]).toEqual(["/out/a.csv"]);
  expect(textAt("/out/a.csv")).toBe("good");
});

test("a file or folder created in the meantime is not overwritten", async () => {
  const { writeFile } = memory.fs;
  const afterWriting = (change: () => void) => {
    editor.fs = {
      ...memory.fs,
      async writeFile(...given: Parameters<typeof writeFile>) {
        await writeFile(...given);
        change();
      },
    };
  };
  afterWriting(() => put("/out/a.csv", "theirs"));
  await expect(write("/out/a.csv", "ours")).rejects.toMatchObject({ code: "HasChanged" });
  expect(textAt("/out/a.csv")).toBe("theirs");
  afterWriting(() => memory.folders.add("/out/b.csv"));
  await expect(write("/out/b.csv", "ours")).rejects.toMatchObject({ code: "IsNoFile" });
  expect([...memory.files.keys()]).toEqual(["/out/a.csv"]);
});

test("links are not followed, whether the file or a folder in its path is one", async () => {
  put("/in/a.txt", "a");
  put("/in/deep/b.txt", "b");
  put("/in/linked/deep/c.txt", "c");
  put("/in/link.txt", "d", { type: FileType.File | FileType.SymbolicLink });
  for (const folder of ["/in", "/in/deep", "/in/linked", "/in/linked/deep"]) memory.folders.add(folder);
  memory.links.add("/in/linked");
  const read = within("/in");
  expect(await Promise.all(["/in/a.txt", "/in/deep/b.txt"].map(read))).toEqual(["a", "b"]);
  expect(await Promise.all(["/in/linked/deep/c.txt", "/in/link.txt"].map(read))).toEqual([null, null]);
  // A folder that the user opened may be a link itself.
  memory.links.add("/in");
  expect(await within("/in/linked", "/in")("/in/linked/deep/c.txt")).toBe("c");
});

test("files outside of the folder are not read, under any name", async () => {
  put("/in/a.txt", "a");
  put("/inner/a.txt", "b");
  put("/secret.txt", "c");
  memory.folders.add("/in");
  const files = editorFiles.within([memoryUri("/in")] as never);
  const stat = (uri: object) => files.stat(uri as never);
  expect(await stat(memoryUri("/in/a.txt"))).toMatchObject({ mtime: 7, size: 1 });
  for (const path of [
    "/inner/a.txt",
    "/secret.txt",
    "/in/../secret.txt",
    "/in/./a.txt",
    "/in//a.txt",
    "/in/",
  ]) {
    expect(await stat(memoryUri(path)), path).toBeUndefined();
  }
  expect(await stat({ ...memoryUri("/in/a.txt"), scheme: "other" })).toBeUndefined();
  expect(await stat({ ...memoryUri("/in/a.txt"), authority: "elsewhere" })).toBeUndefined();
});

test("only regular files that are not too large are read", async () => {
  put("/in/pipe.txt", "", { type: FileType.Unknown });
  put("/in/long.txt", "x".repeat(101));
  memory.folders.add("/in").add("/in/folder.txt");
  const read = within("/in");
  for (const file of ["/in/pipe.txt", "/in/long.txt", "/in/folder.txt"]) expect(await read(file)).toBeNull();
  expect(memory.log).toEqual([]);
});
