/** The line above each issue: its decision, what its rationale has, and the ways to its neighbours. */
import type { ServerPart } from "./serving.ts";

export const codeLens: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
