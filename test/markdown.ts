/**
 * Markdown as VS Code shows it, with the same version of the same library and VS Code's handling of links. What VS Code would
 * then sanitize, such as HTML, is reported here, because the server must not send any.
 */
import { Marked, type Token } from "marked";

export interface Shown {
  /** The visible text, with each run of white space as one space. */
  readonly text: string;
  /** The targets of links. */
  readonly links: readonly string[];
  /** Everything other than text, emphasis, lists, and links: images, HTML, code, headings, tables, rules … */
  readonly others: readonly string[];
}

const plain = new Set(["paragraph", "strong", "em", "br", "space", "list", "list_item", "text", "escape"]);
const marked = new Marked();

export function shown(markdown: string): Shown {
  const links: string[] = [];
  const others: string[] = [];
  const text: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type === "link") links.push(withoutEscapes(token.href));
    else if (!plain.has(token.type)) others.push(`${token.type} ${JSON.stringify(token.raw)}`);
    if (["br", "paragraph", "list_item"].includes(token.type)) text.push(" ");
    const isLeaf = token.type === "escape" || (token.type === "text" && !("tokens" in token));
    if (isLeaf) text.push(withoutEntities(token.text));
  });
  return { text: oneSpaced(text.join("")), links, others };
}

export const oneSpaced = (words: string): string => words.replace(/\s+/g, " ").trim();

/** `removeMarkdownEscapes` of VS Code. */
const withoutEscapes = (words: string): string => words.replace(/\\([\\`*_{}[\]()#+\-.!~])/g, "$1");

const entities = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#91;": "[",
  "&#93;": "]",
  "&amp;": "&",
} as const;
const withoutEntities = (words: string): string =>
  words.replace(/&(?:lt|gt|quot|#39|#91|#93|amp);/g, (entity) => entities[entity as keyof typeof entities]);

/** The Markdown of the hover that VS Code shows for a document link, whose tooltip is plain text in LSP. */
export const tipOfLink = (target: string, tooltip: string): string =>
  `[${escaped(tooltip, "]")}](${escaped(decoded(target).replaceAll(" ", "%20"), ")")}) (ctrl + click)`;

/** As in `MarkdownString.appendLink`, a character after a backslash counts as escaped. */
const escaped = (words: string, character: string): string =>
  words.replaceAll(character, (found, at: number) => (words.charAt(at - 1) === "\\" ? found : `\\${found}`));

/** `Uri.toString(true)` */
function decoded(target: string): string {
  return target.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run).replace(/[#?]/g, encodeURIComponent);
    } catch {
      return run;
    }
  });
}
