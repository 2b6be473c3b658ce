/**
 * Text that is written anew, with a map back to the text that it is made of. The map is a list of pieces: runs of
 * characters that stand one after another in both.
 */

/** A text and where each of its characters comes from. */
export class MappedText {
  readonly text: string;
  /** Where each piece starts here. */
  readonly #starts: readonly number[];
  /** Where each piece starts in the source. */
  readonly #offsets: readonly number[];

  constructor(text: string, starts: readonly number[], offsets: readonly number[]) {
    this.text = text;
    this.#starts = starts;
    this.#offsets = offsets;
  }

  /** The source's offset of a character. */
  offsetAt(index: number): number {
    const piece = lastUpTo(this.#starts, index);
    return (this.#offsets[piece] as number) + index - (this.#starts[piece] as number);
  }

  /** The first character that stands at the source's offset or behind it. */
  indexAt(offset: number): number {
    let piece = lastUpTo(this.#offsets, offset);
    while (this.#offsets[piece] === offset && this.#offsets[piece - 1] === offset) piece--;
    const index = (this.#starts[piece] ?? 0) + Math.max(0, offset - (this.#offsets[piece] ?? 0));
    return Math.min(index, this.#starts[piece + 1] ?? this.text.length);
  }
}

/** The last place in an ascending list whose number is at most `value`; 0 where none is. */
function lastUpTo(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Goes through the source once. Each step says what becomes of it from where the step before ended. */
export class FlatTextBuilder {
  readonly #source: string;
  /** The source is dealt with up to here. */
  #at: number;
  #length = 0;
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  /** How far the last piece stands behind its source. */
  #shift = Number.NaN;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#at = start;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** The source up to `end` as it is. */
  copy(end: number): void {
    if (end > this.#at) this.replace(end, this.#source.slice(this.#at, end));
  }

  /** The source up to `end` as these words, character for character as far as they go. */
  replace(end: number, words: string): void {
    if (this.#length - this.#at !== this.#shift) this.#beginPiece();
    this.#parts.push(words);
    this.#length += words.length;
    this.#at = end;
  }

  /** The next character, a ligature, as its letters: all stand at its offset, so each begins a piece. */
  spellOut(letters: string): void {
    for (const letter of letters) {
      this.#beginPiece();
      this.#parts.push(letter);
      this.#length++;
    }
    this.#at++;
  }

  /** Nothing of the source up to `end`. */
  skip(end: number): void {
    this.#at = end;
  }

  finish(): MappedText {
    return new MappedText(this.#parts.join(""), this.#starts, this.#offsets);
  }

  #beginPiece(): void {
    this.#starts.push(this.#length);
    this.#offsets.push(this.#at);
    this.#shift = this.#length - this.#at;
  }
}
