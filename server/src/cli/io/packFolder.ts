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

/** What is named as a pack in a folder, each by its whole path; nothing where there is no folder. */
export function packsIn(folder: string | undefined): readonly string[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => name.endsWith(".imr-pack.json") && !name.startsWith("."),
  );
  return names.sort().map((name) => path.resolve(folder, name));
}

/** The built-in data with the packs of a folder laid over it; without one, what is built in. Problems are said. */
export function loadPacks(folder: string | undefined): KnowledgeData | undefined {
  if (folder === undefined) return undefined;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`There is no folder “${folder}” of packs.`);
  const files = packsIn(folder);
  if (files.length === 0) printError(`${folder}: there is no pack, a file named *.imr-pack.json.`);
  const packs = files.map(readPack);
  const { data, problems } = readPacks(packs);
  files.forEach((file, index) => {
    for (const { range, message } of problems[packs[index]?.uri ?? ""] ?? []) {
      printError(`${path.join(folder, path.basename(file))}:${range.start.line + 1}: ${message}`);
    }
  });
  return data;
}

/** A pipe that nobody writes to, or a device that never ends, may have a pack's name. */
function readPack(file: string): Pack {
  const uri = pathToFileURL(file).href;
  try {
    const opened = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stats = fstatSync(opened);
      if (!stats.isFile()) return { uri, unread: "This is no plain file and is not read." };
      if (stats.size > maxPackBytes) return { uri, unread: tooLarge };
      return { uri, text: readFileSync(opened, "utf8") };
    } finally {
      closeSync(opened);
    }
  } catch (error) {
    return { uri, unread: `This pack is not read: ${reasonOf(error)}.` };
  }
}
