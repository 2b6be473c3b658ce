/** Where what a letter cites is told: a page of a guideline, at a topic where one is meant. */
import type { Knowledge } from "../knowledge/types.ts";
import type { Letter, Span } from "../letter/types.ts";
import { type PageId, pageOfTopic } from "./guidelinePage.ts";
import { citedAt } from "./hover.ts";
import type { HoverContent } from "./types.ts";

export interface PlaceInGuideline extends PageId {
  /** The id of a topic that is told there. */
  readonly topic?: string | undefined;
}

/** Undefined for what is no citation. */
export function placeInGuideline(content: HoverContent): PlaceInGuideline | undefined {
  switch (content.kind) {
    case "guideline":
      return { guideline: content.guideline.id };
    case "topic":
      return { ...pageOfTopic(content.topic), topic: content.topic.id };
    case "pages": {
      const page = Math.min(...content.pages.flatMap(({ first, last }) => [first, last]));
      const isThere = content.topics.find(({ pages }) =>
        pages.some((p) => p.first <= page && page <= p.last),
      );
      return { guideline: content.guideline.id, page, topic: isThere?.id };
    }
    default:
      return undefined;
  }
}

/** What the words at `offset` cite, and those words. */
export function citedPlaceAt(
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
): { readonly origin: Span; readonly place: PlaceInGuideline } | undefined {
  const hover = citedAt(letter, knowledge, offset);
  const place = hover && placeInGuideline(hover.content);
  return hover && place && { origin: { start: hover.start, end: hover.end }, place };
}
