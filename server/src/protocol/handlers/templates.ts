/** New letters, new issues, and rationale outlines for the writer to fill in. */

import {
  type CodeAction,
  CodeActionKind,
  type Position,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { type Edit, lineEnd } from "../../base/edits.ts";
import { shortenAtWord } from "../../base/shorten.ts";
import { issueTemplate, letterTemplate, rationaleOutline } from "../../features/drafting/templates.ts";
import { replacement } from "../../review/fixes/fix.ts";
import {
  type NewIssueParams,
  type NewLetter,
  type NewLetterParams,
  newIssueRequest,
  newLetterRequest,
  rationaleOutlineRequest,
  type TemplateEdit,
  type TemplateForm,
} from "../extensions.ts";
import type { ClientFlags } from "../lsp/clientCapabilities.ts";
import { toOffset, toRange } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { fixEdit } from "../lsp/edits.ts";
import type { OpenLetter } from "../state/letterDocuments.ts";
import { onLetter, onRequest, type ServerFeature } from "./handler.ts";

/** More than any letter has. */
const maxIssues = 100;

/** `imr/newLetter`, `imr/newIssue` and `imr/rationaleOutline`. */
export const templates: ServerFeature = {
  register(context) {
    const { connection } = context;
    const answer = onLetter(context);

    onCustomRequest(
      connection,
      newLetterRequest,
      onRequest(context)<NewLetter | null, NewLetterParams>(
        "Creating a letter",
        () => null,
        ({ form, issues }) => ({ snippet: letterTemplate(formOf(form), countOf(issues)) }),
      ),
    );

    onCustomRequest(
      connection,
      newIssueRequest,
      answer<TemplateEdit | null, NewIssueParams>(
        "Adding an issue",
        null,
        ({ document, letter }, { position, treatment, decision }) => {
          const decided = decision === "Upheld" || decision === "Overturned" ? decision : undefined;
          const offset = toOffset(document, position);
          return toTemplateEdit(document, issueTemplate(letter, offset, `${treatment ?? ""}`, decided));
        },
      ),
    );

    onCustomRequest(
      connection,
      rationaleOutlineRequest,
      answer<TemplateEdit | null, TextDocumentPositionParams>(
        "Outlining a rationale",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const outline = rationaleOutline(letter, toOffset(document, position), knowledge);
          return outline ? toTemplateEdit(document, outline.edit) : null;
        },
      ),
    );
  },
};

/** The action that outlines the rationale of the issue at the position, if it isn't written yet. */
export function outlineAction(
  { document, letter, knowledge }: OpenLetter,
  position: Position,
  client: ClientFlags,
): CodeAction[] {
  const outline = rationaleOutline(letter, toOffset(document, position), knowledge);
  if (!outline) return [];
  const { treatment, edit } = outline;
  const title = `Insert a rationale outline${treatment === "" ? "" : ` for ${shortenAtWord(treatment, maxTreatmentName)}`}`;
  const text = edit.text.replaceAll("\n", lineEnd(letter.text));
  const fix = replacement(title, edit, text, "placeholders");
  return [{ title, kind: CodeActionKind.QuickFix, edit: fixEdit(document, fix, client) }];
}

const toTemplateEdit = (document: TextDocument, edit: Edit): TemplateEdit => ({
  range: toRange(document, edit),
  snippet: edit.text,
});

/** In characters, because a menu shows the title. */
const maxTreatmentName = 60;

const formOf = (form: TemplateForm): TemplateForm => (form === "2014" || form === "2016" ? form : "2018");

const countOf = (issues: number): number => Math.min(maxIssues, Math.max(1, Math.floor(issues) || 1));
