/** Marks of Markdown, which programs that convert PDF and Word files put around headings and bold words. */

const heading = /^[ \t]*#{1,6}(?=[ \t]+\**[A-Z])/gm;
const bold = /\*\*([^\s*](?:[^*]{0,400}[^\s*])?)\*\*/g;
const escaped = /\\(?=[#*_[\]().&+-])/g;

const blank = (words: string): string => " ".repeat(words.length);

/** The text with spaces in place of the marks, so that offsets stay. */
export function withoutMarkdownMarks(text: string): string {
  // Nearly no letter has any.
  if (!text.includes("**") && !text.includes("# ")) return text;
  const plain = text.replace(heading, blank).replace(bold, "  $1  ");
  return plain === text ? text : plain.replace(escaped, " ");
}
