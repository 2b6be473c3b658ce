import * as vscode from "vscode";
import type { Range } from "vscode-languageserver-types";

/** A range of the protocol as VS Code's own. */
export const toRange = ({ start, end }: Range): vscode.Range =>
  new vscode.Range(start.line, start.character, end.line, end.character);
