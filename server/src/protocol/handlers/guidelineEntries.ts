import { memoize } from "../../base/memoize.ts";
import {
  guidelineEntries as entriesIn,
  type GuidelineEntry,
} from "../../features/guidelines/guidelineEntries.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { type FoundGuideline, guidelineEntriesRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { pageUri } from "../lsp/pageUri.ts";
import { onRequest, type ServerFeature } from "./handler.ts";

/** `imr/guidelineEntries`: everything that can be looked up. */
export const guidelineEntries: ServerFeature = {
  register(context) {
    const { connection, knowledge } = context;
    onCustomRequest(
      connection,
      guidelineEntriesRequest,
      onRequest(context)<readonly FoundGuideline[], unknown>(
        "Listing guidelines",
        () => [],
        () => foundIn(knowledge()),
      ),
    );
  },
};

const foundIn = memoize((knowledge: Knowledge): readonly FoundGuideline[] =>
  entriesIn(knowledge).map((entry) => toFound(entry, knowledge)),
);

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
