/** Writes the tab stops of a snippet, in the syntax of LSP and VS Code. */

/** Each call takes the next number, so tab stops have the order in which they are written. */
export interface TabStops {
  /** A placeholder that shows these words until it is filled in. If the result is written twice, both places are filled in at once. */
  blank(words: string): string;
  /** A list to choose from. Shows the first option until then. */
  choice(options: readonly string[]): string;
  /** A tab stop without words: what comes before it says what belongs there. */
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

/** The tab stop at which the cursor ends up. */
export const finalStop = "$0";

const plainInChoice = (words: string): string => words.replace(/[\\,|]/g, "\\$&");

/** Escapes text for use inside a snippet, so nothing in it is a tab stop. */
export function plainInSnippet(words: string): string {
  return words.replace(/[\\$}]/g, "\\$&");
}

/** The text of a snippet whose placeholders keep their words, and choices their first option. */
export const withoutTabStops = (snippet: string): string => plainText(snippet, (words) => words);

/**
 * The text of a snippet for editors without tab stops: what is to be filled in is marked, as nothing else shows that it isn't
 * part of the text. Choices keep their first option.
 */
export const withMarkedBlanks = (snippet: string): string =>
  // Some are notes in brackets already.
  plainText(snippet, (words) => (words.startsWith("[") ? words : `[fill in: ${words}]`));

function plainText(snippet: string, blank: (words: string) => string): string {
  return snippet.replace(
    snippetParts,
    (_all, escaped?: string, placeholder?: string, options?: string) =>
      escaped ??
      (placeholder === undefined ? undefined : blank(placeholder.replace(/\\([\\$}])/g, "$1"))) ??
      (options === undefined ? "" : firstOf(options)),
  );
}

/** The first of the options "one,another", in which commas may be escaped. */
const firstOf = (options: string): string =>
  (/^(?:[^\\,]|\\.)*/.exec(options)?.[0] ?? "").replace(/\\([\\,|])/g, "$1");

/** An escaped character, a placeholder, a choice, or a bare tab stop: whichever comes first. */
const snippetParts =
  /\\([\\$}])|\$\{\d+:((?:[^\\}]|\\.)*)\}|\$\{\d+\|((?:[^\\|]|\\.)*)\|\}|\$(?:\d+|\{\d+\})/g;
