/** Reads strengths and counts of a treatment: "10/325mg", "#60 with 2 refills", "2 times a week for 6 weeks". */
import {
  bareStrengthOfDrugPattern,
  bareStrengthPattern,
  numberSignPattern,
  pillPattern,
  quantityPattern,
  strengthPattern,
} from "../base/dosePatterns.ts";
import type { FlatText } from "../base/flatText.ts";
import { maskMatches, matchAll, type PatternRow } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import type { Quantity, Strength } from "./types.ts";

const eachNumber = /[\d.,]+/g;
const strength = new RegExp(`(?<![\\w.])${strengthPattern}`, "gi");
/** "Norco 10/325": a strength without its unit. */
const bareStrength = new RegExp(`(?<![\\w./-])(${bareStrengthPattern})(?![\\w/-])`, "g");

/** The strengths between two offsets of the flat text. */
export function readStrengths(flat: FlatText, from: number, to: number): readonly Strength[] {
  const part = flat.text.slice(from, to);
  const found: Strength[] = [];
  if (!/\d/.test(part)) return found;
  for (const m of matchAll(strength, part)) {
    const { values, unit } = m.groups as { values: string; unit: string };
    found.push({
      span: flat.span(from + m.index, from + m.index + m[0].length),
      values: numbers(values),
      unit: unitName(unit),
    });
  }
  if (found.length === 0) {
    for (const m of matchAll(bareStrength, part)) {
      found.push({
        span: flat.span(from + m.index, from + m.index + m[0].length),
        values: numbers(m[0]),
        unit: "mg",
      });
    }
  }
  return found;
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

function numbers(words: string): readonly number[] {
  return matchAll(eachNumber, words).map((m) => Number(m[0].replaceAll(",", "")));
}

function unitName(words: string): string {
  const name = words.toLowerCase();
  if (name === "percent") return "%";
  if (name === "gm" || name.startsWith("gram")) return "g";
  return name === "units" ? "unit" : name;
}

/** The numbers that letters write in words, in lower case. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen twenty"
  )
    .split(" ")
    .map((word, index) => [word, index + 1] as const),
  ["twenty-four", 24],
  ["thirty", 30],
]);
const amount = `\\d{1,4}|${[...numberWords.keys()].join("|")}`;
const anyAmount = new RegExp(`\\d|\\b(?:${[...numberWords.keys()].join("|")})\\b`, "i");
const countedThings = `sessions?|visits?|treatments?|refills?|${pillPattern}|pills?|patch(?:es)?|injections?|units?|box(?:es)?|tubes?|bottles?|days?|weeks?|months?`;
/** Words between a number and what it counts: "12 physical therapy sessions", not "4 hours a day" or "20 mg capsule". */
const between = `(?:(?!(?:with|times|to|or|a|an|per|every|each|hours?|mg|mcg|ml|gm?|grams?|percent|${amount})\\b)[a-z]+ ){0,2}?`;

interface CountPattern extends PatternRow {
  /** What is counted, if the pattern has no group `thing`. */
  readonly unit?: string;
}

/**
 * In order: what one pattern matches isn't searched by the next. Groups: `n`, how many; `thing`, of what; `weeks`, for how
 * many weeks.
 */
export const countPatterns: readonly CountPattern[] = [
  { pattern: new RegExp(numberSignPattern, "g"), unit: "unit", example: "Norco #60" },
  { pattern: new RegExp(`\\b${quantityPattern}`, "gi"), unit: "unit", example: "Cane QTY: 2" },
  {
    pattern: new RegExp(`\\b(?<n>${amount}) ?(?:times|visits|sessions|x) ?(?:a|per|/) ?(?:week|wk)\\b`, "gi"),
    unit: "time a week",
    example: "Therapy 3 times a week",
  },
  {
    // 2 times a week for 6 weeks.
    pattern:
      /(?<![\w.#/-])(?<n>[1-7]) ?(?:times|x) ?(?<weeks>\d{1,2})(?![\w.%/"-]| ?(?:days?|weeks?|wks?|months?|visits?|sessions?|mg|ml|cm|inch))/gi,
    unit: "time a week",
    example: "Therapy 2x6",
  },
  {
    pattern: new RegExp(
      `(?<![#\\w.-])(?<n>${amount})\\)? ${between}(?<thing>${countedThings})\\b(?!/)`,
      "gi",
    ),
    example: "12 physical therapy sessions",
  },
  {
    pattern: new RegExp(
      `\\b(?<thing>sessions?|visits?|refills?)[,:]? (?:x ?)?(?<n>${amount})(?![\\w.])`,
      "gi",
    ),
    example: "Norco, refills: 2",
  },
  { pattern: /\b(?:times|x) ?(?<n>\d{1,3})\b/gi, unit: "time", example: "Therapy times 8" },
];

/** "1 tab every 4 hours" is how to take a drug, not how much of it was requested. */
const doseUnit = /^(?:tab|tablet|cap|capsule|pill|patch)$/;
const directions =
  /^ (?:by mouth|orally|p\.?o\b|every|daily|once|twice|q\d|q\.?[dh]|b\.?i\.?d|t\.?i\.?d|per day|a day|at (?:bedtime|night)|as needed|(?:\w+ )?times)/i;

/** The counts between two offsets of the flat text, in order. */
export function readQuantities(flat: FlatText, from: number, to: number): readonly Quantity[] {
  const found: Quantity[] = [];
  let rest = flat.text.slice(from, to);
  if (!anyAmount.test(rest)) return found;
  for (const { pattern, unit } of countPatterns) {
    const all = matchAll(pattern, rest);
    if (all.length === 0) continue;
    for (const m of all) {
      const { n, thing, weeks } = m.groups as { n: string; thing?: string; weeks?: string };
      const value = toNumber(n);
      const counted = unit ?? singular(thing ?? "");
      const end = m.index + m[0].length;
      if (value === undefined || (doseUnit.test(counted) && directions.test(rest.slice(end, end + 20))))
        continue;
      const weeksAt = from + end - (weeks?.length ?? 0);
      const beforeWeeks = m[0].slice(0, m[0].length - (weeks?.length ?? 0)).trimEnd();
      found.push({
        span: flat.span(from + m.index, from + m.index + beforeWeeks.length),
        value,
        unit: counted,
      });
      if (weeks) found.push({ span: flat.span(weeksAt, from + end), value: Number(weeks), unit: "week" });
    }
    rest = maskMatches(rest, all);
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

function toNumber(words: string): number | undefined {
  return /^\d+$/.test(words) ? Number(words) : numberWords.get(words.toLowerCase());
}

function singular(words: string): string {
  const word = words.toLowerCase();
  if (word === "patches" || word === "boxes") return word.slice(0, -2);
  return word.replace(/s$/, "");
}
