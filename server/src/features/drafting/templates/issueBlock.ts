/** An issue to fill in: its heading and its three parts. */

import { finalStop, plainInSnippet, type TabStops } from "../../../base/snippet.ts";
import {
  basedOn,
  decisions,
  labels,
  sourcePlaceholders,
  type TemplateForm,
  undecided,
} from "../../../letter/standardWording.ts";
import type { LetterForm } from "../../../letter/types.ts";

export type DecisionWord = "Upheld" | "Overturned";

export interface NewIssue {
  /** In one line; left to fill in where empty. */
  readonly treatment: string;
  /** What shows until the treatment is filled in. */
  readonly blank: string;
  readonly decision: DecisionWord | undefined;
}

/** The form in which a letter of that generation is written on. */
export const formOf = (generation: LetterForm | undefined): TemplateForm =>
  generation === "G3a" ? "2014" : "2016";

/**
 * The issue, its paragraphs parted by `gap`. The rationale is left empty, where the cursor ends up: its outline is for
 * when the treatment is known.
 */
export function issueBlock(
  stops: TabStops,
  form: TemplateForm,
  { treatment, blank, decision }: NewIssue,
  gap: string,
  isLast: boolean,
): string {
  const words = treatment === "" ? stops.blank(blank) : plainInSnippet(treatment);
  const decided = decision ?? stops.choice([undecided, decisions.upheld, decisions.overturned]);
  return [
    `${words}: ${decided}`,
    `${labels.claims} ${citationPlaceholders(stops, form)}`,
    `${labels.reviewer} ${citationPlaceholders(stops, form)}`,
    `${labels.rationale} ${isLast ? finalStop : stops.bare()}`,
  ].join(gap);
}

/** A citation of the MTUS to fill in. The year in it tells the form of the letter; no guideline is supposed. */
export const citationPlaceholders = (stops: TabStops, form: TemplateForm): string =>
  form === "2014"
    ? `${basedOn} MTUS ${stops.blank(sourcePlaceholders.guideline)} ${stops.blank(sourcePlaceholders.topic)} Page(s): ${stops.blank("pages")}.`
    : `${basedOn} MTUS ${stops.blank(`${sourcePlaceholders.guideline} 2016`)}, Section(s): ${stops.blank(sourcePlaceholders.section)}.`;
