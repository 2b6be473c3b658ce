/** A location in a guideline: a page, and a topic on it if one is meant. */
import type { Topic } from "../../knowledge/types.ts";
import type { HoverContent } from "../types.ts";

/** A page of a guideline or, without a number, the overview of the guideline. */
export interface PageId {
  /** The guideline's id. */
  readonly guideline: string;
  /** 1-based, as printed. */
  readonly page?: number | undefined;
}

export interface GuidelineLocation extends PageId {
  /** The id of a topic on that page. */
  readonly topic?: string | undefined;
}

/** Where a topic is: on its first page or, if that isn't known, in the overview of its guideline. */
export const pageOfTopic = ({ guideline, pages }: Topic): PageId => ({ guideline, page: pages[0]?.first });

/** The location that a hover is about. Undefined if it isn't about a citation. */
export function guidelineLocation(content: HoverContent): GuidelineLocation | undefined {
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
