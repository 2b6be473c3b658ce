/** Changes a strength or count everywhere in its issue. */
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
        "Preparing to rename",
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
        "Renaming",
        null,
        ({ document, letter, knowledge }, { position, newName }) => {
          const found = renamingAt(letter, knowledge, toOffset(document, position));
          if (found === undefined) return refused(notRenamed);
          const edits = renameEdits(letter, found, newName);
          return edits ? toWorkspaceEdit(document, edits, client) : refused(expectedFormat(found));
        },
      ),
    );
  },
};

const notRenamed = "Only the strength or count of a disputed treatment can be renamed.";

/** What a new number must look like. */
function expectedFormat({ what, written }: Renaming): string {
  if (what === "count") return "Enter a whole number, for example 60.";
  return /[/-]/.test(written)
    ? "Enter all numbers of the strength, for example 10/325."
    : "Enter a number, for example 7.5.";
}

const refused = (message: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);
