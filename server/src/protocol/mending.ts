/** Formatting, which mends what the way through a PDF broke, and nothing else. */
import type { ServerPart } from "./serving.ts";

export const mending: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
