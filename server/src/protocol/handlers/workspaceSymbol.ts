import type { Range, SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import { type IssueSymbol, symbolFinder } from "../../features/workspace/workspaceSymbols.ts";
import { symbolKinds } from "../lsp/convert.ts";
import { decodeUri } from "../lsp/decodeUri.ts";
import { withoutIcons } from "../lsp/markup.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** More than anyone looks through. */
const maxSymbols = 500;

/** The issues of all letters. */
export const workspaceSymbol: ServerFeature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),

  register(context) {
    const { connection, knowledge, letterIndex } = context;
    connection.onWorkspaceSymbol(
      onRequest(context)<SymbolInformation[], WorkspaceSymbolParams>(
        "Finding issues",
        () => [],
        ({ query }) => {
          const find = symbolFinder(query, knowledge());
          return letterIndex
            .files()
            .flatMap(({ uri, letters }) => find(letters).map((symbol) => toSymbol(uri, symbol)))
            .slice(0, maxSymbols);
        },
      ),
    );
  },
};

const toSymbol = (uri: string, { name, container, heading }: IssueSymbol<Range>): SymbolInformation => ({
  name: withoutIcons(name),
  kind: symbolKinds.issue,
  location: { uri, range: heading },
  containerName: withoutIcons(container ?? fileName(uri)),
});

/** The last segment of a path; the whole URI if it ends with a slash. */
function fileName(uri: string): string {
  const path = uri.replace(/[?#].*$/s, "");
  return decodeUri(path.slice(path.lastIndexOf("/") + 1)) || uri;
}
