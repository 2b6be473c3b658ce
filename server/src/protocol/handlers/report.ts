/** What all letters of the workspace decide: as records for tables, and as a report. Open letters count as they stand. */
import type { WorkDoneProgressParams } from "vscode-languageserver";
import { dayInWords } from "../../features/days.ts";
import { determinations } from "../../features/determinations.ts";
import { type RecordForm, recordForms } from "../../features/records.ts";
import { beginReport } from "../../features/report.ts";
import { reportHtml } from "../../report/reportHtml.ts";
import {
  type ExportedDeterminations,
  type ExportParams,
  exportDeterminationsRequest,
  reportRequest,
  type WorkspaceRead,
  type WorkspaceReport,
} from "../extensions.ts";
import { onOwnRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";
import type { ServerPart, Serving } from "../serverContext.ts";
import { namesInWorkspace } from "../workspace/fileNames.ts";
import { watchingRequest } from "../workspace/progress.ts";
import type { FileWork, Watching } from "../workspace/readLetters.ts";
import { withSettings } from "../workspace/withSettings.ts";

const nothing: WorkspaceRead = { letters: 0, foreign: 0, unreadable: [], cancelled: false };

export const telling: ServerPart = {
  capabilities: () => ({}),

  register(serving) {
    const { connection, letters } = serving;

    onOwnRequest(
      connection,
      exportDeterminationsRequest,
      async (params: ExportParams, token): Promise<ExportedDeterminations> => {
        const form: RecordForm = recordForms[params?.format === "csv" ? "csv" : "ndjson"];
        const lines: string[] = [];
        const { nameOf } = await namesInWorkspace(serving);
        const watching = watchingRequest(connection, token, params?.workDoneToken);
        const read = await readAll(serving, "Exporting", watching, {
          letter(file, { uri }) {
            const { letter, knowledge } = letters.open(uri) ?? file;
            for (const { determination } of determinations(letter, knowledge))
              lines.push(form.record(nameOf(uri), determination));
          },
        });
        return { ...read, text: form.begin + lines.join(""), records: lines.length };
      },
    );

    onOwnRequest(
      connection,
      reportRequest,
      async (params: WorkDoneProgressParams | null, token): Promise<WorkspaceReport> => {
        const { knowledge, settings, reviewer, program, runtime } = serving;
        const report = beginReport(knowledge());
        const { title, nameOf } = await namesInWorkspace(serving);
        const watching = watchingRequest(connection, token, params?.workDoneToken);
        const read = await readAll(
          serving,
          "Reporting",
          watching,
          withSettings(settings, (file, { uri }, chosen) => {
            const open = letters.open(uri) ?? file;
            const { document, letter, knowledge } = open;
            report.add({
              name: nameOf(uri),
              href: uri,
              issues: determinations(letter, knowledge).map(({ determination, heading }) => ({
                determination,
                line: document.positionAt(heading.start).line + 1,
              })),
              findings: reviewer.file(open, chosen).findings,
            });
          }),
        );
        const page = {
          title,
          made: dayInWords(runtime.today()),
          program,
          notes: notesOn(read),
        };
        return { ...read, html: reportHtml(report.finish(), page) };
      },
    );
  },
};

/** Works on every letter of the workspace, in the order of their addresses. Never rejects. */
async function readAll(
  { connection, files, readLetters }: Serving,
  what: string,
  watching: Watching,
  work: FileWork,
): Promise<WorkspaceRead> {
  try {
    const all = (await files.list()).toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
    return await readLetters(all, watching, work);
  } catch (error) {
    connection.console.error(`${what} failed: ${describeError(error)}`);
    return nothing;
  }
}

const notesOn = ({ unreadable, cancelled }: WorkspaceRead): readonly string[] => [
  ...(cancelled ? ["It was stopped before all letters were read."] : []),
  ...(unreadable.length > 0
    ? [`${unreadable.length} ${unreadable.length === 1 ? "file" : "files"} could not be read.`]
    : []),
];
