import { expect, test } from "vitest";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { summarizeReview } from "../../../server/src/protocol/workspace/reviewSummary.ts";

const { Error: error, Warning: warning, Information: information, Hint: hint } = DiagnosticSeverity;

const start = { line: 0, character: 0 };
const problem = (severity: DiagnosticSeverity): Diagnostic => ({
  range: { start, end: start },
  message: "",
  severity,
});
const letter = (uri: string, ...severities: readonly DiagnosticSeverity[]) =>
  ({ uri, kind: "letter", problems: severities.map(problem) }) as const;

test("counts files by kind, and problems by severity", () => {
  const files = [
    letter("a", error, warning, warning, hint),
    letter("b", information),
    { uri: "c", kind: "foreign", problems: [] },
    { uri: "d", kind: "unreadable", problems: [] },
  ] as const;
  expect(summarizeReview(files, true)).toEqual({
    letters: 2,
    foreign: 1,
    unreadable: ["d"],
    repeated: 0,
    cancelled: true,
    errors: 1,
    warnings: 2,
    information: 1,
    lettersWithProblems: 2,
  });
});

test("a letter with only hints has no problems", () => {
  expect(summarizeReview([letter("a", hint)], false).lettersWithProblems).toBe(0);
});
