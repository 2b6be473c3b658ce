import type { Guideline } from "./types.ts";

/** A link to the official copy of a guideline. */
export interface OfficialPage {
  readonly url: string;
  /** The page that it opens; undefined for the first page. */
  readonly page: number | undefined;
}

/** The official copy, opened at `page` if it has that page; undefined if there is no public copy. */
export function officialPage({ url, pages, pagesFrom }: Guideline, page?: number): OfficialPage | undefined {
  if (url === undefined) return undefined;
  // The pages of the user's copy may be others.
  const isKnown = page !== undefined && pages !== undefined && pagesFrom !== "copy";
  const inDocument = isKnown && page >= pages.first && page <= pages.last;
  return inDocument ? { url: `${url}#page=${page}`, page } : { url, page: undefined };
}

/** "Official PDF, page 63" or "Official document". */
export const officialPageWords = ({ page }: OfficialPage): string =>
  page === undefined ? "Official document" : `Official PDF, page ${page}`;
