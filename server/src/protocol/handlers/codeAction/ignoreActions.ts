/** The two ways to ignore a problem: stored by the editor, or with a line in the letter. */
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

/** The command with which the editor stores the finding's key. */
export function ignoreCommandFor(
  { document, letter }: OpenLetter,
  finding: ReviewedFinding,
  title: string,
): Command {
  const args: IgnoreArguments = [document.uri, finding.rule, findingFingerprint(finding, letter)];
  return { title, command: ignoreCommand, arguments: [...args] };
}

/** Inserts a line above the finding's line that turns the rule off there. */
export function ignoreLine({ text }: Letter, { rule, start }: Span & { readonly rule: string }): Edit {
  const at = lineStart(text, start);
  return { start: at, end: at, text: `${directiveMark} imr-ignore ${rule}${lineEnd(text)}` };
}

/** For directives, a form feed ends a line too. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineBreak(text.charCodeAt(at - 1))) at--;
  return at;
}
