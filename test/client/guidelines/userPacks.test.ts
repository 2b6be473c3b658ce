/** Which files are read as packs. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { createUserPacks } from "../../../client/src/guidelines/userPacks.ts";
import { FileType, memoryUri } from "../memoryFiles.ts";
import { editor, resetEditor, useMemoryFiles } from "../vscode.ts";

const link = FileType.File | FileType.SymbolicLink;
let memory: ReturnType<typeof useMemoryFiles>;
function put(file: string, more: object = {}): void {
  memory.files.set(file, { bytes: new TextEncoder().encode(`{ "in": "${file}" }`), mtime: 0, ...more });
}
/** The packs that are read, by URI, and the reasons for those that aren't. */
async function packs() {
  const all = await createUserPacks(editorFiles).current();
  return {
    read: all.filter((pack) => "text" in pack).map(({ uri }) => uri),
    unread: all.flatMap((pack) => ("unread" in pack ? [`${pack.uri}: ${pack.unread}`] : [])),
  };
}
beforeEach(() => {
  resetEditor();
  memory = useMemoryFiles();
  editor.folders = [{ uri: memoryUri("/ws") }];
  memory.folders.add("/ws").add("/ws/.imr").add("/own");
});

test("in the workspace, packs are regular files that are really in it and not too large", async () => {
  put("/ws/.imr/a.imr-pack.json");
  put("/ws/.imr/link.imr-pack.json", { type: link });
  put("/ws/.imr/pipe.imr-pack.json", { type: FileType.Unknown });
  put("/ws/.imr/long.imr-pack.json", { size: 2 ** 30 });
  const { read, unread } = await packs();
  expect(read).toEqual(["memory:/ws/.imr/a.imr-pack.json"]);
  expect(unread).toHaveLength(3);
  expect(unread.slice(0, 2)).toEqual([
    "memory:/ws/.imr/link.imr-pack.json: This pack is reached through a link, so it isn't read.",
    "memory:/ws/.imr/long.imr-pack.json: This pack is larger than 4 MB, so it isn't read.",
  ]);
  memory.links.add("/ws/.imr");
  expect((await packs()).read).toEqual([]);
});

test("in the folder that the user names, packs can also be links", async () => {
  editor.settings = { "imr.packs.folder": "memory:///own" };
  put("/own/a.imr-pack.json");
  put("/own/link.imr-pack.json", { type: link });
  put("/own/pipe.imr-pack.json", { type: FileType.Unknown });
  expect(await packs()).toEqual({
    read: ["memory:/own/a.imr-pack.json", "memory:/own/link.imr-pack.json"],
    unread: ["memory:/own/pipe.imr-pack.json: This isn't a regular file, so it isn't read."],
  });
});
