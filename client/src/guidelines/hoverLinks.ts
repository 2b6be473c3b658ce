/** Links from hovers to guideline pages. */
import * as vscode from "vscode";
import { pageScheme } from "../constants.ts";

const base = vscode.Uri.from({ scheme: pageScheme, path: "/" });

/**
 * VS Code removes links with unknown schemes from untrusted Markdown, and hovers are untrusted because they quote the
 * letter. It keeps links relative to the hover's base URI, so the server writes such links (`pageLinks` in its
 * initialization options), and the base is set here.
 */
export function withPageLinks(hover: vscode.Hover): vscode.Hover {
  for (const part of hover.contents) if (part instanceof vscode.MarkdownString) part.baseUri = base;
  return hover;
}
