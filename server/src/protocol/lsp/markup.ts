/**
 * Two ways to write the same words. What a letter, a pack, a file's name or a PDF says becomes Markdown here and nowhere
 * else: every word of it goes through `text`, `strong`, `quiet`, `link` or `list`.
 */
export interface Style {
  text(words: string): string;
  strong(words: string): string;
  /** A side remark. */
  quiet(words: string): string;
  /** Words that lead to an address; the words alone where the address is of a kind that hovers do not lead to. */
  link(words: string, address: string): string;
  list(heading: string, lines: readonly string[]): string;
  readonly lineBreak: string;
}

export const markdown: Style = {
  text: escapeMarkdown,
  strong: (words) => around("**", words),
  quiet: (words) => around("_", words),
  link(words, address) {
    const leadsTo = destination(address);
    return leadsTo === undefined ? escapeMarkdown(words) : `[${insideLink(words)}](${leadsTo})`;
  },
  list: (heading, lines) =>
    [escapeMarkdown(heading), "", ...lines.map((line) => `- ${escapeMarkdown(line)}`)].join("\n"),
  lineBreak: "  \n",
};

export const plainText: Style = {
  text: (words) => words,
  strong: (words) => words,
  quiet: (words) => words,
  link: (words, address) => `${words}: ${address}`,
  list: (heading, lines) => [heading, ...lines.map((line) => `- ${line}`)].join("\n"),
  lineBreak: "\n",
};

/** Escapes what Markdown would read as its own: emphasis, code, links (also bare ones), HTML, icons, lists, headings. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(unseen, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>~|@$]/g, "\\$&")
    .replace(/&(?=[#\w])/g, "\\&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^ ?([#+=-])/, "\\$1")
    .replace(/^( ?\d+)([.)])/, "$1\\$2");
}

/** Controls, and marks that turn the direction of what follows: words that hold them do not read as they are. */
const unseen = /[^\P{Cc}\s]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** VS Code's Markdown takes the backslash of a bracket away inside a link, and then reads what is there. */
const insideLink = (words: string): string =>
  escapeMarkdown(words).replaceAll("\\[", "&#91;").replaceAll("\\]", "&#93;");

/** Two marks with nothing between them would be a line across the hover. */
function around(mark: string, words: string): string {
  const escaped = escapeMarkdown(words.trim());
  return escaped === "" ? "" : `${mark}${escaped}${mark}`;
}

const absolute = /^(?:https:\/\/[\w-]|imr-guideline:\/)/;
const relative = /^[\w-]+\/[\w-]+\/[\p{L}\p{M}\p{N} ,()'-]*$/u;

/**
 * Where a link leads, so written that it ends where it ends: an official document, a page of a guideline, or such a page
 * relative to the others (`pagePath`). Undefined for everything else.
 */
function destination(address: string): string | undefined {
  if (relative.test(address)) return `<${address}>`;
  if (!absolute.test(address)) return undefined;
  return address
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/%(?![\dA-F]{2})/gi, "%25")
    .replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, escapeInAddress);
}

/** Every byte for itself: encodeURIComponent leaves the parentheses. */
const escapeInAddress = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

/**
 * Words for a place that takes plain text by the protocol, and is Markdown in VS Code all the same, such as the tooltip of
 * a link. Marks of Markdown are left out, as escaped they would be seen elsewhere.
 */
export const withoutMarkup = (words: string): string =>
  words
    .replace(/[\s\p{C}\\`*_[\]<>~|@$]+/gu, " ")
    .replace(/:\/\/+/g, ": ")
    .trim();

/**
 * An address for a link of a document. Editors take the escapes in it back and put it into Markdown of their own, so none
 * that would then end early or be two is linked: undefined.
 */
export function linkTarget(address: string): string | undefined {
  const shown = address.replace(/%([0-7][\dA-F])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /[^\S ]|[\p{C}\\<>`]/u.test(shown) ? undefined : address;
}
