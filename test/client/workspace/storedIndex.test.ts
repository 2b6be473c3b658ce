/** The index of a workspace in the extension's storage. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { createStoredIndex as create } from "../../../client/src/workspace/storedIndex.ts";
import { type MemoryUri, memoryUri } from "../memoryFiles.ts";
import { editor, useMemoryFiles } from "../vscode.ts";

const createStoredIndex = (folder: MemoryUri | undefined) => create(editorFiles, folder as never);

let memory: ReturnType<typeof useMemoryFiles>;
beforeEach(() => {
  memory = useMemoryFiles();
});
const storage = memoryUri("/storage");

test("the index that was saved last is read again, in another window too", async () => {
  const stored = createStoredIndex(storage);
  expect(await stored.read()).toBeNull();
  await Promise.all([stored.save("one"), stored.save("two")]);
  expect(await stored.read()).toBe("two");
  expect(await createStoredIndex(storage).read()).toBe("two");
});

test("null removes the index, and removing a missing one has no effect", async () => {
  const stored = createStoredIndex(storage);
  await stored.save("one");
  await stored.save(null);
  expect(await stored.read()).toBeNull();
  expect([...memory.files]).toEqual([]);
  await stored.save(null);
  await stored.save("two");
  expect(await stored.read()).toBe("two");
});

test("an index that is truncated, as on a full disk, does not replace the earlier one", async () => {
  const stored = createStoredIndex(storage);
  await stored.save("one");
  memory.room.left = 3;
  await stored.save("another");
  expect(await stored.read()).toBe("one");
  expect([...memory.files.keys()]).toEqual(["/storage/determinations.json"]);
});

test("temporary files left when VS Code exited are removed, and no other files", async () => {
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

test("if nothing can be written or no folder is open, nothing is saved and nothing fails", async () => {
  editor.fs = {
    ...memory.fs,
    writeFile: async () => {
      throw new Error("NoSpace");
    },
  };
  const full = createStoredIndex(storage);
  await full.save("one");
  expect(await full.read()).toBeNull();
  editor.fs = memory.fs;
  await full.save("two");
  expect(await full.read()).toBe("two");

  const nowhere = createStoredIndex(undefined);
  await nowhere.save("one");
  expect(await nowhere.read()).toBeNull();
});
