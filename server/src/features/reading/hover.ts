import type { Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Letter } from "../../letter/types.ts";
import type { Hover } from "../types.ts";
import { appealHover } from "./hover/appeal.ts";
import type { HoverContext, HoverProvider } from "./hover/context.ts";
import { drugHover } from "./hover/drug.ts";
import { guidelineHover, sourceHover } from "./hover/guideline.ts";
import { headingHover } from "./hover/heading.ts";
import { pagesHover } from "./hover/pages.ts";
import { rationalePagesHover } from "./hover/rationalePages.ts";
import { statedFactHover } from "./hover/statedFact.ts";
import { topicHover } from "./hover/topic.ts";

/** The most specific first: pages in a topic's line are pages, and a drug in a heading is a drug. */
const citationProviders: readonly HoverProvider[] = [
  pagesHover,
  topicHover,
  guidelineHover,
  rationalePagesHover,
];
const providers: readonly HoverProvider[] = [
  ...citationProviders,
  drugHover,
  sourceHover,
  statedFactHover,
  appealHover,
  headingHover,
];

/** The hover for the words at `offset`. Undefined if nothing is known about them. */
export const hoverAt = (letter: Letter, knowledge: Knowledge, offset: number): Hover | undefined =>
  firstHover(providers, letter, knowledge, offset);

/** The same, but only for words that cite something. */
export const citedAt = (letter: Letter, knowledge: Knowledge, offset: number): Hover | undefined =>
  firstHover(citationProviders, letter, knowledge, offset);

function firstHover(
  providers: readonly HoverProvider[],
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
): Hover | undefined {
  const one = letterAt(letter, offset);
  if (one === undefined) return undefined;
  const context: HoverContext = { letter: one, issue: issueAt(one, offset), offset, knowledge };
  for (const provide of providers) {
    const hover = provide(context);
    if (hover !== undefined) return hover;
  }
  return undefined;
}
