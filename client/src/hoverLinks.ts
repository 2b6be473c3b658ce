/** Links from hovers to guideline pages. */
import * as vscode from "vscode";
import { pageScheme } from "./names.ts";

/** The line that a link goes to is left out: it would be taken for a part of the name. */
const pageLink = new RegExp(`\\]\\(${pageScheme}:/([^()\\s#]+)(?:#L\\d+)?\\)`, "g");

const base = vscode.Uri.from({ scheme: pageScheme, path: "/" });

/**
 * VS Code drops links of a scheme that it does not know from Markdown that is not trusted, and hovers are not: they hold
 * words of the letter. A link relative to the hover's own address stays.
 */
export function withPageLinks(hover: vscode.Hover): vscode.Hover {
  for (const part of hover.contents) {
    if (!(part instanceof vscode.MarkdownString) || !part.value.includes(`](${pageScheme}:/`)) continue;
    part.value = part.value.replace(pageLink, (_, path: string) => `](<${decodeURIComponent(path)}>)`);
    part.baseUri = base;
  }
  return hover;
}
