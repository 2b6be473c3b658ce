import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { KnowledgeData } from "../../knowledge/data.ts";
import { maxPackBytes, type Pack } from "../../packs/pack.ts";
import { readPacks, tooLarge } from "../../packs/readPacks.ts";
import { UsageError } from "../usageError.ts";
import { printError } from "./printError.ts";
import { reasonOf } from "./readLetter.ts";

/** The absolute paths of the packs in a folder, by name; empty if there's no folder. */
export function packsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(".imr-pack.json") && !name.startsWith("."),
  );
  return names.sort().map((name) => path.resolve(folder, name));
}

/**
 * The built-in data with the packs of a folder applied, and then those of `.imr`; undefined without packs. Prints the problems
 * of the packs.
 * @throws {UsageError} if the folder doesn't exist.
 */
export function loadPacks(folder: string | undefined, own?: string): KnowledgeData | undefined {
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`The packs folder “${folder}” doesn't exist.`);
  const named = packsIn(folder);
  if (folder !== undefined && named.length === 0) printError(`${folder}: no packs (*.imr-pack.json) found`);
  const files = [...new Set([...named, ...packsIn(own)])];
  if (files.length === 0) return undefined;
  const packs = files.map(readPack);
  const { data, problems } = readPacks(packs);
  files.forEach((file, index) => {
    for (const { range, message } of problems[packs[index]?.uri ?? ""] ?? []) {
      printError(`${path.relative("", file)}:${range.start.line + 1}: ${message}`);
    }
  });
  return data;
}

/** Reads only regular files: reading a pipe without a writer or an endless device would never end. */
function readPack(file: string): Pack {
  const uri = pathToFileURL(file).href;
  try {
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(opened);
      if (!stats.isFile()) return { uri, unread: "This isn't a plain file, so it isn't read." };
      if (stats.size > maxPackBytes) return { uri, unread: tooLarge };
      return { uri, text: readFileSync(opened, "utf8") };
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return { uri, unread: `This pack couldn't be read: ${reasonOf(error)}.` };
  }
}
