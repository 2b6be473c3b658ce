/** Finds which of many phrases a text contains, by walking its words once. */

import { type BloomFilter, createBloomFilter, foldCase } from "./bloomFilter.ts";
import { fnv1aStep } from "./fnv1a.ts";

export interface Phrases {
  /** By the word that they start with; phrases of one word by its plural too. */
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
  readonly firstWords: BloomFilter;
}

/** Takes phrases in lower case and singular, their words one space apart. */
export function createPhrases(phrases: readonly string[]): Phrases {
  const groups = new Map<string, string[]>();
  for (const phrase of new Set(phrases)) {
    const [first = "", ...rest] = phrase.split(" ");
    for (const word of rest.length === 0 ? [first, `${first}s`] : [first]) {
      groups.set(word, [...(groups.get(word) ?? []), phrase]);
    }
  }
  return { byFirstWord: groups, firstWords: createBloomFilter(groups.keys()) };
}

/** The phrases in a flat text, in any case: whole words, in singular or with an "s" after the last. */
export function phrasesIn(text: string, { byFirstWord, firstWords }: Phrases): ReadonlySet<string> {
  const found = new Set<string>();
  let start = 0;
  let hash = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = foldedOfWord(text, at);
    if (code !== 0) {
      hash = fnv1aStep(hash, code);
      continue;
    }
    if (at > start && firstWords.mightContain(hash)) {
      for (const phrase of byFirstWord.get(text.slice(start, at).toLowerCase()) ?? []) {
        if (isPhraseAt(phrase, text, start)) found.add(phrase);
      }
    }
    start = at + 1;
    hash = 0;
  }
  return found;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const ofWord = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /[a-z\d%./-]/i.test(String.fromCharCode(code)) ? foldCase(code) : 0,
);

/**
 * What the character at the offset adds to the hash of its word; 0 if it doesn't belong to a word. Words are made of A to
 * Z, digits, "%", and "-", and of "." and "/" before a digit: a slash joins the numbers of a strength and separates "EMG/NCV".
 */
function foldedOfWord(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (code >= 0x80) return 0;
  const joins = code === 0x2e || code === 0x2f;
  const isOf = !joins || (at + 1 < text.length && isDigit(text.charCodeAt(at + 1)));
  return isOf ? (ofWord[code] as number) : 0;
}

const isOfWord = (text: string, at: number): boolean => foldedOfWord(text, at) !== 0;

/** Whether the phrase is at the offset, followed by the end of a word. */
function isPhraseAt(phrase: string, text: string, offset: number): boolean {
  let at = offset;
  for (let i = 0; i < phrase.length; i++) {
    const code = phrase.charCodeAt(i);
    if (code === 0x20) {
      const next = nextWord(text, at);
      if (next === at) return false;
      at = next;
    } else if (isOfWord(text, at) && lowerCase(text.charCodeAt(at)) === code) at++;
    else return false;
  }
  return !isOfWord(text, at) || (lowerCase(text.charCodeAt(at)) === 0x73 && !isOfWord(text, at + 1));
}

const lowerCase = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

/** The offset after what may separate two words of a phrase: one period or slash, or a run of anything else. */
function nextWord(text: string, offset: number): number {
  const stops = (at: number): boolean => text[at] === "." || text[at] === "/";
  let at = offset;
  if (stops(at) && !isOfWord(text, at)) return at + 1;
  while (at < text.length && !stops(at) && !isOfWord(text, at)) at++;
  return at;
}
