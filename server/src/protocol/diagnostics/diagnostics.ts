import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { formatNumber } from "../../base/formatNumber.ts";
import { mostSevere } from "../../review/mostSevere.ts";
import { rulePage } from "../../review/ruleDocs.ts";
import { rules } from "../../review/rules.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import { type ShowRuleArguments, showRuleCommand } from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { linesRead, toRange } from "../lsp/convert.ts";
import type { TypingDeferral } from "../state/deferWhileTyping.ts";
import { isTruncated } from "../state/letterDocuments.ts";
import type { ReviewedLetter, Reviewer } from "../state/reviewer.ts";

/** Resolves to the problems of a document; none if nothing is known about it. */
export type Validate = (uri: string) => Promise<Diagnostic[]>;

/** The `source` of all diagnostics of this server. */
export const diagnosticSource = "imr";

/** As many as a client can be expected to show for one document. */
const maxDiagnostics = 500;

const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

const severities = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/**
 * The one validator for pulled and pushed diagnostics. For a document that isn't open, it returns what `ofFile` returns.
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

/** The problems that an editor shows of a review: the most severe ones, in the order of the text. */
export function toDiagnostics(reviewed: ReviewedLetter, client: ClientFlags): Diagnostic[] {
  const { document, findings } = reviewed;
  const shown = mostSevere(findings, maxDiagnostics).map((finding) =>
    toDiagnostic(document, finding, client),
  );
  return isTruncated(reviewed) ? [truncationNotice(reviewed), ...shown] : shown;
}

/** The problem at the start of a document of which only a part was read. */
function truncationNotice({ document, letter }: ReviewedLetter): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: diagnosticSource,
    code: "letter/too-long",
    message:
      `Only the first ${formatNumber(linesRead(document, letter))} lines of this long file were read. ` +
      "To read more, change imr.maxFileSize.",
  };
}

/** What is wrong and, on a second line, the provision behind the rule: editors may show the first line only. */
export const messageOf = ({ message, law }: ReviewedFinding): string =>
  law === undefined ? message : `${message}\n${law}`;

/** In the editor, where it can be read offline, or else on the web. */
function rulePageFor(rule: string, { clientCommands }: ClientFlags): string {
  if (!clientCommands) return rulePage(rule);
  const args: ShowRuleArguments = [rule];
  return `command:${showRuleCommand}?${encodeURIComponent(JSON.stringify(args))}`;
}

function toDiagnostic(document: TextDocument, finding: ReviewedFinding, client: ClientFlags): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: messageOf(finding),
  };
  // The notice that some problems aren't shown comes from no rule and has no page.
  if (client.codeDescription && ruleIds.has(finding.rule)) {
    diagnostic.codeDescription = { href: rulePageFor(finding.rule, client) };
  }
  if (client.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: related.elsewhere ?? { uri: document.uri, range: toRange(document, related) },
      message: related.message,
    }));
  }
  return diagnostic;
}
