import type { ReportedFinding } from "./reportedFinding.ts";

/** An output format for findings, written letter by letter. */
export interface Format {
  readonly begin: string;
  /** The output for one letter; empty if there is none. `isFirst`: nothing was printed before it. */
  letter(file: string, findings: readonly ReportedFinding[], isFirst: boolean): string;
  /** Records an input that couldn't be read, if the format has a place for it. */
  unreadable?(file: string, why: string): void;
  end(exitCode: number): string;
}
