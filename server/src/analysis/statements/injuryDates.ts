/** Reads when the letter says that the employee was injured: a day, a month, a year, a period of cumulative trauma, or several. */
import { matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { lastStartingAtOrBefore, type Span } from "../../base/span.ts";
import { type CalendarDate, dayOf, lastDayOf, sameDate } from "../../letter/calendar.ts";
import type { Assertion } from "../../letter/context/assertion.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, passagesOf, rangeOf, statementIn, wordsAfter, wordsBefore } from "../passages.ts";
import type { Statement } from "./statement.ts";

/** A day is a period of one day. `last` is undefined if the injury goes on: "since 2014", "to the present". */
export interface Period {
  readonly first: CalendarDate;
  readonly last: CalendarDate | undefined;
}

export interface InjuryDate {
  /** One for each injury. */
  readonly periods: readonly Period[];
  /** As written, in one line. */
  readonly words: string;
  /** "The date of injury", "was injured on", not "an injury on", which may be another one. */
  readonly isDefinite: boolean;
}

export interface InjuryDates {
  /** Those of the injury that the letter is about. */
  readonly own: readonly Statement<InjuryDate>[];
  /** Whether the letter dates another injury. */
  readonly datesAnother: boolean;
}

/** Words that may stand between an injury and its date. */
const between = (
  "of on from was were is are be in to at as the a an his her their that this which she he it dated date reported reportedly noted listed " +
  "given occurring occurred occurs happened happening sustained suffered incurred documented took taking place and or about " +
  "approximately around early late mid back work job working related industrial occupational due while during course scope " +
  "employment injury injuries injured trauma cumulative accident workplace reports states stated began beginning starting since " +
  "between with for usual duties doing performing summer spring fall winter year years month months week weeks day days ago one two three four five six seven eight nine ten " +
  // What is injured.
  "left right bilateral both upper lower low mid neck shoulder shoulders arm arms elbow elbows wrist wrists hand hands finger fingers " +
  "thumb hip hips knee knees leg legs ankle ankles foot feet toe toes heel head face eye eyes ear jaw chest rib ribs spine lumbar " +
  "cervical thoracic sacrum coccyx tailbone pelvis groin abdomen buttock extremity extremities body parts multiple psyche skin"
).replaceAll(" ", "|");
/** "DOI" and the like, which name no other date. */
const dateOfInjury =
  "dates? (?:of|for) (?:the |his |her |this )?(?:industrial |work |occupational )?(?:injury|accident|loss)|(?:injury|accident) date|\\bD\\.?O\\.?I\\b\\.?|\\bD\\/I\\b";
const injuryWords = `(${dateOfInjury}|\\b(?:was|were|been|got) (?:[a-z]+ ){0,2}injured\\b|\\bthe (?:[a-z-]+ ){0,2}injury\\b)|\\b(?:was|were|got) hurt\\b|(?<!re-|re)\\b(?:injur(?:y|ed|ies)|accident|claim)\\b|\\bthe (?:robbery|collision|assault|crash|explosion)\\b|\\b(?:cumulative|continuous|repetitive)[- ](?:trauma|strain|stress)\\b`;
const leadsTo = new RegExp(
  `(?:${injuryWords})(?: \\((?:DOI|D\\.O\\.I\\.|CT)\\))?(?:,? (?:${between}))*(?: ?[:,(=-])? ?$`,
  "i",
);
/** What the employee was doing may be in any words: "was injured when a pallet fell on her foot on". */
const leadsToAfterCause =
  /\b(?:injured|injury|injuries)\b[a-z ,-]{0,60}? (?:while|when|in an?|by an?|after|lifting|pulling|pushing|falling) (?:[a-z'-]+ ){1,9}on $/i;
const anotherEvent =
  /\b(?:seen|evaluat\w*|examin\w*|visit|not(?:e|ed|es)|report|MRI|x-?rays?|films?|therapy|treat\w*|return\w*|releas\w*|surgery|underwent|present\w*|request\w*|diagnos\w*|prescri\w*|worsen\w*|hired|employed|worker|admitted|follow\w*)\b/i;
const theInjury = "(?:the |her |his |this |their |an? )?(?:[a-z-]+ ){0,2}injur(?:y|ies)";
/** Dates of what happened to the injury, after it, or because of it: "two weeks after the injury on", "the report of injury dated". */
const notOfInjury = new RegExp(
  [
    `\\b(?:days?|weeks?|months?|years?|yrs?) (?:since|from|post|out from) ${theInjury},? on $`,
    `\\b(?:after|following|before|prior to|until|to) ${theInjury},?(?: on| was)? $`,
    `\\b(?:aggravat|exacerbat|worsen|flar|treat|evaluat|discuss|report|fil|accept|den|manag|re-?injur)\\w* (?:the|her|his|this|their) (?:[a-z-]+ ){0,2}(?:injury|claim),?(?: on)? $`,
    `\\b(?:visits?|seen|treat\\w*|evaluat\\w*|exam\\w*|therapy|films?|x-?rays?|requests?) (?:of|for) ${theInjury},? on $`,
    `\\b(?:reports?|notice) of (?:[a-z]+ ){0,3}(?:injury|accident|claim)\\b`,
  ].join("|"),
  "i",
);
/** People who are hurt, too. */
const someoneElse =
  /\b(?:wife|husband|spouse|partner|son|daughter|child|mother|father|parent|brother|sister|friend|co-?workers?|colleagues?|workers|patients|employees|subjects|people|persons|study|trial|cohort)\b/i;

const employee = "(?:injured worker|injured employee|employee|worker|patient|claimant|applicant|s?he)";
/** After the date: "On 3/4/2016 she was injured", "the 3/4/2016 injury". */
const followedBy = new RegExp(
  `^,? (?:(?:when |while working, )?(?:the |this )?${employee}(?: [a-z]+ly| first)? (?:(?:was|got|had been)(?: [a-z]+ly)? injured|(?:sustained|suffered|incurred|experienced|had) (?:an? |his |her |the |this |multiple )?(?:[a-z-]+ ){0,3}injur|injured (?:his|her|the)\\b)|(?:is|was) the ${dateOfInjury})`,
  "i",
);
const beforeFollowing = /(?:^|[,;:] |\b(?:that|when|and|where) )(?:(?:on|in|since|and) (?:or about )?)?$/i;
const isOfInjury = new RegExp(
  `^ (?:${dateOfInjury}|(?:industrial|work|occupational|workplace|cumulative trauma)(?:[- ]related)?(?: [a-z]+)? (?:injury|accident|claim|incident)\\b|injury\\b(?! (?:claim|report|form|evaluation)))`,
  "i",
);
const article = /\b(?:the|an?|his|her|their|this|reported|stated)(?: [a-z]+)? $/i;

/** A year by itself: "injured in 2011", "CT 2014-2015". */
const yearAlone =
  /(?:19|20)\d\d(?:( ?- ?| to | through )((?:19|20)\d\d))?(?![\d/%-]|[.]\d| ?(?:mg|mcg|ml|guidelines?|MTUS|ODG|edition)\b)/g;
/** Before a number that is part of a date, an amount, or a code. */
const partOfMore = /(?:[\w/.,-]|[\d/.,-] |[a-z] \d{1,2},? )$/i;
const ctBefore = /\bCT(?: (?:injury|claim|trauma|dates?|period|of|from|is|was|for|through))*:? ?\(?$/;
const rangeJoin = /^(?: ?- ?| (?:to|thru|through|until|up to|and ending|ending)(?: on)? )$/i;
const openEnd = /^ ?(?:-|to|thru|through|until) ?(?:the )?present\b/i;
const listJoin = /^(?:,|;|,? and|,? &|;? and)(?: (?:on|again on))? $/i;

/** A date, a period, or a list of them in a flat text. */
interface Written extends Span {
  readonly periods: readonly Period[];
}

/** Cached for the letter. */
export const injuryDatesOf = memoize((letter: Letter): InjuryDates => {
  const own: Statement<InjuryDate>[] = [];
  let datesAnother = false;
  const details = injuryDateInDetails(letter)?.value;
  for (const passage of passagesOf(letter)) {
    const { text } = passage.flat;
    for (const { start, end, periods } of writtenDates(passage)) {
      if (!nearby.test(text.slice(Math.max(0, start - reachBefore), end + reachAfter))) continue;
      const isDefinite = leadOf(passage, start, end, periods);
      if (isDefinite === undefined) continue;
      const value = { periods, words: text.slice(start, end), isDefinite };
      const statement = statementIn(passage, { start, end }, value);
      const isOwn = (details && sameInjury(value, details)) || !isOfAnother(statement.assertion);
      if (isOwn) own.push(statement);
      else datesAnother = true;
    }
  }
  return { own, datesAnother };
});

/** In UTF-16 units. */
const reachBefore = 150;
const reachAfter = 90;
/** What stands near any date of an injury. Most dates are ruled out by it. */
const nearby =
  /injur(?!ed (?:worker|employee)\b)|accident|robbery|collision|assault|crash|explosion|claim|trauma|\bD\.?O\.?I|D\/I|hurt|\bCT\b|\bdates? of|strain|stress/i;

const earlier =
  /\b(?:prior|previous|old|another|pre-?existing) (?:[a-z-]+ ){0,2}(?:injur|accident|claim|condition|complaint|history|symptom)|\b(?:past medical|long(?:-?standing)?) history|\b(?:cumulative|continuous|repetitive) (?:trauma|injury|strain|stress|motion)|\bpre-?dat(?:es|ed|ing) the (?:[a-z]+ )?injury|\bbefore the (?:[a-z]+ )?injury/i;

/**
 * Whether the letter tells of another injury, of complaints before it, or of an injury that took years to arise. Then much may
 * be older than the date of injury.
 */
export const tellsOfEarlier = memoize(
  (letter: Letter): boolean =>
    injuryDatesOf(letter).datesAnother || passagesOf(letter).some(({ flat }) => earlier.test(flat.text)),
);

function isOfAnother({ temporality, experiencer, certainty }: Assertion): boolean {
  if (temporality === "past" || temporality === "otherClaim") return true;
  if (certainty === "denied" || certainty === "conditional") return true;
  return experiencer !== "employee" && experiencer !== "provider" && experiencer !== "reviewer";
}

/** Whether the words around state that it's the date of the injury, and if so, whether of that injury and no other. */
function leadOf(
  passage: Passage,
  start: number,
  end: number,
  periods: readonly Period[],
): boolean | undefined {
  const before = wordsBefore(passage, start, reachBefore);
  if (notOfInjury.test(before) || someoneElse.test(before)) return undefined;
  const m = leadsTo.exec(before);
  if (m) return m[1] !== undefined;
  if (ctBefore.test(before)) {
    const [period] = periods;
    return period && period.last !== period.first ? true : undefined;
  }
  const cause = leadsToAfterCause.exec(before);
  if (cause && !anotherEvent.test(cause[0])) return /\b(?:was|were) injured/i.test(before);
  const after = wordsAfter(passage, end, reachAfter);
  if (followedBy.test(after) && beforeFollowing.test(before)) return true;
  return isOfInjury.test(after) && article.test(before) ? true : undefined;
}

/** What a narrative has of dates, periods, and lists. */
function writtenDates({ flat, dates }: Passage): readonly Written[] {
  const { text } = flat;
  const ranges = dates.map(rangeOf);
  const years = matchAll(yearAlone, text)
    .filter(({ index }) => !((ranges[lastStartingAtOrBefore(ranges, index)]?.end ?? 0) > index))
    .filter(({ index }) => !partOfMore.test(text.slice(Math.max(0, index - 6), index)))
    .map((m) => {
      const first = { year: Number(m[0].slice(0, 4)), month: undefined, day: undefined };
      const last = m[2] === undefined ? first : { ...first, year: Number(m[2]) };
      return { start: m.index, end: m.index + m[0].length, periods: [{ first, last }] };
    });
  const found: Written[] = [];
  let joinsAs: "range" | "list" | undefined;
  const days = dates.map((date) => ({
    start: date.at,
    end: date.end,
    periods: [{ first: date, last: date }],
  }));
  const all = years.length > 0 ? [...days, ...years].sort((a, b) => a.start - b.start) : days;
  for (const written of all) {
    const before = found.at(-1);
    const gap = before ? text.slice(before.end, written.start) : "";
    joinsAs = !before
      ? undefined
      : rangeJoin.test(gap) && joinsAs !== "range"
        ? "range"
        : listJoin.test(gap)
          ? "list"
          : undefined;
    if (!before || !joinsAs) found.push(withOpenEnd(text, written));
    else {
      const [{ first }] = before.periods.slice(-1) as [Period];
      const [{ last }] = written.periods as [Period];
      const periods =
        joinsAs === "range"
          ? [...before.periods.slice(0, -1), { first, last }]
          : [...before.periods, ...written.periods];
      found[found.length - 1] = { start: before.start, end: written.end, periods };
    }
  }
  return found;
}

function withOpenEnd(text: string, written: Written): Written {
  const m = openEnd.exec(text.slice(written.end, written.end + 30));
  if (!m) return written;
  const periods = written.periods.map(({ first }) => ({ first, last: undefined }));
  return { start: written.start, end: written.end + m[0].length, periods };
}

/** The date of injury in the case details, as a statement; undefined if there's none. */
export function injuryDateInDetails({ frontMatter }: Letter): Statement<InjuryDate> | undefined {
  const field = frontMatter?.dateOfInjury;
  if (!field?.date) return undefined;
  const { date, since, text } = field;
  const value = { periods: [{ first: since ?? date, last: date }], words: text, isDefinite: true };
  const { start, end } = since ? field.value : date.span;
  const place = "caseDetails" as const;
  return { start, end, value, place, issue: undefined, source: place, assertion: plainAssertion };
}

/** Whether two statements may be of the same injury. */
export const sameInjury = (a: InjuryDate, b: InjuryDate): boolean =>
  a.periods.some((one) => b.periods.some((other) => samePeriod(one, other)));

/** A day of a period may be its first, its last, or any other. Two periods have the same ends. */
function samePeriod(a: Period, b: Period): boolean {
  if (isPeriod(a) && isPeriod(b))
    return sameDate(a.first, b.first) && (!a.last || !b.last || sameDate(a.last, b.last));
  const [long, short] = isPeriod(a) ? [a, b.first] : [b, a.first];
  const last = long.last ? lastDayOf(long.last) : Number.POSITIVE_INFINITY;
  return lastDayOf(short) >= dayOf(long.first) && dayOf(short) <= last;
}

const isPeriod = ({ first, last }: Period): boolean => last !== first;
