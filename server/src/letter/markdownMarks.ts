/** Marks of Markdown, which programs that convert PDF and Word files put around headings and bold words. */

const heading = /^#{1,6}(?= (?:\*\*)?[A-Z])/gm;
const escapes = /\\(?=[#*_[\]().&+-])/g;

const blank = (words: string): string => " ".repeat(words.length);

/** The text with spaces in place of the marks, so that offsets stay. */
export function withoutMarkdownMarks(text: string): string {
  // Nearly no letter has any.
  if (!text.includes(bold) && !text.includes("# ")) return text;
  const plain = withoutBold(text.replace(heading, blank));
  return plain === text ? text : plain.replace(escapes, " ");
}

const bold = "**";

/** In UTF-16 code units. */
const longestBold = 400;

function withoutBold(text: string): string {
  let plain = "";
  let [written, at] = [0, text.indexOf(bold)];
  while (at >= 0) {
    const start = at + bold.length;
    const end = text.indexOf("*", start);
    if (isBold(text, start, end)) {
      plain += `${text.slice(written, at)}  ${text.slice(start, end)}  `;
      written = end + bold.length;
    }
    at = text.indexOf(bold, Math.max(start, written));
  }
  return plain + text.slice(written);
}

/** Whether words without spaces around them, and then the second mark, are between the offsets. */
const isBold = (text: string, start: number, end: number): boolean =>
  end > start &&
  end - start <= longestBold &&
  text.startsWith(bold, end) &&
  !isSpace(text.charAt(start)) &&
  !isSpace(text.charAt(end - 1));

const isSpace = (character: string): boolean => character.trim() === "";
