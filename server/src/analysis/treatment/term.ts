/** The rows of the vocabulary of treatments. */
import type { TreatmentAttribute } from "./attribute.ts";

/** A value of an attribute, and the words for it. */
export interface Term {
  readonly attribute: TreatmentAttribute;
  /** As messages name it. */
  readonly value: string;
  /** Wider values, which may stand for it: "injection" for "epidural injection". */
  readonly of: readonly string[];
  /** Lower case, singular, without hyphens. A slash or a parenthesis is a word. */
  readonly words: readonly string[];
  /** What the words say besides: a meniscectomy is of the knee. */
  readonly also: readonly (readonly [TreatmentAttribute, string])[];
  /** Words from which the value is read, and that are read differently without the row. */
  readonly example: string;
}

type Row = readonly [
  value: string,
  words: string,
  example: string,
  also?: readonly (readonly [TreatmentAttribute, string])[],
];

/** Rows of one attribute, and of the same wider values. Their words are separated by "|". */
export const terms = (
  attribute: TreatmentAttribute,
  of: string | readonly string[],
  rows: readonly Row[],
): readonly Term[] =>
  rows.map(([value, words, example, also = []]) => ({
    attribute,
    value,
    of: typeof of === "string" ? (of === "" ? [] : [of]) : of,
    words: words.split("|"),
    also,
    example,
  }));
