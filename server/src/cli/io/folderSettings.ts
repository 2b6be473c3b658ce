/** The folder `.imr`, which has the settings and packs of the letters next to it and below. */
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { readJsonObject } from "../../packs/jsonWithComments.ts";
import { readSeveritySettings, type SeveritySettings } from "../../review/severitySettings.ts";
import { printError } from "./printError.ts";

const folderName = ".imr";
const settingsName = "settings.json";

export interface FolderSettings {
  /** `.imr`, relative to the current folder. */
  readonly folder: string;
  /** The absolute path of its settings, if it has any. */
  readonly file: string | undefined;
  readonly settings: SeveritySettings;
}

/**
 * Finds the `.imr` of the letters that are checked: if they're one file or one folder, the nearest to that; otherwise the
 * nearest to the current folder. Undefined if there is none. Prints what's wrong with the settings.
 */
export function folderSettingsFor(
  paths: readonly string[],
  ruleIds: ReadonlySet<string>,
): FolderSettings | undefined {
  const folder = nearestTo(startOf(paths));
  if (folder === undefined) return undefined;
  const shown = path.relative("", folder) || ".";
  const file = path.join(folder, settingsName);
  const print = (problem: string): void => printError(`${path.join(shown, settingsName)}: ${problem}`);
  const value = isFile(file) ? readSettings(file) : {};
  if (value === undefined) print("This isn't a JSON object of settings, so it isn't used.");
  return {
    folder: shown,
    file: isFile(file) ? file : undefined,
    settings: readSeveritySettings(value ?? {}, ruleIds, (problem) => print(problem.replace(/^imr\./, ""))),
  };
}

/** A settings file has a few hundred bytes. */
const maxSettingsBytes = 1_000_000;

function readSettings(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    if (statSync(file).size > maxSettingsBytes) return undefined;
    return readJsonObject(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function startOf(paths: readonly string[]): string {
  const [only = "", ...others] = paths;
  if (others.length > 0) return path.resolve();
  if (isFolder(only)) return path.resolve(only);
  return isFile(only) ? path.dirname(path.resolve(only)) : path.resolve();
}

function nearestTo(start: string): string | undefined {
  for (let folder = start; ; folder = path.dirname(folder)) {
    const found = path.join(folder, folderName);
    if (isFolder(found)) return found;
    if (folder === path.dirname(folder)) return undefined;
  }
}

const statsOf = (file: string) => {
  try {
    return statSync(file);
  } catch {
    return undefined;
  }
};
const isFolder = (file: string): boolean => statsOf(file)?.isDirectory() === true;
const isFile = (file: string): boolean => statsOf(file)?.isFile() === true;
