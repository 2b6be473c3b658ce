/** Compares the quantities of a request, however they are written. */
import { flatten } from "../../base/flatText.ts";
import { writtenLike } from "../../base/numberWords.ts";
import type { Measure, Quantity } from "./quantity.ts";

/** A quantity, and those of the other side that are of its kind: none of them agrees with it. */
export interface QuantityDifference {
  readonly stated: Quantity;
  readonly requested: readonly [Quantity, ...Quantity[]];
}

/** The stated quantities that don't agree with the requested ones. What only one side states isn't compared. */
export function differingQuantities(
  text: string,
  stated: readonly Quantity[],
  requested: readonly Quantity[],
): readonly QuantityDifference[] {
  const [own, others] = [withTotal(text, stated), withTotal(text, requested)];
  const isSessions = (all: readonly Quantity[]) => !all.some(({ attribute }) => attribute === "strength");
  const loose = isSessions(own) && isSessions(others);
  const swapped = otherUnit(own, others);
  if (swapped) return [swapped];
  const added = addedContainers(own, others);
  if (added) return [added];
  return own.flatMap((one) => {
    const alike = others.filter((other) => comparable(one, other));
    const fallback =
      loose && alike.length === 0 ? others.filter((other) => anyAndSessions(one, other)) : alike;
    const [first, ...more] = fallback;
    if (first === undefined || fallback.some((other) => quantitiesAgree(one, other))) return [];
    if (isAmount(one) && amountsAgree(own, others, one.measure)) return [];
    // "12 sessions, 2 times a week for 6 weeks" has one total, whichever way it is stated.
    if (isTotal(one) && own.some((other) => other !== one && fallback.includes(other))) return [];
    return [{ stated: one, requested: [first, ...more] }];
  });
}

/** "10 weeks" for "10 visits": one number, but what it counts has changed, and nothing else says how many. */
function otherUnit(own: readonly Quantity[], others: readonly Quantity[]): QuantityDifference | undefined {
  const plan = (all: readonly Quantity[]) =>
    all.filter(({ attribute }) => /^(?:sessions|duration|frequency|count|hours|strength)$/.test(attribute));
  const [one, ...more] = plan(own);
  const [other, ...rest] = plan(others);
  if (!one || !other || more.length > 0 || rest.length > 0) return undefined;
  const attributes = [one.attribute, other.attribute];
  const [number] = one.numbers;
  const isSwapped =
    attributes.includes("sessions") &&
    attributes.includes("duration") &&
    number !== undefined &&
    number.value > 1 &&
    number.value === other.numbers[0]?.value;
  return isSwapped ? { stated: one, requested: [other] } : undefined;
}

const pieces: ReadonlySet<Measure> = new Set(["any", "piece", "item"]);

/** Whether two quantities are of one kind, so that they have to agree. */
export function comparable(a: Quantity, b: Quantity): boolean {
  if (a.measure === "container")
    return b.measure === "container" && containerOf(a.unit) === containerOf(b.unit);
  if (pieces.has(a.measure) && pieces.has(b.measure)) return countAlike(a, b);
  if (a.attribute === "tenure") return b.attribute === "tenure";
  return a.measure === b.measure;
}

function countAlike(a: Quantity, b: Quantity): boolean {
  if (a.measure === b.measure) return a.measure !== "item" || a.unit === b.unit;
  if (a.measure !== "any" && b.measure !== "any") return false;
  // "#1" may count packs, and "two pairs" may be four.
  const [less, more] = [Math.min(a.low, b.low), Math.max(a.low, b.low)];
  return a.unit !== "pair" && b.unit !== "pair" && !(less <= largestPackCount && more >= 7 * less);
}

const largestPackCount = 3;

const containerOf = (unit: string): string => (/^pack/.test(unit) ? "pack" : unit);

/** "Acupuncture #6" asks for six sessions. */
function anyAndSessions(a: Quantity, b: Quantity): boolean {
  const measures = [a.measure, b.measure];
  return measures.includes("any") && measures.includes("session");
}

/** Whether two comparable quantities can be the same: a range agrees with what lies within it. */
export function quantitiesAgree(a: Quantity, b: Quantity): boolean {
  if (a.attribute === "tenure" || a.attribute === "dateOfService") return a.value === b.value;
  if (a.attribute === "strength" && b.attribute === "strength") {
    const length = Math.min(a.values.length, b.values.length);
    return a.values.slice(0, length).every((value, i) => near(value, b.values[i] as number, 1e-6));
  }
  // A week has five days of work.
  if (
    a.measure === "day" &&
    a.unit !== b.unit &&
    (near(a.low * 7, b.low * 5, 1e-6) || near(a.low * 5, b.low * 7, 1e-6))
  )
    return true;
  // A month is four weeks or 30 days.
  const tolerance =
    a.measure === "day" && a.unit !== b.unit ? 0.08 : a.measure === "time a day" ? 0.04 : 1e-6;
  return a.low <= b.high * (1 + tolerance) && b.low <= a.high * (1 + tolerance);
}

const isAmount = ({ measure }: Quantity): boolean => measure === "g" || measure === "ml";

/** "Three 100 gram tubes" hold as much as "300g". */
const amountsAgree = (own: readonly Quantity[], others: readonly Quantity[], measure: Measure): boolean =>
  totalsOf(own, measure).some((total) => totalsOf(others, measure).includes(total));

const containersOf = (all: readonly Quantity[]): readonly Quantity[] =>
  all.filter((one) => one.measure === "container" || one.measure === "any");

function totalsOf(all: readonly Quantity[], measure: Measure): readonly number[] {
  const amounts = all.filter((one) => one.measure === measure).map(({ low }) => low);
  return amounts.flatMap((amount) => [amount, ...containersOf(all).map(({ low }) => amount * low)]);
}

/** "Three tubes of 100 grams" for "100 grams": the others name one amount, and no containers. */
function addedContainers(
  own: readonly Quantity[],
  others: readonly Quantity[],
): QuantityDifference | undefined {
  const several = own.find(({ measure, low }) => measure === "container" && low > 1);
  const [amount, ...more] = others.filter(isAmount);
  if (!several || !amount || more.length > 0 || containersOf(others).length > 0) return undefined;
  const [size, ...sizes] = own.filter(({ measure }) => measure === amount.measure);
  if (!size || sizes.length > 0 || size.low !== amount.low) return undefined;
  return { stated: several, requested: [amount] };
}

const near = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));

const isTotal = ({ attribute, numbers }: Quantity): boolean =>
  attribute === "sessions" && numbers.length === 0;

/** The quantities with their total: "2 times a week for 6 weeks" is 12 sessions, unless a number of sessions is given. */
export function withTotal(text: string, quantities: readonly Quantity[]): readonly Quantity[] {
  if (
    quantities.some(
      ({ attribute }) => attribute === "sessions" || attribute === "strength" || attribute === "hours",
    )
  ) {
    return quantities;
  }
  const total = totalOf(text, quantities);
  return total ? [...quantities, total] : quantities;
}

/** How many sessions a frequency and a duration come to; undefined unless there is one of each. */
export function totalOf(text: string, quantities: readonly Quantity[]): Quantity | undefined {
  const [frequency, ...otherFrequencies] = quantities.filter(({ attribute }) => attribute === "frequency");
  const [duration, ...otherDurations] = quantities.filter(({ attribute }) => attribute === "duration");
  if (!frequency || !duration || otherFrequencies.length > 0 || otherDurations.length > 0) return undefined;
  const start = Math.min(frequency.start, duration.start);
  const end = Math.max(frequency.end, duration.end);
  // A month has four weeks and up to three days.
  const [fewest, most] = duration.unit === "month" ? [28 / 30, 31 / 30] : [1, 1];
  const low = Math.round(frequency.low * duration.low * fewest);
  const high = Math.round(frequency.high * duration.high * most);
  const words = flatten(text, { start, end }).text;
  return {
    start,
    end,
    attribute: "sessions",
    measure: "session",
    value: `${low}-${high} session`,
    words,
    low,
    high,
    unit: "session",
    values: [],
    numbers: [],
    restated: undefined,
  };
}

/** The words that state `value` in the place of `inPlaceOf`, in its notation; undefined if they aren't interchangeable. */
export function inWordsOf(value: Quantity, inPlaceOf: Quantity): string | undefined {
  if (!comparable(value, inPlaceOf) || isTotal(value) || isTotal(inPlaceOf)) return undefined;
  if (inPlaceOf.restated !== undefined || value.restated !== undefined) return undefined;
  // "No refills", "box of 30", "hydrocodone 5 mg/acetaminophen 325 mg".
  if (value.low === 0 || isWordy(value) || isWordy(inPlaceOf)) return undefined;
  const { attribute, words } = inPlaceOf;
  const sameUnit = value.unit === inPlaceOf.unit && value.measure === inPlaceOf.measure;
  const counts = attribute === "count" || attribute === "sessions" || attribute === "refills";
  const isOneNumber = value.low === value.high && inPlaceOf.numbers.length === 1;
  if (
    isOneNumber &&
    (counts || (sameUnit && (attribute === "package" || attribute === "duration" || attribute === "supply")))
  ) {
    const { start, end } = inPlaceOf.numbers[0] as Quantity["numbers"][number];
    const written = value.numbers[0]?.value ?? value.low;
    const [from, to] = [start - inPlaceOf.start, end - inPlaceOf.start];
    if (words.length !== inPlaceOf.end - inPlaceOf.start) return undefined;
    const number = writtenLike(words.slice(from, to), written);
    return matchingNumber(words.slice(0, from) + number + words.slice(to), written, words.slice(from, to));
  }
  return value.attribute === attribute && !counts ? value.words : undefined;
}

const isWordy = ({ attribute, words, values }: Quantity): boolean =>
  (attribute === "count" && /\bof\b/i.test(words) && !/^q/i.test(words)) ||
  (values.length > 1 && /[a-z]{5}/i.test(words));

/** "1 session" becomes "2 sessions", and "2 refills" becomes "1 refill". */
function matchingNumber(words: string, number: number, before: string): string {
  const wasOne = /^(?:1|one)$/i.test(before);
  if (number === 1) return words.replace(/(box|patch)es$/i, "$1").replace(/([a-z])(?<!s)s$/i, "$1");
  if (!wasOne) return words;
  return words.replace(
    /\b(session|visit|treatment|refill|tablet|capsule|injection|bottle|tube|week|day|month|year|box|patch)$/i,
    (noun) => (/(?:x|ch)$/i.test(noun) ? `${noun}es` : `${noun}s`),
  );
}
