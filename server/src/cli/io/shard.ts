/** Splits letters into shares, for several computers or runs. */
import path from "node:path";
import { fnv1a } from "../../base/fnv1a.ts";
import { UsageError } from "../usageError.ts";

/** The share `number` of `of`, from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Reads "3/16". @throws {UsageError} if it isn't a share. */
export function readShard(value: string): Shard {
  const [, number = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > of)
    throw new UsageError(`--shard must be a number of a total, such as 3/16, not “${value}”.`);
  return { number, of };
}

/**
 * Whether a file is in a share. Only its name decides, so that files that are added or removed move no other. A PDF and its
 * text are in the same share if their names have the same case number, or differ in the extension only.
 * @param name Relative to the folder that was given, so that it's the same on computers that have the folder elsewhere.
 */
export function isInShard({ number, of }: Shard, name: string): boolean {
  return fnv1a(stemOf(name)) % of === number - 1;
}

const caseNumber = /cm\d\d-?\d{7}/g;

/** The last case number in a name, which the file and not a folder of several has; without one, the name without extensions. */
function stemOf(name: string): string {
  // Systems differ in whether they compose accented letters, and in whether they tell upper from lower case.
  const plain = name.split(path.sep).join("/").normalize("NFC").toLowerCase();
  const last = plain.match(caseNumber)?.at(-1);
  return last?.replace("-", "") ?? plain.replace(/(?:\.imr)?\.(?:imr|txt|pdf|docx)$/, "");
}
