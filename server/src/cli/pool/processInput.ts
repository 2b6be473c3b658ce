import type { DocumentKind, ReadNotice } from "../../../../reader/src/messages.ts";
import { caseNumberOf } from "../../features/workspace/indexEntry.ts";
import { letterKey } from "../../features/workspace/letterKey.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { LetterCommand } from "../commands/command.ts";
import type { Input } from "../io/inputs.ts";
import { letterIn, type ReadResult, readLetter } from "../io/readLetter.ts";

export type ProcessResult =
  /** `data` is what the command's `read` returned, `key` recognizes the same letter in another file. */
  | {
      readonly kind: "letter";
      readonly file: string;
      readonly data: unknown;
      readonly key: string | undefined;
      readonly caseNumbers: readonly string[];
      readonly from: DocumentKind;
      readonly notices: readonly ReadNotice[];
      /** Data could be different on a later day. */
      readonly isOfToday?: boolean;
    }
  | { readonly kind: "notALetter"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** Never throws: a letter that causes an error is reported as unreadable. */
export function processInput(command: LetterCommand, input: Input): ProcessResult {
  const { file } = input;
  if ("why" in input) return { kind: "unreadable", ...input };
  try {
    const result = readInput(input, command.takesEverything);
    if (result.kind !== "letter") return result;
    const { kind: from = "text", notices = [] } = result.document ?? {};
    const key = command.takesEverything ? undefined : letterKey(result.letter);
    const caseNumbers = command.takesEverything
      ? []
      : lettersIn(result.letter).flatMap((one) => caseNumberOf(one) ?? []);
    const isOfToday = command.isOfToday?.(result);
    return { kind: "letter", file, data: command.read(result), key, caseNumbers, from, notices, isOfToday };
  } catch {
    return failedInput(input);
  }
}

function readInput(input: Input, isKnown = false): ReadResult {
  if (!("text" in input)) return readLetter(input.file, isKnown);
  const { file, text, isLetter, document } = input;
  const result = letterIn(file, text, isKnown || isLetter);
  return result.kind === "letter" ? { ...result, document } : result;
}

/** Leaves out the error's message, which could quote the letter. */
export const failedInput = ({ file }: Input): ProcessResult => ({
  kind: "unreadable",
  file,
  why: "internal error",
});
