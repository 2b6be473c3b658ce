/** The template of an issue: its heading and its three parts. */

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
  /** In one line. If it is empty, the template has a placeholder. */
  readonly treatment: string;
  /** What the placeholder shows. */
  readonly placeholder: string;
  /** If it is undefined, the template has a choice. */
  readonly decision: DecisionWord | undefined;
}

/** The format in which a letter of that generation is continued. */
export function formOf(generation: LetterForm | undefined): TemplateForm {
  if (generation === "G4") return "2018";
  return generation === "G3a" ? "2014" : "2016";
}

/**
 * The issue, with `gap` between its paragraphs. The rationale is empty, and the cursor ends up there: its outline can be
 * inserted once the treatment is known.
 */
export function issueBlock(
  stops: TabStops,
  form: TemplateForm,
  { treatment, placeholder, decision }: NewIssue,
  gap: string,
  isLast: boolean,
): string {
  const words = treatment === "" ? stops.blank(placeholder) : plainInSnippet(treatment);
  const decided = decision ?? stops.choice([undecided, decisions.upheld, decisions.overturned]);
  return [
    `${words}: ${decided}`,
    `${labels.claims} ${citationPlaceholders(stops, form)}`,
    `${labels.reviewer} ${citationPlaceholders(stops, form)}`,
    `${labels.rationale} ${isLast ? finalStop : stops.bare()}`,
  ].join(gap);
}

/** A template of an MTUS citation. Its year shows the format of the letter, and it doesn't assume a guideline. */
export function citationPlaceholders(stops: TabStops, form: TemplateForm): string {
  const { guideline, topic, section } = sourcePlaceholders;
  return form === "2014"
    ? `${basedOn} MTUS ${stops.blank(guideline)} ${stops.blank(topic)} Page(s): ${stops.blank("pages")}.`
    : `${basedOn} MTUS ${stops.blank(`${guideline} ${placeholderYears[form]}`)}, Section(s): ${stops.blank(section)}.`;
}

const placeholderYears = { "2016": 2016, "2018": 2020 } as const;
