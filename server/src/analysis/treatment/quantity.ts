/** A quantity of a treatment, in measures that can be compared. */
import type { FlatText } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { AttributeMention, QuantityAttribute } from "./attribute.ts";

/** The characters of one number. */
export interface WrittenNumber extends Span {
  readonly value: number;
}

/** What is counted, or in what something is measured. */
export type Measure =
  /** "#60", "qty 60", "x 60": the words don't say of what. */
  | "any"
  | "piece"
  /** Injections, pairs, and trips, which are only counted with their like. */
  | "item"
  | "session"
  | "refill"
  | "day"
  | "time a day"
  | "hour"
  | "hour a day"
  | "hour a week"
  | "mg"
  | "%"
  | "unit"
  | "meq"
  | "g"
  | "ml"
  | "container"
  | "purchase"
  | "rental"
  | "date";

export interface Quantity extends AttributeMention {
  readonly attribute: QuantityAttribute;
  readonly measure: Measure;
  /** In the measure. They differ for a range, such as "4-6 hours" or "two to three times a week". */
  readonly low: number;
  readonly high: number;
  /** The word for what is counted, in singular: "session", "box", "month". */
  readonly unit: string;
  /** The components of a strength, in the measure: 10 and 325 for "10/325mg". */
  readonly values: readonly number[];
  /** The numbers in the text, in order. */
  readonly numbers: readonly WrittenNumber[];
  /** Of "eight (6) sessions", the number that is to say the same again. */
  readonly restated: WrittenNumber | undefined;
}

/** A quantity that is being read, with its offsets in the flat text. */
export interface PlacedQuantity extends Quantity {
  readonly at: number;
  readonly until: number;
}

/** The quantity that these words state, which are at the offset of the flat text. */
export function placed(
  flat: FlatText,
  at: number,
  words: string,
  quantity: Omit<Quantity, "start" | "end" | "words">,
): PlacedQuantity {
  const until = at + words.length;
  const { start, end } = flat.span(at, until);
  const { attribute, value, measure, low, high, unit, values, numbers, restated } = quantity;
  return {
    start,
    end,
    attribute,
    value,
    measure,
    low,
    high,
    unit,
    values,
    numbers,
    restated,
    words,
    at,
    until,
  };
}
