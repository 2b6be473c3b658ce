import * as vscode from "vscode";

/** "10,000", as the user's language writes it. */
export function formatNumber(number: number): string {
  try {
    return number.toLocaleString(vscode.env.language);
  } catch {
    return String(number);
  }
}
