import type { Guideline } from "./types.ts";

/** Where the official copy of a guideline opens. */
export interface OfficialPage {
  readonly url: string;
  /** The page at which it opens; undefined for its first. */
  readonly page: number | undefined;
}

/** The official copy, at that page where the document has it; undefined where no copy is public. */
export function officialPage({ url, pages }: Guideline, page?: number): OfficialPage | undefined {
  if (url === undefined) return undefined;
  const inDocument = page !== undefined && pages !== undefined && page >= pages.first && page <= pages.last;
  return inDocument ? { url: `${url}#page=${page}`, page } : { url, page: undefined };
}

/** "Official PDF, page 63" */
export const officialPageWords = ({ page }: OfficialPage): string =>
  page === undefined ? "Official document" : `Official PDF, page ${page}`;
