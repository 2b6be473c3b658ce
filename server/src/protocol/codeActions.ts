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
import { meets } from "../base/span.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { toSpan } from "./convert.ts";
import { toWorkspaceEdit } from "./edits.ts";
import { asked, certainFixes, editsOf, unasked } from "./fixAll.ts";
import { quickFixes } from "./quickFixes.ts";
import type { ReviewedLetter, Reviewer } from "./reviewed.ts";
import { type Runtime, runSafe } from "./runtime.ts";
import { outlineAction } from "./skeletons.ts";
import type { Typing } from "./typing.ts";

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
    (finding) => meets(finding, place) && !(quiet && typing.isHeld(document.uri, finding)),
  );
  return [
    ...(isWanted(CodeActionKind.QuickFix, context)
      ? [...quickFixes(reviewed, touched, context, editor), ...outlineAction(reviewed, range.start, editor)]
      : []),
    ...(isWanted(fixAllKind, context) ? fixEverything(reviewed, context, editor) : []),
  ];
}

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
