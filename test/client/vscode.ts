/**
 * VS Code's API in unit tests: `import * as vscode from "vscode"` resolves to this file (vitest.config.mts). It has what
 * the client uses in tests that don't need a window, and `editor` shows what was done. Test files share modules, so a
 * test starts with `resetEditor()`.
 */
import {
  createMemoryFiles,
  FilePermission,
  FileSystemError,
  FileType,
  type MemoryUri,
  Uri,
} from "./memoryFiles.ts";

type Run = (...args: never[]) => unknown;
interface Item {
  readonly label: string;
  readonly description?: string;
  readonly kind?: number;
}

const fresh = () => ({
  /** The file system. Tests add files to the one of `useMemoryFiles`, or set one that fails. */
  fs: createMemoryFiles().fs as object,
  /** The workspace folders; undefined for none. */
  folders: undefined as readonly { readonly uri: MemoryUri }[] | undefined,
  /** The result of every file search. */
  found: [] as readonly object[],
  /** The pattern and the exclude pattern of each file search. */
  searches: [] as unknown[],
  /** The settings by their full names, such as "search.exclude". */
  settings: {} as Readonly<Record<string, unknown>>,
  commands: new Map<string, Run>(),
  /** The messages shown to the user, with their details and progress reports, in order. */
  messages: [] as string[],
  /** The buttons that the user selects, in any message that has them. Messages without are closed. */
  buttons: [] as readonly string[],
  /** Whether the user selects the first item of each simple list, instead of canceling it. */
  picksFirst: false,
  /** The rows of the list that was shown last. The user cancels each list. */
  picks: [] as readonly Item[],
});

/** The editor's state, and what was done in it. */
export const editor = fresh();
export const resetEditor = (): void => void Object.assign(editor, fresh());

/** A new, empty file system, which becomes the editor's. */
export function useMemoryFiles(): ReturnType<typeof createMemoryFiles> {
  const memory = createMemoryFiles();
  editor.fs = memory.fs;
  return memory;
}

const disposable = { dispose() {} };
const event = () => disposable;
const showMessage = async (
  message: string,
  ...rest: readonly (string | { readonly detail?: string })[]
): Promise<string | undefined> => {
  editor.messages.push(message);
  for (const one of rest) if (typeof one === "object" && one.detail) editor.messages.push(one.detail);
  return rest.find((one): one is string => typeof one === "string" && editor.buttons.includes(one));
};

export const l10n = {
  t: (text: string, ...args: unknown[]) => text.replace(/\{(\d)\}/g, (_, index) => String(args[index])),
};
export const env = { language: "en" };
export { FilePermission, FileSystemError, FileType, Uri };
export const ProgressLocation = { Notification: 15 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const Disposable = { from: () => disposable };
export class EventEmitter {
  readonly event = event;
  fire(): void {}
  dispose(): void {}
}
export class TreeItem {}
export class ThemeIcon {}
export class RelativePattern {
  constructor(
    readonly base: unknown,
    readonly pattern: string,
  ) {}
}

export const commands = {
  registerCommand(name: string, run: Run) {
    editor.commands.set(name, run);
    return disposable;
  },
};

export const languages = { createDiagnosticCollection: () => disposable };

export const window = {
  showErrorMessage: showMessage,
  showInformationMessage: showMessage,
  showWarningMessage: showMessage,
  setStatusBarMessage: (message: string) => void showMessage(message),
  async withProgress({ title }: { readonly title: string }, work: (progress: object) => unknown) {
    await showMessage(title);
    return work({ report: ({ message }: { readonly message: string }) => void showMessage(message) });
  },
  showQuickPick: async (items: readonly Item[]) => (editor.picksFirst ? items[0] : undefined),
  createQuickPick() {
    return {
      items: [] as readonly Item[],
      onDidChangeValue: event,
      onDidAccept: event,
      onDidHide: (cancel: () => void) => setTimeout(cancel),
      dispose() {},
      show() {
        editor.picks = this.items;
      },
    };
  },
};

export const workspace = {
  isTrusted: true,
  get fs() {
    return editor.fs;
  },
  get workspaceFolders() {
    return editor.folders;
  },
  getWorkspaceFolder: ({ path }: MemoryUri) =>
    editor.folders?.find(({ uri }) => path.startsWith(`${uri.path}/`)),
  getConfiguration: (section?: string) => ({
    get: (name: string, defaultValue?: unknown) =>
      editor.settings[section === undefined ? name : `${section}.${name}`] ?? defaultValue,
  }),
  asRelativePath: ({ path }: { readonly path: string }) => path.replace("/letters/", ""),
  createFileSystemWatcher: () => ({
    ...disposable,
    onDidCreate: event,
    onDidChange: event,
    onDidDelete: event,
  }),
  onDidChangeConfiguration: event,
  onDidChangeWorkspaceFolders: event,
  onDidGrantWorkspaceTrust: event,
  onDidRenameFiles: event,
  async findFiles({ pattern }: RelativePattern, exclude: unknown) {
    editor.searches.push(pattern, exclude);
    return editor.found;
  },
  /** Rejects for text with a zero byte, as VS Code does for binary files. */
  async decode(bytes: Uint8Array) {
    if (bytes.includes(0)) throw new Error("binary");
    return new TextDecoder().decode(bytes);
  },
};
