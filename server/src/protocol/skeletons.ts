/** New letters, new issues and outlines of rationales, for the writer to fill in. */
import type { ServerPart } from "./serving.ts";

export const skeletons: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
