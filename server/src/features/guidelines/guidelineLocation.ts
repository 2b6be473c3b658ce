/** Where something is told in a guideline: a page, at a topic where one is meant. */
import type { Topic } from "../../knowledge/types.ts";
import type { HoverContent } from "../types.ts";

/** Which page; without a number the overview of the guideline. */
export interface PageId {
  /** The guideline's id. */
  readonly guideline: string;
  /** 1-based, as printed. */
  readonly page?: number | undefined;
}

export interface GuidelineLocation extends PageId {
  /** The id of a topic that is told there. */
  readonly topic?: string | undefined;
}

/** Where a topic is told: on its first page or, where that is not known, in the overview of its guideline. */
export const pageOfTopic = ({ guideline, pages }: Topic): PageId => ({ guideline, page: pages[0]?.first });

/** Undefined for what is no citation. */
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
