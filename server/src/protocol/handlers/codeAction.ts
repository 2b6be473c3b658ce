/** What can be done about findings: mend them, mend all of a kind, or ignore them. And what a rationale can begin with. */
import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from "vscode-languageserver";
import type { Span } from "../../base/span.ts";
import type { ReviewedFinding } from "../../review/types.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toSpan } from "../lsp/convert.ts";
import { toWorkspaceEdit } from "../lsp/edits.ts";
import { runSafe } from "../lsp/runSafe.ts";
import type { TypingDeferral } from "../state/deferWhileTyping.ts";
import type { ReviewedLetter } from "../state/reviewer.ts";
import { appliedOnRequest, appliedOnSave, certainFixes, editsOf } from "./codeAction/fixAll.ts";
import { quickFixes } from "./codeAction/quickFixes.ts";
import type { ServerFeature } from "./handler.ts";
import { outlineAction } from "./templates.ts";

const fixAllKind = `${CodeActionKind.SourceFixAll}.imr`;

export const codeAction: ServerFeature = {
  // Nothing to a client that takes only commands.
  capabilities: (client) =>
    client.codeActions
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
      : {},

  register({ connection, runtime, reviewer, typing, client }) {
    if (!client.codeActions) return;
    connection.onCodeAction((params, token) =>
      runSafe<CodeAction[]>(connection, runtime, "Offering changes", token, [], async () => {
        const reviewed = await reviewer.open(params.textDocument.uri);
        return reviewed === undefined ? [] : actionsFor(reviewed, params, typing, client);
      }),
    );
  },
};

function actionsFor(
  reviewed: ReviewedLetter,
  { range, context }: CodeActionParams,
  typing: TypingDeferral,
  client: ClientFlags,
): CodeAction[] {
  const { document, findings, deferNew } = reviewed;
  const place = toSpan(document, range);
  // No light bulb for what is not shown yet; who asks gets all.
  const quiet = deferNew && context.triggerKind === CodeActionTriggerKind.Automatic;
  const touched = findings.filter(
    (finding) => touches(finding, place) && !(quiet && typing.isDeferred(document.uri, finding)),
  );
  return [
    ...(isWanted(CodeActionKind.QuickFix, context)
      ? [...quickFixes(reviewed, touched, context, client), ...outlineAction(reviewed, range.start, client)]
      : []),
    ...(isWanted(fixAllKind, context) ? fixEverything(reviewed, context, client) : []),
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
  client: ClientFlags,
): CodeAction[] {
  const fixes = certainFixes(
    findings,
    triggerKind === CodeActionTriggerKind.Automatic ? appliedOnSave : appliedOnRequest,
  );
  if (fixes.length === 0) return [];
  const title = "Fix all findings that have one right answer";
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(document, editsOf(fixes), client) }];
}
