import type { LetterCommand } from "../commands/command.ts";
import type { Input } from "../io/inputs.ts";
import { letterIn, readLetter } from "../io/readLetter.ts";

/** What became of an input. */
export type ProcessResult =
  | { readonly kind: "letter"; readonly file: string; readonly told: unknown }
  | { readonly kind: "foreign"; readonly file: string }
  | { readonly kind: "unreadable"; readonly file: string; readonly why: string };

/** Never throws: what goes wrong with one letter is told, and the others go on. */
export function processInput(task: LetterCommand, input: Input): ProcessResult {
  const { file } = input;
  if ("why" in input) return { kind: "unreadable", ...input };
  try {
    const given = "text" in input ? letterIn(file, input.text, true) : readLetter(file);
    return given.kind === "letter" ? { kind: "letter", file, told: task.read(given) } : given;
  } catch {
    return failedInput(input);
  }
}

/** What the error says could quote the letter. */
export const failedInput = ({ file }: Input): ProcessResult => ({
  kind: "unreadable",
  file,
  why: "the program failed on it",
});
