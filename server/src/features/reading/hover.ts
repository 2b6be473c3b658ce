import type { Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import type { Letter } from "../../letter/types.ts";
import type { Hover } from "../types.ts";
import type { CompletionProvider, Place } from "./hover/context.ts";
import { drugHover } from "./hover/drug.ts";
import { guidelineHover } from "./hover/guideline.ts";
import { headingHover } from "./hover/heading.ts";
import { pagesHover } from "./hover/pages.ts";
import { rationalePagesHover } from "./hover/rationalePages.ts";
import { topicHover } from "./hover/topic.ts";

/** The most specific first: pages cited in a topic's line are pages, a drug in a heading is a drug. */
const citationFinders: readonly CompletionProvider[] = [
  pagesHover,
  topicHover,
  guidelineHover,
  rationalePagesHover,
];
const finders: readonly CompletionProvider[] = [...citationFinders, drugHover, headingHover];

/** What is known of the words at `offset`, with the range of those words. */
export const hoverAt = (letter: Letter, knowledge: Knowledge, offset: number): Hover | undefined =>
  firstFound(finders, letter, knowledge, offset);

/** The same where those words cite something. */
export const citedAt = (letter: Letter, knowledge: Knowledge, offset: number): Hover | undefined =>
  firstFound(citationFinders, letter, knowledge, offset);

function firstFound(
  finders: readonly CompletionProvider[],
  letter: Letter,
  knowledge: Knowledge,
  offset: number,
): Hover | undefined {
  const one = letterAt(letter, offset);
  if (one === undefined) return undefined;
  const place: Place = { letter: one, issue: issueAt(one, offset), offset, knowledge };
  for (const find of finders) {
    const hover = find(place);
    if (hover !== undefined) return hover;
  }
  return undefined;
}
