import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { gravest } from "../review/rank.ts";
import { rules } from "../review/rules.ts";
import type { ReviewedFinding } from "../review/types.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { linesRead, toRange } from "./convert.ts";
import { isCut } from "./letters.ts";
import type { ReviewedLetter, ReviewLetter } from "./reviewed.ts";
import type { Typing } from "./typing.ts";

/** The problems of an open document; none where it is not open. */
export type Validate = (uri: string) => Promise<Diagnostic[]>;

/** What diagnostics of this server are marked with. */
export const diagnosticSource = "imr";

/** As many as an editor can be expected to show of one document. */
const mostShown = 500;

const rulePages = "https://github.com/imr-letters/imr-letters/blob/main/docs/rules";

/** The page that explains a rule. */
export const rulePage = (rule: string): string => `${rulePages}/${rule.replace("/", "-")}.md`;

const ruleIds: ReadonlySet<string> = new Set(rules.map((rule) => rule.id));

const severities = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/** The one validator behind pulled and pushed diagnostics. */
export function createValidator(
  reviewLetter: ReviewLetter,
  typing: Typing,
  editor: EditorAbilities,
): Validate {
  return async (uri) => {
    const reviewed = await reviewLetter(uri);
    if (reviewed === undefined) return [];
    const { document, findings, holds } = reviewed;
    const settled = holds ? typing.show(uri, findings) : findings;
    const shown = gravest(settled, mostShown).map((finding) => toDiagnostic(document, finding, editor));
    return isCut(reviewed) ? [cutNotice(reviewed), ...shown] : shown;
  };
}

/** Says at the beginning of a document that the rest of it is not read. */
function cutNotice({ document, letter }: ReviewedLetter): Diagnostic {
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

function toDiagnostic(document: TextDocument, finding: ReviewedFinding, editor: EditorAbilities): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: diagnosticSource,
    code: finding.rule,
    message: messageOf(finding),
  };
  // The notice that some findings are not shown is of no rule and has no page.
  if (editor.codeDescription && ruleIds.has(finding.rule)) {
    diagnostic.codeDescription = { href: rulePage(finding.rule) };
  }
  if (editor.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: { uri: document.uri, range: toRange(document, related) },
      message: related.message,
    }));
  }
  return diagnostic;
}
