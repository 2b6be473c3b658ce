/** Cuts text after a word: at most `maxLength` characters of it, and an ellipsis. */
export const shortenAtWord = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength).replace(/\s+\S*$/, "")} …`;

/** Cuts text anywhere: at most `maxLength` characters, including the ellipsis. */
export const shortenToFit = (text: string, maxLength: number): string =>
  text.length <= maxLength ? text : `${text.slice(0, maxLength - 1).trimEnd()}…`;
