/** A strength or count changed wherever its issue names it. */
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Renaming, rename as renameEdits, renamingAt } from "../../features/drafting/rename.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { toWorkspaceEdit } from "../lsp/edits.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

export const rename: ServerFeature = {
  capabilities: ({ prepareRename }) => ({
    renameProvider: prepareRename ? { prepareProvider: true } : true,
  }),

  register(context) {
    const { connection, client } = context;
    const answer = onLetter(context);

    connection.onPrepareRename(
      answer<PrepareRenameResult | ResponseError<never> | null, PrepareRenameParams>(
        "Preparing a change of a number",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const found = renamingAt(letter, knowledge, toOffset(document, position));
          return found
            ? { range: toRange(document, found.span), placeholder: found.written }
            : refused(notRenamed);
        },
      ),
    );

    connection.onRenameRequest(
      answer<WorkspaceEdit | ResponseError<never> | null, RenameParams>(
        "Changing a number",
        null,
        ({ document, letter, knowledge }, { position, newName }) => {
          const found = renamingAt(letter, knowledge, toOffset(document, position));
          if (found === undefined) return refused(notRenamed);
          const edits = renameEdits(letter, found, newName);
          return edits ? toWorkspaceEdit(document, edits, client) : refused(expected(found));
        },
      ),
    );
  },
};

const notRenamed = "Only the strength or count of a disputed treatment can be changed throughout its issue.";

/** What a new number should look like: one of the same shape. */
function expected({ what, written }: Renaming): string {
  if (what === "count") return "A count is a whole number such as 60.";
  return /[/-]/.test(written)
    ? "A strength of several numbers is written with all of them, such as 10/325."
    : "A strength is a number such as 7.5.";
}

const refused = (message: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);
