/** What in a letter leads elsewhere: web addresses that it gives, and citations of guidelines. */

import { guidelineOf, guidelineParts, guidelineWords, topicsOf } from "../../analysis/citedGuidelines.ts";
import type { Span } from "../../base/span.ts";
import { officialPage } from "../../knowledge/officialDocument.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Citation, Letter } from "../../letter/types.ts";
import { type GuidelineLocation, pageOfTopic } from "../guidelines/guidelineLocation.ts";
import { pageTitle } from "../guidelines/guidelinePage.ts";
import { webAddresses } from "./webAddresses.ts";

export interface Link extends Span {
  /** The page of a guideline, as the index knows it. */
  readonly place: GuidelineLocation | undefined;
  /** http or https: the address, or the official copy of that page where one is public. */
  readonly url: string | undefined;
  /** Where it leads: "Chronic Pain Medical Treatment Guidelines (2009), page 63". */
  readonly says: string;
}

/** The links of all letters in a file, in order; none overlaps another. */
export function links(letter: Letter, knowledge: Knowledge): readonly Link[] {
  const cited = lettersIn(letter)
    .flatMap((one) => one.issues.flatMap(guidelineParts))
    .flatMap((part) => part.citations)
    .flatMap((citation) => citationLinks(letter.text, citation, knowledge));
  return withoutOverlap([...webAddresses(letter.text).map(addressLink), ...cited]);
}

const addressLink = ({ start, end, url }: Span & { readonly url: string }): Link => ({
  start,
  end,
  place: undefined,
  url,
  says: `Web page at ${url.replace(/^https?:\/\//i, "").replace(/[/?#:].*/, "")}`,
});

/**
 * The pages cited, each a link to that page; without any, the topics; without those, the guideline's name. Not all of
 * them: links are underlined all the time, and the most exact one leads to the rest.
 */
function citationLinks(text: string, citation: Citation, knowledge: Knowledge): readonly Link[] {
  const guideline = guidelineOf(citation, knowledge);
  if (guideline === undefined) return [];
  const linkTo = ({ start, end }: Span, place: GuidelineLocation): Link => ({
    start,
    end,
    place,
    url: officialPage(guideline, place.page)?.url,
    says: pageTitle(guideline, place.page),
  });
  if (citation.pages.length > 0 && guideline.pages) {
    return citation.pages.map(({ span, first, last }) =>
      linkTo(span, { guideline: guideline.id, page: Math.min(first, last) }),
    );
  }
  const topics = topicsOf(citation, guideline, knowledge);
  if (topics.length > 0) {
    return topics.map(({ topic, ...span }) => linkTo(span, { ...pageOfTopic(topic), topic: topic.id }));
  }
  const name = guidelineWords(text, citation);
  return name === undefined ? [] : [linkTo(name, { guideline: guideline.id })];
}

/** In order; of two that overlap the one given first stays. */
function withoutOverlap(all: readonly Link[]): readonly Link[] {
  const kept: Link[] = [];
  const ranked = all
    .map((link, rank) => ({ link, rank }))
    .sort((a, b) => a.link.start - b.link.start || a.rank - b.rank);
  for (const { link } of ranked) {
    if (link.end > link.start && link.start >= (kept.at(-1)?.end ?? 0)) kept.push(link);
  }
  return kept;
}
