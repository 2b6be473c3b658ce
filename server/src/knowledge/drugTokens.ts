/** The words of a text, as names of drugs have them. */

import { foldCase } from "../base/bloomFilter.ts";
import { fnv1aStep } from "../base/fnv1a.ts";

/**
 * What a character adds to the hash of its word; 0 if it doesn't belong to a word. Words are made of letters and digits of
 * any script. This isn't a regular expression because it runs for every character.
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
 * Walks over the words of a text without cutting them out, because nearly none is needed: the fields are the span and the
 * hash of the current word. "#" is a word in "Tylenol #3".
 */
export class DrugTokens {
  start = 0;
  end = 0;
  hash = 0;

  constructor(
    readonly text: string,
    private next = 0,
  ) {}

  /** Moves to the next word; false if there is none. */
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

  /** Continues after `offset`, where a name that begins with the current word ends. */
  skipTo(offset: number): void {
    this.next = offset;
  }

  /** The current word in lower case. */
  get word(): string {
    return this.text.slice(this.start, this.end).toLowerCase();
  }
}
