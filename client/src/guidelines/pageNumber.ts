/** Looking for what is on a page by its number. */

/** "63", "p. 63", "page 63", "pg 63"; undefined for other words. */
export function pageNumberIn(words: string): number | undefined {
  const number = /^\s*(?:p(?:age|g)?s?\.?\s*)?(\d{1,4})\s*$/i.exec(words)?.[1];
  return number === undefined ? undefined : Number(number);
}

export const isOnPage = (
  { pages }: { readonly pages: readonly (readonly [first: number, last: number])[] },
  page: number,
): boolean => pages.some(([first, last]) => first <= page && page <= last);
