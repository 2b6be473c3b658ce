/** URIs of guideline pages: `imr-guideline:/chronic-pain-2009/63/Chronic Pain …, page 63`. */

import type { PageId } from "../../features/guidelines/guidelineLocation.ts";
import { pageTitle } from "../../features/guidelines/guidelinePage.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { decodeUri } from "./decodeUri.ts";

export const pageScheme = "imr-guideline";

/** The word in the place of a page's number for the overview of a guideline. */
const overview = "overview";

export const pageUri = (page: PageId, knowledge: Knowledge): string =>
  `${pageScheme}:/${pagePath(page, knowledge).split("/").map(encodeURIComponent).join("/")}`;

/** The same relative to `imr-guideline:/`, and not escaped: there is nothing in it that would need to be. */
export function pagePath({ guideline: id, page }: PageId, knowledge: Knowledge): string {
  const guideline = knowledge.guideline(id);
  return [id, page ?? overview, asStep(guideline ? pageTitle(guideline, page) : id)].join("/");
}

/**
 * A title as the last step of an address, where it is for the reader: editors show it as the document's title. A user's
 * pack may call a guideline anything, and editors put addresses, with their escapes taken back, into Markdown of their own.
 * So only what means nothing there stays. A slash would be a step of its own, and a full stop the start of a file's ending.
 */
const asStep = (title: string): string =>
  title
    .replaceAll("/", " or ")
    .replaceAll(".", "")
    .replace(/[^\p{L}\p{M}\p{N},()'-]+/gu, " ")
    .trim();

/** True for the address of a guideline page, whether or not there is such a page. */
export const isPageUri = (uri: string): boolean => uri.startsWith(`${pageScheme}:`);

/** Which page an address is of, however it is escaped; undefined where it is none. */
export function parsePageUri(uri: string): PageId | undefined {
  const path = /^imr-guideline:\/{1,3}([^?#]*)/.exec(uri)?.[1];
  if (path === undefined) return undefined;
  const [guideline = "", page = ""] = path.split("/").map(decodeUri);
  if (guideline === "") return undefined;
  if (page === "" || page === overview) return { guideline };
  return /^\d{1,6}$/.test(page) ? { guideline, page: Number(page) } : undefined;
}
