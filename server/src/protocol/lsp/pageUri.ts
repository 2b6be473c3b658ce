/** URIs of guideline pages: `imr-guideline:/chronic-pain-2009/63/Chronic Pain …, page 63`. */

import type { PageId } from "../../features/guidelines/guidelineLocation.ts";
import { pageTitle } from "../../features/guidelines/guidelinePage.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { decodeUri } from "./decodeUri.ts";

export const pageScheme = "imr-guideline";

/** The path segment that replaces the page number for the overview of a guideline. */
const overview = "overview";

export const pageUri = (page: PageId, knowledge: Knowledge): string =>
  `${pageScheme}:/${pagePath(page, knowledge).split("/").map(encodeURIComponent).join("/")}`;

/** The same relative to `imr-guideline:/`. It needs no escapes. */
export function pagePath({ guideline: id, page }: PageId, knowledge: Knowledge): string {
  const guideline = knowledge.guideline(id);
  return [id, page ?? overview, toPathSegment(guideline ? pageTitle(guideline, page) : id)].join("/");
}

/**
 * A title as the last path segment, which editors show as the document's title. A user's pack may give a guideline any
 * name, and editors decode addresses and put them into Markdown of their own, so only characters without a meaning in
 * Markdown are kept. A slash would start another segment, and a period a file extension.
 */
const toPathSegment = (title: string): string =>
  title
    .replaceAll("/", " or ")
    .replaceAll(".", "")
    .replace(/[^\p{L}\p{M}\p{N},()'-]+/gu, " ")
    .trim();

/** True for the URI of a guideline page, even if there is no such page. */
export const isPageUri = (uri: string): boolean => uri.startsWith(`${pageScheme}:`);

/** The page that a URI refers to, however it is escaped; undefined if it isn't a page's URI. */
export function parsePageUri(uri: string): PageId | undefined {
  const path = /^imr-guideline:\/{1,3}([^?#]*)/.exec(uri)?.[1];
  if (path === undefined) return undefined;
  const [guideline = "", page = ""] = path.split("/").map(decodeUri);
  if (guideline === "") return undefined;
  if (page === "" || page === overview) return { guideline };
  return /^\d{1,6}$/.test(page) ? { guideline, page: Number(page) } : undefined;
}
