/** What the user adds to the built-in guidelines and drugs, as the client sends it. */

import { type Connection, Emitter, type Event, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { createKnowledge } from "../../knowledge/knowledge.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { hasStrings, isCopy } from "../../knowledge/validCopy.ts";
import { readPacks } from "../../packs/readPacks.ts";
import { knowledgeRequest, type UserKnowledge, type UserKnowledgeResult } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";

export interface CurrentKnowledge {
  /** The built-in knowledge until the client sends more. */
  current(): Knowledge;
  readonly onDidChangeKnowledge: Event<void>;
}

/** Handles `imr/knowledge`. */
export function createUserKnowledge(connection: Connection): CurrentKnowledge {
  const didChange = new Emitter<void>();
  let knowledge = createKnowledge();

  onCustomRequest(
    connection,
    knowledgeRequest,
    (params: unknown): UserKnowledgeResult | ResponseError<never> => {
      if (!isUserKnowledge(params))
        return refused(`${knowledgeRequest}: expected { packs: [], copies: [] }.`);
      try {
        const { data, problems } = readPacks(params.packs);
        knowledge = createKnowledge(data, params.copies);
        didChange.fire();
        return { problems };
      } catch (error) {
        // The previous knowledge stays in use.
        connection.console.error(`Reading the user's guidelines failed: ${describeError(error)}`);
        return refused("These guidelines couldn't be used.");
      }
    },
  );

  return Object.freeze({ current: () => knowledge, onDidChangeKnowledge: didChange.event });
}

const refused = (message: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

function isUserKnowledge(value: unknown): value is UserKnowledge {
  if (typeof value !== "object" || value === null) return false;
  const { packs, copies } = value as Partial<Record<keyof UserKnowledge, unknown>>;
  return Array.isArray(packs) && packs.every(isPack) && Array.isArray(copies) && copies.every(isCopy);
}

const isPack = (value: unknown): boolean =>
  hasStrings(value, "uri", "text") || hasStrings(value, "uri", "unread");
