/** The core that reads, checks, and displays letters, without the protocol, and a baseline: the minimum for any text checker. */
import { build } from "esbuild";
import { at } from "../project.mjs";

const { outputFiles } = await build({
  stdin: {
    contents: `export { parse } from "./server/src/letter/parse.ts";
      export { createKnowledge } from "./server/src/knowledge/knowledge.ts";
      export { review } from "./server/src/review/review.ts";
      export { semanticTokens } from "./server/src/features/reading/semanticTokens.ts";
      export { outline } from "./server/src/features/reading/outline.ts";
      export { folds } from "./server/src/features/reading/folding.ts";
      export { issueOverview } from "./server/src/features/reading/overview.ts";
      export { issueLenses } from "./server/src/features/reading/codeLens.ts";
      export { links } from "./server/src/features/reading/links.ts";
      export { inlayHints } from "./server/src/features/reading/inlayHints.ts";`,
    resolveDir: at(),
  },
  bundle: true,
  format: "esm",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
export const core = await import(`data:text/javascript;base64,${code}`);

export const { parse } = core;
export const knowledge = core.createKnowledge();
export const review = (letter) => core.review(letter, knowledge, { severities: {} });
export const tokens = (letter) => core.semanticTokens(letter, knowledge);

/** The work after each change to a letter. */
export function check(text) {
  const letter = parse(text);
  review(letter);
  tokens(letter);
}

/** The baseline: collects every word with its offset. */
export function baselinePass(text) {
  const words = [];
  for (const word of text.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)) words.push([word[0], word.index]);
  return words;
}
