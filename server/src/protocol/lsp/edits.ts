import type { SnippetTextEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Edit } from "../../base/edits.ts";
import { withMarkedBlanks } from "../../base/snippet.ts";
import type { Fix } from "../../review/fixes/fix.ts";
import type { ClientFlags } from "./clientCapabilities.ts";
import { toRange } from "./convert.ts";

/** Edits of one document; of its current version, if the client supports versioned edits. */
export function toWorkspaceEdit(
  document: TextDocument,
  edits: readonly Edit[],
  client: ClientFlags,
): WorkspaceEdit {
  const textEdits = edits.map((edit) => toTextEdit(document, edit));
  return client.versionedEdits ? versioned(document, textEdits) : { changes: { [document.uri]: textEdits } };
}

/** The edit of a fix. Placeholders become tab stops if the client supports snippet edits, or else marked blanks. */
export function fixEdit(
  document: TextDocument,
  { applicability, edits }: Fix,
  client: ClientFlags,
): WorkspaceEdit {
  if (applicability !== "placeholders") return toWorkspaceEdit(document, edits, client);
  if (client.snippetEdits)
    return versioned(
      document,
      edits.map((edit) => toSnippetEdit(document, edit)),
    );
  const plain = edits.map((edit) => ({ ...edit, text: withMarkedBlanks(edit.text) }));
  return toWorkspaceEdit(document, plain, client);
}

const versioned = ({ uri, version }: TextDocument, edits: (TextEdit | SnippetTextEdit)[]): WorkspaceEdit => ({
  documentChanges: [{ textDocument: { uri, version }, edits }],
});

export const toTextEdit = (document: TextDocument, edit: Edit): TextEdit => ({
  range: toRange(document, edit),
  newText: edit.text,
});

const toSnippetEdit = (document: TextDocument, edit: Edit): SnippetTextEdit => ({
  range: toRange(document, edit),
  snippet: { kind: "snippet", value: edit.text },
});
