/** What the review found in a letter, as VS Code holds it among all problems. */
import * as vscode from "vscode";
import type { Finding, Severity } from "./issueTree.ts";

/** As the server signs them. */
const diagnosticSource = "imr";

/** The findings shown for a document now; those of other extensions and of a spelling checker are left out. */
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
