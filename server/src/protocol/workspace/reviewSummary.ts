/** The counts of a workspace review. */
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { WorkspaceReviewSummary } from "../extensions.ts";

export interface ReviewedFile {
  readonly uri: string;
  readonly kind: "letter" | "foreign" | "unreadable" | "repeated";
  readonly problems: readonly Diagnostic[];
}

export function summarizeReview(files: readonly ReviewedFile[], cancelled: boolean): WorkspaceReviewSummary {
  const ofKind = (kind: ReviewedFile["kind"]) => files.filter((file) => file.kind === kind);
  const problems = files.flatMap((file) => file.problems);
  const countOf = (severity: DiagnosticSeverity): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    letters: ofKind("letter").length,
    foreign: ofKind("foreign").length,
    unreadable: ofKind("unreadable").map(({ uri }) => uri),
    repeated: ofKind("repeated").length,
    cancelled,
    errors: countOf(DiagnosticSeverity.Error),
    warnings: countOf(DiagnosticSeverity.Warning),
    information: countOf(DiagnosticSeverity.Information),
    lettersWithProblems: files.filter((file) => file.problems.some(isListed)).length,
  };
}

/** The Problems view doesn't show hints. */
const isListed = ({ severity }: Diagnostic): boolean => severity !== DiagnosticSeverity.Hint;
