/** Which files are read as packs. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  createMemoryFiles,
  FilePermission,
  FileSystemError,
  FileType,
  memoryUri,
  Uri,
} from "../memoryFiles.ts";

const state = vi.hoisted(() => ({ fs: {} as object, named: "" }));
vi.mock("vscode", () => {
  const disposable = { dispose() {} };
  const on = () => disposable;
  const root = memoryUri("/ws");
  return {
    Uri,
    FileType,
    FilePermission,
    FileSystemError,
    RelativePattern: class {},
    Disposable: { from: () => disposable },
    EventEmitter: class {
      readonly event = on;
    },
    languages: { createDiagnosticCollection: () => disposable },
    workspace: {
      get fs() {
        return state.fs;
      },
      isTrusted: true,
      workspaceFolders: [{ uri: root }],
      getWorkspaceFolder: ({ path }: { readonly path: string }) =>
        path.startsWith("/ws/") ? { uri: root } : undefined,
      getConfiguration: () => ({ get: () => state.named }),
      createFileSystemWatcher: () => ({ onDidCreate: on, onDidChange: on, onDidDelete: on, ...disposable }),
      onDidChangeWorkspaceFolders: on,
      onDidGrantWorkspaceTrust: on,
      onDidChangeConfiguration: on,
    },
  };
});
const { createUserPacks: createOwnPacks } = await import("../../../client/src/guidelines/userPacks.ts");
const { editorFiles } = await import("../../../client/src/files/editorFiles.ts");

const link = FileType.File | FileType.SymbolicLink;
let memory: ReturnType<typeof createMemoryFiles>;
function put(file: string, more: object = {}): void {
  memory.files.set(file, { bytes: new TextEncoder().encode(`{ "in": "${file}" }`), mtime: 0, ...more });
}
const packs = async () => (await createOwnPacks(editorFiles).current()).map(({ uri }) => uri);
beforeEach(() => {
  memory = createMemoryFiles();
  state.fs = memory.fs;
  state.named = "";
  memory.folders.add("/ws").add("/ws/.imr").add("/own");
});

test("of the workspace, plain files that lie in it and are not too long", async () => {
  put("/ws/.imr/a.imr-pack.json");
  put("/ws/.imr/link.imr-pack.json", { type: link });
  put("/ws/.imr/pipe.imr-pack.json", { type: FileType.Unknown });
  put("/ws/.imr/long.imr-pack.json", { size: 2 ** 30 });
  expect(await packs()).toEqual(["memory:/ws/.imr/a.imr-pack.json"]);
  memory.links.add("/ws/.imr");
  expect(await packs()).toEqual([]);
});

test("of the folder that the user names, those that links lead to as well", async () => {
  state.named = "memory://own";
  vi.spyOn(Uri, "parse").mockReturnValue(memoryUri("/own"));
  put("/own/a.imr-pack.json");
  put("/own/link.imr-pack.json", { type: link });
  put("/own/pipe.imr-pack.json", { type: FileType.Unknown });
  expect(await packs()).toEqual(["memory:/own/a.imr-pack.json", "memory:/own/link.imr-pack.json"]);
});
