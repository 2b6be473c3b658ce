/** Links from hovers to guideline pages. */
import * as vscode from "vscode";
import { pageScheme } from "../constants.ts";

const base = vscode.Uri.from({ scheme: pageScheme, path: "/" });

/**
 * VS Code drops links of a scheme that it does not know from Markdown that is not trusted, and hovers are not: they hold
 * words of the letter. A link relative to the hover's own address stays, so the server writes such links
 * (`pageLinks` in its initialization options), and what it wrote is left as it is.
 */
export function withPageLinks(hover: vscode.Hover): vscode.Hover {
  for (const part of hover.contents) if (part instanceof vscode.MarkdownString) part.baseUri = base;
  return hover;
}
