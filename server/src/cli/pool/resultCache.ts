/** Keeps the results of files that don't change, so that the next run doesn't read them. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { calendarDay } from "../../letter/isoDate.ts";
import type { LetterCommand } from "../commands/command.ts";
import type { CommandSpec } from "../commands/commandSpec.ts";
import type { Input } from "../io/inputs.ts";
import { type Digest, digestBytes, openSegments } from "../io/segments.ts";
import type { ProcessResult } from "./processInput.ts";

export interface ResultCache {
  /** The result of an earlier run, or else that of `process`. */
  resultOf(input: Input, process: (input: Input) => Promise<ProcessResult>): Promise<ProcessResult>;
  /** Writes what isn't written yet. */
  end(): void;
  /** Why results couldn't be stored; undefined if they were. */
  readonly failure: string | undefined;
}

/** A file that has just been changed could be changed again within the same time stamp. The coarsest count in 2 seconds. */
const minAgeMs = 2000;

/** Calendar days since 1970, and a result without its file. */
interface Entry {
  readonly day: number;
  readonly result: ProcessResult;
}

/** Opens the results of a command in a folder; undefined for a command whose results aren't kept. */
export function openResultCache(
  folder: string,
  command: LetterCommand,
  spec: CommandSpec,
): ResultCache | undefined {
  if (command.dependsOn === undefined) return undefined;
  const segments = openSegments(path.join(folder, `results-${nameOf(command, spec)}`));
  const today = calendarDay(new Date());

  function known(file: string, key: Digest): ProcessResult | undefined {
    try {
      const value = segments.get(key);
      const { day, result } = JSON.parse(value?.toString() ?? "null") as Entry;
      // On an earlier day, other dates were in the future.
      return day <= today ? { ...result, file } : undefined;
    } catch {
      // There is none, or it's damaged.
      return undefined;
    }
  }

  return {
    async resultOf(input, process) {
      // Before the file is read: if it's changed meanwhile, the stamp is that of the older content, which it never has again.
      const key = keyOf(input);
      if (key === undefined) return process(input);
      const found = known(input.file, key);
      if (found) return found;
      const result = await process(input);
      if (isKept(result))
        segments.put(key, Buffer.from(JSON.stringify({ day: today, result } satisfies Entry)));
      return result;
    },
    end: segments.flush,
    get failure() {
      return segments.failure;
    },
  };
}

/** What couldn't be read may be readable next time. */
const isKept = (result: ProcessResult): boolean =>
  result.kind === "notALetter" || (result.kind === "letter" && result.isOfToday !== true);

/** Names what results depend on besides the files: the program, the command with its options, and the packs. */
function nameOf({ dependsOn }: LetterCommand, spec: CommandSpec): string {
  const program = readFileSync(fileURLToPath(import.meta.url));
  const data = "data" in spec ? spec.data : undefined;
  return createHash("sha256")
    .update(program)
    .update(JSON.stringify([spec.command, dependsOn, data]))
    .digest("hex")
    .slice(0, 16);
}

/** The name, size, and times of a file; undefined if that isn't enough to know that it's the same. */
function keyOf(input: Input): Digest | undefined {
  if ("text" in input || "bytes" in input || "why" in input) return undefined;
  try {
    const stats = statSync(input.file, { bigint: true });
    const { size, mtimeNs, mtimeMs, ctimeNs } = stats;
    if (!stats.isFile() || Date.now() - Number(mtimeMs) < minAgeMs) return undefined;
    return createHash("sha256")
      .update(`${path.resolve(input.file)}\0${size} ${mtimeNs} ${ctimeNs}`)
      .digest()
      .subarray(0, digestBytes);
  } catch {
    // Reading it reports why.
    return undefined;
  }
}
