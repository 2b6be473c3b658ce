/** Reads what a narrative states about the employee: age and sex. */

import type { FlatText } from "../base/flatText.ts";
import type { PatternRow } from "../base/matchAll.ts";
import type { Dated } from "./dates.ts";
import type { CaseFacts, Located, Sex } from "./types.ts";

/** Each has the age as its group. */
export const agePatterns: readonly PatternRow[] = [
  {
    // Neither "her 12-year-old son" nor "35 years old at the time of injury".
    pattern:
      /(?<!\b(?:his|her|their) )\b(\d{1,3})[- ]?(?:year|yr)s?[- ]?(?:and \d{1,2}[- ]?months?[- ]?)?olds?\b(?! at the time)/i,
    example: "This 45-year-old man fell.",
  },
  { pattern: /\b(\d{1,3}) ?y\/?o\b/i, example: "A 61 y/o lady has pain." },
  {
    // "Patients over age 30" and "by the age of 40" are rules, not the employee's age.
    pattern:
      /(?<!\b(?:over|under|above|below|until|at|by|to|than) (?:the )?)\bage(?:d)?(?: of)?:? (\d{1,3})\b(?! ?(?:and|or|to|-))/i,
    example: "The patient is a man, age 38.",
  },
];
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ones = "one two three four five six seven eight nine".split(" ");
/** "Forty-four year old". */
const ageInWords = new RegExp(
  `\\b(${tens.join("|")})(?:[- ](${ones.join("|")}))?[- ]years?[- ]olds?\\b`,
  "i",
);
const sexNoun = /\b(?:(female|woman|lady)|(male|man|gentleman))\b/i;
/** The end of each. Ruling it out takes half the time of a search for the whole. */
const endOfSexNoun = /(?:male|man|lady)\b/i;

export function readFacts({ flat }: Dated): CaseFacts {
  const sex = endOfSexNoun.test(flat.text) ? sexNoun.exec(flat.text) : null;
  return {
    age: readAge(flat),
    sex: sex
      ? stated<Sex>(flat, sex.index, sex[0].length, sex[1] !== undefined ? "female" : "male")
      : undefined,
  };
}

/** What every mention of an age contains. */
const mentionsAge = /olds?\b|\bage|y\/?o\b/i;

function readAge(flat: FlatText): Located<number> | undefined {
  if (!mentionsAge.test(flat.text)) return undefined;
  let first: Located<number> | undefined;
  // An earlier age can only be before the one found.
  let { text } = flat;
  for (const { pattern } of agePatterns) {
    const m = pattern.exec(text);
    if (!m || Number(m[1]) > 120) continue;
    const [all, age] = m as unknown as [string, string];
    const at = m.index + all.indexOf(age);
    first = stated(flat, at, age.length, Number(age));
    text = text.slice(0, at + age.length);
  }
  return readAgeInWords(flat, text) ?? first;
}

function readAgeInWords(flat: FlatText, text: string): Located<number> | undefined {
  const m = ageInWords.exec(text);
  if (!m) return undefined;
  const [, ten = "", one = ""] = m;
  const value = 10 * (tens.indexOf(ten.toLowerCase()) + 2) + ones.indexOf(one.toLowerCase()) + 1;
  return stated(flat, m.index, m[0].length, value);
}

function stated<T>(flat: FlatText, at: number, length: number, value: T): Located<T> {
  return { span: flat.span(at, at + length), value };
}
