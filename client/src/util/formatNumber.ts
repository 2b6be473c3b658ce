import * as vscode from "vscode";

/** "10,000" in English, or the format of VS Code's display language. */
export function formatNumber(number: number): string {
  try {
    return number.toLocaleString(vscode.env.language);
  } catch {
    return String(number);
  }
}
