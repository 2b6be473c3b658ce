/** What can be done about findings: mend them, mend all of a kind, or ignore them. And what a rationale can begin with. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionOptions,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
} from "vscode-languageserver";
import type { Span } from "../../letter/types.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { EditorAbilities } from "../lsp/clientCapabilities.ts";
import { toSpan } from "../lsp/convert.ts";
import { toWorkspaceEdit } from "../lsp/edits.ts";
import { type Runtime, runSafe } from "../lsp/runSafe.ts";
import type { Typing } from "../state/deferWhileTyping.ts";
import type { ReviewedLetter, Reviewer } from "../state/reviewer.ts";
import { asked, certainFixes, editsOf, unasked } from "./fixAll.ts";
import { quickFixes } from "./quickFixes.ts";
import { outlineAction } from "./templates.ts";

const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

/** What the server says of its code actions; nothing to an editor that takes only commands. */
export const codeActionOptions = (editor: EditorAbilities): CodeActionOptions | undefined =>
  editor.codeActions ? { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } : undefined;

export function registerCodeActions(
  connection: Connection,
  runtime: Runtime,
  reviewer: Reviewer,
  typing: Typing,
  editor: EditorAbilities,
): void {
  if (!editor.codeActions) return;
  connection.onCodeAction((params, token) =>
    runSafe<CodeAction[]>(connection, runtime, "Offering changes", token, [], async () => {
      const reviewed = await reviewer.open(params.textDocument.uri);
      return reviewed === undefined ? [] : codeActions(reviewed, params, typing, editor);
    }),
  );
}

function codeActions(
  reviewed: ReviewedLetter,
  { range, context }: CodeActionParams,
  typing: Typing,
  editor: EditorAbilities,
): CodeAction[] {
  const { document, findings, holds } = reviewed;
  const place = toSpan(document, range);
  // No light bulb for what is not shown yet; who asks gets all.
  const quiet = holds && context.triggerKind === CodeActionTriggerKind.Automatic;
  const touched = findings.filter(
    (finding) => touches(finding, place) && !(quiet && typing.isHeld(document.uri, finding)),
  );
  return [
    ...(isWanted(CodeActionKind.QuickFix, context)
      ? [...quickFixes(reviewed, touched, context, editor), ...outlineAction(reviewed, range.start, editor)]
      : []),
    ...(isWanted(fixAllKind, context) ? fixEverything(reviewed, context, editor) : []),
  ];
}

const touches = (finding: ReviewedFinding, place: Span): boolean =>
  finding.start <= place.end && place.start <= finding.end;

/** An editor that asks for `source` means `source.fixAll.imr` too. */
const isWanted = (kind: string, { only }: CodeActionContext): boolean =>
  only === undefined || only.some((asked) => asked === "" || `${kind}.`.startsWith(`${asked}.`));

/** Asked for by the writer, all that has one right answer; on save, nothing that the writer should confirm. */
function fixEverything(
  { document, findings }: ReviewedLetter,
  { triggerKind }: CodeActionContext,
  editor: EditorAbilities,
): CodeAction[] {
  const fixes = certainFixes(findings, triggerKind === CodeActionTriggerKind.Automatic ? unasked : asked);
  if (fixes.length === 0) return [];
  const title = "Fix all findings that have one right answer";
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(document, editsOf(fixes), editor) }];
}
