/** What the letters of the workspace decide on one treatment, and issues to be compared. */

import type { TextDocumentPositionParams } from "vscode-languageserver";
import { issueTextAt } from "../../features/issueText.ts";
import { treatmentsAt } from "../../features/sameTreatment.ts";
import {
  type DeterminationsOn,
  determinationsOnRequest,
  type IssueText,
  issueTextRequest,
  type LetterDetermining,
} from "../extensions.ts";
import { toOffset } from "../lsp/convert.ts";
import { onOwnRequest } from "../lsp/customRequest.ts";
import { answering, answeringAnything, type ServerPart } from "../serverContext.ts";
import { letterOfFile } from "../state/letterDocuments.ts";
import type { Shelf } from "../workspace/letterIndex.ts";

export const shelfDeterminations: ServerPart = {
  capabilities: () => ({}),

  register(serving) {
    const { connection, letters, shelf, files, settings, knowledge } = serving;

    onOwnRequest(
      connection,
      determinationsOnRequest,
      answering(serving)<DeterminationsOn | null, TextDocumentPositionParams>(
        "Finding determinations",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const sought = treatmentsAt(letter, knowledge, toOffset(document, position));
          if (sought.length === 0) return null;
          return {
            treatment: sought.join(" and "),
            complete: shelf.knows() !== "some",
            letters: lettersDeciding(shelf, sought),
          };
        },
      ),
    );

    onOwnRequest(
      connection,
      issueTextRequest,
      answeringAnything(serving)<IssueText | null, TextDocumentPositionParams>(
        "Setting an issue out",
        () => null,
        async ({ textDocument: { uri }, position }) => {
          const read = async () => {
            const [text] = await files.read([uri]);
            return typeof text === "string"
              ? letterOfFile(uri, text, settings.readSize(), knowledge())
              : undefined;
          };
          const one = letters.open(uri) ?? (await read());
          return (one && issueTextAt(one.letter, toOffset(one.document, position))) ?? null;
        },
      ),
    );
  },
};

function lettersDeciding(shelf: Shelf, sought: readonly string[]): readonly LetterDetermining[] {
  return shelf.files().flatMap(({ uri, letters }) =>
    letters.flatMap(({ caseNumber, day, issues }) => {
      const found = issues.filter(({ treatment }) =>
        shelf.treatmentsIn(treatment).some((one) => sought.includes(one)),
      );
      return found.length > 0 ? [{ uri, caseNumber, day, issues: found }] : [];
    }),
  );
}
