import type { Drug, Guideline, Knowledge, Topic } from "./types.ts";

/** The topics about a drug, the most specific first, each with its guideline. */
export const topicsForDrug = (
  drug: Drug,
  knowledge: Knowledge,
): readonly { readonly topic: Topic; readonly guideline: Guideline }[] =>
  drug.topics.flatMap((id) => {
    const topic = knowledge.topic(id);
    const guideline = topic && knowledge.guideline(topic.guideline);
    return topic && guideline ? [{ topic, guideline }] : [];
  });
