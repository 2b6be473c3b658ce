/** Writes the tab stops of a snippet, numbered in the order in which they are asked for. */
import { plainInSnippet } from "../review/fixes/fix.ts";

export interface TabStops {
  /** A blank that shows these words until it is filled in. Written twice, both places are filled in at once. */
  blank(words: string): string;
  /** A blank with a list to choose from; the first option shows until then. */
  choice(options: readonly string[]): string;
  /** A blank without words: what stands before it says what belongs there. */
  bare(): string;
}

export function tabStops(): TabStops {
  let last = 0;
  return {
    blank: (words) => `\${${++last}:${plainInSnippet(words)}}`,
    choice: (options) => `\${${++last}|${options.map(plainInChoice).join(",")}|}`,
    bare: () => `$${++last}`,
  };
}

/** Where the cursor ends up. */
export const finalStop = "$0";

const plainInChoice = (words: string): string => words.replace(/[\\,|]/g, "\\$&");
