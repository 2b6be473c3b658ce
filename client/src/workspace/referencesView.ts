/** The references view, an extension that comes with VS Code. On some web hosts it is not there. */
import * as vscode from "vscode";

const extensionId = "vscode.references-view";

/** Of its API, what is used here. */
export interface SymbolTree {
  setInput(input: SymbolTreeInput<unknown>): void;
  getInput(): SymbolTreeInput<unknown> | undefined;
}

export interface SymbolTreeInput<T> {
  /** The value of the context key `reference-list.source` while it is shown. */
  readonly contextValue: string;
  readonly title: string;
  /** Where it was asked for. Where no word stands there, the view shows nothing. */
  readonly location: vscode.Location;
  resolve(): vscode.ProviderResult<SymbolTreeModel<T>>;
  /** The same at another place, to which the words have moved since. */
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

/** Undefined where it is not there, or cannot be started. */
export async function referencesView(): Promise<SymbolTree | undefined> {
  try {
    return await vscode.extensions.getExtension<SymbolTree>(extensionId)?.activate();
  } catch {
    return undefined;
  }
}
