/** Changes a strength or count everywhere in its issue. */
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { rename as renameEdits, renamingAt } from "../../features/drafting/rename.ts";
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
          const renamed = renameEdits(letter, found, newName);
          return "problem" in renamed
            ? refused(renamed.problem)
            : toWorkspaceEdit(document, renamed.edits, client);
        },
      ),
    );
  },
};

const notRenamed =
  "Only a strength or count that an issue's heading states can be renamed. Put the cursor on its number.";

const refused = (message: string): ResponseError<never> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);
