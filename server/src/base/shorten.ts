/** The words, cut at a word where they are too long: at most so many characters of them, and an ellipsis. */
export const shortenAtWord = (words: string, longest: number): string =>
  words.length <= longest ? words : `${words.slice(0, longest).replace(/\s+\S*$/, "")} …`;

/** The words, cut anywhere where they are too long, so that they fill a place of so many characters. */
export const shortenToFit = (words: string, longest: number): string =>
  words.length <= longest ? words : `${words.slice(0, longest - 1).trimEnd()}…`;
