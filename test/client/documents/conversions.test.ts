/** The conversion of documents, and the texts that are stored. */
import { beforeEach, expect, test } from "vitest";
import { type Conversions, createConversions } from "../../../client/src/documents/conversions.ts";
import { createStoredTexts } from "../../../client/src/documents/storedTexts.ts";
import { editorFiles } from "../../../client/src/files/editorFiles.ts";
import { NotRead } from "../../../client/src/files/files.ts";
import type { LetterDocument, ReadAnswer } from "../../../reader/src/messages.ts";
import { memoryUri } from "../memoryFiles.ts";
import { resetEditor, useMemoryFiles } from "../vscode.ts";

let memory: ReturnType<typeof useMemoryFiles>;
let conversions: Conversions;
/** The documents that were read, by their words. */
let reads: string[];

const document = (text: string): LetterDocument => ({ kind: "pdf", text, pages: [0], notices: [] });

/** Answers with what the bytes say: their words as a letter, or a problem. */
const open = (hasFolder = true): Conversions =>
  createConversions(
    (onAnswer: (answer: ReadAnswer) => void) => ({
      send({ bytes }) {
        const words = new TextDecoder().decode(bytes);
        reads.push(words);
        if (words === "silence") return;
        const [, problem] = /^problem (\w+)/.exec(words) ?? [];
        const answer = problem
          ? ({ kind: "problem", problem } as ReadAnswer)
          : ({ kind: "letter", document: document(words) } as const);
        setTimeout(() => onAnswer(answer));
      },
      dispose() {},
    }),
    hasFolder ? createStoredTexts(editorFiles, memoryUri("/storage") as never) : undefined,
  );

beforeEach(() => {
  resetEditor();
  memory = useMemoryFiles();
  reads = [];
  conversions = open();
});

const convert = (words: string, { store = true } = {}) =>
  conversions.convert("a.pdf", async () => new TextEncoder().encode(words), { store });
const stored = () => [...memory.files.values()].map(({ bytes }) => new TextDecoder().decode(bytes));

test("a document is converted once, whatever its name, and again in another version's format", async () => {
  const letter = { kind: "letter", document: document("IMR letter") };
  expect(await convert("IMR letter")).toEqual(letter);
  conversions.dispose();
  conversions = open();
  expect(await convert("IMR letter")).toEqual(letter);
  expect(reads).toEqual(["IMR letter"]);
  for (const [file, entry] of memory.files) {
    memory.files.set(file, { ...entry, bytes: new TextEncoder().encode('{ "kind": "letter" }') });
  }
  expect(await convert("IMR letter")).toEqual(letter);
  expect(reads).toEqual(["IMR letter", "IMR letter"]);
});

test("a truncated text is read again and replaced", async () => {
  await convert("IMR letter");
  for (const [file, entry] of memory.files) {
    memory.files.set(file, { ...entry, bytes: entry.bytes.slice(0, 40) });
  }
  conversions = open();
  expect(await convert("IMR letter")).toMatchObject({ kind: "letter" });
  expect(reads).toHaveLength(2);
  expect(JSON.parse(stored()[0] ?? "")).toMatchObject({ kind: "letter" });
});

test("on a full disk, nothing is stored, and the document is still read", async () => {
  memory.room.left = 20;
  const letter = { kind: "letter", document: document("IMR letter") };
  expect(await convert("IMR letter")).toEqual(letter);
  expect(stored()).toEqual([]);
  memory.room.left = Number.POSITIVE_INFINITY;
  conversions = open();
  expect(await convert("IMR letter")).toEqual(letter);
  expect(reads).toHaveLength(2);
  expect(stored()).toHaveLength(1);
});

test("several windows store the same document, and each reads what another has stored", async () => {
  const windows = [open(), open(), open()];
  const bytes = async () => new TextEncoder().encode("IMR letter");
  const found = await Promise.all(windows.map((window) => window.convert("a.pdf", bytes, { store: true })));
  expect(new Set(found.map((one) => JSON.stringify(one))).size).toBe(1);
  expect(stored()).toHaveLength(1);
  reads = [];
  await open().convert("b.pdf", bytes, { store: true });
  expect(reads).toEqual([]);
});

test("the text of a document outside of a folder's letters isn't stored", async () => {
  expect(await convert("IMR letter", { store: false })).toEqual({
    kind: "letter",
    document: document("IMR letter"),
  });
  expect(stored()).toEqual([]);
  conversions = open(false);
  await convert("IMR letter");
  expect(stored()).toEqual([]);
});

test("of a document that is no letter, only that is stored", async () => {
  const article = "An article about gardens.";
  expect(await convert(article)).toEqual({ kind: "letter", document: document("") });
  expect(stored().join()).not.toContain("gardens");
  // Someone who opens it sees it.
  conversions = open(false);
  expect(await convert(article, { store: false })).toEqual({ kind: "letter", document: document(article) });
});

test("a problem is stored, unless there may be none on another day", async () => {
  for (const problem of ["locked", "tooSlow", "locked", "tooSlow"])
    expect(await convert(`problem ${problem}`)).toEqual({ kind: "problem", problem });
  expect(reads).toEqual(["problem locked", "problem tooSlow", "problem tooSlow"]);
});

test("a file that can't be read is a problem", async () => {
  const failing = (error: Error) =>
    conversions.convert("a.pdf", () => Promise.reject(error), { store: true });
  expect(await failing(new NotRead("IsTooLarge"))).toEqual({ kind: "problem", problem: "tooLarge" });
  expect(await failing(new Error("gone"))).toEqual({ kind: "problem", problem: "unreadable" });
});

test("a conversion is canceled while a document is read, and before", async () => {
  const listeners: (() => void)[] = [];
  const token = {
    isCancellationRequested: false,
    onCancellationRequested(listener: () => void) {
      listeners.push(listener);
      return { dispose() {} };
    },
  };
  const converting = conversions.convert("a.pdf", async () => new TextEncoder().encode("silence"), {
    store: true,
    token: token as never,
  });
  while (listeners.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  for (const listener of listeners) listener();
  expect(await converting).toBeUndefined();
  const canceled = { ...token, isCancellationRequested: true } as never;
  expect(
    await conversions.convert("a.pdf", () => Promise.reject(new Error("read")), {
      store: true,
      token: canceled,
    }),
  ).toBeUndefined();
});

test("texts that weren't used for a month are removed with the next one", async () => {
  await convert("IMR letter");
  const [file] = [...memory.files.keys()];
  memory.files.set(file!, { ...memory.files.get(file!)!, mtime: Date.now() - 31 * 24 * 60 * 60 * 1000 });
  conversions = open();
  await convert("another IMR letter");
  expect(memory.files.has(file!)).toBe(false);
  expect(stored()).toEqual([expect.stringContaining("another IMR letter")]);
});
