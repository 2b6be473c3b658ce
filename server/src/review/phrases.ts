/** Finds which of many phrases a text says, by walking its words once. */

/** Phrases by the word that they start with, or by the plural of it where they are one word. */
export type Phrases = ReadonlyMap<string, readonly string[]>;

/** Phrases in lower case, singular, their words one space apart. */
export function byFirstWord(phrases: readonly string[]): Phrases {
  const groups = new Map<string, string[]>();
  for (const phrase of new Set(phrases)) {
    const [first = "", ...rest] = phrase.split(" ");
    for (const word of rest.length === 0 ? [first, `${first}s`] : [first]) {
      groups.set(word, [...(groups.get(word) ?? []), phrase]);
    }
  }
  return groups;
}

/**
 * The phrases that stand in `padded`, whole words in singular or with an "s" after the last. `padded` is in lower case,
 * with a space between words, before the first and after the last.
 */
export function phrasesIn(padded: string, phrases: Phrases): ReadonlySet<string> {
  const found = new Set<string>();
  let start = 1;
  for (let end = padded.indexOf(" ", start); end >= 0; end = padded.indexOf(" ", start)) {
    for (const phrase of phrases.get(padded.slice(start, end)) ?? []) {
      if (padded.startsWith(`${phrase} `, start) || padded.startsWith(`${phrase}s `, start))
        found.add(phrase);
    }
    start = end + 1;
  }
  return found;
}
