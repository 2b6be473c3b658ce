/** What is said to the user: names and words that are someone else's become no links and no icons. */
import { beforeEach, expect, test, vi } from "vitest";
import {
  createMemoryFiles,
  FilePermission,
  FileSystemError,
  FileType,
  memoryUri,
  Uri,
} from "../memoryFiles.ts";

const said = vi.hoisted(() => [] as string[]);
const state = vi.hoisted(() => ({ fs: {} as object }));
vi.mock("vscode", () => {
  const say = async (message: string, options?: { readonly detail?: string }) => {
    said.push(message, options?.detail ?? "");
  };
  return {
    Uri,
    FileType,
    FilePermission,
    FileSystemError,
    l10n: {
      t: (words: string, ...given: unknown[]) =>
        words.replace(/\{(\d)\}/g, (_, index) => String(given[index])),
    },
    ProgressLocation: { Notification: 15 },
    window: {
      showInformationMessage: say,
      showWarningMessage: say,
      showErrorMessage: say,
      setStatusBarMessage: say,
      async withProgress({ title }: { readonly title: string }, work: (progress: object) => unknown) {
        said.push(title);
        return work({ report: ({ message = "" }) => void said.push(message) });
      },
    },
    workspace: {
      get fs() {
        return state.fs;
      },
      asRelativePath: ({ path }: { readonly path: string }) => path,
    },
  };
});
const messages = await import("../../../client/src/util/messages.ts");
const { escapeMessage: plain, escapeItem: plainItem } = messages;
const { writeOrReport: writeOrSay } = await import("../../../client/src/files/writeOrReport.ts");
const { editorFiles } = await import("../../../client/src/files/editorFiles.ts");

beforeEach(() => {
  said.length = 0;
});

/** As VS Code finds them in what it is told. */
const linksIn = (words: string): readonly string[] =>
  words.match(/\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/gi) ?? [];
const iconsIn = (words: string): readonly string[] => words.match(/\$\([a-z0-9-]+(?:~[a-z]+)?\)/gi) ?? [];

const hostile = [
  "MTUS [Download it again](command:workbench.action.quit).pdf",
  "[a](https://host.example/x) [b](file:///etc/passwd 'title').txt",
  "[[a](command:b)](command:c)",
  "[a]\n(command:b)",
  "[a]\u0000(command:b)",
  "[a]\u202e(command:b)\u2066",
  "$(error) $$(sync~spin) \\$(check)",
  "[a](command:a)".repeat(100),
];

test("a link or an icon in a name is words, and still to be read", () => {
  expect(hostile.filter((name) => linksIn(name).length + iconsIn(name).length > 0).length).toBeGreaterThan(4);
  for (const name of hostile) {
    expect(linksIn(plain(name))).toEqual([]);
    expect(iconsIn(plain(name))).toEqual([]);
    expect(plain(name)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(plain(plain(name))).toBe(plain(name));
  }
  expect(plain(hostile[0]!)).toBe("MTUS [Download it again] (command:workbench.action.quit).pdf");
});

test.each([
  "MTUS 2009 (chronic pain) [final].pdf",
  "“Klinik” für Schmerz – 痛み (1)",
  "$5 (net)",
  "f(x) = a[1]",
  "",
])("other words stay as they are: %s", (words) => {
  expect(plain(words)).toBe(words);
});

test("whatever is said, is said plainly", async () => {
  for (const name of hostile) {
    await messages.showInformation(name);
    await messages.showWarning(name);
    await messages.showError(name);
    await messages.askToConfirm(name, name, "Yes");
    messages.showStatusMessage(name);
    await messages.showProgress(name, async (progress) => progress.report({ message: name }));
    Object.values(plainItem({ label: name, description: name, detail: name })).forEach((words) => {
      said.push(words);
    });
  }
  expect(said.length).toBeGreaterThan(hostile.length * 10);
  expect(said.flatMap(linksIn)).toEqual([]);
  expect(said.flatMap(iconsIn)).toEqual([]);
});

test("a file that cannot be written is named, with the reason, and holds no link", async () => {
  const memory = createMemoryFiles();
  state.fs = memory.fs;
  memory.folders.add("/").add("/folder");
  const name = "/[Try again](command:a).csv";
  const write = (path: string) => writeOrSay(editorFiles, memoryUri(path) as never, "table");
  expect(await write("/good.csv")).toBe(true);
  memory.files.set(name, { bytes: new Uint8Array(1), mtime: 0, type: FileType.File | FileType.SymbolicLink });
  expect([await write(name), await write("/folder")]).toEqual([false, false]);
  memory.room.left = 2;
  expect(await write("/good.csv")).toBe(false);
  expect(said.filter((words) => words !== "")).toEqual([
    "“/[Try again] (command:a).csv” could not be written: it is a link. Choose the file that it leads to, or another name.",
    "“/folder” could not be written: what has this name is no file.",
    "“/good.csv” could not be written: not all of it could be written. Is the disk full?",
  ]);
});
