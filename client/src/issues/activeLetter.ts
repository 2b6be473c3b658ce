/** Follows the letter in the active editor and what the server knows of it, asked once a change for all who show it. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { isVirtualDocument, languageId } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";

/** Between two tabs there is no active editor for a moment, which nobody should see. */
const switchMilliseconds = 50;
const typingMilliseconds = 250;

/** The active letter, and the last answer on it. A new value for each change. */
export interface ActiveLetter {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** Undefined until the first answer; null where the server gives none. */
  readonly overview: LetterOverview | null | undefined;
  /** The document's version that the answer is about. */
  readonly version: number;
}

export interface ActiveLetterTracker extends vscode.Disposable {
  /** Undefined where no letter is active. The focus in the side bar or in a panel changes nothing. */
  readonly current: ActiveLetter | undefined;
  readonly onDidChange: vscode.Event<ActiveLetter | undefined>;
}

export function trackActiveLetter(
  client: Pick<LetterClient, "overview" | "onDidStart">,
): ActiveLetterTracker {
  const changed = new vscode.EventEmitter<ActiveLetter | undefined>();
  let current: ActiveLetter | undefined;
  let looking: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let round = 0;

  function set(next: ActiveLetter | undefined): void {
    if (next === current) return;
    current = next;
    changed.fire(current);
  }

  function look(): void {
    const editor = letterEditor(current?.editor);
    if (!editor) {
      round += 1;
      set(undefined);
    } else if (current?.document !== editor.document) {
      const { document } = editor;
      set({ editor, document, overview: undefined, version: document.version });
      void ask();
    } else if (current.editor !== editor) {
      set({ ...current, editor });
    }
  }

  async function ask(): Promise<void> {
    clearTimeout(asking);
    const mine = ++round;
    if (!current) return;
    const { document } = current;
    const { version } = document;
    const overview = await client.overview(document.uri);
    // A later round has begun, or another letter is active, while the server was answering.
    if (mine !== round || current?.document !== document) return;
    set({ ...current, overview, version });
  }

  function lookSoon(): void {
    clearTimeout(looking);
    looking = setTimeout(look, switchMilliseconds);
  }
  function askSoon(): void {
    clearTimeout(asking);
    asking = setTimeout(ask, typingMilliseconds);
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(lookSoon),
    vscode.window.onDidChangeVisibleTextEditors(lookSoon),
    // While the server was away there was no answer.
    client.onDidStart(() => void ask()),
    // A change of language is reported as closing and opening.
    vscode.workspace.onDidOpenTextDocument(lookSoon),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === current?.document && contentChanges.length > 0) askSoon();
    }),
  );
  look();
  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    dispose() {
      round += 1;
      clearTimeout(looking);
      clearTimeout(asking);
      listeners.dispose();
      changed.dispose();
    },
  };
}

/**
 * The editor with the active letter, or undefined. The output panel and the like are editors outside the editor area: in
 * one of those, the letter followed so far stays as long as it is on the screen.
 */
function letterEditor(last: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  const isElsewhere = active?.viewColumn === undefined && active?.document.languageId !== languageId;
  const editor =
    active && isElsewhere ? vscode.window.visibleTextEditors.find((one) => one === last) : active;
  const isLetter = editor?.document.languageId === languageId && !isVirtualDocument(editor.document.uri);
  return isLetter ? editor : undefined;
}
