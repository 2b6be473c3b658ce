import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import type { KnowledgeData } from "../knowledge/data.ts";
import { readPacks } from "../protocol/packs.ts";
import { Problem } from "./problem.ts";

/** The built-in data with the packs of a folder laid over it; without one, what is built in. Problems are said. */
export function dataWith(folder: string | undefined): KnowledgeData | undefined {
  if (folder === undefined) return undefined;
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Problem(`There is no folder “${folder}” of packs.`);
  const files = globSync("*.imr-pack.json", { cwd: folder, absolute: true }).sort();
  if (files.length === 0)
    process.stderr.write(`${folder}: there is no pack, a file named *.imr-pack.json.\n`);
  const packs = files.map((file) => ({ uri: pathToFileURL(file).href, text: readFileSync(file, "utf8") }));
  const { data, problems } = readPacks(packs);
  files.forEach((file, index) => {
    for (const { range, message } of problems[packs[index]?.uri ?? ""] ?? []) {
      process.stderr.write(`${path.join(folder, path.basename(file))}:${range.start.line + 1}: ${message}\n`);
    }
  });
  return data;
}
