/** The name of a letter in views. Doesn't depend on VS Code. */

/** The start of a letter that contains the table with the case number, in UTF-16 units. */
export const caseDetailsCharacters = 1500;

/** "CM15-0990101" if the letter starts with its case number; otherwise the file name. */
export function letterName(text: string, path: string): string {
  const start = text.slice(0, caseDetailsCharacters);
  const number = /case number/i.test(start) ? /\bCM\d\d-\d{7}\b/.exec(start)?.[0] : undefined;
  return number ?? path.slice(path.lastIndexOf("/") + 1);
}

/** The name of the file for a new letter, which every system takes: "CM15-0990101.imr.txt". */
export const newLetterFileName = (text: string): string => `${letterName(text, "New letter")}.imr.txt`;

/** The name of a Word file with a letter, which is never that of the file that it's read from. */
export function wordFileName(text: string, path: string): string {
  const name = letterName(text, path).replace(/(?:\.imr)?(?:\.txt)?$|\.(?:pdf|docx)$/i, "");
  const isSource = path.toLowerCase().endsWith(`/${name}.docx`.toLowerCase());
  return isSource ? `${name} (published form).docx` : `${name}.docx`;
}
