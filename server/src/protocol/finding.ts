/** Looking guidelines up, and citing what was found. */

import { cite } from "../features/cite.ts";
import { type GuidelineEntry, guidelineEntries } from "../features/guidelineEntries.ts";
import { likenesses } from "../knowledge/identify.ts";
import type { Knowledge, PageText } from "../knowledge/types.ts";
import { remembered } from "../letter/remembered.ts";
import { toRange } from "./convert.ts";
import {
  type CitationEdit,
  type CiteParams,
  type CopyLikeness,
  citeRequest,
  type FoundGuideline,
  guidelineEntriesRequest,
  identifyCopyRequest,
} from "./extensions.ts";
import { onOwnRequest } from "./ownRequest.ts";
import { pageUri } from "./pageAddress.ts";
import { answering, answeringAnything, type ServerPart } from "./serving.ts";

export const finding: ServerPart = {
  capabilities: () => ({}),

  register(serving) {
    const { connection, knowledge } = serving;
    const entriesOf = remembered((of: Knowledge) => guidelineEntries(of).map((entry) => toFound(entry, of)));

    onOwnRequest(
      connection,
      guidelineEntriesRequest,
      answeringAnything(serving)<readonly FoundGuideline[], unknown>(
        "Listing guidelines",
        () => [],
        () => entriesOf(knowledge()),
      ),
    );

    onOwnRequest(
      connection,
      identifyCopyRequest,
      answeringAnything(serving)<readonly CopyLikeness[], { readonly pages?: unknown }>(
        "Telling which guideline a document is",
        () => [],
        ({ pages }) =>
          likenesses(Array.isArray(pages) ? pages.filter(isPageText) : [], knowledge()).map(
            ({ guideline: { id, name }, ...rest }) => ({ guideline: id, name, ...rest }),
          ),
      ),
    );

    onOwnRequest(
      connection,
      citeRequest,
      answering(serving)<CitationEdit | null, CiteParams>(
        "Citing",
        null,
        ({ document, letter, knowledge }, { position, guideline: id, topic: topicId }) => {
          const guideline = knowledge.guideline(id);
          const topic = topicId === undefined ? undefined : knowledge.topic(topicId);
          if (guideline === undefined || (topicId !== undefined && topic?.guideline !== id)) return null;
          const edit = cite(letter, knowledge, document.offsetAt(position), guideline, topic);
          return edit ? { range: toRange(document, edit), newText: edit.text } : null;
        },
      ),
    );
  },
};

const isPageText = (value: unknown): value is PageText => {
  const { page, text } = (value ?? {}) as Partial<Record<keyof PageText, unknown>>;
  return typeof page === "number" && typeof text === "string";
};

const toFound = (
  { kind, name, where, alsoNamed, pages, place }: GuidelineEntry,
  knowledge: Knowledge,
): FoundGuideline => ({
  kind,
  name,
  where,
  alsoNamed,
  pages: pages.map(({ first, last }) => [first, last]),
  page: pageUri(place, knowledge),
  heading: place.topic === undefined ? undefined : knowledge.topic(place.topic)?.name,
  cites: { guideline: place.guideline, topic: place.topic },
});
