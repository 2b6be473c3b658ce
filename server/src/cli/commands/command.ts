/** What a command does with letters, in two halves: what is read of one letter, in any thread, and what is made of it all. */
import type { ReadResult } from "../io/readLetter.ts";

export type GivenLetter = Extract<ReadResult, { readonly kind: "letter" }>;

export interface LetterCommand<Told = unknown> {
  begin(): string;
  /** What is to be told of a letter, as plain data. It knows of no other letter, so that it may run in another thread. */
  read(given: GivenLetter): Told;
  /** What is printed of it: whole lines. Called in the order of the letters. */
  print(file: string, told: Told): string;
  /** What could not be read, in its order. */
  unreadable?(file: string, why: string): void;
  end(exitCode: number): string;
  /** Said at the end on standard error, beside the counts of files. */
  summary(): readonly string[];
  exitCode(): number;
}
