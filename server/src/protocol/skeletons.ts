/** New letters, new issues and outlines of rationales, for the writer to fill in. */

import {
  type CodeAction,
  CodeActionKind,
  type Position,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { shortenAtWord } from "../base/shorten.ts";
import { newIssue, newLetter, rationaleOutline } from "../features/skeletons.ts";
import { type Edit, lineEnd, replacement } from "../review/fix.ts";
import type { EditorAbilities } from "./capabilities.ts";
import { toOffset, toRange } from "./convert.ts";
import { fixEdit } from "./edits.ts";
import {
  type LetterForm,
  type NewIssueParams,
  type NewLetter,
  type NewLetterParams,
  newIssueRequest,
  newLetterRequest,
  rationaleOutlineRequest,
  type SkeletonEdit,
} from "./extensions.ts";
import type { OpenLetter } from "./letters.ts";
import { onOwnRequest } from "./ownRequest.ts";
import { answering, answeringAnything, type ServerPart } from "./serving.ts";

/** More than any letter decides. */
const mostIssues = 100;

export const skeletons: ServerPart = {
  capabilities: () => ({}),

  register(serving) {
    const { connection } = serving;
    const answer = answering(serving);

    onOwnRequest(
      connection,
      newLetterRequest,
      answeringAnything(serving)<NewLetter | null, NewLetterParams>(
        "Starting a letter",
        () => null,
        ({ form, issues }) => ({ snippet: newLetter(formOf(form), countOf(issues)) }),
      ),
    );

    onOwnRequest(
      connection,
      newIssueRequest,
      answer<SkeletonEdit | null, NewIssueParams>(
        "Adding an issue",
        null,
        ({ document, letter }, { position, treatment, decision }) => {
          const decided = decision === "Upheld" || decision === "Overturned" ? decision : undefined;
          const offset = toOffset(document, position);
          return toSkeletonEdit(document, newIssue(letter, offset, `${treatment ?? ""}`, decided));
        },
      ),
    );

    onOwnRequest(
      connection,
      rationaleOutlineRequest,
      answer<SkeletonEdit | null, TextDocumentPositionParams>(
        "Outlining a rationale",
        null,
        ({ document, letter, knowledge }, { position }) => {
          const outline = rationaleOutline(letter, toOffset(document, position), knowledge);
          return outline ? toSkeletonEdit(document, outline.edit) : null;
        },
      ),
    );
  },
};

/** The offer to outline the rationale of the issue at that place, where it is not written yet. */
export function outlineAction(
  { document, letter, knowledge }: OpenLetter,
  position: Position,
  editor: EditorAbilities,
): CodeAction[] {
  const outline = rationaleOutline(letter, toOffset(document, position), knowledge);
  if (!outline) return [];
  const { treatment, edit } = outline;
  const title = `Insert a rationale outline${treatment === "" ? "" : ` for ${shortenAtWord(treatment, longestName)}`}`;
  const text = edit.text.replaceAll("\n", lineEnd(letter.text));
  const fix = replacement(title, edit, text, "skeleton");
  return [{ title, kind: CodeActionKind.QuickFix, edit: fixEdit(document, fix, editor) }];
}

const toSkeletonEdit = (document: TextDocument, edit: Edit): SkeletonEdit => ({
  range: toRange(document, edit),
  snippet: edit.text,
});

/** A menu shows the title. */
const longestName = 60;

const formOf = (form: LetterForm): LetterForm => (form === "2014" ? form : "2016");

const countOf = (issues: number): number => Math.min(mostIssues, Math.max(1, Math.floor(issues) || 1));
