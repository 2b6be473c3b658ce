/** The words of an outline: the reviewer's citation, and the sentences of the rationale. */

import type { TabStops } from "../../../base/snippet.ts";
import { plainInSnippet } from "../../../base/snippet.ts";
import type { Drug } from "../../../knowledge/types.ts";
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
import { type Authority, decisionDay } from "./treatmentTopics.ts";

export interface Known {
  /** What the reviewer could cite, where nothing is cited yet. */
  readonly authority: Authority | undefined;
  readonly criterion: Criterion | undefined;
  readonly drugs: readonly Drug[];
  /** Sources are cited, and none of them is of the MTUS. */
  readonly outside: boolean;
}

/** "Decision based on …", with blanks for what is not known. */
export function citation(stops: TabStops, letter: Letter, { authority, criterion }: Known): string {
  const { generation } = letter;
  const { guideline, topics } = authority ?? { topics: [] };
  const named = topics.find(({ confidence }) => confidence !== "low");
  const all = [named, criterion?.topic ?? topics[0]].filter((topic) => topic !== undefined);
  // A section whose pages nobody knows cannot be cited by them.
  const lacksPages = citesByPages(generation) && guideline?.kind === "mtus" && pagesOf(all) === "";
  if (!guideline || lacksPages) return citationPlaceholders(stops, formOf(generation));
  const own = all.filter((topic, i) => all.indexOf(topic) === i && !isWhole(topic, guideline));
  const words = citationWords(generation, guideline, own, yearOf(letter));
  const cited = own.some(({ confidence }) => confidence === "low")
    ? stops.blank(words)
    : plainInSnippet(words);
  return `${guideline.kind === "mtus" ? "" : `${outsideMtus("reviewer")} `}${basedOn} ${cited}`;
}

/**
 * What a guideline asks for, blanks for what only the reviewer knows, the conclusion. None of the blanks speaks of guideline or record, so that the review does not take them for what they ask for.
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

/** What is not sure is to be looked up: a blank round the words, and a remark behind them to be taken out. */
const criterionWords = (stops: TabStops, { words, sure }: Criterion): readonly string[] =>
  sure ? [plainInSnippet(words)] : [stops.blank(words), stops.blank(sentencePlaceholders.check)];

/** The year of the decision, where it is stated. */
export function yearOf(letter: Letter): number | undefined {
  const day = decisionDay(letter);
  return day === undefined ? undefined : Number(day.slice(0, 4));
}
