/**
 * VS Code as unit tests have it: `import * as vscode from "vscode"` leads here (vitest.config.mts). It holds what the
 * client asks of VS Code in tests that need no window, and shows in `editor` what was done. Test files share modules, so
 * that a test begins with `resetEditor()`.
 */
import { createMemoryFiles, FileType, Uri } from "./memoryFiles.ts";

type Run = (...args: never[]) => unknown;
interface Item {
  readonly label: string;
  readonly description?: string;
  readonly kind?: number;
}

const fresh = () => ({
  /** The files that there are. Tests put some in, or put others in its place that fail. */
  fs: createMemoryFiles().fs as object,
  /** The folders that are open; undefined for none. */
  folders: undefined as readonly object[] | undefined,
  /** What a search for files finds, whatever it is for. */
  found: [] as readonly object[],
  /** The pattern and the exclusion of each search for files. */
  searches: [] as unknown[],
  /** All settings, whichever is asked for. */
  settings: {} as object,
  commands: new Map<string, Run>(),
  /** What was said to the user, in order. */
  messages: [] as string[],
  /** The rows of the list that was shown last. The user turns away from each. */
  picks: [] as readonly Item[],
});

/** What the editor holds, and what was done to it. */
export const editor = fresh();
export const resetEditor = (): void => void Object.assign(editor, fresh());

const disposable = { dispose() {} };
const event = () => disposable;
const say = async (message: string): Promise<undefined> => {
  editor.messages.push(message);
};

export const l10n = {
  t: (words: string, ...given: unknown[]) => words.replace(/\{(\d)\}/g, (_, index) => String(given[index])),
};
export const env = { language: "en" };
export { FileType, Uri };
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

export const window = {
  showErrorMessage: say,
  showInformationMessage: say,
  showWarningMessage: say,
  createQuickPick() {
    return {
      items: [] as readonly Item[],
      onDidChangeValue: event,
      onDidAccept: event,
      onDidHide: (turnAway: () => void) => setTimeout(turnAway),
      dispose() {},
      show() {
        editor.picks = this.items;
      },
    };
  },
};

export const workspace = {
  get fs() {
    return editor.fs;
  },
  get workspaceFolders() {
    return editor.folders;
  },
  getConfiguration: () => ({ get: () => editor.settings }),
  asRelativePath: ({ path }: { readonly path: string }) => path.replace("/letters/", ""),
  onDidRenameFiles: event,
  async findFiles({ pattern }: RelativePattern, exclude: unknown) {
    editor.searches.push(pattern, exclude);
    return editor.found;
  },
  /** Holds for binary what has a zero byte, as VS Code does. */
  async decode(bytes: Uint8Array) {
    if (bytes.includes(0)) throw new Error("binary");
    return new TextDecoder().decode(bytes);
  },
};
