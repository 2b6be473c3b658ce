/** Reads a file that may be a Word file. */
import { isCompoundFile, isZip } from "../../documentKind.ts";
import type { ReadProblem } from "../../messages.ts";
import { type ReadDocx, readDocx } from "./readDocx.ts";

export function openDocx(bytes: Uint8Array): ReadDocx | ReadProblem {
  if (isCompoundFile(bytes)) return isEncrypted(bytes) ? "locked" : "oldWord";
  if (!isZip(bytes)) return "notDocx";
  const found = readDocx(bytes);
  return typeof found !== "string" && found.text.trim() === "" ? "empty" : found;
}

/** A Word file with a password is a compound file with a stream of this name, in UTF-16. */
const isEncrypted = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes).includes([..."EncryptedPackage"].join("\0"));
