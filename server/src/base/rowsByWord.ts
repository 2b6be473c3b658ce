/**
 * Rows of a table by words that their expressions need, to try only those that a text can match: an expression that isn't tried
 * isn't compiled either. `test/base/rowsByWord.test.ts` checks that no word is missing.
 */

/** Any match of such a row's expression has one of these words, in lower case, with a space between two of them. */
export interface NeedsWord {
  readonly words: string;
}

/** What an alphanumeric word is: what an expression sees between two `\b`. "X-ray" is two words, "employee's" too. */
const word = /[a-z\d]+/g;

export class RowsByWord<Row extends NeedsWord> {
  readonly #rows: readonly Row[];
  /** Indexes into the rows. */
  readonly #byWord = new Map<string, number[]>();

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
    for (const [index, { words }] of rows.entries()) {
      for (const each of words.split(" ")) {
        const known = this.#byWord.get(each);
        if (known) known.push(index);
        else this.#byWord.set(each, [index]);
      }
    }
  }

  /** The rows that may match a text in lower case, in the order of the table. */
  in(lower: string): readonly Row[] {
    const found = new Set<number>();
    for (const each of lower.match(word) ?? []) {
      for (const index of this.#byWord.get(each) ?? []) found.add(index);
    }
    return [...found].sort((a, b) => a - b).map((index) => this.#rows[index] as Row);
  }
}
