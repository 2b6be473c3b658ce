import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { mostSevere } from "../../review/mostSevere.ts";
import { rulePage } from "../../review/ruleDocs.ts";
import { rules } from "../../review/rules.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { linesRead, toRange } from "../lsp/convert.ts";
import type { TypingDeferral } from "../state/deferWhileTyping.ts";
import { isTruncated } from "../state/letterDocuments.ts";
import type { ReviewedLetter, Reviewer } from "../state/reviewer.ts";

/** The problems of a document; none where nothing is known of it. */
export type Validate = (uri: string) => Promise<Diagnostic[]>;

/** What diagnostics of this server are marked with. */
export const diagnosticSource = "imr";

/** As many as a client can be expected to show of one document. */
const maxDiagnostics = 500;

const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

const severities = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/**
 * The one validator behind pulled and pushed diagnostics. Of a document that is not open, `ofFile` says what is known.
 */
export function createValidator(
  reviewer: Reviewer,
  typing: TypingDeferral,
  client: ClientFlags,
  ofFile: Validate,
): Validate {
  return async (uri) => {
    const reviewed = await reviewer.open(uri);
    if (reviewed === undefined) return ofFile(uri);
    const { findings, deferNew } = reviewed;
    return toDiagnostics({ ...reviewed, findings: deferNew ? typing.show(uri, findings) : findings }, client);
  };
}

/** What an editor shows of a review. */
export function toDiagnostics(reviewed: ReviewedLetter, client: ClientFlags): Diagnostic[] {
  const { document, findings } = reviewed;
  const shown = mostSevere(findings, maxDiagnostics).map((finding) =>
    toDiagnostic(document, finding, client),
  );
  return isTruncated(reviewed) ? [truncationNotice(reviewed), ...shown] : shown;
}

/** Says at the beginning of a document that the rest of it is not read. */
function truncationNotice({ document, letter }: ReviewedLetter): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    code: "letter/too-long",
    message:
      `This file is too long to be read in full: only its first ${linesRead(document, letter)} lines are. ` +
      "The setting imr.maxFileSize says how much is read.",
  };
}

/** What the user reads of a finding: what is wrong, and the provision that asks for better. */
export const messageOf = ({ message, law }: ReviewedFinding): string =>
  law === undefined ? message : `${message} (${law})`;

function toDiagnostic(document: TextDocument, finding: ReviewedFinding, client: ClientFlags): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: messageOf(finding),
  };
  // The notice that some findings are not shown is of no rule and has no page.
  if (client.codeDescription && ruleIds.has(finding.rule)) {
    diagnostic.codeDescription = { href: rulePage(finding.rule) };
  }
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: { uri: document.uri, range: toRange(document, related) },
      message: related.message,
    }));
  }
  return diagnostic;
}
