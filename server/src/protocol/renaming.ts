/** A strength or count changed wherever its issue names it. */
import type { ServerPart } from "./serving.ts";

export const renaming: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
