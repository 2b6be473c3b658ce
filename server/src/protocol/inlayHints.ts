/** Hints between the words: what a rationale lacks, what a brand, chapter or page is. */
import type { ServerPart } from "./serving.ts";

export const inlayHints: ServerPart = {
  capabilities: () => ({}),
  register() {},
};
