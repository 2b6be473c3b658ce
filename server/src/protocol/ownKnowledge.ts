/** What the user adds to the built-in guidelines and drugs, as the editor tells it. */

import { type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { createKnowledge } from "../knowledge/knowledge.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { type KnowledgeTaken, knowledgeRequest, type OwnKnowledge } from "./extensions.ts";
import { onOwnRequest } from "./ownRequest.ts";
import { readPacks } from "./packs.ts";
import { describeError } from "./runtime.ts";

export interface KnowledgeInUse {
  /** The built-in knowledge until the editor tells more. */
  current(): Knowledge;
}

/** Takes what the editor tells; `onChange` is called when the knowledge is another one. */
export function createOwnKnowledge(connection: Connection, onChange: () => void): KnowledgeInUse {
  let knowledge = createKnowledge();

  onOwnRequest(connection, knowledgeRequest, (told: unknown): KnowledgeTaken | ResponseError<never> => {
    if (!isOwnKnowledge(told)) return refused(`${knowledgeRequest} takes lists of packs and copies.`);
    try {
      const { data, problems } = readPacks(told.packs);
      knowledge = createKnowledge(data, told.copies);
      onChange();
      return { problems };
    } catch (error) {
      // What was known before stays in use.
      connection.console.error(`The user's own guidelines could not be used: ${describeError(error)}`);
      return refused("These guidelines could not be used.");
    }
  });

  return Object.freeze({ current: () => knowledge });
}

const refused = (message: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);

function isOwnKnowledge(value: unknown): value is OwnKnowledge {
  if (typeof value !== "object" || value === null) return false;
  const { packs, copies } = value as Partial<Record<keyof OwnKnowledge, unknown>>;
  return Array.isArray(packs) && packs.every(isPack) && Array.isArray(copies) && copies.every(isCopy);
}

const isPack = (value: unknown): boolean =>
  hasStrings(value, "uri", "text") || hasStrings(value, "uri", "unread");

const isCopy = (value: unknown): boolean => {
  const { pages } = (value ?? {}) as { readonly pages?: unknown };
  return (
    hasStrings(value, "guideline", "source", "imported") &&
    Array.isArray(pages) &&
    pages.every((page) => hasStrings(page, "text") && typeof (page as { page?: unknown }).page === "number")
  );
};

const hasStrings = (value: unknown, ...names: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  names.every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === "string");
