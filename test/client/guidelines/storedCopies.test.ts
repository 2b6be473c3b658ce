/** Imported guidelines, kept in the editor's storage. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  createMemoryFiles,
  FilePermission,
  FileSystemError,
  FileType,
  memoryUri,
  Uri,
} from "../memoryFiles.ts";

const state = vi.hoisted(() => ({ fs: {} as object }));
vi.mock("vscode", () => ({
  Uri,
  FileType,
  FilePermission,
  FileSystemError,
  EventEmitter: class {
    readonly event = () => ({ dispose() {} });
    fire() {}
  },
  workspace: {
    get fs() {
      return state.fs;
    },
  },
}));
const { createStoredCopies } = await import("../../../client/src/guidelines/storedCopies.ts");
const { editorFiles } = await import("../../../client/src/files/editorFiles.ts");

let memory: ReturnType<typeof createMemoryFiles>;
let unreadable: string[];
beforeEach(() => {
  memory = createMemoryFiles();
  state.fs = memory.fs;
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

test("a copy is kept in place of an earlier one", async () => {
  const copies = create();
  await copies.save(copy("one.pdf"));
  await copies.save(copy("two.pdf"));
  expect((await create().current()).map(({ source }) => source)).toEqual(["two.pdf"]);
  expect([...memory.files.keys()]).toEqual(["/storage/guidelines/mtus.json"]);
});

test("one that is cut off, as on a full disk, takes no other's place", async () => {
  const copies = create();
  await copies.save(copy("one.pdf"));
  memory.room.left = 10;
  await expect(copies.save(copy("two.pdf"))).rejects.toThrow();
  expect((await copies.current()).map(({ source }) => source)).toEqual(["one.pdf"]);
  expect([...memory.files.keys()]).toEqual(["/storage/guidelines/mtus.json"]);
  expect(unreadable).toEqual([]);
});
