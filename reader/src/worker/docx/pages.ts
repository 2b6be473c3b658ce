/** Where pages begin in the text of a Word file. */

/** A page break that the document asks for, and one that Word put there when it showed the document last. */
export const hardBreak = "\f";
export const softBreak = "\ue000";

/** Joins lines, and finds the offsets at which pages begin. */
export function paged(lines: readonly string[]): {
  readonly text: string;
  readonly pages: readonly number[];
} {
  const marked = lines.map((line) => `${line}\n`).join("");
  const pages = [0];
  const pieces: string[] = [];
  let length = 0;
  let isBlank = true;
  for (const piece of marked.split(/(?=[\f\ue000])/)) {
    const isSoft = piece.startsWith(softBreak);
    if (isSoft || piece.startsWith(hardBreak)) {
      const start = length + (isSoft ? 0 : 1);
      // Word also marks a break that the document asks for.
      if (!isBlank) pages.push(start);
      else if (pages.length > 1) pages[pages.length - 1] = start;
      isBlank = true;
    }
    const words = isSoft ? piece.slice(1) : piece;
    isBlank &&= words.trim() === "";
    pieces.push(words);
    length += words.length;
  }
  return { text: pieces.join(""), pages };
}
