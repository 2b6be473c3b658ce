/** The two ways to ignore a finding: kept by the editor, or said in the letter. */
import type { Command } from "vscode-languageserver";
import { type Edit, lineEnd } from "../../../base/edits.ts";
import { isLineBreak } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import { directiveMark } from "../../../letter/directives.ts";
import type { Letter } from "../../../letter/types.ts";
import { findingFingerprint } from "../../../review/suppressions.ts";
import type { ReviewedFinding } from "../../../review/types.ts";
import { type IgnoreArguments, ignoreCommand } from "../../extensions.ts";
import type { OpenLetter } from "../../state/letterDocuments.ts";

/** The command by which the editor keeps the finding's key. */
export function ignoreCommandFor(
  { document, letter }: OpenLetter,
  finding: ReviewedFinding,
  title: string,
): Command {
  const given: IgnoreArguments = [document.uri, finding.rule, findingFingerprint(finding, letter)];
  return { title, command: ignoreCommand, arguments: [...given] };
}

/** A line above the finding's own that tells the review to leave the rule alone there. */
export function ignoreLine({ text }: Letter, { rule, start }: Span & { readonly rule: string }): Edit {
  const at = lineStart(text, start);
  return { start: at, end: at, text: `${directiveMark} imr-ignore ${rule}${lineEnd(text)}` };
}

/** A form feed ends a line for directives, too. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}
