import { type EntryGroup, findGuidelines } from "../../features/drafting/findGuidelines.ts";
import type { GuidelineEntry } from "../../features/guidelines/guidelineEntries.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { dayInWords } from "../../letter/isoDate.ts";
import {
  type FoundGuideline,
  type FoundGuidelines,
  type GuidelineEntriesParams,
  guidelineEntriesRequest,
} from "../extensions.ts";
import { toOffset } from "../lsp/convert.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { pageUri } from "../lsp/pageUri.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/guidelineEntries`: what can be looked up, for a query and a letter. */
export const guidelineEntries: ServerFeature = {
  register(context) {
    const { connection, knowledge, letters, runtime } = context;
    onCustomRequest(
      connection,
      guidelineEntriesRequest,
      onRequest(context)<FoundGuidelines, GuidelineEntriesParams | null>(
        "Listing guidelines",
        () => ({ entries: [], day: "" }),
        (params) => {
          const { query, textDocument, position } = params ?? {};
          const open = textDocument && letters.open(textDocument.uri);
          const at = open && position && { letter: open.letter, offset: toOffset(open.document, position) };
          const current = knowledge();
          const words = typeof query === "string" ? query : "";
          const { entries, day } = findGuidelines(current, words, at, dayInWords(runtime.today()));
          return { day, entries: entries.map(({ entry, group }) => toFound(entry, group, current)) };
        },
      ),
    );
  },
};

const toFound = (
  { kind, name, where, alsoNamed, pages, place }: GuidelineEntry,
  group: EntryGroup,
  knowledge: Knowledge,
): FoundGuideline => ({
  group,
  kind,
  name,
  where,
  alsoNamed,
  pages: pages.map(({ first, last }) => [first, last]),
  page: pageUri(place, knowledge),
  heading: place.topic === undefined ? undefined : knowledge.topic(place.topic)?.name,
  cites: { guideline: place.guideline, topic: place.topic },
});
