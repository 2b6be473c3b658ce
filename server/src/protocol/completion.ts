/** Suggestions where a letter has fixed wording: citations, decisions, labels, drugs. */
import type { ServerPart } from "./serving.ts";

export const completion: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
