/** The index of a workspace, kept in the editor's storage. */
import { beforeEach, expect, test } from "vitest";
import { createStoredIndex as create } from "../../client/src/shelf/storedIndex.ts";
import { createMemoryFiles, type MemoryUri, memoryUri } from "./memoryFiles.ts";
import { editor, resetEditor } from "./vscode.ts";

const createStoredIndex = (folder: MemoryUri | undefined) => create(folder as never);

let memory: ReturnType<typeof createMemoryFiles>;
beforeEach(() => {
  resetEditor();
  memory = createMemoryFiles();
  editor.fs = memory.fs;
});
const storage = memoryUri("/storage");

test("what was kept last is read again, by another window too", async () => {
  const stored = createStoredIndex(storage);
  expect(await stored.read()).toBeNull();
  await Promise.all([stored.keep("one"), stored.keep("two")]);
  expect(await stored.read()).toBe("two");
  expect(await createStoredIndex(storage).read()).toBe("two");
});

test("it is removed where none is wanted, and that there is none harms nothing", async () => {
  const stored = createStoredIndex(storage);
  await stored.keep("one");
  await stored.keep(null);
  expect(await stored.read()).toBeNull();
  expect([...memory.files]).toEqual([]);
  await stored.keep(null);
  await stored.keep("two");
  expect(await stored.read()).toBe("two");
});

test("it is written beside, and put in its place as a whole", async () => {
  await createStoredIndex(storage).keep("one");
  expect(memory.log).toEqual([
    "write /storage/determinations.json.new",
    "rename /storage/determinations.json.new /storage/determinations.json",
  ]);
});

test("where nothing can be written or no folder is open, nothing is kept and nothing fails", async () => {
  editor.fs = {
    ...memory.fs,
    writeFile: async () => {
      throw new Error("NoSpace");
    },
  };
  const full = createStoredIndex(storage);
  await full.keep("one");
  expect(await full.read()).toBeNull();
  editor.fs = memory.fs;
  await full.keep("two");
  expect(await full.read()).toBe("two");

  const nowhere = createStoredIndex(undefined);
  await nowhere.keep("one");
  expect(await nowhere.read()).toBeNull();
});
