/** Titles of headings, however a document writes them. */

/** Longer lines aren't headings, in UTF-16 units. */
export const maxTitleLength = 160;

/** "3.2", "Chapter 4:", "IV.", "A)": what numbers a heading. */
const number =
  /^(?:(?:chapter|section|part|appendix) (?:\d{1,3}|[ivxlc]{1,6}|[a-z])(?![\p{L}\d])[.:)]{0,2}|\d{1,3}(?:\.\d{1,3}){0,4}[.:)]{0,2}|(?:[ivxlc]{1,6}|[a-z])[.:)])(?: [-–—:])? (?=\p{L})/iu;

/** Headings of parts that nobody cites. */
const unnamed =
  /^(?:(?:table of )?contents|list of (?:tables|figures)|index|cover|title page|copyright|acknowledgment\w*|acknowledgement\w*|(?:(?:page|slide|sheet) )?[\divxlc]{1,6})$/i;

/** Captions of tables and figures. */
const caption = /^(?:table|figure|fig\.?|exhibit|box) [\dA-Z]/i;

/** Characters between a title and the number of its page. */
export const leaders = " .·…_";
/** Fewer may be punctuation, such as an ellipsis. */
const minLeaders = 4;

/** The length of the words without these characters at their end, if there are at least `least` of them. */
export function lengthWithout(words: string, characters: string, least: number): number {
  let end = words.length;
  while (end > 0 && characters.includes(words.charAt(end - 1))) end--;
  return words.length - end >= least ? end : words.length;
}

/** The title without its number and leaders; undefined if the words aren't a title. */
export function headingTitle(words: string): string | undefined {
  const line = words.replace(/[\s\u200b]+/g, " ").trim();
  const plain = line.slice(0, lengthWithout(line, leaders, minLeaders));
  if (plain.length > maxTitleLength || !/\p{L}{2}/u.test(plain)) return undefined;
  if (unnamed.test(plain) || caption.test(plain)) return undefined;
  const title = plain.replace(number, "");
  return title.slice(0, lengthWithout(title, " :;,", 1));
}
