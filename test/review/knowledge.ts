/** The knowledge base that users have, made once. */
import { createKnowledge } from "../../server/src/knowledge/knowledge.ts";

export const knowledge = createKnowledge();

/** How messages name the chronic pain guideline of 2009. */
export const chronicPain = knowledge.guidelineNamed("Chronic Pain Treatment Guidelines")?.name ?? "unknown";
