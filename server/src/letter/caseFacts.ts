/** Reads the dates that a narrative states: those of the injury and of the utilization review. */

import type { FlatText } from "../base/flatText.ts";
import { sentences } from "../base/sentences.ts";
import type { Dated, FlatDate } from "./dates.ts";
import type { CaseFacts, DateMention } from "./types.ts";

/** The words between an injury and its date: "date of injury of January 8", "injury occurring on 3-1-08". Not of another injury. */
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
  return {
    dateOfInjury: mention(
      dates.find((d) => injuryLeadsTo.test(flat.text.slice(Math.max(0, d.at - 70), d.at))),
    ),
    utilizationReview: mention(reviewDate(flat, dates)),
  };
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
