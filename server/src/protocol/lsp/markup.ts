/**
 * Two ways to write the same content. Text from a letter, a pack, a file name, or a PDF becomes Markdown only here: all of
 * it goes through `text`, `strong`, `quiet`, `link`, or `list`.
 */
export interface Style {
  text(words: string): string;
  strong(words: string): string;
  /** A side note. */
  quiet(words: string): string;
  /** Words that link to an address; only the words if hovers don't link to addresses of that kind. */
  link(words: string, address: string): string;
  list(heading: string, lines: readonly string[]): string;
  readonly lineBreak: string;
}

export const markdown: Style = {
  text: escapeMarkdown,
  strong: (words) => around("**", words),
  quiet: (words) => around("_", words),
  link(words, address) {
    const target = destination(address);
    return target === undefined ? escapeMarkdown(words) : `[${insideLink(words)}](${target})`;
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

/** Escapes Markdown syntax: emphasis, code, links (also bare ones), HTML, icons, lists, headings. */
export function escapeMarkdown(words: string): string {
  return words
    .replace(invisible, "\ufffd")
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>~|@$]/g, "\\$&")
    .replace(/&(?=[#\w])/g, "\\&")
    .replace(/:\/\//g, ":\\/\\/")
    .replace(/www\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^ ?([#+=-])/, "\\$1")
    .replace(/^( ?\d+)([.)])/, "$1\\$2");
}

/** Control characters and marks that change the direction of text, which would make words look different. */
const invisible = /[^\P{Cc}\s]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Inside a link, VS Code's Markdown removes the backslash of a bracket and then parses the result. */
const insideLink = (words: string): string =>
  escapeMarkdown(words).replaceAll("\\[", "&#91;").replaceAll("\\]", "&#93;");

/** Empty if there are no words: two marks alone would be a horizontal rule. */
function around(mark: string, words: string): string {
  const escaped = escapeMarkdown(words.trim());
  return escaped === "" ? "" : `${mark}${escaped}${mark}`;
}

const absolute = /^(?:https:\/\/[\w-]|imr-guideline:\/|command:imr\.findCriteria\?)/;
const relative = /^[\w-]+\/[\w-]+\/[\p{L}\p{M}\p{N} ,()'-]*$/u;

/**
 * The target of a link, escaped for Markdown: an official document, a guideline page, the relative address of such a page
 * (`pagePath`), or the command that finds criteria. Undefined for everything else.
 */
function destination(address: string): string | undefined {
  if (relative.test(address)) return `<${address}>`;
  if (!absolute.test(address)) return undefined;
  return address
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .replace(/%(?![\dA-F]{2})/gi, "%25")
    .replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, escapeInAddress);
}

/** Escapes every byte, because encodeURIComponent doesn't escape parentheses. */
const escapeInAddress = (character: string): string =>
  [...new TextEncoder().encode(character)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("");

/** Words for a name that VS Code shows with icons: `$(flame)` in a treatment would be drawn as one. */
export const withoutIcons = (words: string): string => words.replace(/\$(?=\()/g, "$ ");

/**
 * Words for a place that is plain text in the protocol but Markdown in VS Code, such as the tooltip of a link. Markdown
 * syntax is removed, because other editors would show it escaped.
 */
export const withoutMarkup = (words: string): string =>
  words
    .replace(/[\s\p{C}\\`*_[\]<>~|@$]+/gu, " ")
    .replace(/:\/\/+/g, ": ")
    .trim();

/**
 * An address for a document link. Editors decode its escapes and put it into Markdown of their own, so an address that
 * would then end early or become two links isn't linked: undefined.
 */
export function linkTarget(address: string): string | undefined {
  const shown = address.replace(/%([0-7][\dA-F])/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /[^\S ]|[\p{C}\\<>`]/u.test(shown) ? undefined : address;
}
