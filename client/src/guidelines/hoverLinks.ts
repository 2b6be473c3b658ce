/** Links from hovers: to guideline pages, and the command that finds criteria. */
import * as vscode from "vscode";
import { commands, pageScheme } from "../constants.ts";

const base = vscode.Uri.from({ scheme: pageScheme, path: "/" });

/**
 * VS Code removes links with unknown schemes from untrusted Markdown, and hovers are untrusted because they quote the
 * letter. It keeps links relative to the hover's base URI, so the server writes such links (`pageLinks` in its
 * initialization options), and the base is set here. Of all commands, links may run only the one that finds criteria.
 */
export function withLinks(hover: vscode.Hover): vscode.Hover {
  for (const part of hover.contents) {
    if (!(part instanceof vscode.MarkdownString)) continue;
    part.baseUri = base;
    part.isTrusted = { enabledCommands: [commands.findCriteria] };
  }
  return hover;
}
