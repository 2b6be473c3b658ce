/** The text of an outline: the reviewer's citation, and the sentences of the rationale. */

import { isStated } from "../../../analysis/statedCriteria.ts";
import type { TabStops } from "../../../base/snippet.ts";
import { plainInSnippet } from "../../../base/snippet.ts";
import type { Drug, Topic } from "../../../knowledge/types.ts";
import { decisionDay } from "../../../letter/isoDate.ts";
import {
  basedOn,
  conclusion,
  necessity,
  outsideMtus,
  sentencePlaceholders,
  undecided,
} from "../../../letter/standardWording.ts";
import type { Heading, Letter } from "../../../letter/types.ts";
import { citationWords, citesByPages, pagesOf } from "../citationFormat.ts";
import { type Criterion, isWhole } from "./criterion.ts";
import { citationPlaceholders, formOf } from "./issueBlock.ts";
import type { Authority } from "./treatmentTopics.ts";

/** What an outline is made from. */
export interface Known {
  /** What the reviewer could cite. Undefined if something is already cited. */
  readonly authority: Authority | undefined;
  readonly criterion: Criterion | undefined;
  readonly drugs: readonly Drug[];
  /** Whether sources are cited, but none from the MTUS. */
  readonly outside: boolean;
}

/** "Decision based on …", with placeholders for what isn't known. */
export function citation(stops: TabStops, letter: Letter, { authority, criterion }: Known): string {
  const { generation } = letter;
  const { guideline, topics } = authority ?? { topics: [] };
  const named = topics.find(isKnown);
  const all = [named, criterion?.topic ?? topics[0]].filter((topic) => topic !== undefined);
  // A section can't be cited by pages if they aren't known.
  const hasNoPages = citesByPages(generation) && guideline?.kind === "mtus" && pagesOf(all) === "";
  if (!guideline || hasNoPages) return citationPlaceholders(stops, formOf(generation));
  const own = all.filter((topic, i) => all.indexOf(topic) === i && !isWhole(topic, guideline));
  const words = citationWords(generation, guideline, own, decisionDay(letter));
  const cited = own.every(isKnown) ? plainInSnippet(words) : stops.blank(words);
  return `${guideline.kind === "mtus" ? "" : `${outsideMtus("reviewer")} `}${basedOn} ${cited}`;
}

/**
 * What a guideline requires, placeholders for what only the reviewer knows, and the conclusion. No placeholder mentions a
 * guideline or record, so the review doesn't mistake it for a criterion or a finding.
 */
export function outline(stops: TabStops, { treatment, decision }: Heading, known: Known): string {
  const { criterion, drugs, outside } = known;
  const request = treatment === "" ? stops.blank("treatment") : plainInSnippet(treatment);
  const outcome = decision?.outcome;
  return [
    ...(outside ? [stops.blank(sentencePlaceholders.whyNotMtus)] : []),
    ...(criterion ? criterionWords(stops, criterion) : [stops.blank(sentencePlaceholders.criterion)]),
    stops.blank(sentencePlaceholders.history),
    stops.blank(drugs.length > 0 ? sentencePlaceholders.drugUse : sentencePlaceholders.earlierTreatment),
    stops.blank(sentencePlaceholders.tests),
    stops.blank(sentencePlaceholders[outcome ?? "undecided"]),
    conclusion(
      request,
      outcome ? necessity[outcome] : stops.choice([undecided, necessity.upheld, necessity.overturned]),
    ),
  ].join(" ");
}

/** Whether the topic surely exists: published letters state what it asks for, or the index is sure of it. */
const isKnown = (topic: Topic): boolean => topic.confidence !== "low" || isStated(topic);

/** A criterion to check is a placeholder, followed by a reminder that the writer has to remove. */
const criterionWords = (stops: TabStops, { words, sure }: Criterion): readonly string[] =>
  sure ? [plainInSnippet(words)] : [stops.blank(words), stops.blank(sentencePlaceholders.check)];
