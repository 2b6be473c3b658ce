/** The elements of an issue, present or missing, in the words that the overview, hints, and lenses show. */

import { isBlank } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { isOlderForm } from "../letter/form.ts";
import type { Issue, Letter, Part } from "../letter/types.ts";
import { elementsOf } from "./rationaleElements.ts";
import { remnantsOf } from "./remnants.ts";

export type ElementName =
  | "treatment"
  | "decision"
  | "claims"
  | "reviewer"
  | "rationale"
  | "treatmentNamed"
  | "criterion"
  | "findings"
  | "conclusion"
  | "remnant";

export interface ChecklistItem {
  readonly name: ElementName;
  /** In the words that users see: "claims administrator guideline". */
  readonly words: string;
  readonly present: boolean;
  /** The span of the element or, if it is missing, where it would go. */
  readonly span: Span;
}

const words: Readonly<Record<ElementName, string>> = {
  treatment: "treatment",
  decision: "decision",
  claims: "claims administrator guideline",
  reviewer: "MAXIMUS guideline",
  rationale: "rationale",
  treatmentNamed: "treatment's name",
  criterion: "criterion",
  findings: "findings",
  conclusion: "conclusion",
  remnant: "text for a blank",
};

/** In the order of an issue. */
export const elementWords: readonly string[] = Object.values(words);

/** The elements within a rationale. They are part of the checklist if a rationale is written. */
export const rationaleElements: readonly ElementName[] = [
  "treatmentNamed",
  "criterion",
  "findings",
  "conclusion",
];

export function isWritten(part: Part | undefined): part is Part {
  return part !== undefined && !isBlank(part.body);
}

/**
 * All elements of the issue, in the order of the letter. Those within the rationale are included only if it is written. An issue
 * that has a remnant of writing is missing what belongs there.
 */
export function checklist(letter: Letter, issue: Issue, knowledge: Knowledge): readonly ChecklistItem[] {
  const remnant = remnantsOf(letter).find((each) => each.issue === issue);
  const all = elementsFor(letter, issue, knowledge);
  // It isn't known what a letter of an older form has.
  const items = isOlderForm(letter.generation) ? all.filter(({ present }) => present) : all;
  return remnant
    ? [...items, { name: "remnant", words: words.remnant, present: false, span: remnant.span }]
    : items;
}

function elementsFor(letter: Letter, issue: Issue, knowledge: Knowledge): readonly ChecklistItem[] {
  const { heading, claims, reviewer, rationale } = issue;
  const element = (name: ElementName, present: boolean, span: Span): ChecklistItem => ({
    name,
    words: words[name],
    present,
    span,
  });
  const after = (span: Span): Span => ({ start: span.end, end: span.end });
  const part = (name: ElementName, own: Part | undefined, before: Span): ChecklistItem =>
    own && !isBlank(own.body)
      ? element(name, true, own.span)
      : element(name, false, after(own?.span ?? before));

  const afterClaims = claims?.span ?? heading.span;
  const parts = [
    element("treatment", heading.treatment !== "", heading.treatmentSpan),
    element(
      "decision",
      heading.decision?.outcome !== undefined,
      heading.decision?.span ?? after(heading.span),
    ),
    part("claims", claims, heading.span),
    part("reviewer", reviewer, afterClaims),
    part("rationale", rationale, reviewer?.span ?? afterClaims),
  ];
  if (!isWritten(rationale)) return parts;

  const found = elementsOf(letter, issue, knowledge);
  const conclusion = rationale.conclusion?.span;
  const beforeConclusion = conclusion
    ? { start: conclusion.start, end: conclusion.start }
    : after(rationale.body);
  // A request that depends on another one needs neither a criterion nor findings of its own.
  const isDependent = found?.isDependent() === true;
  const inside = (name: ElementName, own: Span | boolean | undefined): ChecklistItem =>
    element(
      name,
      isDependent || Boolean(own),
      typeof own === "object" ? own : isDependent || own ? rationale.body : beforeConclusion,
    );
  return [
    ...parts,
    inside("treatmentNamed", found?.namesTreatment),
    inside("criterion", found?.criterion),
    inside("findings", found?.findings()),
    element("conclusion", conclusion !== undefined, conclusion ?? after(rationale.body)),
  ];
}

/** The missing elements of the issue, in the words that users see. */
export const missingElements = (letter: Letter, issue: Issue, knowledge: Knowledge): readonly string[] =>
  checklist(letter, issue, knowledge).flatMap((element) => (element.present ? [] : [element.words]));
