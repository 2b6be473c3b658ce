/** How a letter is told from others at a glance. Knows nothing of VS Code. */

/** The table with the case number stands at a letter's very beginning, in UTF-16 units. */
export const charactersOfCaseDetails = 1500;

/** "CM15-0990101" where the letter begins with its case number, else the file's name. */
export function letterName(text: string, path: string): string {
  const beginning = text.slice(0, charactersOfCaseDetails);
  const number = /case number/i.test(beginning) ? /\bCM\d\d-\d{7}\b/.exec(beginning)?.[0] : undefined;
  return number ?? path.slice(path.lastIndexOf("/") + 1);
}
