/** The references view, a built-in extension of VS Code. Some web hosts don't have it. */
import * as vscode from "vscode";

const extensionId = "vscode.references-view";

/** The part of its API that is used here. */
export interface SymbolTree {
  setInput(input: SymbolTreeInput<unknown>): void;
  getInput(): SymbolTreeInput<unknown> | undefined;
}

export interface SymbolTreeInput<T> {
  /** The value of the context key `reference-list.source` while the input is shown. */
  readonly contextValue: string;
  readonly title: string;
  /** The location that the search started from. The view shows nothing if there is no word there. */
  readonly location: vscode.Location;
  resolve(): vscode.ProviderResult<SymbolTreeModel<T>>;
  /** The same input at another location, to which the text has moved. */
  with(location: vscode.Location): SymbolTreeInput<T>;
}

export interface SymbolTreeModel<T> {
  readonly provider: vscode.TreeDataProvider<T>;
  readonly message: string | undefined;
  readonly navigation: {
    nearest(uri: vscode.Uri, position: vscode.Position): T | undefined;
    next(from: T): T;
    previous(from: T): T;
    location(item: T): vscode.Location | undefined;
  };
  readonly highlights: {
    getEditorHighlights(item: T, uri: vscode.Uri): vscode.Range[] | undefined;
  };
}

/** Undefined if the view isn't available, or can't be activated. */
export async function referencesView(): Promise<SymbolTree | undefined> {
  try {
    return await vscode.extensions.getExtension<SymbolTree>(extensionId)?.activate();
  } catch {
    return undefined;
  }
}
