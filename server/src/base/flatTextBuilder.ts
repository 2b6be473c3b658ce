/**
 * Builds a text from another one, with a map back to its offsets. The map is a list of pieces: runs of characters that
 * follow each other in both texts.
 */

/** A text, and the place in the source that each of its characters comes from. Offsets are UTF-16 offsets. */
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

  /** The offset in the source of the character at `index`. */
  offsetAt(index: number): number {
    const piece = lastUpTo(this.#starts, index);
    return (this.#offsets[piece] as number) + index - (this.#starts[piece] as number);
  }

  /** The index of the first character that comes from `offset` in the source or from after it. */
  indexAt(offset: number): number {
    let piece = lastUpTo(this.#offsets, offset);
    while (this.#offsets[piece] === offset && this.#offsets[piece - 1] === offset) piece--;
    const index = (this.#starts[piece] ?? 0) + Math.max(0, offset - (this.#offsets[piece] ?? 0));
    return Math.min(index, this.#starts[piece + 1] ?? this.text.length);
  }
}

/** The last index in an ascending list whose number is at most `value`, or 0. */
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

/** Goes through the source once. Each call says what becomes of the source from where the previous call ended. */
export class FlatTextBuilder {
  readonly #source: string;
  /** The offset in the source up to which it has been handled. */
  #at: number;
  #length = 0;
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #offsets: number[] = [];
  /** The distance from an offset in the last piece's source to its index in the text. */
  #shift = Number.NaN;

  constructor(source: string, start: number) {
    this.#source = source;
    this.#at = start;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Adds the source up to `end` unchanged. */
  copy(end: number): void {
    if (end > this.#at) this.replace(end, this.#source.slice(this.#at, end));
  }

  /** Adds `words` in place of the source up to `end`, character for character as far as they go. */
  replace(end: number, words: string): void {
    if (this.#length - this.#at !== this.#shift) this.#beginPiece();
    this.#parts.push(words);
    this.#length += words.length;
    this.#at = end;
  }

  /** Adds the characters of a ligature in place of it. All come from its offset, so each begins a piece. */
  spellOut(characters: string): void {
    for (const character of characters) {
      this.#beginPiece();
      this.#parts.push(character);
      this.#length++;
    }
    this.#at++;
  }

  /** Leaves out the source up to `end`. */
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
