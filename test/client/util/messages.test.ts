/** Messages to the user: other people's names and texts do not become links or icons. */
import { beforeEach, expect, test } from "vitest";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { writeOrReport } from "../../../client/src/files/writeOrReport.ts";
import * as messages from "../../../client/src/util/messages.ts";
import { FileType, memoryUri } from "../memoryFiles.ts";
import { editor, resetEditor, useMemoryFiles } from "../vscode.ts";

const { escapeItem, escapeMessage } = messages;

beforeEach(resetEditor);

/** The links and icons that VS Code finds in a message. */
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

test("a link or an icon in a name is escaped, and the name stays readable", () => {
  expect(hostile.filter((name) => linksIn(name).length + iconsIn(name).length > 0).length).toBeGreaterThan(4);
  for (const name of hostile) {
    expect(linksIn(escapeMessage(name))).toEqual([]);
    expect(iconsIn(escapeMessage(name))).toEqual([]);
    expect(escapeMessage(name)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(escapeMessage(escapeMessage(name))).toBe(escapeMessage(name));
  }
  expect(escapeMessage(hostile[0]!)).toBe("MTUS [Download it again] (command:workbench.action.quit).pdf");
});

test.each([
  "MTUS 2009 (chronic pain) [final].pdf",
  "“Klinik” für Schmerz – 痛み (1)",
  "$5 (net)",
  "f(x) = a[1]",
  "",
])("other text is unchanged: %s", (words) => {
  expect(escapeMessage(words)).toBe(words);
});

test("every kind of message is escaped", async () => {
  for (const name of hostile) {
    await messages.showInformation(name);
    await messages.showWarning(name);
    await messages.showError(name);
    await messages.askToConfirm(name, name, "Yes");
    messages.showStatusMessage(name);
    await messages.showProgress(name, async (progress) => progress.report({ message: name }));
    Object.values(escapeItem({ label: name, description: name, detail: name })).forEach((words) => {
      editor.messages.push(words);
    });
  }
  expect(editor.messages.length).toBeGreaterThan(hostile.length * 10);
  expect(editor.messages.flatMap(linksIn)).toEqual([]);
  expect(editor.messages.flatMap(iconsIn)).toEqual([]);
});

test("a file that cannot be written is reported with the reason, and its name is not a link", async () => {
  const memory = useMemoryFiles();
  memory.folders.add("/").add("/folder");
  const name = "/[Try again](command:a).csv";
  const write = (path: string) => writeOrReport(editorFiles, memoryUri(path) as never, "table");
  expect(await write("/good.csv")).toBe(true);
  memory.files.set(name, { bytes: new Uint8Array(1), mtime: 0, type: FileType.File | FileType.SymbolicLink });
  expect([await write(name), await write("/folder")]).toEqual([false, false]);
  memory.room.left = 2;
  expect(await write("/good.csv")).toBe(false);
  expect(editor.messages).toEqual([
    "“/[Try again] (command:a).csv” couldn't be written: it's a link. Select the file that it points to, or use another name.",
    "“/folder” couldn't be written: it isn't a regular file.",
    "“/good.csv” couldn't be written: it couldn't be written completely. Is the disk full?",
  ]);
});
