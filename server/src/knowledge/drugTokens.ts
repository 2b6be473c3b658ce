/** The words of a text, as the names of drugs are made of them. */

import { foldCase } from "../base/bloomFilter.ts";
import { fnv1aStep } from "../base/fnv1a.ts";

/**
 * What a character adds to the hash of its word, 0 where it is of no word. Words are of letters and digits of any script
 * that a letter can hold. Not by a regular expression: every character is asked.
 */
function foldedOfWord(code: number): number {
  if (code < 0x80) return asciiOfWord[code] as number;
  const ofWord =
    code < 0xc0
      ? code === 0xaa || code === 0xb5
      : (code <= 0x1fff && code !== 0xd7 && code !== 0xf7) || (code >= 0x3040 && code <= 0xd7ff);
  return ofWord ? foldCase(code) : 0;
}

const asciiOfWord = Uint8Array.from({ length: 0x80 }, (_, code) =>
  /\w/.test(String.fromCharCode(code)) ? foldCase(code) : 0,
);

const numberSign = 35;

/**
 * Walks over the words of a text. No word is cut out, as nearly none is asked for: the fields say where the present one
 * is, and have its hash. "#" is a word of "Tylenol #3".
 */
export class DrugTokens {
  start = 0;
  end = 0;
  hash = 0;

  constructor(
    readonly text: string,
    private next = 0,
  ) {}

  /** Goes on to the next word; false where there is none. */
  advance(): boolean {
    const { text } = this;
    const { length } = text;
    let at = this.next;
    let code = 0;
    let folds = 0;
    for (; at < length; at++) {
      code = text.charCodeAt(at);
      folds = foldedOfWord(code);
      if (folds !== 0 || code === numberSign) break;
    }
    if (at >= length) return false;
    this.start = at;
    let hash = fnv1aStep(0, folds === 0 ? code : folds);
    at++;
    if (folds !== 0) {
      for (; at < length; at++) {
        folds = foldedOfWord(text.charCodeAt(at));
        if (folds === 0) break;
        hash = fnv1aStep(hash, folds);
      }
    }
    this.end = at;
    this.hash = hash;
    this.next = at;
    return true;
  }

  /** Goes on behind the offset, where a name that begins at the present word ends. */
  skipTo(offset: number): void {
    this.next = offset;
  }

  /** The present word in lower case. */
  get word(): string {
    return this.text.slice(this.start, this.end).toLowerCase();
  }
}
