/** What in a letter leads to the web: addresses that it gives, and citations of documents with a public copy. */
import { officialPage, officialPageWords } from "../knowledge/officialPage.ts";
import type { Knowledge } from "../knowledge/types.ts";
import type { Citation, Letter, Span } from "../letter/types.ts";
import { guidelineOf, guidelineParts, guidelineWords } from "./cited.ts";
import { lettersIn } from "./letters.ts";
import { webAddresses } from "./webAddresses.ts";

export interface Link extends Span {
  /** http or https. */
  readonly url: string;
  /** Where it leads: "Official PDF, page 63". */
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
  url,
  says: `Web page at ${url.replace(/^https?:\/\//i, "").replace(/[/?#:].*/, "")}`,
});

/**
 * The pages cited, each a link to that page; where a citation gives none that the document has, the guideline's name.
 * Not both, and no topics: links are underlined all the time, and the most exact one leads to the rest.
 */
function citationLinks(text: string, citation: Citation, knowledge: Knowledge): readonly Link[] {
  const guideline = guidelineOf(citation, knowledge);
  if (guideline === undefined || !/^https?:\/\//i.test(guideline.url ?? "")) return [];
  const linkTo = ({ start, end }: Span, page?: number): readonly (Link & { readonly exact: boolean })[] => {
    const official = officialPage(guideline, page);
    if (official === undefined) return [];
    const exact = official.page !== undefined;
    return [{ start, end, url: official.url, says: officialPageWords(official), exact }];
  };
  const pages = citation.pages.flatMap(({ span, first }) => linkTo(span, first)).filter(({ exact }) => exact);
  const name = guidelineWords(text, citation);
  return pages.length > 0 || name === undefined ? pages : linkTo(name);
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
