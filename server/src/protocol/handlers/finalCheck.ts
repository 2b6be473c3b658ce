import { dayInWords } from "../../letter/isoDate.ts";
import { finalCheckHtml } from "../../report/finalCheckHtml.ts";
import { finalCheck as check } from "../../review/finalCheck.ts";
import { type FinalCheckResult, finalCheckRequest } from "../extensions.ts";
import { linesRead } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { describeError } from "../lsp/runSafe.ts";
import { isTruncated } from "../state/letterDocuments.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/finalCheck`: the check of a letter that is about to be sent, as a page. */
export const finalCheck: ServerFeature = {
  register(context) {
    const { connection, letters, settings, ignored, program, runtime } = context;
    onCustomRequest(
      connection,
      finalCheckRequest,
      onLetter(context)<FinalCheckResult | null>("The check before sending", null, async (_, params) => {
        const { uri } = (params as { readonly textDocument: { readonly uri: string } }).textDocument;
        const { ownSeverities } = await settings.forDocument(uri);
        // The document may have changed or closed while the settings were requested.
        const open = letters.open(uri);
        if (open === undefined) return null;
        const { document, letter, knowledge } = open;
        const today = runtime.today();
        const result = check(letter, knowledge, ownSeverities, ignored.keys(uri), {
          today,
          onRuleError: (rule, error) =>
            connection.console.error(`Rule ${rule} failed: ${describeError(error)}`),
        });
        const html = finalCheckHtml(result, {
          name:
            letter.frontMatter?.caseNumber?.text || decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)),
          href: uri,
          lineOf: (offset) => document.positionAt(offset).line + 1,
          readLines: isTruncated(open) ? linesRead(document, letter) : undefined,
          made: dayInWords(today),
          program,
        });
        return { html, left: result.left.length };
      }),
    );
  },
};
