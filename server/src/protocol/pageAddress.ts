/** Addresses of guideline pages: `imr-guideline:/chronic-pain-2009/63/Chronic Pain …, page 63`. */

import { type PageId, pageTitle } from "../features/guidelinePage.ts";
import type { Knowledge } from "../knowledge/types.ts";
import { decodeUri } from "./decodeUri.ts";

export const pageScheme = "imr-guideline";

/** The word in the place of a page's number for the overview of a guideline. */
const overview = "overview";

/** The last step is there for the reader: editors show it as the document's title. */
export function pageUri({ guideline: id, page }: PageId, knowledge: Knowledge): string {
  const guideline = knowledge.guideline(id);
  // A slash would be a step of its own, and a full stop the start of a file's ending.
  const title = (guideline ? pageTitle(guideline, page) : id).replaceAll("/", " or ").replaceAll(".", "");
  return `${pageScheme}:/${[id, page === undefined ? overview : String(page), title].map(encodeURIComponent).join("/")}`;
}

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
