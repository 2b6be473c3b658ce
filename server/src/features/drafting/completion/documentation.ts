/** The documentation of a suggestion: the same as in the hover. */

import { topicsForDrug } from "../../../knowledge/topicsForDrug.ts";
import type { Knowledge } from "../../../knowledge/types.ts";
import type { About, Documentation } from "./suggestion.ts";

/** Undefined if the knowledge base has nothing with that id. */
export function documentationOf(about: About, knowledge: Knowledge): Documentation | undefined {
  if ("guideline" in about) {
    const guideline = knowledge.guideline(about.guideline);
    return guideline && { kind: "guideline", guideline };
  }
  if ("topic" in about) {
    const topic = knowledge.topic(about.topic);
    const guideline = topic && knowledge.guideline(topic.guideline);
    return topic && guideline && { kind: "topic", guideline, topic };
  }
  const drug = knowledge.drugNamed(about.drug);
  if (drug === undefined) return undefined;
  const isBrand = drug.brands.some((brand) => brand.toLowerCase() === about.written.toLowerCase());
  return {
    kind: "drug",
    drug,
    written: about.written,
    form: isBrand ? "brand" : "generic",
    topics: topicsForDrug(drug, knowledge),
    listed: knowledge.listed(drug),
  };
}
