/**
 * What one look at each word of a part shows: words and sentences that stand twice, and which of the costlier readers have
 * something to read there. Nearly every part needs none of them.
 */
import { createBloomFilter, foldCase } from "../base/bloomFilter.ts";
import { fnv1aStep } from "../base/fnv1a.ts";
import { lazy } from "../base/memoize.ts";
import type { FlatRange } from "../base/sentences.ts";
import { givenNames } from "./givenNames.ts";

/**
 * Words in lower case, and marks, that the readers of remnants and of persons look for. A pattern of theirs is only searched for
 * where one of its signs is.
 */
const remnantWords = (
  "todo to-do tbd tba fixme tktk tk xx xxx xxxx xxxxx qa qc note nan lorem error mergefield click choose asdf asdfasdf qwerty insert add " +
  "fill enter check verify confirm revise rewrite delete cite need needs please pls plz here double-check double placeholder " +
  "sample not fix editor editor's reviewer typist transcriptionist transcriber internal drafting author object put paste type write your " +
  "typists transcriptionists transcribers dictation dictations copy sure do edit send comment"
).split(" ");
/** "is/was", "upheld/overturned". */
export const choices = [
  ..."is was has does did are were".split(" ").map((word) => `${word}/${word}`),
  ..."upheld certified approved"
    .split(" ")
    .flatMap((word) => ["overturned", "denied", "non-certified"].map((other) => `${word}/${other}`)),
];
const personWords =
  "mr ms mrs miss mx named whose ssn phone telephone tel fax cell number mrn street avenue blvd boulevard policy".split(
    " ",
  );
/** A given name is the sign "given name". */
const signOf: ReadonlyMap<string, string> = new Map([
  ...givenNames.map((name) => [name, "given name"] as const),
  ...[...remnantWords, ...choices, ...personWords].map((word) => [word, word] as const),
]);
const personSigns = new Set([...personWords, "given name", "long number", "claim number", "@"]);
const signWords = lazy(() => createBloomFilter(signOf.keys()));

export interface WordScan {
  /** The second of two equal words or phrases, with the space before it. */
  readonly repeatedWords: readonly FlatRange[];
  /** Sentences that stand earlier in the part, each with the earlier place. */
  readonly repeatedSentences: readonly { readonly first: FlatRange; readonly again: FlatRange }[];
  /** The signs that the part has. */
  readonly signs: ReadonlySet<string>;
  /** Whether one of them may be that of a person. */
  readonly hasPerson: boolean;
}

const separator = 0;
const mark = 1;
const firstOfWord = 2;

/** What a character is: a separator, a mark, which is a sign by itself, or, folded, a character of a word. */
const kinds = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z0-9'/-]/i.test(character)) return foldCase(code);
  return /[@[{<_*(#?]/.test(character) ? mark : separator;
});

const space = 32;
/** A telephone number, or a number of an insurance: "555-12-3456", "123-4567". */
const isLikeNumber = (flat: string, start: number, end: number): boolean =>
  (end - start >= 11 || end - start === 8) && flat.charCodeAt(start + 3) === 45;
const isStop = (code: number): boolean => code === 46 || code === 33 || code === 63;

/** In words. Shorter sentences may well stand twice. */
const minRepeatedWords = 4;

export function scanWords(flat: string): WordScan {
  const repeatedWords: FlatRange[] = [];
  const repeatedSentences: { first: FlatRange; again: FlatRange }[] = [];
  const signs = new Set<string>();
  if (flat.includes("laim #") || flat.includes("laim no.")) signs.add("claim number");
  if (flat.includes("\u00ab")) signs.add("\u00ab");
  const filter = signWords();
  const seen = new Map<number, FlatRange>();
  const last = new LastWords();
  let lastMark = 0;
  let hash = 0;
  let start = 0;
  let sentence = 0;
  let sentenceStart = 0;
  let words = 0;
  for (let at = 0; at <= flat.length; at++) {
    const code = at < flat.length ? flat.charCodeAt(at) : 0;
    const kind = code < 0x80 ? (kinds[code] as number) : separator;
    if (kind >= firstOfWord) {
      if (hash === 0) start = at;
      hash = fnv1aStep(hash, kind);
      continue;
    }
    if (kind === mark && code !== lastMark) {
      signs.add(flat.charAt(at));
      lastMark = code;
    }
    if (hash !== 0) {
      if (filter.mightContain(hash)) {
        const sign = signOf.get(flat.slice(start, at).toLowerCase());
        if (sign !== undefined) signs.add(sign);
      }
      if (isLikeNumber(flat, start, at)) signs.add("long number");
      if (words === 0) sentenceStart = start;
      words++;
      sentence = Math.imul(sentence, 31) + hash;
      const follows = start > 0 && flat.charCodeAt(start - 1) === space;
      const repeated = last.add(hash, start, at, follows);
      if (repeated >= 0) repeatedWords.push({ start: repeated, end: at });
      hash = 0;
    }
    if (!isStop(code) || (at + 1 < flat.length && flat.charCodeAt(at + 1) !== space)) continue;
    if (words >= minRepeatedWords) {
      const again = { start: sentenceStart, end: at + 1 };
      const first = seen.get(sentence);
      if (first && same(flat, first, again)) repeatedSentences.push({ first, again });
      else seen.set(sentence, again);
    }
    sentence = 0;
    words = 0;
  }
  let hasPerson = false;
  for (const sign of signs) hasPerson ||= personSigns.has(sign);
  return { repeatedWords, repeatedSentences, signs, hasPerson };
}

/** In words. */
const longestRepeated = 3;

/** The last six words. Numbers in place of objects, because each word of a letter comes by. */
class LastWords {
  readonly #hashes = new Int32Array(8);
  readonly #starts = new Int32Array(8);
  readonly #ends = new Int32Array(8);
  /** Whether only a space is before it. */
  readonly #follows = new Uint8Array(8);
  /** How many have been added since the last repetition. */
  #count = 0;

  /** Returns the offset where the words begin that now stand twice in a row; -1 if none do. */
  add(hash: number, start: number, end: number, followsSpace: boolean): number {
    const at = this.#count++ & 7;
    this.#hashes[at] = hash;
    this.#starts[at] = start;
    this.#ends[at] = end;
    const before = this.#ends[(at + 7) & 7] as number;
    this.#follows[at] = this.#count > 1 && followsSpace && before === start - 1 ? 1 : 0;
    for (let length = 1; length <= longestRepeated && 2 * length <= this.#count; length++) {
      if (!this.#repeats(length)) continue;
      const first = this.#starts[(this.#count - 2 * length) & 7] as number;
      this.#count = 0;
      return first;
    }
    return -1;
  }

  #repeats(length: number): boolean {
    for (let i = 1; i <= length; i++) {
      const at = (this.#count - i) & 7;
      const before = (at - length) & 7;
      if (this.#hashes[at] !== this.#hashes[before] || this.#follows[at] === 0) return false;
      if (i < length && this.#follows[before] === 0) return false;
    }
    return true;
  }
}

const same = (flat: string, a: FlatRange, b: FlatRange): boolean =>
  flat.slice(a.start, a.end).toLowerCase() === flat.slice(b.start, b.end).toLowerCase();
