/** Tracks the letter in the active editor. It requests the letter's overview once per change, for all views. */
import * as vscode from "vscode";
import type { LetterOverview } from "../../../server/src/protocol/extensions.ts";
import { languageId, pageScheme } from "../constants.ts";
import type { LetterClient } from "../languageClient.ts";
import { isOtherVersion } from "../util/otherVersion.ts";

/** Between two tabs there is no active editor for a moment, which shouldn't be visible. */
const switchDelayMs = 50;
const typingDelayMs = 250;

/** The active letter and its latest overview. Each change creates a new value. */
export interface ActiveLetter {
  readonly editor: vscode.TextEditor;
  readonly document: vscode.TextDocument;
  /** Undefined until the first response; null if the server doesn't respond. */
  readonly overview: LetterOverview | null | undefined;
  /** The document version of the overview. */
  readonly version: number;
}

export interface ActiveLetterTracker extends vscode.Disposable {
  /** Undefined if no letter is active. Moving the focus to the side bar or a panel doesn't change it. */
  readonly current: ActiveLetter | undefined;
  readonly onDidChange: vscode.Event<ActiveLetter | undefined>;
}

export function trackActiveLetter(
  client: Pick<LetterClient, "overview" | "onDidStart" | "onDidStop">,
): ActiveLetterTracker {
  const changed = new vscode.EventEmitter<ActiveLetter | undefined>();
  let current: ActiveLetter | undefined;
  let updateTimer: ReturnType<typeof setTimeout> | undefined;
  let requestTimer: ReturnType<typeof setTimeout> | undefined;
  let requestId = 0;

  function set(next: ActiveLetter | undefined): void {
    if (next === current) return;
    current = next;
    changed.fire(current);
  }

  function update(): void {
    const editor = letterEditor(current?.editor);
    if (!editor) {
      requestId += 1;
      set(undefined);
    } else if (current?.document !== editor.document) {
      const { document } = editor;
      set({ editor, document, overview: undefined, version: document.version });
      void requestOverview();
    } else if (current.editor !== editor) {
      set({ ...current, editor });
    }
  }

  async function requestOverview(): Promise<void> {
    clearTimeout(requestTimer);
    const id = ++requestId;
    if (!current) return;
    const { document } = current;
    const { version } = document;
    const overview = await client.overview(document.uri);
    // A later request was sent, or another letter became active, in the meantime.
    if (id !== requestId || current?.document !== document) return;
    set({ ...current, overview, version });
  }

  function updateSoon(): void {
    clearTimeout(updateTimer);
    updateTimer = setTimeout(update, switchDelayMs);
  }
  function requestSoon(): void {
    clearTimeout(requestTimer);
    requestTimer = setTimeout(requestOverview, typingDelayMs);
  }

  const listeners = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(updateSoon),
    vscode.window.onDidChangeVisibleTextEditors(updateSoon),
    // While the server wasn't running, there was no response.
    client.onDidStart(() => void requestOverview()),
    // Without a server, the last overview says nothing about the letter anymore.
    client.onDidStop(() => void requestOverview()),
    // VS Code reports a language change as closing and opening the document.
    vscode.workspace.onDidOpenTextDocument(updateSoon),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document === current?.document && contentChanges.length > 0) requestSoon();
    }),
  );
  update();
  return {
    get current() {
      return current;
    },
    onDidChange: changed.event,
    dispose() {
      requestId += 1;
      clearTimeout(updateTimer);
      clearTimeout(requestTimer);
      listeners.dispose();
      changed.dispose();
    },
  };
}

/**
 * The editor with the active letter, or undefined. The output panel and similar views are editors outside the editor area.
 * While one of them is active, the current letter stays active as long as it's visible, and while a guideline page is, as long
 * as it's open.
 */
function letterEditor(last: vscode.TextEditor | undefined): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  // A guideline page belongs to the letter that it was opened from, even if it takes its place.
  if (isPageActive() && last && !last.document.isClosed) return last;
  const isElsewhere = active?.viewColumn === undefined && active?.document.languageId !== languageId;
  const editor =
    active && isElsewhere ? vscode.window.visibleTextEditors.find((one) => one === last) : active;
  const isLetter = editor?.document.languageId === languageId && !isOtherVersion(editor.document.uri);
  return isLetter ? editor : undefined;
}

/** By its tab, because there is no active editor while a page is being written. */
function isPageActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const editor = vscode.window.activeTextEditor;
  if (editor !== undefined) return editor.document.uri.scheme === pageScheme;
  return input instanceof vscode.TabInputText && input.uri.scheme === pageScheme;
}
