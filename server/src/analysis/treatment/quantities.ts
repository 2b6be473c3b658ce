/** Reads the quantities of a treatment: "10/325mg", "#60 with 2 refills", "2 times a week for 6 weeks". */
import {
  bareStrengthOfDrugPattern,
  numberSignPattern,
  quantityPattern,
  strengthPattern,
} from "../../base/dosePatterns.ts";
import type { FlatText } from "../../base/flatText.ts";
import { maskMatches, matchAll } from "../../base/matchAll.ts";
import { numeralPattern, toNumber, withNumerals } from "../../base/numberWords.ts";
import type { Span } from "../../base/span.ts";
import { findDates } from "../../letter/dates.ts";
import type { QuantityAttribute } from "./attribute.ts";
import { type Measure, type PlacedQuantity, placed, type Quantity, type WrittenNumber } from "./quantity.ts";
import { type QuantityPattern, quantityPatterns } from "./quantityPatterns.ts";
import { readDoses } from "./strengths.ts";

const digit = /\d/;
/** In lower case: what a quantity without numbers has. */
const anyQuantity =
  /\b(?:daily|weekly|nightly|monthly|once|twice|thrice|[bt]\.?i\.?d|q\.?[iodhaw]\.?[dsm]?|every|bedtime|refills?|purchase|rental|rent|supply)\b/;

/** The quantities between two offsets of the flat text, in order. */
export function quantitiesOf(flat: FlatText, from = 0, to = flat.text.length): readonly Quantity[] {
  const part = flat.text.slice(from, to);
  const lower = part.toLowerCase();
  const numbered = withNumerals(part);
  if (!digit.test(part) && numbered === part && !anyQuantity.test(lower)) return [];
  const dates = datesOfService(flat, from, to);
  const doses = readDoses(flat, from, to);
  const taken = [...doses.covered, ...dates.covered];
  let rest = taken.reduce(
    (text, [start, end]) => text.slice(0, start) + "\u0000".repeat(end - start) + text.slice(end),
    numbered,
  );
  const found: PlacedQuantity[] = [...doses.found, ...dates.found];
  for (const row of quantityPatterns) {
    if (row.words && !row.words.some((word) => lower.includes(word))) continue;
    const all = matchAll(row.pattern, rest).filter((m) => !isDirection(row, m, rest));
    if (all.length === 0) continue;
    for (const m of all) found.push(...quantitiesOfMatch(row, m, flat, from));
    rest = maskMatches(rest, all);
  }
  found.push(...unnamedNumbers(rest, found, flat, from));
  if (lower.includes("purchas") || lower.includes("rent") || lower.includes("leas"))
    found.push(...tenures(part, flat, from));
  return found.sort((a, b) => a.at - b.at || a.until - b.until);
}

/** "1 tab every 4 hours" is how to take a drug, not how much of it is requested. */
const directions =
  /^ ?,? ?(?:\(?\d{1,4} ?mg\)? )?(?:by mouth|orally|po\b|p\.o|every|each|daily|once|twice|thrice|q ?\d|q\.?[dh]|b\.?i\.?d|t\.?i\.?d|per day|a day|\/day|at (?:bedtime|night)|as needed|prn|(?:[\w\ue001-\uf8ff]+ )?times|to (?:the )?affected|\u0000| {3})/i;
const takes =
  /(?:\b(?:takes?|taking|taken|apply|applied|use|using|inject|sig:?|up to)|\ue001\uf8ff\uf8ff to)(?: [\w\ue001-\uf8ff]+)? ?$/i;
const largestDose = 4;

function isDirection({ attribute, thing }: QuantityPattern, m: RegExpExecArray, text: string): boolean {
  if (attribute !== "count" || (thing !== "piece" && thing !== undefined)) return false;
  const { a = "", b, boxes } = m.groups ?? {};
  if (boxes !== undefined || /^#/.test(m[0])) return false;
  const value = toNumber(a) ?? 0;
  if (value > 10) return false;
  const end = m.index + m[0].length;
  return (
    takes.test(text.slice(Math.max(0, m.index - 24), m.index)) ||
    (value <= largestDose && (b !== undefined || directions.test(text.slice(end, end + 24))))
  );
}

type Measured = Pick<Quantity, "attribute" | "measure" | "low" | "high" | "unit" | "numbers" | "restated">;

const daysIn: Readonly<Record<string, number>> = { d: 1, n: 1, w: 7, m: 30, y: 365, v: 0, s: 0 };

const timeUnits: Readonly<Record<string, string>> = { d: "day", w: "week", m: "month", y: "year" };

function daysOf(period: string): number {
  const word = period.toLowerCase();
  return word === "h" || /^h(?:ou)?rs?$/.test(word) ? 1 / 24 : (daysIn[word.charAt(0)] ?? 0);
}

function quantitiesOfMatch(
  row: QuantityPattern,
  m: RegExpExecArray,
  flat: FlatText,
  from: number,
): readonly PlacedQuantity[] {
  const { attribute } = row;
  const groups = m.groups ?? {};
  if (attribute === undefined) return [];
  const { a, b, again, weeks, weeks2, boxes } = groups;
  const numbers = [a, b].flatMap((words) => (words === undefined ? [] : written(words, m, flat, from)));
  const first = row.number ?? numbers[0]?.value;
  if (first === undefined) return [];
  const last = numbers[1]?.value ?? first;
  if (last < first) return [];
  const restated = again === undefined ? undefined : written(again, m, flat, from, (a ?? "").length)[0];
  const thing = (groups.thing ?? row.thing ?? "").toLowerCase();
  const period = groups.period ?? groups.period2;
  const weeksAt =
    weeks === undefined ? m[0].length : m[0].search(/[\d]+(?:(?:-| to )\d+)?(?: ?(?:weeks?|wks?))?$/i);
  const make = (at: number, end: number, measured: Measured): PlacedQuantity => {
    const all = flat.text.slice(from + m.index + at, from + m.index + end).trimEnd();
    const words = all.includes("(") ? all : all.replace(/\)$/, "");
    return placed(flat, from + m.index + at, words, {
      values: [],
      value: writtenValue(measured),
      ...measured,
    });
  };
  const range = { low: first, high: last, numbers, restated };
  switch (attribute) {
    case "frequency": {
      const days = row.days ?? daysOf(period ?? "");
      if (days === 0) return [];
      // "every 4-6 hours" is 6 to 4 times a day.
      const [low, high] =
        thing === "every" ? [1 / (last * days), 1 / (first * days)] : [first / days, last / days];
      const unit = days === 7 && thing !== "every" ? "time a week" : "time a day";
      const one = make(0, weeksAt, { attribute, measure: "time a day", unit, ...range, low, high });
      if (weeks === undefined) return [one];
      const ends = [weeks, weeks2].flatMap((words) =>
        words === undefined ? [] : written(words, m, flat, from, weeksAt),
      );
      const [start, end] = [ends[0]?.value ?? 0, ends.at(-1)?.value ?? 0];
      const duration = { low: start * 7, high: end * 7, numbers: ends, restated: undefined };
      return [
        one,
        make(weeksAt, m[0].length, { attribute: "duration", measure: "day", unit: "week", ...duration }),
      ];
    }
    case "duration":
    case "supply": {
      const days = daysOf(thing);
      const unit = timeUnits[thing.charAt(0)] ?? "day";
      return [
        make(0, m[0].length, {
          attribute,
          measure: "day",
          unit,
          ...range,
          low: first * days,
          high: last * days,
        }),
      ];
    }
    case "hours": {
      const measure = period === undefined ? "hour" : /^w/i.test(period) ? "hour a week" : "hour a day";
      return [make(0, m[0].length, { attribute, measure, unit: measure, ...range })];
    }
    case "sessions":
      return [make(0, m[0].length, { attribute, measure: "session", unit: singular(thing), ...range })];
    case "refills":
      return [make(0, m[0].length, { attribute, measure: "refill", unit: "refill", ...range })];
    case "package":
      return [make(0, m[0].length, { attribute, measure: "container", unit: singular(thing), ...range })];
    default: {
      const times = boxes === undefined ? 1 : (toNumber(boxes) ?? 1);
      const measure: Measure = thing === "any" || thing === "piece" ? thing : "item";
      const unit = measure === "item" ? singular(thing) : pieceUnit(groups.piece);
      const counts = times === 1 ? range : { ...range, low: first * times, high: last * times, numbers: [] };
      return [make(0, m[0].length, { attribute, measure, unit, ...counts })];
    }
  }
}

function written(
  words: string,
  m: RegExpExecArray,
  flat: FlatText,
  from: number,
  after = 0,
): readonly WrittenNumber[] {
  const value = words === "0" ? 0 : toNumber(words);
  const at = m[0].indexOf(words, after);
  if (value === undefined || at < 0) return [];
  return [{ ...flat.span(from + m.index + at, from + m.index + at + words.length), value }];
}

/** "60 count" counts no other thing than "#60". */
const pieceUnit = (words = "unit"): string =>
  /^(?:count|ct|each|ea|pieces?|units?)$/i.test(words) ? "unit" : singular(words);

function singular(words: string): string {
  const word = words.toLowerCase().replace(/^office /, "");
  return /(?:xes|ches)$/.test(word) ? word.slice(0, -2) : word.replace(/s$/, "");
}

const writtenValue = ({
  low,
  high,
  measure,
  unit,
}: Pick<Quantity, "low" | "high" | "measure" | "unit">): string =>
  `${[...new Set([low, high])].map((each) => Number(each.toPrecision(4))).join("-")} ${measure === "container" ? unit : measure}`;

/** "Naproxen 500mg ninety", "2 times a week for 2 weeks (4)": a number whose place says what it counts. */
const unnamed: readonly {
  readonly lead: RegExp;
  readonly row: QuantityPattern;
  readonly after: readonly QuantityAttribute[];
  readonly without: readonly QuantityAttribute[];
}[] = [
  {
    lead: /(?: ?(?:tablets?|tabs?|capsules?|caps?|patch(?:es)?|ER|XR|SR|EC|DR|CR|HCL))? ?[,;:-]? ?\(?/iy,
    row: {
      pattern: new RegExp(
        `(?<a>[\\ue001-\\uf000]\\uf8ff*|\\d{2,3})(?: ?\\((?:# ?)?(?<again>${numeralPattern})\\))?(?=\\)? ?(?:[,;:.)]|$|(?:with|is|are|was|were|for|w)\\b))(?![,.]\\d)`,
        "iy",
      ),
      attribute: "count",
      thing: "any",
      example: "Naproxen 500mg ninety",
    },
    after: ["strength"],
    without: ["count"],
  },
  {
    lead: / ?[,;]? ?(?=\()/y,
    row: {
      pattern: /\((?:total(?: of)? |# ?|x ?)?(?<a>\d{1,2})(?: total)?\)/iy,
      attribute: "sessions",
      thing: "session",
      example: "2 times a week for 2 weeks (4)",
    },
    after: ["frequency", "duration"],
    without: ["sessions", "count", "strength"],
  },
];

function unnamedNumbers(
  rest: string,
  found: readonly PlacedQuantity[],
  flat: FlatText,
  from: number,
): readonly PlacedQuantity[] {
  for (const { lead, row, after, without } of unnamed) {
    if (found.some(({ attribute }) => without.includes(attribute))) continue;
    const before = found.filter(({ attribute }) => after.includes(attribute));
    if (before.length === 0) continue;
    lead.lastIndex = Math.max(...before.map(({ until }) => until)) - from;
    if (!lead.test(rest)) continue;
    row.pattern.lastIndex = lead.lastIndex;
    const m = row.pattern.exec(rest);
    if (m && (row.attribute !== "count" || (toNumber(m.groups?.a ?? "") ?? 0) >= leastUnnamed)) {
      return quantitiesOfMatch(row, m, flat, from);
    }
  }
  return [];
}

/** A smaller number after a strength may be a dose. */
const leastUnnamed = 5;

const tenure =
  /\b(?:(?<purchase>purchas(?:e|ed|ing))|(?<rental>rent(?:als?|ed|ing)?(?! to| or)|leas(?:e|ed|ing)\b))\b/gi;

/** What a quantity without numbers has in their place. */
const noNumbers = { low: 1, high: 1, values: [], numbers: [], restated: undefined } as const;

const declinedBefore =
  /\b(?:not?|never|rather than|instead of|without|neither|nor|as opposed to)(?: (?:an?|the|for|of|any|outright|its))* $/i;
const declinedAfter =
  /^(?: of (?:the|it|this|an?)[a-z -]{0,30}?)?,? (?:(?:is|was|being|has|having|had)(?: been)? )?(?:not|neither|never|nor) (?:been )?(?:asked|requested|sought|proposed|wanted|needed|at issue|in dispute|in question)\b/i;

/** "A purchase being neither asked for nor needed" is no purchase. */
const isDeclined = (part: string, { 0: word, index }: RegExpExecArray): boolean =>
  declinedBefore.test(part.slice(Math.max(0, index - 30), index)) ||
  declinedAfter.test(part.slice(index + word.length, index + word.length + 90));

function tenures(part: string, flat: FlatText, from: number): readonly PlacedQuantity[] {
  return matchAll(tenure, part).flatMap((m) => {
    if (isDeclined(part, m)) return [];
    const measure = m.groups?.purchase === undefined ? "rental" : "purchase";
    return placed(flat, from + m.index, m[0], {
      ...noNumbers,
      attribute: "tenure",
      measure,
      value: measure,
      unit: measure,
    });
  });
}

const ofService =
  /\b(?:DOS|D\.O\.S\.?|dates? of services?|service dates?|performed|rendered|provided|dispensed|administered|retro(?:spective(?:ly)?)?)\b/i;

function datesOfService(flat: FlatText, from: number, to: number) {
  const part = flat.text.slice(from, to);
  if (!/\d[/-]|\b(?:19|20)\d\d\b/.test(part)) return { found: [], covered: [] };
  const dates = findDates(flat).dates.filter(({ at, end }) => at >= from && end <= to);
  const covered = dates.map(({ at, end }) => [at - from, end - from] as const);
  const cue = part.search(ofService);
  const found = dates
    .filter(({ at, day }) => cue >= 0 && at - from > cue && day !== undefined)
    .map(({ at, end, year, month, day }) =>
      placed(flat, at, flat.text.slice(at, end), {
        ...noNumbers,
        attribute: "dateOfService",
        measure: "date",
        value: `${year}-${month}-${day}`,
        unit: "date",
      }),
    );
  return { found, covered };
}

const leadingStrengths = [
  new RegExp(`[ ,(]{0,4}(?<dose>${strengthPattern}|${bareStrengthOfDrugPattern})`, "iy"),
];
const leadingCounts = [numberSignPattern, quantityPattern].map(
  (form) => new RegExp(`[ ,;()]{0,4}(?<dose>${form})`, "iy"),
);
/** The strength and the count right after a drug's name, which ends at the index of the flat text: at most one of each. */
export function dosesAfter(flat: FlatText, index: number): readonly Span[] {
  const doses: Span[] = [];
  let at = index;
  for (const forms of [leadingStrengths, leadingCounts]) {
    for (const form of forms) {
      form.lastIndex = at;
      const dose = form.exec(flat.text)?.groups?.dose;
      if (dose === undefined) continue;
      at = form.lastIndex;
      doses.push(flat.span(at - dose.length, at));
      break;
    }
  }
  return doses;
}
