import type { LetterCommand } from "../commands/command.ts";
import type { Input } from "../io/inputs.ts";
import { letterIn, readLetter } from "../io/readLetter.ts";

export type ProcessResult =
  /** `data` is what the command's `read` returned. */
  | { readonly kind: "letter"; readonly file: string; readonly data: unknown }
  | { readonly kind: "notALetter"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** Never throws: a letter that causes an error is reported as unreadable. */
export function processInput(command: LetterCommand, input: Input): ProcessResult {
  const { file } = input;
  if ("why" in input) return { kind: "unreadable", ...input };
  try {
    const result = "text" in input ? letterIn(file, input.text, true) : readLetter(file);
    return result.kind === "letter" ? { kind: "letter", file, data: command.read(result) } : result;
  } catch {
    return failedInput(input);
  }
}

/** Leaves out the error's message, which could quote the letter. */
export const failedInput = ({ file }: Input): ProcessResult => ({
  kind: "unreadable",
  file,
  why: "internal error",
});
