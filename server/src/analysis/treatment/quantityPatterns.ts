/** How letters write counts, frequencies, and durations: a table, in order. The expressions read texts of `withNumerals`. */
import type { PatternRow } from "../../base/matchAll.ts";
import { numeral, numeralPattern } from "../../base/numberWords.ts";
import type { QuantityAttribute } from "./attribute.ts";

export interface QuantityPattern extends PatternRow {
  /** Undefined for what only looks like a quantity. */
  readonly attribute: QuantityAttribute | undefined;
  /** What is counted, if the pattern has no group `thing`. */
  readonly thing?: string;
  /** The number, if it isn't written: "twice a day". */
  readonly number?: number;
  /** In lower case: each match has one of these. They are far faster to look for. */
  readonly words?: readonly string[];
  /** For how many days a frequency's number holds, if the pattern has no group `period`. */
  readonly days?: number;
}

/** "60", "sixty (60)", "4-6", "two to three". Groups: `a`; `again`, the same in other words; `b`, the end of a range. */
const amount = (a = "a", b = "b", again = "again"): string =>
  `(?<${a}>${numeralPattern})(?: ?\\((?:# ?)?(?<${again}>${numeralPattern})\\))?(?: ?(?:-|to|or|/) ?(?<${b}>${numeralPattern})(?: ?\\(${numeralPattern}\\))?)?`;
/** Not in the middle of a word, of another number, or of a vertebral level. */
const start = "(?<![\\w.,/#$-])";
const number = `${start}${amount()}`;

/** "One" where it isn't the number that is read. */
const one = numeral(1, 3);

const time = "days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?";
const period = "(?<period>day|d|week|wk|w|month|mo|mth|year|yr|night|visit)\\b\\.?";
/** "a", "per", "/" between a number and a period, with the spaces. */
const perWord = "(?: ?(?:a|an|per|every|each|in a) | ?/ ?)";
/** Words between a number and what it counts: "12 additional physical therapy sessions", not "4 hours a day". */
const between =
  "(?:(?!(?:with|times?|to|or|a|an|per|every|each|for|of|hours?|hrs?|days?|weeks?|wks?|months?|years?|mg|mcg|ml|gm?|grams?|percent|refills?|x|and|at|the|in|on)\\b)[a-z][a-z-]*\\.?,? ){0,5}?";

export const pieceWords =
  "tablets?|tabs?|capsules?|caps?|caplets?|pills?|softgels?|gelcaps?|gel caps?|lozenges?|patch(?:es)?|suppositor(?:y|ies)|films?|strips?|troches?|pads?|amp(?:ule|oule|ul)s?|count|ct|each|ea|pieces?|doses?|units?|syringes?|gummies|packets?|sachets?";
export const containerWords =
  "box(?:es)?|bottles?|tubes?|vials?|jars?|packs?|packages?|kits?|cartons?|containers?|inhalers?|pens?|bags?|canisters?|cases?";
const sessionWords = "sessions?|visits?|treatments?|appointments?|sittings?|office visits?";

export const quantityPatterns: readonly QuantityPattern[] = [
  {
    pattern:
      /\b(?:tylenol|codeine|apap|acetaminophen)(?:,? (?:with|w\/) ?codeine)?[- ](?:# ?|no\.? ?)?[1-4](?![\w%/-]|[.,]\d| ?(?:tab|cap|pill|refill|mg))/gi,
    attribute: undefined,
    words: "tylenol codeine apap acetaminophen".split(" "),
    example: "Tylenol #3",
  },
  { pattern: /\bT ?[#-] ?[1-4](?![\w.])/gi, attribute: undefined, example: "T#3" },
  {
    pattern:
      /\b(?:CPT|HCPCS|ICD|code)s?:? ?[a-z]?\d[\w.-]{0,12}|\b(?:C|T|L|S)\d{1,2}(?:[-/]\w\d?|-\d{1,2}){0,4}|\d ?(?:tesla|view|level|point|lead|panel|compartment|channel|wheel|inch|in|cm|mm|lb|pound|minute|min|degree|mm ?hg|joule)s?\b|\b\d(?:\.\d)?T\b/gi,
    attribute: undefined,
    example: "X-ray, 3 views",
  },
  {
    // The number of boxes, if it is given, is the group `boxes`.
    pattern: new RegExp(
      `(?:(?<boxes>${numeralPattern}) |\\b(?:a|per) )?\\(?(?:${containerWords}) (?:of|containing|contains) (?:# ?)?${amount()}(?:[ -](?:${pieceWords}))?\\b(?!\\.\\d| ?(?:mg|ml|gm?|grams?|cc|oz)\\b)`,
      "gi",
    ),
    attribute: "count",
    thing: "piece",
    words: "of contain".split(" "),
    example: "Lidoderm #1 box of 30",
  },
  {
    pattern: new RegExp(
      `${number}[- ]?(?<thing>${time})(?:'s|s')?[- ](?:supply|supplies|worth|quantity)\\b`,
      "gi",
    ),
    attribute: "supply",
    words: "supply supplies worth quantity".split(" "),
    example: "Norco, 30 day supply",
  },
  {
    pattern: new RegExp(`\\bsupply (?:of|for|x|:) ?${amount()}[- ](?<thing>${time})\\b`, "gi"),
    attribute: "supply",
    words: "supply".split(" "),
    example: "Norco, supply for 30 days",
  },
  {
    pattern: /\b(?<thing>month|week|year)(?:'s|ly)? supply\b/gi,
    attribute: "supply",
    number: 1,
    words: "supply".split(" "),
    example: "A month's supply",
  },
  {
    pattern: new RegExp(`${number}(?: additional| more| extra| monthly)? (?<thing>refills?|RFs?)\\b`, "gi"),
    attribute: "refills",
    words: "refill rf".split(" "),
    example: "Norco with 2 refills",
  },
  {
    pattern: new RegExp(
      `\\b(?<thing>refills?|rf)\\b ?[,:=]? ?\\(?(?:x|times|#|of|\\u00d7)? ?(?<a>${numeralPattern}|0)\\)?(?![\\w%]|\\.\\d| ?(?:mg|ml|tab|cap))`,
      "gi",
    ),
    attribute: "refills",
    words: "refill rf".split(" "),
    example: "Norco, refills: 2",
  },
  {
    pattern: /\b(?:no|zero|without(?: any)?|0) (?<thing>refills?)\b/gi,
    attribute: "refills",
    number: 0,
    words: "refill".split(" "),
    example: "Norco with no refills",
  },
  {
    pattern: /\b(?:a|single) (?<thing>refill)\b/gi,
    attribute: "refills",
    number: 1,
    words: "refill".split(" "),
    example: "Norco with a refill",
  },
  {
    pattern: new RegExp(
      `${number}[- ]?(?:hours?|hrs?)(?: shifts?)?(?:${perWord}|[- ](?=daily))(?<period>daily|day|week|wk|visit|shift|d\\b)`,
      "gi",
    ),
    attribute: "hours",
    thing: "hour",
    words: "hour hr".split(" "),
    example: "Home aide, 4 hours a day",
  },
  {
    pattern: new RegExp(
      `\\b(?:every|each|q\\.?|per) ?${amount()}[- ]?(?<period>hours?|hrs?|h|days?|d|weeks?|wks?|w|months?|mos?)\\b`,
      "gi",
    ),
    attribute: "frequency",
    thing: "every",
    words: "every each q per".split(" "),
    example: "Norco every 4-6 hours",
  },
  {
    pattern: new RegExp(
      `(?:(?:\\bonce|${one} time) )?\\b(?:every|q) ?other (?<period>day|week|wk|month|night)\\b`,
      "gi",
    ),
    attribute: "frequency",
    thing: "every",
    number: 2,
    words: "other".split(" "),
    example: "Norco every other day",
  },
  {
    pattern: new RegExp(
      `${number}(?: ?(?:x|times?|visits?|sessions?|treatments?|days?)(?:'s)? ?(?:${perWord})?|${perWord})${period}`,
      "gi",
    ),
    attribute: "frequency",
    example: "Therapy 3 times a week",
  },
  {
    pattern: new RegExp(
      `${number} ?(?:times|days|visits|sessions) (?:of|in|out of) (?:the|each|every|any|${one}) (?<period>week|month)\\b`,
      "gi",
    ),
    attribute: "frequency",
    words: "week month".split(" "),
    example: "Home aide on three days of the week",
  },
  {
    pattern: new RegExp(`${number} ?(?:x|times?)[- ]?(?<period>daily|weekly|monthly|nightly)\\b`, "gi"),
    attribute: "frequency",
    words: "daily weekly monthly nightly".split(" "),
    example: "Norco three times daily",
  },
  {
    pattern: /\b(?:b\.?i\.?d|twice (?:in )?(?:a|per|each|every) day|twice[- ]daily)\b\.?/gi,
    attribute: "frequency",
    number: 2,
    days: 1,
    words: "bid b.i bi.d twice".split(" "),
    example: "Norco BID",
  },
  {
    pattern: /\bt\.?i\.?d\b\.?|\bthrice (?:a day|daily)/gi,
    attribute: "frequency",
    number: 3,
    days: 1,
    words: "tid t.i ti.d thrice".split(" "),
    example: "Norco TID",
  },
  {
    pattern: /\bq\.?i\.?d\b\.?/gi,
    attribute: "frequency",
    number: 4,
    days: 1,
    words: ["qid", "q.i", "qi.d"],
    example: "Norco QID",
  },
  {
    pattern: /\bq\.?o\.?d\b\.?/gi,
    attribute: "frequency",
    number: 1,
    days: 2,
    words: ["qod", "q.o", "qo.d"],
    example: "Norco QOD",
  },
  {
    pattern: /\btwice[- ](?:(?:a|per|each|every|\/) ?)?(?<period>week|weekly|month|monthly|year|yearly)\b/gi,
    attribute: "frequency",
    number: 2,
    words: "twice".split(" "),
    example: "Therapy twice weekly",
  },
  {
    pattern: new RegExp(
      `(?:\\bonce|${one} time)[- ](?:(?:a|per|each|every|/) ?)?(?<period>day|daily|week|weekly|month|monthly|night|nightly|year|yearly)\\b`,
      "gi",
    ),
    attribute: "frequency",
    number: 1,
    words: "once one".split(" "),
    example: "Therapy once a week",
  },
  {
    pattern:
      /\bq\.? ?(?:h\.?s|d|day|daily|am|pm|night|hr hs)\b\.?|\b(?:once )?(?:daily|nightly)(?! living| activit| dose| basis| use| function)|\b(?:every|each) (?:day|night|evening|morning)\b|\bat (?:bedtime|night)\b|\bh\.?s\b\.?/gi,
    attribute: "frequency",
    number: 1,
    days: 1,
    words: "q daily nightly every each night bedtime hs h.s".split(" "),
    example: "Norco QHS",
  },
  {
    pattern:
      /\b(?:q|every|each) ?(?<period>week|wk|month)\b|(?<!bi-?|semi-?)\b(?<period2>weekly|monthly)\b/gi,
    attribute: "frequency",
    number: 1,
    words: "week wk month".split(" "),
    example: "Therapy weekly",
  },
  {
    // 2 times a week for 6 weeks.
    pattern:
      /(?<![\w.#/-])(?<a>[1-7])(?: ?(?:-|to) ?(?<b>[1-7]))? ?(?:times|x|\u00d7) ?(?<weeks>\d{1,2})(?:(?:-| to )(?<weeks2>\d{1,2}))?(?: ?(?:weeks?|wks?)\b)?(?![\w%/"]|\.\d|-\d| ?(?:days?|months?|visits?|sessions?|mg|ml|cm|inch))/gi,
    attribute: "frequency",
    days: 7,
    words: "x times \u00d7".split(" "),
    example: "Therapy 2x6",
  },
  {
    pattern: new RegExp(`${number} (?:out )?of (?:the )?${numeralPattern}`, "gi"),
    attribute: undefined,
    words: "of".split(" "),
    example: "2 of 12 sessions",
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:in|within|after|past|last|previous|least|than|about|every|since|until|first|next|before|another|ago|age|aged) (?:the )?(?:past |last |next )?)(?:${start}|(?<=\\bx|\\btimes )(?<!\\w\\wx))${amount()}(?:-| ?)(?:additional |more |consecutive |calendar )?(?<thing>${time})\\b(?! ?-?(?:ago|old|after|post|prior|before|following|from|later|earlier|since|apart|of age|history|follow|status|out\\b)|\\.\\d|/)`,
      "gi",
    ),
    attribute: "duration",
    words: "day week wk mo mth year yr".split(" "),
    example: "Rental for 30 days",
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:in|within|after|past|last|least|than|about|every|next) (?:the )?)(?:${start}|(?<=\\bx|\\btimes )(?<!\\w\\wx))${amount()}[- ]?(?:total )?(?:hours?|hrs?)\\b(?! ?-?(?:ago|after|post|prior|before|later|earlier|apart|each|shifts?)\\b|/)`,
      "gi",
    ),
    attribute: "hours",
    thing: "hour",
    words: "hour hr".split(" "),
    example: "Functional restoration program, 80 hours",
  },
  {
    pattern: new RegExp(
      `${number}\\)?,? ${between}(?<thing>${sessionWords})\\b(?! ?(?:a|per|every|each|/) ?(?:week|wk|day|month))`,
      "gi",
    ),
    attribute: "sessions",
    words: "session visit treatment appointment sitting".split(" "),
    example: "12 physical therapy sessions",
  },
  {
    pattern: new RegExp(
      `\\b(?<thing>sessions|visits|treatments)\\b ?[,:=]? ?\\(?(?:x|times|#|no\\.?|qty:?|\\u00d7)? ?${amount()}\\)?(?![\\w%/-]|\\.\\d| ?(?:mg|times|x|days|weeks|months|hours|minutes)\\b)`,
      "gi",
    ),
    attribute: "sessions",
    words: "session visit treatment".split(" "),
    example: "Therapy sessions: 12",
  },
  {
    pattern: new RegExp(
      `${number},? ${between}(?<thing>injections?|shots?|blocks?|pairs?|trips?|rides?)\\b`,
      "gi",
    ),
    attribute: "count",
    words: "injection shot block pair trip ride".split(" "),
    example: "Three Synvisc injections",
  },
  {
    pattern: new RegExp(`\\bseries of ${amount()}(?: (?:[a-z]+ ){0,2}?injections?)?(?![\\w%/-])`, "gi"),
    attribute: "count",
    thing: "injection",
    words: "series".split(" "),
    example: "Supartz, series of five",
  },
  {
    pattern: new RegExp(
      `(?:${start}|(?<=#)|(?<=# )|(?<=\\bx)|(?<=\\bQTY:?))${amount()}[ -]?(?:[a-z\\0]+ (?!of\\b)){0,2}?(?<thing>${containerWords})\\b`,
      "gi",
    ),
    attribute: "package",
    words: "box bottle tube vial jar pack kit carton container inhaler pen bag canister case".split(" "),
    example: "Two bottles",
  },
  {
    pattern: new RegExp(
      `# ?(?<a>${numeralPattern})(?: ?\\((?<again>${numeralPattern})\\))?(?!\\d|\\.\\d| ?(?:mg|ml|gm?|grams?|cc)\\b|/\\d|-\\d)(?:[ -](?:${pieceWords})\\b)?`,
      "gi",
    ),
    attribute: "count",
    thing: "any",
    words: "#".split(" "),
    example: "Norco #60",
  },
  {
    pattern: new RegExp(
      `\\b(?:qty|quantity|quantities|count|amount|total|disp(?:ense|ensed)?|nbr|number|no\\b\\.?)\\b\\.?(?: number| count| of)?[:=]? ?\\(?#? ?${amount()}\\)?(?![\\w%]|\\.\\d|/\\d| ?(?:mg|ml|gm?|grams?|days?|weeks?|months?|sessions?|visits?|times)\\b)(?: (?:${pieceWords})\\b)?`,
      "gi",
    ),
    attribute: "count",
    thing: "any",
    words: "qty quantit count amount total disp nbr no number".split(" "),
    example: "Cane QTY: 2",
  },
  {
    pattern: new RegExp(`${number}[ -]?(?:[a-z]+[ -]){0,2}?(?<piece>${pieceWords})\\b(?!/)`, "gi"),
    attribute: "count",
    thing: "piece",
    example: "Norco 60 tablets",
  },
  {
    pattern: new RegExp(
      `\\b(?:${pieceWords.replace(/\|(?:count|ct|each|ea|doses\?|units\?|pads\?|films\?|strips\?)(?=\|)/g, "")})[,:] ?${amount()}(?![\\w%/-]|\\.\\d| ?(?:times|x|days?|weeks?|months?|hours?)\\b)`,
      "gi",
    ),
    attribute: "count",
    thing: "piece",
    words: ", :".split(" "),
    example: "Lidocaine patches, a dozen",
  },
  {
    pattern: new RegExp(
      `(?:\\b(?:times|x) ?|\\u00d7 ?)${amount()}(?![\\w%/"-]|\\.\\d| ?(?:mg|ml|inch|cm)\\b)`,
      "gi",
    ),
    attribute: "count",
    thing: "any",
    words: "x times \u00d7".split(" "),
    example: "Therapy times 8",
  },
];
