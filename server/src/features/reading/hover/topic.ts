import { guidelineMeant, guidelineParts, topicsOf } from "../../../analysis/citedGuidelines.ts";
import { oneLine } from "../../../base/flatText.ts";
import { covers, type Span } from "../../../base/span.ts";
import type { Guideline, Knowledge, Topic } from "../../../knowledge/types.ts";
import type { Citation, Issue } from "../../../letter/types.ts";
import { copyExcerptsOf } from "../../guidelines/copyExcerpts.ts";
import { topicTexts } from "../../guidelines/topicText.ts";
import type { Hover, UnknownTopic } from "../../types.ts";
import type { HoverContext } from "./context.ts";

/** A topic or section in a citation. Its span is the whole title. */
export function topicHover(context: HoverContext): Hover | undefined {
  const { issue, offset, knowledge } = context;
  if (issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap((part) => part.citations)) {
    if (!covers(citation.span, offset)) continue;
    const guideline = guidelineMeant(citation, knowledge);
    if (guideline === undefined) return undefined;
    const match = topicsOf(citation, guideline, knowledge).find((topic) => covers(topic, offset));
    if (match) return hoverOn(match, match.topic, guideline, issue, knowledge);
    return unknownTopic(citation, guideline, context);
  }
  return undefined;
}

const hoverOn = (
  { start, end }: Span,
  topic: Topic,
  guideline: Guideline,
  { heading }: Issue,
  knowledge: Knowledge,
  unknown?: UnknownTopic,
): Hover => ({
  start,
  end,
  content: {
    kind: "topic",
    guideline,
    topic,
    says: topicTexts([topic], heading.treatment, knowledge),
    ...(unknown === undefined ? {} : { unknown }),
    copied: copyExcerptsOf(knowledge, [topic]),
  },
});

/**
 * A topic of a source outside the MTUS that the index doesn't have: the topic of that name in a guideline that was adapted
 * from the source, or else the chapter.
 */
function unknownTopic(citation: Citation, guideline: Guideline, context: HoverContext): Hover | undefined {
  const { letter, issue, offset, knowledge } = context;
  const piece = citation.topics.find(({ span }) => covers(span, offset));
  if (piece === undefined || issue === undefined || guideline.kind === "mtus") return undefined;
  const chapter = topicsOf(citation, guideline, knowledge).findLast(
    ({ end }) => end <= piece.span.start,
  )?.topic;
  const unknown = { title: oneLine(letter.text, piece.span), guideline };
  const source = chapter?.id ?? guideline.id;
  const adapted = knowledge.guidelines.find(({ adaptedFrom = [] }) => adaptedFrom.includes(source));
  const similar = adapted && topicOrDrug(piece.value, adapted, knowledge);
  if (adapted && similar) return hoverOn(piece.span, similar, adapted, issue, knowledge, unknown);
  return chapter && hoverOn(piece.span, chapter, guideline, issue, knowledge, unknown);
}

/** The topic of that name in the guideline, or the most specific one on the drug of that name. */
const topicOrDrug = (name: string, { id }: Guideline, knowledge: Knowledge): Topic | undefined =>
  knowledge.topicNamed(name, id) ??
  knowledge
    .drugNamed(name)
    ?.topics.map(knowledge.topic)
    .find((topic) => topic?.guideline === id);
