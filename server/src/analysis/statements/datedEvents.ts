/** Reads what happened on a date: a request for authorization, a visit or its report, or a study. */
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

export interface DatedEvent {
  readonly date: FlatDate;
  /** Undefined if the sentence doesn't say, or says something else. */
  readonly kind: "request" | "visit" | "study" | undefined;
  /** Whether the sentence tells of something that has happened. */
  readonly hasHappened: boolean;
}

const fillers =
  "(?:[,(]? ?(?:form|for|treatment|was|is|were|signed|submitted|received|made|written|completed|done|performed|taken|obtained|of|on|from|dated|date|the|a|an|and|with|by|same|day)\\b)*";
const request = `(?:requests? for (?:authorization|treatment)|\\bRFAs?|authorization requests?)`;
const visit =
  "(?:(?<!pre-employment |preemployment |pre-placement |annual |routine |sports |DOT |baseline )\\b(?:notes?|reports?|visits?|evaluations?|re-?evaluations?|exams?|examinations?|re-?examinations?|consultations?|assessments?|encounters?|PR-?2s?|follow-?ups?|findings|complaints))";
const study =
  "(?:\\bMRIs?|\\bx-?rays?|\\bradiographs?|\\bfilms?|\\bCT scans?|\\bultrasounds?|\\bEMG(?:\\/NC[SV])?|\\bNC[SV]|\\belectrodiagnostic (?:study|studies|testing)|\\bnerve conduction stud(?:y|ies)|\\bbone scan|\\barthrogram)";
const open = "(?: ?[,(])? ?\\(?$";
const requestBefore = new RegExp(`${request}${fillers}${open}`, "i");
const requestedBefore =
  /\b(?:provider|physician|doctor|surgeon|Dr\. [A-Z][a-z]+) (?:has |had )?requested\b[^,;]{0,60} on $/;
const visitBefore = new RegExp(
  `${visit}${fillers}(?: (?:of|on|from|dated|was dated|is dated)|,? ?\\(|: ?)${open}`,
  "i",
);
const seenBefore =
  /\b(?:(?:was|were) (?:[a-z]+ly )?(?:first |last |initially )?(?:seen|evaluated|examined|re-?evaluated|assessed)|presented|returned|complained|reported|followed up|re-?checked|(?:came|went) to (?:the|an?|his|her) (?:[a-z]+ )?(?:clinic|office|hospital|emergency))\b[^,;]{0,60} on $/i;
const treatedBefore =
  /(?<!\bhad )\b(?:began|started|completed|finished|attended) (?:[a-z]+ ){0,4}(?:therapy|treatments?|acupuncture|chiropractic|visits|sessions)\b[^,;]{0,40} on $/i;
/** "At the first visit for this injury, on 3/4/2016,". */
const attendedBefore = new RegExp(
  `\\b(?:at|during|after|since) (?:the|his|her|an?) (?:[a-z-]+ ){0,3}${visit.replace("\\b", "")} (?:for|with|to|by|in|at|after) [^,;.()]{1,40},? (?:on|of|dated) $`,
  "i",
);
const studyBefore = new RegExp(`${study}(?: [a-z0-9-]+){0,9}?${fillers} ?(?:of|on|from|dated|,|\\() ?$`, "i");
const person =
  "(?:the |this |her |his )?(?:injured worker|injured employee|employee|worker|patient|claimant|applicant|s?he|(?:treating |primary |attending )*(?:provider|physician|doctor|surgeon)|Dr\\. [A-Z][a-z]+)";
const happensAfter = new RegExp(
  `^,? (?:${person}(?: [a-z]+ly| also)? (?:reported|complained|presented|was (?:re-?)?(?:seen|evaluated|examined|assessed)|returned|requested|wrote|noted|stated|followed up|described|rated|had (?:pain|spasm|tenderness))|(?:an?|the) (?:[a-z-]+ ){0,2}${visit.replace("\\b", "")}(?: was| showed| found| revealed))`,
  "i",
);
const isOfRequest = new RegExp(`^ ${request}`, "i");
const isOfVisit = new RegExp(
  `^ (?:(?:progress|clinic|clinical|office|chart|medical|follow-?up|physician|provider|treatment|physical|orthop[a-z]+|pain|passage|initial|therapy) ){0,3}${visit}`,
  "i",
);
const isOfStudy = new RegExp(`^ (?:[a-z-]+ ){0,2}${study}`, "i");
/** The date that begins a sentence: "On 3/20/2015, the employee reported pain". */
const beginsWith = /^(?:.*[,;] )?on \(?$/i;

const pastTense =
  /\b(?:was|were|had|did|[a-z]{2,}ed|showed|found|saw|took|gave|wrote|began|came|went|felt|got|made|shows?|documents?|reveals?|indicates?|states|tells|notes|describes?)\b/i;
/** Guidelines and studies have dates too. */
const source =
  /\b(?:MTUS|ODG|ACOEM|guidelines?|edition|published|accessed|FDA|article|journal|stud(?:y|ies) (?:by|in|of (?:patients|workers|people)))\b[^.;]{0,60}$/i;
/** People have lives before their work, and illnesses before the injury. */
const background =
  /\b(?:born|birth\w*|DOB|hired?|employ(?:ed|ment) (?:since|from)|prior|previous(?:ly)?|earlier|pre-?exist\w*|pre-?dat\w*|unrelated|licen[sc]e|pre-?employment|annual|flu|baseline|MTUS|ODG|ACOEM|guidelines?)\b/i;

/** The dates with a day that are asked for, each with what happened on it, in order. */
export const datedEvents = (
  letter: Letter,
  isAskedFor: (date: FlatDate) => boolean,
): readonly Statement<DatedEvent>[] =>
  passagesOf(letter).flatMap((passage) =>
    passage.dates
      .filter((date) => date.day !== undefined && isAskedFor(date))
      .map((date) => statementIn(passage, rangeOf(date), eventOf(passage, date))),
  );

function eventOf(passage: Passage, date: FlatDate): DatedEvent {
  const { flat } = passage;
  const { start, end } = contextOf(passage, rangeOf(date));
  const sentence = flat.text.slice(start, end);
  const ofSource = source.test(flat.text.slice(start, date.at));
  const hasHappened = !ofSource && pastTense.test(sentence);
  const kind = ofSource || background.test(sentence) ? undefined : kindOf(passage, date);
  return { date, kind, hasHappened };
}

function kindOf(passage: Passage, date: FlatDate): DatedEvent["kind"] {
  const before = wordsBefore(passage, date.at, 120);
  const after = wordsAfter(passage, date.end, 100);
  if (requestBefore.test(before) || requestedBefore.test(before) || isOfRequest.test(after)) return "request";
  if (
    visitBefore.test(before) ||
    seenBefore.test(before) ||
    attendedBefore.test(before) ||
    treatedBefore.test(before)
  )
    return "visit";
  if (beginsWith.test(before) && happensAfter.test(after)) return "visit";
  if (/\b(?:the|an?|her|his|per|this) $/i.test(before)) {
    if (isOfVisit.test(after)) return "visit";
    if (isOfStudy.test(after)) return "study";
  }
  return studyBefore.test(before) ? "study" : undefined;
}
