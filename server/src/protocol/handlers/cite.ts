import { citationEdit } from "../../features/drafting/insertCitation.ts";
import { type CitationEdit, type CiteParams, citeRequest } from "../extensions.ts";
import { toRange } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/cite`: the edit that cites a guideline in the letter's format. */
export const cite: ServerFeature = {
  register(context) {
    onCustomRequest(
      context.connection,
      citeRequest,
      onLetter(context)<CitationEdit | null, CiteParams>(
        "Citing",
        null,
        ({ document, letter, knowledge }, { position, guideline: id, topic: topicId }) => {
          const guideline = knowledge.guideline(id);
          const topic = topicId === undefined ? undefined : knowledge.topic(topicId);
          if (guideline === undefined || (topicId !== undefined && topic?.guideline !== id)) return null;
          const edit = citationEdit(letter, knowledge, document.offsetAt(position), guideline, topic);
          return edit ? { range: toRange(document, edit), newText: edit.text } : null;
        },
      ),
    );
  },
};
