/**
 * A command in two halves: `read` gets the data of one letter and can run in any thread, the rest prints the data of all
 * letters.
 */
import type { ReadResult } from "../io/readLetter.ts";

export type LetterInput = Extract<ReadResult, { readonly kind: "letter" }>;

export interface LetterCommand<Data = unknown> {
  /** The beginning of the output. */
  begin(): string;
  /** The data to print for a letter, as plain objects. It doesn't depend on other letters. */
  read(input: LetterInput): Data;
  /** The output for a letter: whole lines, an empty string, or a file's bytes. Called in the order of the letters. */
  print(file: string, data: Data): string | Promise<Uint8Array>;
  /** Called, in the same order, for each input that couldn't be read. */
  unreadable?(file: string, why: string): void;
  /** The end of the output. */
  end(exitCode: number): string;
  /** Phrases for the last line on standard error, after the counts of files. */
  summary(): readonly string[];
  exitCode(): number;
  /**
   * What `read` depends on besides the letter, its name, and the knowledge. If it's given, data is kept in a cache as JSON.
   * Otherwise, `read` is called for each letter.
   */
  readonly dependsOn?: Readonly<Record<string, unknown>>;
  /** Whether data could be different on a later day, so that it isn't kept. */
  isOfToday?(input: LetterInput): boolean;
  /** Takes every text, whether it's a letter or not, and each file, even if its letter was in another one. */
  readonly takesEverything?: true;
  /** Without a letter, there's no output, and a file stays as it was. */
  readonly needsLetter?: true;
  /** Called for a file that isn't printed, because its letter was in another one. */
  repeated?(file: string): void;
}
