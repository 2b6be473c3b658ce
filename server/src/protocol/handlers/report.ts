import type { WorkDoneProgressParams } from "vscode-languageserver";
import { formatNumber } from "../../base/formatNumber.ts";
import { determinations } from "../../features/workspace/determinations.ts";
import { createReportBuilder } from "../../features/workspace/report.ts";
import { reportInputIssue } from "../../features/workspace/reportIssue.ts";
import { dayInWords } from "../../letter/isoDate.ts";
import { reportHtml } from "../../report/reportHtml.ts";
import { reportRequest, type WorkspaceReport, type WorkspaceSummary } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { fileUriOf } from "../lsp/documentUri.ts";
import { workspaceFileNames } from "../workspace/fileNames.ts";
import { requestProgress } from "../workspace/progress.ts";
import { readAllLetters } from "../workspace/readLetters.ts";
import { withSettings } from "../workspace/withSettings.ts";
import type { ServerFeature } from "./handler.ts";

/** `imr/report`: a page about all letters of the workspace. Open letters count with unsaved changes. */
export const report: ServerFeature = {
  register(context) {
    const { connection, client, letters, knowledge, settings, reviewer, program, runtime } = context;
    onCustomRequest(
      connection,
      reportRequest,
      async (params: WorkDoneProgressParams | null, token): Promise<WorkspaceReport> => {
        const builder = createReportBuilder(knowledge());
        const { title, nameOf } = await workspaceFileNames(connection, client);
        const progress = requestProgress(connection, token, params?.workDoneToken);
        const read = await readAllLetters(
          context,
          "Reporting",
          progress,
          withSettings(settings, (file, { uri }, chosen) => {
            const open = letters.open(uri) ?? file;
            const { document, letter, knowledge } = open;
            builder.add({
              name: nameOf(uri),
              // A browser opens the document itself, and the client its letter.
              href: fileUriOf(uri),
              issues: determinations(letter, knowledge).map(({ determination, heading }) =>
                reportInputIssue(determination, document.positionAt(heading.start).line + 1),
              ),
              findings: reviewer.file(open, chosen).findings,
            });
          }),
        );
        const page = { title, made: dayInWords(runtime.today()), program, notes: notesOn(read) };
        return { ...read, html: reportHtml(builder.finish(), page) };
      },
    );
  },
};

const notesOn = ({ unreadable, repeated, cancelled }: WorkspaceSummary): readonly string[] => [
  ...(cancelled ? ["This report is incomplete because it was canceled."] : []),
  ...(unreadable.length > 0
    ? [`${formatNumber(unreadable.length)} ${unreadable.length === 1 ? "file" : "files"} couldn’t be read.`]
    : []),
  ...(repeated > 0
    ? [
        `${formatNumber(repeated)} ${repeated === 1 ? "file has" : "files have"} a letter that is also in a file of another kind, such as a PDF and its text. Each letter is counted once.`,
      ]
    : []),
];
