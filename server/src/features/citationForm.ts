/** Citations in the form that a letter's generation uses. */
import type { Guideline, Topic } from "../knowledge/types.ts";
import type { Generation } from "../letter/types.ts";

/**
 * What follows "Decision based on": "MTUS Low Back Complaints 2004, Section(s): Special Studies." or, in letters of 2014,
 * "MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-66."
 */
export function citationWords(
  generation: Generation | undefined,
  guideline: Guideline,
  topics: readonly Topic[],
): string {
  const name = guidelineWordsFor(generation, guideline);
  const titles = topics.map((topic) => topic.name).join(", ");
  return titles === "" ? `MTUS ${name}.` : `MTUS ${name}, Section(s): ${titles}.`;
}

/** The guideline's name and year as such letters cite it. */
export function guidelineWordsFor(_generation: Generation | undefined, guideline: Guideline): string {
  return [guideline.aliases[0] ?? guideline.name, guideline.years[0]].join(" ");
}
