/** Selection ranges, links, and the issues of all open letters. */
import type { ServerPart } from "./serving.ts";

export const places: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
