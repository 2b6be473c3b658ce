/** Options that don't go together. */
import path from "node:path";
import { namesStandardOutput } from "./io/output.ts";
import type { Options } from "./run.ts";
import { UsageError } from "./usageError.ts";

/** @throws {UsageError} if an option needs another, or if two exclude each other. */
export function checkOptions(
  options: Partial<Options> & { readonly format?: string },
  paths: readonly string[],
): void {
  const { ndjson, filesFrom, output, failures } = options;
  const isStdin = filesFrom === undefined && paths.length === 0;
  if (filesFrom !== undefined && ndjson)
    throw new UsageError(
      "--ndjson reads letters from standard input, so it can't be used with --files-from.",
    );
  if (options.null && filesFrom === undefined) throw new UsageError("--null is only for --files-from.");
  if (options.shard && isStdin)
    throw new UsageError("--shard is for files. Specify a folder, or a list with --files-from.");
  if (options.everyLine && !(ndjson && options.format === "ndjson"))
    throw new UsageError("--every-line is only for --ndjson with --format ndjson.");
  if (options.resume && output === undefined && options.cache === undefined)
    throw new UsageError("--resume is only for --output. Without it, use --cache.");
  if (failures !== undefined && (namesStandardOutput(failures) || isSame(failures, output)))
    throw new UsageError("--failures must be a file of its own.");
}

const isSame = (a: string, b: string | undefined): boolean =>
  b !== undefined && path.resolve(a) === path.resolve(b);
