/** Imported guidelines in the extension's storage. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { createStoredCopies } from "../../../client/src/guidelines/storedCopies.ts";
import { memoryUri } from "../memoryFiles.ts";
import { useMemoryFiles } from "../vscode.ts";

let memory: ReturnType<typeof useMemoryFiles>;
let unreadable: string[];
beforeEach(() => {
  memory = useMemoryFiles();
  unreadable = [];
});
const create = () =>
  createStoredCopies(editorFiles, memoryUri("/storage") as never, (file) => unreadable.push(file));
const copy = (source: string) => ({
  guideline: "mtus",
  source,
  imported: "2020-01-02",
  pages: [{ page: 1, text: "A page." }],
});

test("a copy replaces an earlier one of the same guideline", async () => {
  const copies = create();
  await copies.save(copy("one.pdf"));
  await copies.save(copy("two.pdf"));
  expect((await create().current()).map(({ source }) => source)).toEqual(["two.pdf"]);
  expect([...memory.files.keys()]).toEqual(["/storage/guidelines/mtus.json"]);
});

test("a copy that is truncated, as on a full disk, does not replace the earlier one", async () => {
  const copies = create();
  await copies.save(copy("one.pdf"));
  memory.room.left = 10;
  await expect(copies.save(copy("two.pdf"))).rejects.toThrow();
  expect((await copies.current()).map(({ source }) => source)).toEqual(["one.pdf"]);
  expect([...memory.files.keys()]).toEqual(["/storage/guidelines/mtus.json"]);
  expect(unreadable).toEqual([]);
});
