/** The index of a workspace, kept in the editor's storage. */
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

const state = vi.hoisted(() => ({ fs: {} as object }));
vi.mock("vscode", () => ({
  Uri,
  FileType,
  FilePermission,
  FileSystemError,
  workspace: {
    get fs() {
      return state.fs;
    },
  },
}));
const { createStoredIndex: create } = await import("../../../client/src/workspace/storedIndex.ts");
const { editorFiles } = await import("../../../client/src/files/editorFiles.ts");
const createStoredIndex = (folder: MemoryUri | undefined) => create(editorFiles, folder as never);

let memory: ReturnType<typeof createMemoryFiles>;
beforeEach(() => {
  memory = createMemoryFiles();
  state.fs = memory.fs;
});
const storage = memoryUri("/storage");

test("what was kept last is read again, by another window too", async () => {
  const stored = createStoredIndex(storage);
  expect(await stored.read()).toBeNull();
  await Promise.all([stored.save("one"), stored.save("two")]);
  expect(await stored.read()).toBe("two");
  expect(await createStoredIndex(storage).read()).toBe("two");
});

test("it is removed where none is wanted, and that there is none harms nothing", async () => {
  const stored = createStoredIndex(storage);
  await stored.save("one");
  await stored.save(null);
  expect(await stored.read()).toBeNull();
  expect([...memory.files]).toEqual([]);
  await stored.save(null);
  await stored.save("two");
  expect(await stored.read()).toBe("two");
});

test("where it is cut off, as on a full disk, the one before is kept", async () => {
  const stored = createStoredIndex(storage);
  await stored.save("one");
  memory.room.left = 3;
  await stored.save("another");
  expect(await stored.read()).toBe("one");
  expect([...memory.files.keys()]).toEqual(["/storage/determinations.json"]);
});

test("what was being written as VS Code ended is cleared away, and nothing else", async () => {
  const [old, young] = ["a", "b"].map((digit) => `/storage/.imr-${digit.repeat(32)}.part`);
  const others = ["/storage/.imr-1.part", `/storage/.imr-${"c".repeat(32)}.part.txt`, "/storage/a.json.new"];
  for (const file of [old!, ...others]) memory.files.set(file, { bytes: new Uint8Array(1), mtime: 0 });
  memory.files.set(young!, { bytes: new Uint8Array(1), mtime: Date.now() });
  memory.folders.add("/storage");
  await createStoredIndex(storage).save("one");
  expect([...memory.files.keys()].toSorted()).toEqual(
    [...others, young, "/storage/determinations.json"].toSorted(),
  );
});

test("where nothing can be written or no folder is open, nothing is kept and nothing fails", async () => {
  state.fs = {
    ...memory.fs,
    writeFile: async () => {
      throw new Error("NoSpace");
    },
  };
  const full = createStoredIndex(storage);
  await full.save("one");
  expect(await full.read()).toBeNull();
  state.fs = memory.fs;
  await full.save("two");
  expect(await full.read()).toBe("two");

  const nowhere = createStoredIndex(undefined);
  await nowhere.save("one");
  expect(await nowhere.read()).toBeNull();
});
