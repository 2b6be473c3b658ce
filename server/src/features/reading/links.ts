/** Document links: the web addresses and guideline citations in a letter. */

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
  /** The page of a guideline in the index. */
  readonly place: GuidelineLocation | undefined;
  /** The http or https address: the one in the letter, or the official copy of that page if one is public. */
  readonly url: string | undefined;
  /** The tooltip: "Chronic Pain Medical Treatment Guidelines (2009), page 63". */
  readonly says: string;
}

/** The links of all letters in a file, in order and without overlaps. */
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
 * A link for each cited page; without pages, for each topic; without topics, for the guideline's name. Only the most
 * exact ones, because editors underline links all the time.
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

/** The links in order. Of two that overlap, the first in the list remains. */
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
