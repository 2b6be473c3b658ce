/** Normalizes names, so that different spellings of a name can be found. All lookups by name use it. */

/** Words that don't distinguish one title from another. */
const smallWords = new Set(["the", "a", "an", "of", "for", "and", "or", "in", "to"]);

/** "3.3.6 ", "2. ": the number before a section's title. */
const sectionNumber = /^\s*\d{1,2}\.(?:\d{1,2}\.){0,4}\d{0,2}\s/;

/** "relaxants" → "relaxant", "studies" → "study". Not always right, but the same for both sides of a comparison. */
export function singular(word: string): string {
  if (word.length < 4 || !word.endsWith("s")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss|z)es$/.test(word)) return word.slice(0, -2);
  return /(?:ss|us|is)$/.test(word) ? word : word.slice(0, -1);
}

/** "MRIs", "ESIs": in lower case, they look like "arthritis". */
const pluralAcronym = /\b([A-Z]{2,5})s\b/g;

const noFillers: ReadonlySet<string> = new Set();

/** The words of a name in lower case and singular, without punctuation, small words, and `fillers`. */
export function wordsOf(name: string, fillers: ReadonlySet<string> = noFillers): readonly string[] {
  const plain = name.replace(pluralAcronym, "$1").toLowerCase().replace(/['’]/g, "");
  const words: string[] = [];
  for (const word of plain.match(/[a-z0-9\u00c0-\u024f]+/g) ?? []) {
    const one = singular(word);
    if (!smallWords.has(one) && !fillers.has(one)) words.push(one);
  }
  return words;
}

/** Words for the kind of thing that a title names. */
const titleFillers = new Set(["section", "chapter", "topic"]);

/** The words of a topic's title: "3.3.9 Opioids …", "Section Other topicals", "Shoulder Chapter". */
export function titleWords(title: string): readonly string[] {
  return wordsOf(withoutSectionNumber(title), titleFillers);
}

/** Equal for spellings that differ in case, punctuation, hyphens, spaces, plural, or small words. */
export function normalizedName(words: readonly string[]): string {
  return words.join("");
}

/** A bag of words: also equal for spellings that differ in word order. */
export function bagOf(words: readonly string[]): string {
  return [...words].sort().join(" ");
}

export function withoutSectionNumber(name: string): string {
  return name.replace(sectionNumber, "");
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

const anyYear = /\b(?:19|20)\d{2}\b/g;

/** A name without the year in it, and the year: "Chronic Pain Medical Treatment 2016 Guidelines". */
export function splitYear(name: string): { readonly name: string; readonly year: number | undefined } {
  const years = name.match(anyYear);
  return { name: name.replace(anyYear, " "), year: years ? Number(years[0]) : undefined };
}
