/** The 1-based page of an offset in a text. `pages` are the offsets at which pages begin. Doesn't depend on VS Code. */
export function pageOfOffset(pages: readonly number[], offset: number): number {
  const after = pages.findIndex((start) => start > offset);
  return Math.max(1, after < 0 ? pages.length : after);
}
