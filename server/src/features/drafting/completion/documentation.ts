/** The documentation of a suggestion: the same as in the hover. */

import { topicsForDrug } from "../../../knowledge/topicsForDrug.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import { guidelineText, topicTexts } from "../../guidelines/topicText.ts";
import type { About, Documentation } from "./suggestion.ts";

/** On the disputed treatment and the ISO date of the decision, if they are known. Undefined if the knowledge base has nothing with that id. */
export function documentationOf(
  about: About,
  treatment: string | undefined,
  day: string | undefined,
  knowledge: Knowledge,
): Documentation | undefined {
  if ("guideline" in about) {
    const guideline = knowledge.guideline(about.guideline);
    if (guideline === undefined) return undefined;
    return { kind: "guideline", guideline, says: guidelineText(guideline, treatment, knowledge) };
  }
  if ("topic" in about) {
    const topic = knowledge.topic(about.topic);
    const guideline = topic && knowledge.guideline(topic.guideline);
    if (topic === undefined || guideline === undefined) return undefined;
    return { kind: "topic", guideline, topic, says: topicTexts([topic], treatment, knowledge) };
  }
  const drug = knowledge.drugNamed(about.drug);
  if (drug === undefined) return undefined;
  const isBrand = drug.brands.some((brand) => brand.toLowerCase() === about.written.toLowerCase());
  const { topics, silent } = topicsForDrug(drug, knowledge, day);
  return {
    kind: "drug",
    drug,
    written: about.written,
    form: isBrand ? "brand" : "generic",
    topics,
    silent,
    says: topicTexts(
      topics.map(({ topic }) => topic),
      treatment,
      knowledge,
    ),
    listed: knowledge.listed(drug),
  };
}
