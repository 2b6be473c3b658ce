import * as vscode from "vscode";

/** Whether PDF and Word files count in what's done for all letters of the folder. */
export const countsDocuments = (): boolean =>
  vscode.workspace.getConfiguration("imr.workspace").get("documents", true);
