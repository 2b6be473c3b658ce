/** Finds topics by page number. */

/** The number in "63", "p. 63", "page 63", or "pg 63"; undefined for other text. */
export function pageNumberIn(words: string): number | undefined {
  const number = /^\s*(?:p(?:age|g)?s?\.?\s*)?(\d{1,4})\s*$/i.exec(words)?.[1];
  return number === undefined ? undefined : Number(number);
}

export const isOnPage = (
  { pages }: { readonly pages: readonly (readonly [first: number, last: number])[] },
  page: number,
): boolean => pages.some(([first, last]) => first <= page && page <= last);
