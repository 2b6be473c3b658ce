/** What two spellings of one name share: the ground that every lookup by name stands on. */

/** Words too small to tell one title from another. */
const SMALL = new Set(["the", "a", "an", "of", "for", "and", "or", "in", "to"]);

/** "3.3.6 ", "2. ": the number before a section's title. */
const SECTION_NUMBER = /^\s*\d{1,2}\.(?:\d{1,2}\.){0,4}\d{0,2}\s/;

/** "relaxants" → "relaxant", "studies" → "study". Rough, but the same for both sides of a comparison. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

const NO_FILLERS: ReadonlySet<string> = new Set();

/** The words of a name: lower case, singular, without punctuation and small words. */
export function wordsOf(name: string, fillers: ReadonlySet<string> = NO_FILLERS): readonly string[] {
  const plain = name.toLowerCase().replace(/['’]/g, "");
  const words: string[] = [];
  for (const word of plain.match(/[a-z0-9\u00c0-\u024f]+/g) ?? []) {
    const one = singular(word);
    if (!SMALL.has(one) && !fillers.has(one)) words.push(one);
  }
  return words;
}

/** Words that say what kind of thing a title names, not which. */
const TITLE_FILLERS = new Set(["section", "chapter"]);

/** The words of a topic's title: "3.3.9 Opioids …", "Section Other topicals", "Shoulder Chapter". */
export function titleWords(title: string): readonly string[] {
  return wordsOf(withoutSectionNumber(title), TITLE_FILLERS);
}

/** Equal for spellings that differ in case, punctuation, hyphens, spaces, plural or small words. */
export function normalizedName(words: readonly string[]): string {
  return words.join("");
}

/** Equal for spellings that differ in word order too. */
export function bagOf(words: readonly string[]): string {
  return [...words].sort().join(" ");
}

export function withoutSectionNumber(name: string): string {
  return name.replace(SECTION_NUMBER, "");
}

/** "Carisoprodol (Soma)" → "Carisoprodol". */
export function outsideBrackets(name: string): string {
  return hasBracket(name) ? name.replace(/[([][^()[\]]*[)\]]/g, " ") : name;
}

/** "Carisoprodol (Soma)" → ["Soma"]. */
export function insideBrackets(name: string): readonly string[] {
  return hasBracket(name) ? [...name.matchAll(/[([]([^()[\]]*)[)\]]/g)].map((match) => match[1] ?? "") : [];
}

const hasBracket = (name: string): boolean => name.includes("(") || name.includes("[");

const YEAR = /\b(?:19|20)\d{2}\b/g;

/** A name and the year that stands in it: "Chronic Pain Medical Treatment 2016 Guidelines". */
export function splitYear(name: string): { readonly name: string; readonly year: number | undefined } {
  const years = name.match(YEAR);
  return { name: name.replace(YEAR, " "), year: years ? Number(years[0]) : undefined };
}

/** Whether two strings are at most `limit` single-letter changes apart. */
export function isWithinOneEdit(a: string, b: string, limit: number): boolean {
  if (limit === 0 || Math.abs(a.length - b.length) > limit) return a === b;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(value);
      best = Math.min(best, value);
    }
    if (best > limit) return false;
    previous = current;
  }
  return (previous[b.length] ?? 0) <= limit;
}
