import { guidelineOf, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { covers } from "../../../base/span.ts";
import { copyExcerptsOf } from "../../guidelines/copyExcerpts.ts";
import type { Hover } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A topic or section in a citation. Its span is the whole title. */
export function topicHover({ issue, offset, knowledge }: HoverContext): Hover | undefined {
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    if (!covers(citation.span, offset)) continue;
    const guideline = guidelineOf(citation, knowledge);
    if (guideline === undefined) return undefined;
    const match = topicsOf(citation, guideline, knowledge).find((topic) => covers(topic, offset));
    if (match === undefined) return undefined;
    return {
      start: match.start,
      end: match.end,
      content: {
        kind: "topic",
        guideline,
        topic: match.topic,
        copied: copyExcerptsOf(knowledge, [match.topic]),
      },
    };
  }
  return undefined;
}
