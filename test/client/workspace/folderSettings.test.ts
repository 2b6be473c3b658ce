/** Which settings come with a folder. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { createFolderSettings } from "../../../client/src/workspace/folderSettings.ts";
import { FileType, memoryUri } from "../memoryFiles.ts";
import { editor, resetEditor, useMemoryFiles, workspace } from "../vscode.ts";

const settings = "/ws/.imr/settings.json";
const letter = memoryUri("/ws/2016/a.imr");
let memory: ReturnType<typeof useMemoryFiles>;
const put = (file: string, more: object = {}): void => {
  memory.files.set(file, { bytes: new TextEncoder().encode("{}"), mtime: 0, ...more });
};
const textFor = (document: typeof letter) => createFolderSettings(editorFiles).textFor(document as never);

beforeEach(() => {
  resetEditor();
  workspace.isTrusted = true;
  memory = useMemoryFiles();
  editor.folders = [{ uri: memoryUri("/ws") }];
  memory.folders.add("/ws").add("/ws/.imr").add("/ws/2016").add("/other");
});

test("a letter has the settings of the folder that it's in", async () => {
  expect(await textFor(letter)).toBeUndefined();
  put(settings);
  expect(await textFor(letter)).toBe("{}");
  expect(await textFor(memoryUri("/other/a.imr"))).toBeUndefined();
});

test("settings are read only in workspaces that are trusted, and only from plain files in them", async () => {
  put(settings);
  workspace.isTrusted = false;
  expect(await textFor(letter)).toBeUndefined();
  workspace.isTrusted = true;
  for (const more of [
    { type: FileType.File | FileType.SymbolicLink },
    { type: FileType.Unknown },
    { size: 2 ** 30 },
  ]) {
    put(settings, more);
    expect(await textFor(letter)).toBeUndefined();
  }
});
