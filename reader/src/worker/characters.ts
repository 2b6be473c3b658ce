/** Characters that a document has for its looks, and that would hide a word from a search. */

const controls = /[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]/g;
/** Soft hyphens, joiners, marks of direction, and spaces without width. Nothing shows them, and a word may have them inside. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Control characters have no meaning in a document's text, and would do something to a terminal. */
export const withoutControls = (text: string): string => text.replace(controls, "").replace(invisible, "");

export const withoutLigatures = (text: string): string =>
  text.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"));
