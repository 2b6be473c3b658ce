/** Quick fixes for the problems at a place, *Fix all*, and the rationale outline. */
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
  // Clients without code action literals support only commands, which can't carry an edit.
  capabilities: (client) =>
    client.codeActions
      ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] } }
      : {},

  register({ connection, runtime, reviewer, typing, client }) {
    if (!client.codeActions) return;
    connection.onCodeAction((params, token) =>
      runSafe<CodeAction[]>(connection, runtime, "Code actions", token, [], async () => {
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
  // No light bulb for problems that aren't shown yet; on request, the user gets everything.
  const isAutomatic = deferNew && context.triggerKind === CodeActionTriggerKind.Automatic;
  const touched = findings.filter(
    (finding) => touches(finding, place) && !(isAutomatic && typing.isDeferred(document.uri, finding)),
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

/** Kinds are hierarchical: a request for `source` includes `source.fixAll.imr`. */
const isWanted = (kind: string, { only }: CodeActionContext): boolean =>
  only === undefined || only.some((requested) => requested === "" || `${kind}.`.startsWith(`${requested}.`));

/** On request, every fix that is the one right answer; on save, only those that the writer need not confirm. */
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
  const title = "Fix all auto-fixable problems";
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(document, editsOf(fixes), client) }];
}
