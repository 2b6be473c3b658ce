/** Reads what a narrative states about the employee: age, sex, date of injury, and date of the utilization review. */

import type { FlatText } from "../base/flatText.ts";
import type { PatternRow } from "../base/matchAll.ts";
import { sentences } from "../base/sentences.ts";
import type { Dated, FlatDate } from "./dates.ts";
import type { CaseFacts, DateMention, Located, Sex } from "./types.ts";

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

/** The words between "injury" and its date: "date of injury of January 8", "injury occurring on 3-1-08". Not of another injury. */
const injuryLeadsTo =
  /(?<!\b(?:prior|previous|earlier|another|second|subsequent) )\b(?:injury date|injur(?:y|ed|ies)|accident|claim|DOI|D\.O\.I\.)(?: (?:of|on|from|was|is|dated|date|the|reported|reportedly|noted|as|to|be|occurring|occurred|sustained|listed|that))*(?: ?[:,(-])? ?$/i;

const reviewWords =
  "(?:(?<!\\b(?:earlier|another) )utilization[ -]review|\\bUR\\b|prior review|previous(?:ly)? (?:review(?:ed)?|non-?certified|denied|deemed|modified))";
const mentionsReview = new RegExp(reviewWords, "i");
/** "utilization review determination dated May 27", "UR (12-16-2016)", "the Utilization Review report, with a decision date of 01-05-2017". */
const reviewLeadsTo = new RegExp(
  `${reviewWords}\\)?(?:[ ,(/]+(?!non-?cert|denied|modif|certif|approv|authori)[a-z-]+\\)?){0,7} ?\\(?$`,
  "i",
);
/** "non-certified by utilization review on December 20", "denied certification on December 19". */
const verdictLeadsTo =
  /\b(?:non-? ?certified|not certified|denied|modified|deemed not medically necessary|reviewed|certified|failed to approve)\b[^.;]{0,60}? on $/i;

/** "A prior request for an MRI was denied on" isn't about the request under review. */
const anotherRequest = /\b(?:prior|previous|earlier|another|different) (?:[a-z-]+ )?requests?\b/i;

export function readFacts({ flat, dates }: Dated): CaseFacts {
  const sex = endOfSexNoun.test(flat.text) ? sexNoun.exec(flat.text) : null;
  return {
    age: readAge(flat),
    sex: sex
      ? stated<Sex>(flat, sex.index, sex[0].length, sex[1] !== undefined ? "female" : "male")
      : undefined,
    dateOfInjury: mention(
      dates.find((d) => injuryLeadsTo.test(flat.text.slice(Math.max(0, d.at - 70), d.at))),
    ),
    utilizationReview: mention(reviewDate(flat, dates)),
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

/** The date of the utilization review: the one next to its words, else that of its verdict, else the one that begins the sentence. */
function reviewDate(flat: FlatText, dates: readonly FlatDate[]): FlatDate | undefined {
  if (dates.length === 0) return undefined;
  let next = 0;
  for (const { start, end } of sentences(flat.text)) {
    const first = next;
    while (next < dates.length && (dates[next] as FlatDate).at < end) next++;
    if (first === next) continue;
    const sentence = flat.text.slice(start, end);
    const before = (d: FlatDate) => flat.text.slice(Math.max(start, d.at - 140), d.at);
    const ofReview = mentionsReview.test(sentence);
    if (!ofReview && !/\b(?:request|treatment|certification)/i.test(sentence)) continue;
    const own = dates
      .slice(first, next)
      .filter((d) => !anotherRequest.test(before(d).split(";").at(-1) as string));
    const found =
      (ofReview ? own.find((d) => reviewLeadsTo.test(before(d))) : undefined) ??
      own.find((d) => followsOn(flat, d) && verdictLeadsTo.test(before(d))) ??
      (ofReview ? own.find((d) => /^On $/i.test(flat.text.slice(start, d.at))) : undefined);
    if (found) return found;
  }
  return undefined;
}

/** Whether the date follows the word "on". */
function followsOn(flat: FlatText, { at }: FlatDate): boolean {
  return flat.text.slice(Math.max(0, at - 4), at).toLowerCase() === " on ";
}

function mention(date: FlatDate | undefined): DateMention | undefined {
  return date && { span: date.span, year: date.year, month: date.month, day: date.day };
}

function stated<T>(flat: FlatText, at: number, length: number, value: T): Located<T> {
  return { span: flat.span(at, at + length), value };
}
