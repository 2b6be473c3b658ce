/** What is to be read, one by one as it is found: paths of files, or letters that standard input holds. */
import { lstat, readdir, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { glob, isDynamicPattern } from "tinyglobby";
import { reasonOf, textOf } from "./letterFiles.ts";

/** A file to read, a text that is taken for a letter, or what is neither, and why. */
export type Input =
  | { readonly file: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly why: string };

export const readsInput = (paths: readonly string[]): boolean =>
  paths.length === 0 || (paths.length === 1 && paths[0] === "-");

export async function* inputsOf(paths: readonly string[], linewise = false): AsyncGenerator<Input> {
  if (!readsInput(paths)) yield* filesOf(paths);
  else if (linewise) yield* lettersInLines();
  else yield letterFromInput();
}

/** The files behind paths of files and folders and patterns such as "letters/CM16*.txt", each once, in order. */
async function* filesOf(paths: readonly string[]): AsyncGenerator<Input> {
  // One path leads to no file twice, so that nothing needs to be remembered of it.
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  for (const path of paths) {
    for await (const input of filesBehind(path)) {
      if (seen?.has(input.file)) continue;
      seen?.add(input.file);
      yield input;
    }
  }
}

async function* filesBehind(path: string): AsyncGenerator<Input> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) yield* filesIn(path);
  else if (stats || !isDynamicPattern(path)) yield { file: path };
  else {
    const options = { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false, dot: false };
    for (const file of (await glob(path, options)).sort()) yield { file };
  }
}

/** What is looked at in a folder. */
const looksAt = /\.(?:imr|txt)$/i;

/** Links to folders are not followed, so that none leads round in a circle. */
async function* filesIn(folder: string): AsyncGenerator<Input> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(reasonOf);
  if (typeof entries === "string") {
    yield { file: folder, why: entries };
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = folder === "." ? entry.name : `${folder.replace(/[\\/]$/, "")}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(file);
    else if (looksAt.test(entry.name) && (entry.isFile() || (entry.isSymbolicLink() && (await isFile(file)))))
      yield (await isLostByName(file)) ? { file, why: "its name is not in UTF-8" } : { file };
  }
}

/** A name in another encoding is read with marks for what it holds, by which no file is found. */
const isLostByName = async (file: string): Promise<boolean> =>
  file.includes("\ufffd") &&
  lstat(file).then(
    () => false,
    () => true,
  );

/** Also where a link leads nowhere: then reading it says why. */
const isFile = (link: string): Promise<boolean> =>
  stat(link).then(
    (stats) => stats.isFile(),
    () => true,
  );

const inputName = "standard input";

async function letterFromInput(): Promise<Input> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const text = textOf(Buffer.concat(chunks));
  return text === undefined ? { file: inputName, why: "it is no text" } : { file: inputName, text };
}

/** A letter a line, as `{"id": …, "text": …}`: what pipelines pass on. */
async function* lettersInLines(): AsyncGenerator<Input> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== "") yield letterInLine(line, `line ${number}`);
  }
}

function letterInLine(line: string, name: string): Input {
  try {
    const { id, text } = JSON.parse(line) as { readonly id?: unknown; readonly text?: unknown };
    if (typeof text === "string")
      return { file: (typeof id === "string" || typeof id === "number" ? `${id}` : "") || name, text };
  } catch {
    // Said below.
  }
  return { file: name, why: 'it is no JSON object with a "text"' };
}
