/** Reads when the letter says that the utilization review decided on the request. */
import { memoize } from "../../base/memoize.ts";
import { type CalendarDate, sameDate } from "../../letter/calendar.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { FlatDate } from "../../letter/dates.ts";
import type { Letter } from "../../letter/types.ts";
import {
  contextOf,
  type Passage,
  passagesOf,
  rangeOf,
  statementIn,
  wordsAfter,
  wordsBefore,
} from "../passages.ts";
import type { Statement } from "./statement.ts";
import { isUndisputed } from "./undisputed.ts";

export interface ReviewDate {
  readonly date: CalendarDate;
  /** As written, in one line. */
  readonly words: string;
  /** "The utilization review", not "a utilization review", which may be of another request. */
  readonly isDefinite: boolean;
}

const review =
  "(?:\\butilization[ -]review|\\bUR\\b|\\bpeer review|\\bprior review|\\bprevious(?:ly)? (?:review(?:ed)?|denial|non-?certified|denied|deemed|modified))";
const mentionsReview = new RegExp(review, "i");
/** Words that may stand between a review and its date. */
const between = (
  "determination decision denial denials report letter notice physician physician's reviewer reviewer's board department process " +
  "documentation documents evaluation opinion response summary analysis recommendation adverse initial original final certification " +
  "non-certification noncertification dated date of on from was is were made issued completed performed rendered conducted done " +
  "done determined occurred took place with a an the and ur in by to as not medically necessary for requests request " +
  "below this on submitted"
).replaceAll(" ", "|");
/** "Utilization review determination dated May 27", "UR (12-16-2016)", "the UR report, with a decision date of 01-05-2017". */
const leadsTo = new RegExp(
  `${review}(?: ?[,(:-]{1,2} ?| |/)(?:(?:${between})\\)?(?: ?[,(:]{1,2} ?| |$)){0,9} ?\\(?$`,
  "i",
);
/** "The report reviewed by the utilization review was dated" is the date of the report. */
const ofWhatWasReviewed =
  /\bby (?:the )?(?:utilization[ -]review(?:er)?|UR|peer review)(?: physician)?,? (?:was|were|is) dated $/i;
/** An appeal's date isn't that of the review. */
const ofAppeal =
  /\b(?:appeal|appealed|response|reply|rebuttal|objection|after|following|reconsideration)\b[^,;]{0,40}$/i;

const verdict =
  "(?:non-? ?certified|not certified|denied|modified|partially certified|deemed not medically necessary|determined not medically necessary|found not medically necessary|not approved|not authorized|rejected|previously reviewed)";
/** "The request for an MRI was denied by utilization review on", "denied certification on". */
const passiveVerdict = new RegExp(
  `\\b(?:requests?|treatments?|certification|authorization|case|services?|(?<act>utilization[ -]review|UR))\\b[^.;]{0,140}?\\b(?:was|were|been|being|is)(?: [a-z]+ly)? ${verdict}\\b(?:[^.;,]{0,60}?,?) on $`,
  "i",
);
const activeVerdict =
  /\b(?:non-? ?certified|denied|modified|rejected|failed to approve|refused) (?:(?:the|a|an|this|these|that|said|your) )?(?:[a-z]+ )?(?:requests?|certification|authorization|treatment)\b[^.;]{0,60}? on $/i;
/** In UR's own words, whatever they are about. */
const ownVerdict =
  /\b(?:non-? ?certified|not certified|deemed not medically necessary|failed to approve)\b[^.;]{0,60}? on $/i;
const aboutRequest = /\b(?:request|treatment|certification)/i;
/** Work is modified too, and an employee denies complaints. */
const aboutWork =
  /\b(?:work|duty|duties|restrictions?|job|plan|activit(?:y|ies))\b[^.;]{0,30}\b(?:was|were|been)? ?(?:modified|denied)\b/i;

const reviewer = `(?:the |a |an )?(?:[a-z]+ ){0,3}?(?:utilization[ -]review(?:er)?|UR\\b|peer review(?:er)?|claims administrator|claims examiner|claims adjuster|adjuster|carrier|insurer)`;
/** After a date that begins the sentence: "On 12-30-2016, Utilization Review non-certified the request". */
const followedByReview = new RegExp(
  `^,? ${reviewer}(?: physician| \\(UR\\))? (?:${verdict}|failed|refused|determined|issued|declined|certified)`,
  "i",
);
const followedByRequest = new RegExp(
  `^,? (?:the |a |an |this |these |said )?(?:[a-z-]+ ){0,3}?(?:requests?|treatment|certification)\\b[^;]*\\b(?:was|were)(?: [a-z]+ly)? ${verdict}(?: by| in| at| during)? ?(?:the )?(?:utilization[ -]review|UR\\b)?`,
  "i",
);
/** "On December 13, a request was received that was denied on December 20". */
const received = /\b(?:received|submitted|made|sent)\b/i;
const anotherDate = /\bon (?:\d{1,2}[-/.]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/;
const byReview = /\b(?:by|in|at|during) (?:the )?(?:utilization[ -]review|UR\b)/i;
/** After any date: "the 4/11/2016 utilization review". */
const isOfReview = /^ (?:utilization[ -]review|UR\b|peer review)(?! (?:appeal|request))/i;
/** A review that approved something is of another request. */
const approves = /\b(?:certified|approved|authorized)\b/i;
const refuses =
  /\b(?:non|not|un|partially|de)-? ?(?:certif|approv|authori[sz])|\bnoncertif|\bden(?:y|ied|ies|ial)|\bmodif|\bnot medically|\bfailed|\bdeclined|\brefus|\breject|\bdisapprov|\bremaining|\bonly\b|\bportion/i;

/** Cached for the letter. */
export const reviewDatesOf = memoize((letter: Letter): readonly Statement<ReviewDate>[] => {
  const details = reviewDateInDetails(letter)?.value.date;
  return passagesOf(letter).flatMap((passage) => {
    const { flat, dates } = passage;
    const near = dates.filter(({ at, end }) =>
      nearby.test(flat.text.slice(Math.max(0, at - reachBefore), end + reachAfter)),
    );
    return near.flatMap((date) => {
      if (!isOfRequest(passage, date)) return [];
      const words = flat.text.slice(date.at, date.end);
      const before = wordsBefore(passage, date.at, 140);
      const isDefinite = !/\ban? (?:[a-z-]+ )?(?:utilization|UR|peer)/i.test(before);
      const statement = statementIn(passage, rangeOf(date), { date, words, isDefinite });
      const isOwn = details && sameDate(date, details);
      return isOwn || statement.assertion.temporality !== "otherRequest" ? [statement] : [];
    });
  });
});

/** In UTF-16 units. */
const reachBefore = 220;
const reachAfter = 260;
/** What stands near any date of a review. Most dates are ruled out by it. */
const nearby =
  /utilization|\bUR\b|peer review|den(?:y|ied|ial)|certif|modified|medically|approv|authorized|reject|refuse|previous/i;

function isOfRequest(passage: Passage, date: FlatDate): boolean {
  const { flat } = passage;
  const { start, end } = contextOf(passage, rangeOf(date));
  const sentence = flat.text.slice(start, end);
  const ofReview = mentionsReview.test(sentence);
  if (!ofReview && !aboutRequest.test(sentence)) return false;
  if (isUndisputed(sentence.toLowerCase())) return false;
  if (approves.test(sentence.replace(/\bnon-? ?certified\b/gi, "")) && !refuses.test(sentence)) return false;
  const before = wordsBefore(passage, date.at, reachBefore);
  const after = wordsAfter(passage, date.end, reachAfter);
  if (ofReview) {
    const lead = leadsTo.exec(before);
    if (lead) return !ofWhatWasReviewed.test(before) && !ofAppeal.test(before.slice(0, lead.index));
    if (isOfReview.test(after)) return !ofAppeal.test(before);
  }
  if (/^(?:.*[;,] )?on $/i.test(before) && before.length < 40) {
    if (followedByReview.test(after)) return true;
    const m = followedByRequest.exec(after);
    if (m && !received.test(m[0]) && !anotherDate.test(after.slice(m[0].length)))
      return byReview.test(after) || !ofReview;
  }
  const clause = before.split(";").at(-1) as string;
  if (aboutWork.test(clause)) return false;
  return ownVerdict.test(clause) || passiveVerdict.test(clause) || activeVerdict.test(clause);
}

/** The date of the review in the case details, as a statement; undefined if there's none. */
export function reviewDateInDetails({ frontMatter }: Letter): Statement<ReviewDate> | undefined {
  const field = frontMatter?.urDenialDate;
  if (!field?.date) return undefined;
  const value = { date: field.date, words: field.text, isDefinite: true };
  const place = "caseDetails" as const;
  const { start, end } = field.date.span;
  return { start, end, value, place, issue: undefined, source: place, assertion: plainAssertion };
}
