/** Two ways to write the same words. Every word of a letter or of the data goes through `text`, `strong` or `link`. */
export interface Style {
  text(words: string): string;
  strong(words: string): string;
  /** A side remark. */
  quiet(words: string): string;
  link(words: string, url: string): string;
  list(heading: string, lines: readonly string[]): string;
  readonly lineBreak: string;
}

export const markdown: Style = {
  text: escapeMarkdown,
  strong: (words) => `**${escapeMarkdown(words.trim())}**`,
  quiet: (words) => (words === "" ? "" : `_${escapeMarkdown(words.trim())}_`),
  link: (words, url) => `[${escapeMarkdown(words)}](${escapeUrl(url)})`,
  list: (heading, lines) =>
    [escapeMarkdown(heading), "", ...lines.map((line) => `- ${escapeMarkdown(line)}`)].join("\n"),
  lineBreak: "  \n",
};

export const plainText: Style = {
  text: (words) => words,
  strong: (words) => words,
  quiet: (words) => words,
  link: (words, url) => `${words}: ${url}`,
  list: (heading, lines) => [heading, ...lines.map((line) => `- ${line}`)].join("\n"),
  lineBreak: "\n",
};

/** Escapes what Markdown would read as its own: emphasis, code, links (also bare ones), HTML, lists and headings. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>~|@]/g, "\\$&")
    .replace(/&(?=[#\w])/g, "\\&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^ ?([#+=-])/, "\\$1")
    .replace(/^( ?\d+)([.)])/, "$1\\$2");
}

/** A parenthesis or a space would end the link. */
const escapeUrl = (url: string): string =>
  url.replace(/[\s()<>\\]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
