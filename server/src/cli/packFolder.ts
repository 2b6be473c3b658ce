import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import type { KnowledgeData } from "../knowledge/data.ts";
import { readPacks } from "../protocol/packs.ts";
import { Problem } from "./problem.ts";
import { say } from "./say.ts";

/** The packs of a folder, each by its whole path. */
export const packsIn = (folder: string | undefined): readonly string[] =>
  folder === undefined ? [] : globSync("*.imr-pack.json", { cwd: folder, absolute: true }).sort();

/** The built-in data with the packs of a folder laid over it; without one, what is built in. Problems are said. */
export function dataWith(folder: string | undefined): KnowledgeData | undefined {
  if (folder === undefined) return undefined;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Problem(`There is no folder “${folder}” of packs.`);
  const files = packsIn(folder);
  if (files.length === 0) say(`${folder}: there is no pack, a file named *.imr-pack.json.`);
  const packs = files.map((file) => ({ uri: pathToFileURL(file).href, text: readFileSync(file, "utf8") }));
  const { data, problems } = readPacks(packs);
  files.forEach((file, index) => {
    for (const { range, message } of problems[packs[index]?.uri ?? ""] ?? []) {
      say(`${path.join(folder, path.basename(file))}:${range.start.line + 1}: ${message}`);
    }
  });
  return data;
}
