import type { ReportedFinding } from "./reportedFinding.ts";

/** A form in which findings are printed, letter by letter. */
export interface Format {
  readonly begin: string;
  /** What is printed of one letter; empty where nothing is. */
  letter(file: string, found: readonly ReportedFinding[], isFirst: boolean): string;
  /** What could not be read, where the form has a place for it. */
  unreadable?(file: string, why: string): void;
  end(exitCode: number): string;
}
