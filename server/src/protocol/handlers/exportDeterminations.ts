import { determinations } from "../../features/workspace/determinations.ts";
import { byteOrderMark, type RecordForm, recordForms } from "../../features/workspace/records.ts";
import {
  type ExportedDeterminations,
  type ExportParams,
  exportDeterminationsRequest,
} from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { workspaceFileNames } from "../workspace/fileNames.ts";
import { requestProgress } from "../workspace/progress.ts";
import { readAllLetters } from "../workspace/readLetters.ts";
import type { ServerFeature } from "./handler.ts";

/** `imr/exportDeterminations`: what all letters of the workspace decide, as records. Open letters count with unsaved changes. */
export const exportDeterminations: ServerFeature = {
  register(context) {
    const { connection, client, letters } = context;
    onCustomRequest(
      connection,
      exportDeterminationsRequest,
      async (params: ExportParams, token): Promise<ExportedDeterminations> => {
        const isTable = params?.format === "csv";
        const form: RecordForm = recordForms[isTable ? "csv" : "ndjson"];
        const lines: string[] = [];
        const { nameOf } = await workspaceFileNames(connection, client);
        const progress = requestProgress(connection, token, params?.workDoneToken);
        const read = await readAllLetters(context, "Exporting", progress, {
          letter(file, { uri }) {
            const { letter, knowledge } = letters.open(uri) ?? file;
            for (const { determination } of determinations(letter, knowledge))
              lines.push(form.record(nameOf(uri), determination));
          },
        });
        return {
          ...read,
          text: (isTable ? byteOrderMark : "") + form.begin + lines.join(""),
          records: lines.length,
        };
      },
    );
  },
};
