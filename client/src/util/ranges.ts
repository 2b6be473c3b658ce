import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";

/** Converts an LSP range into VS Code's. */
export const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
