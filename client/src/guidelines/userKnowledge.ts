/** Tells the server what the user adds to the built-in guidelines and drugs: packs, and copies of guidelines. */
import * as vscode from "vscode";
import {
  knowledgeRequest,
  type UserKnowledge,
  type UserKnowledgeResult,
} from "../../../server/src/protocol/extensions.ts";
import type { LetterClient } from "../languageClient.ts";

/** Where some of it comes from. */
export interface KnowledgeSource<T> extends vscode.Disposable {
  /** All that there is now. Never rejects: what cannot be read is left out. */
  current(): Promise<readonly T[]>;
  readonly onDidChange: vscode.Event<void>;
  /** What the server made of it. */
  taken?(answer: UserKnowledgeResult): void;
}

export interface KnowledgeSources {
  readonly packs: KnowledgeSource<UserKnowledge["packs"][number]>;
  readonly copies: KnowledgeSource<UserKnowledge["copies"][number]>;
}

/** Tells the server, whenever it has started and after each change; the latest telling wins. */
export function syncUserKnowledge(
  client: LetterClient,
  { packs, copies }: KnowledgeSources,
): vscode.Disposable {
  let told: Promise<void> | undefined;
  let again = false;
  /** Nothing has been told yet, and nothing is built in that would have to be taken back. */
  let isPlain = true;

  async function tell(): Promise<void> {
    if (!client.isRunning()) return;
    const own: UserKnowledge = { packs: await packs.current(), copies: await copies.current() };
    if (isPlain && own.packs.length === 0 && own.copies.length === 0) return;
    isPlain = false;
    const answer = await client.ask<UserKnowledgeResult>(knowledgeRequest, own);
    if (answer) for (const source of [packs, copies]) source.taken?.(answer);
  }

  const tellSoon = (): void => {
    if (told) {
      again = true;
      return;
    }
    told = tell().finally(() => {
      told = undefined;
      if (!again) return;
      again = false;
      tellSoon();
    });
  };

  const sources = [packs, copies];
  return vscode.Disposable.from(
    client.onDidStart(tellSoon),
    ...sources.flatMap((source) => [source, source.onDidChange(tellSoon)]),
  );
}
