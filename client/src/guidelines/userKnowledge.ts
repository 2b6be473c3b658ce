/** Sends the server what the user adds to the built-in guidelines and drugs: packs, and copies of guidelines. */
import * as vscode from "vscode";
import {
  knowledgeRequest,
  type UserKnowledge,
  type UserKnowledgeResult,
} from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";

/** A source of packs or copies. */
export interface KnowledgeSource<T> extends vscode.Disposable {
  /** All current items. Never rejects: items that can't be read are left out. */
  current(): Promise<readonly T[]>;
  readonly onDidChange: vscode.Event<void>;
  /** Called with the server's response. */
  onResult?(result: UserKnowledgeResult): void;
}

export interface KnowledgeSources {
  readonly packs: KnowledgeSource<UserKnowledge["packs"][number]>;
  readonly copies: KnowledgeSource<UserKnowledge["copies"][number]>;
}

/** Sends everything whenever the server starts and after each change. Changes during a request lead to one more request. */
export function syncUserKnowledge(
  client: LetterClient,
  { packs, copies }: KnowledgeSources,
): vscode.Disposable {
  let sending: Promise<void> | undefined;
  let hasChanged = false;
  /** True until something is sent. Until then, there is nothing to take back. */
  let isUnused = true;

  async function send(): Promise<void> {
    if (!client.isRunning()) return;
    const knowledge: UserKnowledge = { packs: await packs.current(), copies: await copies.current() };
    if (isUnused && knowledge.packs.length === 0 && knowledge.copies.length === 0) return;
    isUnused = false;
    const result = await client.sendRequest<UserKnowledgeResult>(knowledgeRequest, knowledge);
    if (result) for (const source of [packs, copies]) source.onResult?.(result);
  }

  const sync = (): void => {
    if (sending) {
      hasChanged = true;
      return;
    }
    sending = send().finally(() => {
      sending = undefined;
      if (!hasChanged) return;
      hasChanged = false;
      sync();
    });
  };

  const sources = [packs, copies];
  return vscode.Disposable.from(
    client.onDidStart(sync),
    ...sources.flatMap((source) => [source, source.onDidChange(sync)]),
  );
}
