/** What is to be read, one by one as it is found: paths of files, or letters that standard input and pipes hold. */
import { lstat, readdir, stat } from "node:fs/promises";
import { glob, isDynamicPattern } from "tinyglobby";
import { type FileId, fileIdAt } from "./fileId.ts";
import { linesIn } from "./lines.ts";
import { readPipe } from "./pipes.ts";
import { largest, reasonOf, textOf, tooLarge } from "./readLetter.ts";

/** A file to read, a text that is taken for a letter, or what is neither, and why. */
export type Input =
  | { readonly file: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly why: string };

export interface Inputs {
  readonly paths: readonly string[];
  /** Standard input holds a letter a line. */
  readonly linewise?: boolean;
  /** No input where it lies in a folder or fits a pattern: the program's own output, from now or earlier. */
  readonly except?: FileId;
}

const standardInput = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

export const readsStdin = (paths: readonly string[]): boolean =>
  paths.length === 0 || (paths.length === 1 && standardInput.includes(paths[0] ?? ""));

export async function* inputsOf({ paths, linewise = false, except }: Inputs): AsyncGenerator<Input> {
  if (readsStdin(paths)) {
    if (linewise) yield* lettersInLines(process.stdin);
    else yield letterFrom("standard input", process.stdin);
    return;
  }
  for await (const found of foundAt(paths, except)) {
    if (found.isPipe) yield letterFrom(found.file, readPipe(found.file));
    else yield found;
  }
}

type Found = Exclude<Input, { readonly text: string }> & { readonly isPipe?: boolean };

/**
 * The files behind paths of files and folders and patterns such as "letters/CM16*.txt", each once, in order. None is read.
 */
export async function* foundAt(paths: readonly string[], except?: FileId): AsyncGenerator<Found> {
  // One path leads to no file twice, so that nothing needs to be remembered of it.
  const seen = paths.length > 1 ? new Set<string>() : undefined;
  for (const path of paths) {
    for await (const input of filesBehind(path, except)) {
      if (seen?.has(input.file)) continue;
      seen?.add(input.file);
      yield input;
    }
  }
}

/** As the shell passes the output of another program: `<(…)`. */
const isPassedPipe = /^\/(?:dev|proc\/self)\/fd\/\d+$/;

async function* filesBehind(path: string, except?: FileId): AsyncGenerator<Found> {
  const isOutput = (file: string): boolean => except !== undefined && fileIdAt(file) === except;
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isDirectory()) {
    for await (const found of filesIn(path)) if (!isOutput(found.file)) yield found;
  } else if (stats?.isFIFO() && isPassedPipe.test(path)) yield { file: path, isPipe: true };
  else if (stats || !isDynamicPattern(path)) yield { file: path };
  else {
    const options = { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false, dot: false };
    for (const file of (await glob(path, options)).sort()) if (!isOutput(file)) yield { file };
  }
}

/** What is looked at in a folder. */
const looksAt = /\.(?:imr|txt)$/i;

/** Links to folders are not followed, so that none leads round in a circle. */
async function* filesIn(folder: string): AsyncGenerator<Found> {
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

/** A whole pipe as one letter. */
async function letterFrom(file: string, pipe: AsyncIterable<Uint8Array>): Promise<Input> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of pipe) {
      length += chunk.length;
      if (length > largest) return { file, why: tooLarge };
      chunks.push(chunk);
    }
  } catch (error) {
    return { file, why: reasonOf(error) };
  }
  const text = textOf(Buffer.concat(chunks));
  return text === undefined ? { file, why: "it is no text" } : { file, text };
}

/** A letter a line, as `{"id": …, "text": …}`: what pipelines pass on. */
async function* lettersInLines(pipe: AsyncIterable<Buffer>): AsyncGenerator<Input> {
  let number = 0;
  try {
    for await (const line of linesIn(pipe, longestLine)) {
      number++;
      const name = `line ${number}`;
      if (line === undefined) yield { file: name, why: `it is longer than ${longestLine / 1e6} MB` };
      else if (line.trim() !== "") yield letterInLine(line, name);
    }
  } catch (error) {
    yield { file: "standard input", why: reasonOf(error) };
  }
}

/** Bytes. A letter has some 50 kB, and several lines are in memory at a time. */
const longestLine = 8_000_000;

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
