/** Writes the tab stops of a snippet, numbered in the order in which they are asked for. */

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

/** Text inside a snippet: nothing in it is a tab stop. */
export function plainInSnippet(words: string): string {
  return words.replace(/[\\$}]/g, "\\$&");
}

/** A snippet for editors without tab stops: the placeholders' own words stay, and the first option of a choice. */
export function withoutTabStops(snippet: string): string {
  return snippet.replace(
    snippetParts,
    (_all, escaped?: string, placeholder?: string, options?: string) =>
      escaped ?? placeholder?.replace(/\\([\\$}])/g, "$1") ?? (options === undefined ? "" : firstOf(options)),
  );
}

/** The first of the options "one,another", in which a comma may be escaped. */
const firstOf = (options: string): string =>
  (/^(?:[^\\,]|\\.)*/.exec(options)?.[0] ?? "").replace(/\\([\\,|])/g, "$1");

/** An escaped character, a placeholder, a choice, or a bare tab stop: whichever comes first. */
const snippetParts =
  /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|((?:[^\\|]|\\.)*)\|\}|\$(?:\d+|\{\d+\})/g;
