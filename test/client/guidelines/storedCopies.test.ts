/** Imported guidelines in the extension's storage. */
import { beforeEach, expect, test } from "vitest";
import * as vscode from "vscode";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { createStoredCopies, replaceCopy } from "../../../client/src/guidelines/storedCopies.ts";
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

/** Writes a file of the storage as an earlier version did, or somebody else. */
async function write(content: object): Promise<void> {
  await vscode.workspace.fs.createDirectory(memoryUri("/storage/guidelines") as never);
  await editorFiles.write(
    memoryUri("/storage/guidelines/mtus.json") as never,
    new TextEncoder().encode(JSON.stringify(content)),
  );
}

test("headings and what the user said are kept, and copies of earlier versions have none", async () => {
  const own = { name: "Knee Surgery Guideline", year: 2019 };
  const headings = [{ title: "Bracing", page: 1, level: 1 }];
  await create().save({ ...copy("one.pdf"), guideline: "own-knee", headings, own });
  await write({ version: 1, ...copy("old.pdf") });
  const stored = await create().current();
  expect(stored.find(({ guideline }) => guideline === "own-knee")).toMatchObject({ headings, own });
  expect(stored.find(({ guideline }) => guideline === "mtus")).toMatchObject({ source: "old.pdf" });
});

test("an empty copy never replaces one", async () => {
  const copies = create();
  await copies.save(copy("one.pdf"));
  await expect(replaceCopy(copies, undefined, { ...copy("two.pdf"), pages: [] })).rejects.toThrow();
  await expect(
    replaceCopy(copies, undefined, { ...copy("two.pdf"), pages: [{ page: 1, text: " \n" }] }),
  ).rejects.toThrow();
  expect((await copies.current()).map(({ source }) => source)).toEqual(["one.pdf"]);
});

test("what replaced a copy can be taken back", async () => {
  const copies = create();
  const sources = async () =>
    (await copies.current()).map(({ guideline, source }) => `${guideline}: ${source}`).sort();
  await copies.save(copy("one.pdf"));
  const undoImport = await replaceCopy(copies, undefined, copy("two.pdf"));
  expect(await sources()).toEqual(["mtus: two.pdf"]);
  await undoImport();
  expect(await sources()).toEqual(["mtus: one.pdf"]);

  await copies.save({ ...copy("three.pdf"), guideline: "acoem-12" });
  const undoChange = await replaceCopy(copies, copy("one.pdf"), {
    ...copy("one.pdf"),
    guideline: "acoem-12",
  });
  expect(await sources()).toEqual(["acoem-12: one.pdf"]);
  await undoChange();
  expect(await sources()).toEqual(["acoem-12: three.pdf", "mtus: one.pdf"]);
});

test("a stored copy that somebody damaged is left alone, and named", async () => {
  await write({ version: 1, ...copy("old.pdf"), headings: [{ title: 1 }] });
  expect(await create().current()).toEqual([]);
  expect(unreadable).toEqual(["mtus.json"]);
});
