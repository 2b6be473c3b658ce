/** Reads strengths and the amounts of packages: "10/325mg", "5% (700 mg)", "60gm tube". */
import { bareStrengthPattern, strengthPattern } from "../../base/dosePatterns.ts";
import type { FlatText } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import { type Measure, type PlacedQuantity, placed, type Quantity } from "./quantity.ts";

const strength = new RegExp(`(?<![\\w.]|\\d,)${strengthPattern}`, "gi");
/** "Norco 10/325", "Norco 10-325": without its unit. The second number is one that no range of pages or visits ends in. */
const combined =
  /(?<![\w./#-]|\d,)\d{1,3}(?:\.\d{1,2})? ?[/-] ?(?:200|300|325|400|500|600|650|660|750)(?![\w/-]|[.,]\d|%)/g;
const bare = new RegExp(`(?<![\\w./#-])${bareStrengthPattern}(?![\\w/-])`, "g");
const component = /(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?: ?-?([a-z%\u00b5\u03bc.]+))?/gi;

/** What a dose is for a day, or how it compares with morphine, isn't the strength. */
const dayAfter =
  /^(?: total)?(?: ?(?:a|per|each|every|in a|\/) ?(?:day|d\b|24)| (?:daily )?(?:MEDs?|MMEs?|MEQ|of morphine|morphine|oral morphine)\b| (?:in|over|within) 24)/i;
const dayBefore =
  /\b(?:morphine equivalents?(?: dose)?|equivalent(?: dose)?|MEDs?|MMEs?|maximum|max|up to|limit|exceed\w*|daily dos(?:e|age)|total(?: daily)?)\.?(?: of| is| at| to|:|,)? ?(?:about |approximately )?\(?$/i;
const daily = /^,? (?:daily|once daily|q\.?d\b)/i;
/** "50% improvement" isn't of a drug. */
const ofSomething =
  /^ ?(?:-|to )?\d*%? ?(?:improve|relief|reduc|of|pain|better|increas|decreas|disab|whole|impair|loss|less|more|success|functional)/i;

interface Piece {
  readonly value: number;
  readonly unit: string;
}

/** A dose with its offsets in the part of the flat text. */
interface Read extends Omit<Quantity, "start" | "end" | "words"> {
  readonly at: number;
  readonly end: number;
}

/** The strengths and package amounts between two offsets of the flat text, and the ranges that they and other doses cover. */
export function readDoses(
  flat: FlatText,
  from: number,
  to: number,
): { readonly found: readonly PlacedQuantity[]; readonly covered: readonly (readonly [number, number])[] } {
  const part = flat.text.slice(from, to);
  if (!/\d/.test(part)) return { found: [], covered: [] };
  const reads: Read[] = [];
  const covered: [number, number][] = [];
  const offset = (start: number, end: number) => flat.span(from + start, from + end);
  for (const m of matchAll(strength, part)) {
    const end = m.index + m[0].length;
    const [before, after] = [part.slice(Math.max(0, m.index - 40), m.index), part.slice(end, end + 40)];
    const pieces = piecesOf(m[0]);
    const read = readOne(pieces, reads, part, m.index, end, offset);
    if (read?.unit === "unit" && read.low < 20 && !m[0].includes("/")) continue;
    covered.push([m.index, end]);
    const isStrength = read?.attribute === "strength";
    if (!read || (isStrength && (dayAfter.test(after) || dayBefore.test(before)))) continue;
    if (read.measure === "%" && ofSomething.test(after)) continue;
    const strengthsBefore = reads.filter((one) => one.attribute === "strength");
    if (isStrength && strengthsBefore.length > 0 && daily.test(after)) continue;
    // "5% (700 mg)" is the same strength in another measure.
    const last = reads.at(-1);
    if (
      isStrength &&
      last?.measure === "%" &&
      read.measure === "mg" &&
      /^ ?\($/.test(part.slice(last.end, m.index))
    )
      continue;
    const joined = last && isStrength ? joinedTo(last, read, part) : undefined;
    if (joined) reads[reads.length - 1] = joined;
    else reads.push(read);
  }
  const unread = (m: RegExpExecArray) =>
    !covered.some(([start, end]) => m.index < end && start < m.index + m[0].length);
  const named = matchAll(combined, part).filter(unread);
  const others =
    named.length > 0 || reads.some((one) => one.attribute === "strength")
      ? []
      : matchAll(bare, part).filter(unread);
  for (const m of [...named, ...others]) {
    const end = m.index + m[0].length;
    const pieces = piecesOf(m[0]).map(({ value }) => ({ value, unit: "mg" }));
    const read = readOne(pieces, reads, part, m.index, end, offset);
    if (!read) continue;
    covered.push([m.index, end]);
    reads.push(read);
  }
  const found = reads
    .sort((a, b) => a.at - b.at)
    .map(({ at, end, ...read }) => placed(flat, from + at, part.slice(at, end), read));
  return { found, covered };
}

/** "5 mg hydrocodone/325 mg acetaminophen" is one strength. */
const betweenComponents = /^ (?:of )?[a-z]+(?: bitartrate)? ?[/+-] ?$|^\)? ?[/+-] ?[a-z]+ \(?$/i;
const withSecond = /^(?: [a-z]+)?,? (?:and|with|plus) (?:[a-z]+ )?\(?$/i;
const second = /acetaminophen|apap|aspirin|ibuprofen|codeine|caffeine/i;

function joinedTo(last: Read, read: Read, part: string): Read | undefined {
  if (last.measure !== "mg" || read.measure !== "mg" || last.values.length > 2) return undefined;
  const gap = part.slice(last.end, read.at);
  const isSecond =
    withSecond.test(gap) && second.test(gap + part.slice(read.end, read.end + 16)) && read.low >= 200;
  if (!isSecond && !betweenComponents.test(gap)) return undefined;
  const values = [...last.values, ...read.values];
  return {
    ...last,
    values,
    end: read.end,
    numbers: [...last.numbers, ...read.numbers],
    value: writtenValue(values, "mg"),
  };
}

function piecesOf(words: string): readonly Piece[] {
  const pieces = matchAll(component, words).map((m) => ({
    value: Number((m[1] as string).replaceAll(",", "")),
    unit: unitName(m[2] ?? ""),
  }));
  return pieces.map((piece, i) => ({
    ...piece,
    unit: piece.unit || (pieces.slice(i).find(({ unit }) => unit !== "")?.unit ?? ""),
  }));
}

function unitName(words: string): string {
  const name = words.toLowerCase().replace(/\.$/, "");
  if (/^(?:%|percent)/.test(name)) return "%";
  if (/^(?:mcg|ug|\u00b5g|\u03bcg|microg)/.test(name)) return "mcg";
  if (/^(?:mg|mgs|mgm|millig)/.test(name)) return "mg";
  if (/^(?:gm|g$|gram)/.test(name)) return "g";
  if (/^(?:ml|cc|millil)/.test(name)) return "ml";
  if (/^(?:oz|ounce)/.test(name)) return "oz";
  if (/^(?:iu|i\.u|international|unit)/.test(name)) return "unit";
  if (/^(?:meq|milliequ)/.test(name)) return "meq";
  return /^(?:hr|hour|h$)/.test(name) ? "hour" : "";
}

const milligramsIn: Readonly<Record<string, number>> = { mg: 1, g: 1000, mcg: 0.001 };
const measures: Readonly<Record<string, Measure>> = { "%": "%", unit: "unit", meq: "meq" };
const largestStrengthInGrams = 5;
const packageWords = /^ ?\)?(?:tube|jar|bottle|container|pump|cream|ointment|gel|box)\b/i;

function readOne(
  pieces: readonly Piece[],
  before: readonly Read[],
  part: string,
  at: number,
  end: number,
  offset: (start: number, end: number) => Span,
): Read | undefined {
  const first = pieces[0];
  if (first === undefined) return undefined;
  const numbers = matchAll(component, part.slice(at, end)).map((m) => ({
    ...offset(at + m.index, at + m.index + (m[1] as string).length),
    value: Number((m[1] as string).replaceAll(",", "")),
  }));
  const base = { at, end, restated: undefined };
  const isAmount =
    first.unit === "ml" ||
    first.unit === "oz" ||
    (first.unit === "g" &&
      pieces.length === 1 &&
      (first.value > largestStrengthInGrams ||
        before.some((one) => one.attribute === "strength") ||
        packageWords.test(part.slice(end, end + 12))));
  if (isAmount) {
    const measure = first.unit === "g" ? "g" : "ml";
    const low = first.unit === "oz" ? first.value * 30 : first.value;
    const value = `${low} ${measure}`;
    return {
      ...base,
      attribute: "package",
      measure,
      low,
      high: low,
      unit: measure,
      values: [],
      numbers: numbers.slice(0, 1),
      value,
    };
  }
  const measure = first.unit in milligramsIn ? "mg" : measures[first.unit];
  if (measure === undefined) return undefined;
  // "10mg/1ml", "60 mg/2 ml", "300mg/g": what it is dissolved in.
  const isSolvent = ({ unit }: Piece, i: number) =>
    i > 0 &&
    unit !== first.unit &&
    /^(?:ml|hour|g|mg)$/.test(unit) &&
    (unit !== "mg" || first.unit !== "mcg");
  const solvent = pieces.find(isSolvent);
  const parts = pieces.filter((piece) => piece !== solvent);
  const values = parts.map(({ value, unit }) => round(value * (milligramsIn[unit] ?? 1)));
  const low = values[0] as number;
  const unit = first.unit;
  return {
    ...base,
    attribute: "strength",
    measure,
    low,
    high: low,
    unit,
    values,
    numbers,
    value: writtenValue(values, measure),
  };
}

const writtenValue = (values: readonly number[], measure: Measure): string =>
  `${values.join("/")} ${measure}`;
const round = (value: number): number => Number(value.toPrecision(9));
