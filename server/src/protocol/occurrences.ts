/** Where a drug or treatment is decided, and where else it is named. */
import type { ServerPart } from "./serving.ts";

export const occurrences: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
