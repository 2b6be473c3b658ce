import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Knowledge } from "../knowledge/types.ts";
import { review } from "../review/review.ts";
import type { ReviewedFinding } from "../review/types.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { toRange } from "./convert.ts";
import type { Letters } from "./letters.ts";
import type { Settings } from "./settings.ts";

/** The problems of an open document; none where it is not open. */
export type Validate = (uri: string) => Promise<Diagnostic[]>;

const rulePages = "https://github.com/imr-letters/imr-letters/blob/main/docs/rules";

/** The page that explains a rule. */
export const rulePage = (rule: string): string => `${rulePages}/${rule.replace("/", "-")}.md`;

const severities = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
} as const;

/** The one validator behind pulled and pushed diagnostics. */
export function createValidator(
  letters: Letters,
  knowledge: Knowledge,
  settings: Settings,
  editor: EditorAbilities,
  onRuleError: (rule: string, error: unknown) => void,
): Validate {
  return async (uri) => {
    if (letters.open(uri) === undefined) return [];
    const severities = await settings.severities(uri);
    // It may have changed or closed while the settings were on their way.
    const open = letters.open(uri);
    if (open === undefined) return [];
    const findings = review(open.letter, knowledge, { severities, onRuleError });
    return findings.map((finding) => toDiagnostic(open.document, finding, editor));
  };
}

function toDiagnostic(document: TextDocument, finding: ReviewedFinding, editor: EditorAbilities): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(document, finding),
    severity: severities[finding.severity],
    source: "imr",
    code: finding.rule,
    message: finding.message,
  };
  if (editor.codeDescription) diagnostic.codeDescription = { href: rulePage(finding.rule) };
  if (editor.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map((related) => ({
      location: { uri: document.uri, range: toRange(document, related) },
      message: related.message,
    }));
  }
  return diagnostic;
}
