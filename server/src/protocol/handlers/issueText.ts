import type { TextDocumentPositionParams } from "vscode-languageserver";
import { issueTextAt } from "../../features/workspace/comparableText.ts";
import { type IssueText, issueTextRequest } from "../extensions.ts";
import { toOffset } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { letterOfFile, type OpenLetter } from "../state/letterDocuments.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/issueText`: the text of an issue, of any letter of the workspace, for comparison. */
export const issueText: ServerFeature = {
  register(context) {
    const { connection, letters, files, settings, knowledge } = context;
    const read = async (uri: string): Promise<OpenLetter | undefined> => {
      const [text] = await files.read([uri]);
      return typeof text === "string"
        ? letterOfFile(uri, text, settings.maxFileSize(), knowledge())
        : undefined;
    };
    onCustomRequest(
      connection,
      issueTextRequest,
      onRequest(context)<IssueText | null, TextDocumentPositionParams>(
        "Reading an issue",
        () => null,
        async ({ textDocument: { uri }, position }) => {
          const one = letters.open(uri) ?? (await read(uri));
          return (one && issueTextAt(one.letter, toOffset(one.document, position))) ?? null;
        },
      ),
    );
  },
};
