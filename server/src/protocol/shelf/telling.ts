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
import type { OpenLetter } from "../letters.ts";
import { onOwnRequest } from "../ownRequest.ts";
import { describeError } from "../runtime.ts";
import type { ServerPart, Serving } from "../serving.ts";
import type { Chosen } from "../settings.ts";
import { type Naming, namesInWorkspace } from "./names.ts";
import { watchingRequest } from "./progress.ts";
import type { Watching } from "./readLetters.ts";

const nothing: WorkspaceRead = { letters: 0, foreign: 0, unreadable: [], cancelled: false };

export const telling: ServerPart = {
  capabilities: () => ({}),

  register(serving) {
    const { connection } = serving;

    onOwnRequest(
      connection,
      exportDeterminationsRequest,
      async (params: ExportParams, token): Promise<ExportedDeterminations> => {
        const form: RecordForm = recordForms[params?.format === "csv" ? "csv" : "ndjson"];
        const lines: string[] = [];
        const read = await readAll(
          serving,
          "Exporting",
          watchingRequest(connection, token, params?.workDoneToken),
          ({ letter, knowledge }, name) => {
            for (const { determination } of determinations(letter, knowledge))
              lines.push(form.record(name, determination));
          },
        );
        return { ...read, text: form.begin + lines.join(""), records: lines.length };
      },
    );

    onOwnRequest(
      connection,
      reportRequest,
      async (params: WorkDoneProgressParams | null, token): Promise<WorkspaceReport> => {
        const { knowledge, reviewer, program, runtime } = serving;
        const report = beginReport(knowledge());
        const names = await namesInWorkspace(serving);
        const read = await readAll(
          serving,
          "Reporting",
          watchingRequest(connection, token, params?.workDoneToken),
          (open, name, chosen) => {
            const { document, letter, knowledge } = open;
            report.add({
              name,
              href: document.uri,
              issues: determinations(letter, knowledge).map(({ determination, heading }) => ({
                determination,
                line: document.positionAt(heading.start).line + 1,
              })),
              findings: reviewer.file(open, chosen).findings,
            });
          },
        );
        const page = {
          title: names.title,
          made: dayInWords(runtime.today()),
          program,
          notes: notesOn(read),
        };
        return { ...read, html: reportHtml(report.finish(), page) };
      },
    );
  },
};

/** Works on every letter of the workspace, in the order of their names. Never rejects. */
async function readAll(
  serving: Serving,
  what: string,
  watching: Watching,
  work: (letter: OpenLetter, name: string, chosen: Chosen) => void,
): Promise<WorkspaceRead> {
  const { connection, files, letters, readLetters, settings } = serving;
  try {
    const { nameOf }: Naming = await namesInWorkspace(serving);
    const all = (await files.list()).toSorted((a, b) => (a.uri < b.uri ? -1 : 1));
    const chosen = new Map<string, Chosen>();
    return await readLetters(all, watching, {
      async before(uris) {
        for (const [i, one] of (await settings.ofEach(uris)).entries()) chosen.set(uris[i] as string, one);
      },
      letter(letter, { uri }) {
        const choice = chosen.get(uri);
        chosen.delete(uri);
        if (choice) work(letters.open(uri) ?? letter, nameOf(uri), choice);
      },
    });
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
