/** What an editor makes of a snippet. Parsed separately here, to test the server's own parsing. */
import type { Edit } from "../../server/src/base/edits.ts";

export interface TabStop {
  readonly number: number;
  /** Empty for a bare one. */
  readonly words: string;
  /** The options of a choice; empty for a placeholder. */
  readonly options: readonly string[];
}

const token =
  /\\([\\$}])|\$(\d+)|\$\{(\d+)(?::((?:\\[\s\S]|[^\\}])*)|\|((?:\\[\s\S]|[^\\|])*)\|)?\}|([\s\S])/g;

function read(snippet: string): readonly (string | TabStop)[] {
  return Array.from(snippet.matchAll(token), ([, escaped, bare, number, words, options, plain]) => {
    if (escaped !== undefined || plain !== undefined) return escaped ?? plain ?? "";
    const list = options?.split(/(?<!\\),/).map((option) => option.replace(/\\([\\,|])/g, "$1")) ?? [];
    const shown = words?.replace(/\\([\\$}])/g, "$1") ?? list[0] ?? "";
    return { number: Number(bare ?? number), words: shown, options: list };
  });
}

export const stopsOf = (snippet: string): readonly TabStop[] =>
  read(snippet).filter((part) => typeof part !== "string");

/** What the editor shows before anything is filled in. */
export const untouched = (snippet: string): string => filledIn(snippet, ({ words }) => words);

/** The text after each placeholder is filled in. */
export const filledIn = (snippet: string, fill: (stop: TabStop) => string): string =>
  read(snippet)
    .map((part) => (typeof part === "string" ? part : fill(part)))
    .join("");

/** The text of the snippet without its placeholders. */
export const fixedWords = (snippet: string): string => filledIn(snippet, () => " ");

/** The text with the snippet put in, its line ends those of the text. */
export function inserted(
  text: string,
  edit: Edit,
  fill: (stop: TabStop) => string = ({ words }) => words,
): string {
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\n";
  const words = filledIn(edit.text, fill).replaceAll("\n", lineEnd);
  return text.slice(0, edit.start) + words + text.slice(edit.end);
}
