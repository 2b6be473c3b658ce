/** Recognizes this program's own text output, which quotes letters and reads like one. */

const location = /(?::\d+:\d+|, (?:page \d+, )?line \d+): (?:error|warning|information|hint|see also): /;
const quoted = /^ {6}/;
const file = /^\S.*\.(?:imr|txt|pdf|docx)$/i;
const outlined = /^ {2,4}\S/;
const section = /^\S.*: [\d,]+ letters?$/;
const stated = /^ {2,6}\S/;

/**
 * Returns true for the text output of `check`, `outline`, and `criteria`. Every line has to be one of theirs, so that no letter that begins
 * like them is taken for them.
 */
export function isOwnOutput(text: string): boolean {
  const lines = text.split("\n").filter((line) => line !== "");
  const [first = ""] = lines;
  const forms = [
    [location, quoted],
    [file, outlined],
    [section, stated],
  ].find(([start]) => start?.test(first));
  return (
    forms !== undefined && lines.length > 1 && lines.every((line) => forms.some((form) => form.test(line)))
  );
}
