/** Reads how long after the injury something was: "five years after the injury", "is two months post injury", "injured six weeks ago". */
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { toNumber } from "../../base/numberWords.ts";
import { firstStartingAtOrAfter } from "../../base/span.ts";
import type { FlatDate } from "../../letter/dates.ts";
import type { Letter } from "../../letter/types.ts";
import { contextOf, type Passage, passagesOf, rangeOf, statementIn } from "../passages.ts";
import type { Statement } from "./statement.ts";

export interface TimeSinceInjury {
  readonly days: number;
  /** As written, in one line. */
  readonly words: string;
  /** When it was: the date in the sentence, "now" if it speaks of the present, or undefined. */
  readonly when: FlatDate | "now" | undefined;
}

const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.4, year: 365.25 };
const injury =
  "(?:the |her |his |this |their )(?:date of )?(?:(?:industrial|work|occupational|work-related|original|initial) )*(?:injury|accident)\\b";
const sinceInjury = new RegExp(
  `(day|week|month|year)s? (?:(?:have|has) (?:now )?(?:passed|gone by|elapsed) )?(?:(?:after|following|since|post|past|from|beyond|out from|removed from|status post) (?:${injury}|injury\\b)|(?:status )?post[- ](?:the )?injury\\b|ago\\b)`,
  "g",
);
const amountBefore = /(?<![\d.,/-])\b([a-z]+|\d{1,3}) $/i;
const injuredBefore =
  /\b(?:(?:was|were) injured\b|injured (?:his|her|the)\b|(?:the|her|his|this) (?:[a-z-]+ )?injury (?:was|occurred|happened|took place)|sustained an? (?:[a-z-]+ ){0,3}injury|(?:had|suffered|sustained) (?:such an|this|that|the|his|her) (?:[a-z-]+ ){0,3}injury)[^.;]{0,60}$/i;
/** A limit, or a rule for anyone. */
const rule =
  /\b(?:less than|fewer than|within|under|up to|first|until|before|if|should|may|could|would|recommend\w*|guidelines?|MTUS|ODG|ACOEM|patients|workers|people|usually|typically|generally|most|often|studies|study|literature|evidence)\b/i;
const present = /\b(?:is|are|remains|now|currently|has been|have been|has had|continues)\b/i;

/** Cached for the letter. */
export const timesSinceInjuryOf = memoize((letter: Letter): readonly Statement<TimeSinceInjury>[] =>
  passagesOf(letter).flatMap(statementsIn),
);

function statementsIn(passage: Passage): readonly Statement<TimeSinceInjury>[] {
  const { flat, dates } = passage;
  const { text } = flat;
  const ranges = dates.map(rangeOf);
  return matchAll(sinceInjury, text).flatMap((m) => {
    const amount = amountBefore.exec(text.slice(Math.max(0, m.index - 12), m.index));
    const number = amount && toNumber(amount[1] as string);
    if (!number) return [];
    const range = { start: m.index - amount[0].length, end: m.index + m[0].length };
    const sentence = contextOf(passage, range);
    const whole = text.slice(sentence.start, sentence.end);
    if (rule.test(whole)) return [];
    const isAgo = /ago$/i.test(m[0]);
    if (isAgo && !injuredBefore.test(text.slice(sentence.start, range.start))) return [];
    const firstDate = firstStartingAtOrAfter(ranges, sentence.start);
    const inSentence = dates.slice(firstDate, firstDate + 2).filter(({ end }) => end <= sentence.end);
    if (inSentence.length > 1 || inSentence.some(({ day }) => day === undefined)) return [];
    const when =
      inSentence[0] ??
      (isAgo || present.test(whole.slice(0, range.start - sentence.start)) ? "now" : undefined);
    const days = number * (daysIn[(m[1] as string).toLowerCase()] as number);
    return [statementIn(passage, range, { days, words: text.slice(range.start, range.end), when })];
  });
}
