/** Numbers in digits and in words: "60", "1,200", "sixty", "one hundred and twenty", "a dozen". */
import type { Span } from "./span.ts";

const ones = (
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

const values: ReadonlyMap<string, number> = new Map([
  ...ones.map((word, i) => [word, i + 1] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
  ["fourty", 40],
  ["ninty", 90],
  ["dozen", 12],
]);

const one = ones.slice(0, 9).join("|");
const belowHundred = `(?:(?:${tens.join("|")}|fourty|ninty)(?:[- ](?:${one}))?|(?:${[...ones].reverse().join("|")}))`;

/** A number in words, as a source of a regular expression for the `i` flag. */
export const numberInWordsPattern = `(?:(?:${one}|a) hundred(?: (?:and )?${belowHundred})?|(?:half a|a|one|two|three|four|five) dozen|${belowHundred})`;

const amountInDigits = "\\d{1,4}(?:,\\d{3})?(?:\\.00?)?(?![.,]?\\d)";

/** The same, or digits: "60", "1,200", "60.00". It never ends in the middle of a word or of another number. */
const amountPattern = `(?:${amountInDigits}|\\b${numberInWordsPattern}(?![a-z]))`;

/** Private characters, one for each number up to 4,096, and one that fills the rest of its words. */
const firstNumeral = 0xe000;
const lastNumeral = 0xf000;
const filler = "\uf8ff";

/** A number in a text of `withNumerals`: an expression with it is a twentieth of one with all words, and as much faster. */
export const numeralPattern = `(?:${amountInDigits}|[\ue001-\uf000]\uf8ff*)`;

const eachInWords = new RegExp(`\\b${numberInWordsPattern}(?![a-z])`, "gi");

/** The text with one private character and fillers in place of each number in words. Offsets stay the same. */
export const withNumerals = (text: string): string =>
  text.replace(eachInWords, (words) => numeral(toNumber(words) ?? 0, words.length));

/** A number as `withNumerals` writes it, at that length. */
export const numeral = (value: number, length: number): string =>
  String.fromCharCode(firstNumeral + value).padEnd(length, filler);

const digits = /^\d{1,4}(?:,\d{3})?(?:\.00?)?$/;

/** The number that digits, words, or a numeral stand for; undefined if they aren't a number. */
export function toNumber(written: string): number | undefined {
  if (digits.test(written)) return Number(written.replaceAll(",", ""));
  const code = written.charCodeAt(0);
  if (code > firstNumeral && code <= lastNumeral) return code - firstNumeral;
  const words = written
    .toLowerCase()
    .split(/[\s-]+/)
    .filter((word) => word !== "and");
  let sum = 0;
  for (const [i, word] of words.entries()) {
    const value = values.get(word);
    if (word === "half" && words[i + 1] === "a") return words[i + 2] === "dozen" ? 6 : undefined;
    if (word === "a" && i === 0 && words.length > 1) continue;
    if (word === "hundred") sum = Math.max(sum, 1) * 100;
    else if (value === undefined) return undefined;
    else sum = word === "dozen" ? Math.max(sum, 1) * value : sum + value;
  }
  return sum > 0 ? sum : undefined;
}

const eachNumber = new RegExp(amountPattern, "gi");

/** Where the text has that number, in digits or in words. */
export function numberIn(text: string, value: number): Span | undefined {
  for (const match of text.matchAll(eachNumber)) {
    if (toNumber(match[0]) === value) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

/** A number below 1,000 in words. */
function inWords(value: number): string | undefined {
  if (value < 1 || value > 999 || !Number.isInteger(value)) return undefined;
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  const last = rest < 20 ? ones[rest - 1] : [tens[Math.floor(rest / 10) - 2], ones[(rest % 10) - 1]];
  const parts = [
    hundreds > 0 ? `${ones[hundreds - 1]} hundred` : "",
    [last ?? []].flat().filter(Boolean).join("-"),
  ];
  return parts.filter(Boolean).join(" ");
}

/** The number written like `like`: in digits, or in words, in the same case. */
export function writtenLike(like: string, value: number): string {
  const words = inWords(value);
  if (/^\d/.test(like) || words === undefined) return String(value);
  if (like === like.toUpperCase()) return words.toUpperCase();
  return like.charAt(0) === like.charAt(0).toUpperCase()
    ? words.charAt(0).toUpperCase() + words.slice(1)
    : words;
}
