/** The findings in a letter, from VS Code's diagnostics. */
import * as vscode from "vscode";
import type { Finding, Severity } from "./issueTree.ts";

/** The `source` of the server's diagnostics. */
const diagnosticSource = "imr";

/** A document's current findings, without the diagnostics of other extensions, such as spelling checkers. */
export const diagnosticsOf = (uri: vscode.Uri): readonly Finding[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === diagnosticSource)
    .map(({ severity, message, code, range }) => ({
      severity: severities[severity],
      message,
      rule: String(typeof code === "object" ? code.value : (code ?? "")),
      range: { start: plain(range.start), end: plain(range.end) },
    }));

const plain = ({ line, character }: vscode.Position) => ({ line, character });

const severities: Readonly<Record<vscode.DiagnosticSeverity, Severity>> = {
  [vscode.DiagnosticSeverity.Error]: "error",
  [vscode.DiagnosticSeverity.Warning]: "warning",
  [vscode.DiagnosticSeverity.Information]: "information",
  [vscode.DiagnosticSeverity.Hint]: "hint",
};
