/** Finds what to read, one input at a time: files at paths, or letters from standard input and pipes. */
import { lstat, readdir, realpath, stat } from "node:fs/promises";
import path from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { documentFileName, kindOfBytes } from "../../../../reader/src/documentKind.ts";
import type { LetterDocument } from "../../../../reader/src/messages.ts";
import { excludedBy } from "./excludePatterns.ts";
import { type FileId, fileIdAt } from "./fileId.ts";
import type { FileList } from "./fileList.ts";
import { linesIn } from "./lines.ts";
import { readPipe } from "./pipes.ts";
import { maxLetterBytes, reasonOf, textOf, tooLarge } from "./readLetter.ts";
import { isInShard, type Shard } from "./shard.ts";

/**
 * A file to read, a text, the bytes of a PDF or Word file from a pipe, or an input that can't be read, with the reason.
 * `isLetter`: a text is a letter, whatever it looks like. `document`: what a text was converted from.
 */
export type Input =
  | { readonly file: string }
  | {
      readonly file: string;
      readonly text: string;
      readonly isLetter: boolean;
      readonly document?: Omit<LetterDocument, "text">;
    }
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly why: string };

export interface Inputs {
  readonly paths: readonly string[];
  /** Patterns of files to leave out, see `excludedBy`. */
  readonly exclude?: readonly string[];
  /** What standard input is called in results. */
  readonly stdinName?: string;
  /** Standard input has one letter per line. */
  readonly linewise?: boolean;
  /** Lines that are empty or have no letter are inputs too. */
  readonly everyLine?: boolean;
  /** A list of more paths. */
  readonly list?: FileList;
  /** The share of the files to read. */
  readonly shard?: Shard;
  /** A file to skip in folders and patterns: the program's own output, of this run or an earlier one. */
  readonly except?: FileId;
}

const standardInput = ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"];

/** `filesFrom`: a list of more paths, if there is one. */
export const readsStdin = (paths: readonly string[], filesFrom?: string): boolean =>
  filesFrom === undefined &&
  (paths.length === 0 || (paths.length === 1 && standardInput.includes(paths[0] ?? "")));

export async function* inputsOf(inputs: Inputs): AsyncGenerator<Input> {
  const { paths, list, linewise = false, stdinName = "standard input" } = inputs;
  if (list === undefined && readsStdin(paths)) {
    if (linewise) yield* lettersInLines(process.stdin, inputs.everyLine);
    else yield letterFrom(stdinName, process.stdin);
    return;
  }
  for await (const found of foundAt(inputs)) {
    if (found.isPipe) yield letterFrom(found.file, readPipe(found.file));
    else yield found;
  }
}

type Found = Exclude<Input, { readonly text: string } | { readonly bytes: Uint8Array }> & {
  readonly isPipe?: boolean;
};

/**
 * Finds the files at paths of files and folders and for patterns such as "letters/CM16*.txt", each once, in order; PDF and
 * Word files after all others, so that a letter that's also there as text is read from its text.
 */
export async function* foundAt(inputs: Inputs): AsyncGenerator<Found> {
  let hasDocuments = false;
  for await (const found of allAt(inputs)) {
    if (documentFileName.test(found.file)) hasDocuments = true;
    else yield found;
  }
  if (!hasDocuments) return;
  for await (const found of allAt(inputs)) if (documentFileName.test(found.file)) yield found;
}

/** A file has many names: relative, absolute, in another case, links. It's read under the first, in whose share it is. */
async function* allAt(inputs: Inputs): AsyncGenerator<Found> {
  const { exclude = [], shard } = inputs;
  const seen = new Set<string>();
  const isExcluded = excludedBy(exclude);
  for await (const { folder, ...found } of filesOf(inputs)) {
    if (isExcluded(found.file)) continue;
    const id = fileIdAt(found.file) ?? found.file;
    if (seen.has(id)) continue;
    seen.add(id);
    if (!shard || isInShard(shard, path.relative(folder, found.file))) yield found;
  }
}

/** `folder`: the one that was given and has the file; the current one if the file itself was given. */
type FoundIn = Found & { readonly folder: string };

async function* filesOf({ paths, list, except }: Inputs): AsyncGenerator<FoundIn> {
  for (const path of paths) yield* filesFor(path, except);
  if (list) for await (const name of list.names()) yield* filesListed(name, except);
}

/** How the shell passes the output of another program: `<(…)`. */
const isPassedPipe = /^\/(?:dev|proc\/self)\/fd\/\d+$/;

const isOutput = (file: string, except?: FileId): boolean =>
  except !== undefined && fileIdAt(file) === except;

async function* filesFor(path: string, except?: FileId): AsyncGenerator<FoundIn> {
  const stats = await stat(path).catch(() => undefined);
  const folder = "";
  if (stats?.isDirectory()) {
    for await (const found of filesIn(path))
      if (!isOutput(found.file, except)) yield { ...found, folder: path };
  } else if (stats?.isFIFO() && isPassedPipe.test(path)) yield { file: path, isPipe: true, folder };
  else if (stats || !isDynamicPattern(patternOf(path))) yield { file: path, folder };
  else {
    const options = { onlyFiles: true, followSymbolicLinks: false, expandDirectories: false, dot: false };
    for (const file of (await glob(patternOf(path), options)).sort())
      if (!isOutput(file, except) && !isWordLock(file.slice(file.lastIndexOf("/") + 1)))
        yield { file, folder };
  }
}

/** A name in a list is no pattern, and the list may have the output, as it may be in a folder. */
async function* filesListed(file: string, except?: FileId): AsyncGenerator<FoundIn> {
  const stats = await stat(file).catch(() => undefined);
  if (stats?.isDirectory()) yield* filesFor(file, except);
  else if (await hasLostName(file)) yield { file, why: "its name isn't valid UTF-8", folder: "" };
  else if (!isOutput(file, except)) yield { file, folder: "" };
}

/** Shells on Windows complete paths with backslashes, and don't expand patterns. */
const patternOf = (path: string): string =>
  process.platform === "win32" ? path.replaceAll("\\", "/") : path;

/** Files that are text. */
export const letterFileName = /\.(?:imr|txt)$/i;

/** Word keeps a file like `~$letter.docx` while a document is open. */
const isWordLock = (name: string): boolean => name.startsWith("~$") && documentFileName.test(name);

/** The files to read in a folder. */
const isReadInFolder = (name: string): boolean =>
  letterFileName.test(name) || (documentFileName.test(name) && !isWordLock(name));

/** Doesn't follow links to folders, which could form a loop, or to files outside of the folder, which nobody specified. */
async function* filesIn(folder: string, root = folder): AsyncGenerator<Found> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(reasonOf);
  if (typeof entries === "string") {
    yield { file: folder, why: entries };
    return;
  }
  const visible = entries.filter(({ name }) => !name.startsWith("."));
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = folder === "." ? entry.name : `${folder.replace(/[\\/]$/, "")}/${entry.name}`;
    if (entry.isDirectory()) yield* filesIn(file, root);
    else if (
      isReadInFolder(entry.name) &&
      (entry.isFile() || (entry.isSymbolicLink() && (await isFile(file))))
    )
      yield (await hasLostName(file))
        ? { file, why: "its name isn't valid UTF-8" }
        : entry.isSymbolicLink() && !(await isWithin(root, file))
          ? { file, why: "it's a link that leads out of the folder" }
          : { file };
  }
}

/** Node.js reads a name in another encoding with replacement characters, and then can't find the file. */
const hasLostName = async (file: string): Promise<boolean> =>
  file.includes("\ufffd") &&
  lstat(file).then(
    () => false,
    () => true,
  );

/** Also true for a broken link; reading it reports the reason. */
async function isWithin(folder: string, link: string): Promise<boolean> {
  try {
    const relative = path.relative(await realpath(folder), await realpath(link));
    return relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  } catch {
    return true;
  }
}

/** Also true for a broken link; reading it reports the reason. */
const isFile = (link: string): Promise<boolean> =>
  stat(link).then(
    (stats) => stats.isFile(),
    () => true,
  );

/** Reads a whole pipe as one letter. */
async function letterFrom(file: string, pipe: AsyncIterable<Uint8Array>): Promise<Input> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of pipe) {
      length += chunk.length;
      if (length > maxLetterBytes) return { file, why: tooLarge };
      chunks.push(chunk);
    }
  } catch (error) {
    return { file, why: reasonOf(error) };
  }
  const bytes = Buffer.concat(chunks);
  if (kindOfBytes(bytes) !== undefined) return { file, bytes };
  const text = textOf(bytes);
  return text === undefined ? { file, why: "not a text file" } : { file, text, isLetter: true };
}

/** Reads one letter per line, as `{"id": …, "text": …}`. */
async function* lettersInLines(pipe: AsyncIterable<Buffer>, everyLine = false): AsyncGenerator<Input> {
  let number = 0;
  try {
    for await (const line of linesIn(pipe, maxLineBytes)) {
      number++;
      const name = `line ${number}`;
      if (line === undefined) yield { file: name, why: `longer than ${maxLineBytes / 1e6} MB` };
      else if (everyLine || line.trim() !== "") yield letterInLine(line, name, !everyLine);
    }
  } catch (error) {
    yield { file: "standard input", why: reasonOf(error) };
  }
}

/** A letter has about 50 kB, and several lines are in memory at a time. */
const maxLineBytes = 8_000_000;

/** `isLetter`: a text is taken for a letter, whatever it looks like. */
function letterInLine(line: string, name: string, isLetter: boolean): Input {
  try {
    const { id, text } = JSON.parse(line) as { readonly id?: unknown; readonly text?: unknown };
    if (typeof text === "string")
      return {
        file: (typeof id === "string" || typeof id === "number" ? `${id}` : "") || name,
        text,
        isLetter,
      };
  } catch {
    // Reported below.
  }
  return { file: name, why: 'expected a JSON object with a "text" property' };
}
