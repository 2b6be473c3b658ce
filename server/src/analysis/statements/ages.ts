/** Reads the ages that a letter states of the employee. */
import { alternatives, matchAll, type PatternRow } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import type { FlatRange } from "../../base/sentences.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import { assertionAt } from "../../letter/context/scopes.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, type PassageSentence, passagesOf, sentenceAt } from "../passages.ts";
import { hintsOf, initialsOf } from "./hints.ts";
import { personScopesOf } from "./personTriggers.ts";
import { employeeNouns, occupations, sexNouns } from "./personWords.ts";
import type { Statement } from "./statement.ts";

/** In years. "In her fifties" is from 50 to 59. */
export interface Age {
  readonly least: number;
  readonly most: number;
  /** The number is in words, or the age is a decade: a number can't replace it. */
  readonly inWords: boolean;
  /** The age at the injury: "37 at the time of injury". */
  readonly atInjury: boolean;
}

const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const small =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const word = `(?:(?:${tens.join("|")})(?:[- ](?:${small.slice(0, 9).join("|")}))?|${small.join("|")})`;
const number = `(?:\\d{1,3}|${word})`;
const age = `(?<age>${number})`;
/** An age named twice in a row: "fifty-two (52) year old". */
const twice = `(?: ?\\(\\d{1,3}\\))?`;
/** "year", "yr.", "y/". */
const years = "(?:years?|yrs?\\.?|y\\.?)";
const old = "(?:old|o\\b\\.?|young)";
const sexInitial = "(?:F|M)\\b(?! ?(?:\\d|sheath|catheter|needle|foley|tube))";

/** Each row reads a way to write an age, in the group `age`. Without it, its example has none. */
export const agePatterns: readonly PatternRow[] = [
  {
    pattern: new RegExp(
      `\\b${age}${twice}[- ]{0,2}${years}(?:,? (?:and )?\\d{1,2}[- ]months?)?[-/ ]{0,2}${old}`,
    ),
    example: "This 45-year-old man fell.",
  },
  {
    pattern: new RegExp(`\\b${age}${twice}[- ]?yo[fm]\\b`),
    example: "A 52yoF has pain.",
  },
  {
    pattern: new RegExp(`\\b${age}${twice}[- ]${years} (?:of|in) age\\b`),
    example: "The employee is 62 years of age.",
  },
  {
    pattern: new RegExp(
      `(?<!\\bat (?:an? |the )?)\\b(?:current |present |stated )?aged?(?: \\(years\\))?(?: of| is| was)?:? ?\\(?${age}\\b(?! ?(?:-|to|or|and (?:over|above|older|up|under|younger|\\d))| months?\\b| weeks?\\b| days?\\b)`,
    ),
    example: "The patient is a man, age 38.",
  },
  {
    pattern: new RegExp(
      `\\b(?:${employeeNouns}|${sexNouns}|he|she|who)(?:,? who)?(?:'s| is) (?:now |currently |presently |just )?${age}(?=[.,;)]|$| and (?!(?:a half|\\d))| with | who | years?(?:[.,;)]|$))`,
    ),
    example: "The employee, who is 62, works.",
  },
  {
    pattern: new RegExp(`\\b(?:${employeeNouns}|she|he)(?:,| \\() ?${age}(?=,|\\))`),
    example: "The employee, 62, works.",
  },
  {
    pattern: new RegExp(
      `\\bat ${age}(?=, (?:the |this )?(?:injured )?(?:${employeeNouns}|she|he) (?:is|has|still|does|remains|continues|works)\\b)`,
    ),
    example: "At 62, the employee still works.",
  },
  {
    pattern: new RegExp(
      `\\b(?:${sexNouns}|worker|employee|patient) of ${age}(?=[.,;)]|$| years?\\b| who | with | and )`,
    ),
    example: "She is a woman of 62.",
  },
  {
    pattern: new RegExp(`\\b(?:${sexNouns}),? ${age}(?=[.,;)]| years?[.,;)])`),
    example: "The employee (female, 62) works.",
  },
  {
    pattern:
      /\b(?:in|into) (?:his|her) (?<decade>(?:(?:early|mid|middle|late)[- ])?(?:to[- ]late )?(?:[2-9]0'?s|twenties|thirties|forties|fifties|sixties|seventies|eighties))\b/,
    example: "The employee is in her fifties.",
  },
];
/** "52F", "52/M", "F/52": only in capitals. */
export const initialPatterns: readonly PatternRow[] = [
  {
    pattern: new RegExp(`(?<![\\d./-])(?<initialAge>[1-9]\\d)[ /-]?${sexInitial}`),
    example: "The worker is a 52F with pain.",
  },
  {
    pattern: /\b[FM][/,] ?(?<lastAge>[1-9]\d)(?![\d/.-])/,
    example: "The worker (F/52) has pain.",
  },
];

/** "The water was 52F" isn't about a person. */
const initialBefore = new RegExp(
  `(?:^|[.!?] |\\b(?:an?|this|the|now|old|a\\(n\\)|sex:?) |[(,:] ?|\\b(?:${employeeNouns}|he|she),?(?: is| was)?(?: an?)? ?)$`,
  "i",
);

/** Without the names of the groups, which cost more than the search. A match has one group. */
const unnamed = (rows: readonly PatternRow[]): string => alternatives(rows).replace(/\(\?<[a-zA-Z]+>/g, "(");

/** For lower case: an expression that ignores case takes several times as long. */
const anyAge = new RegExp(unnamed(agePatterns), "g");
const anyInitial = new RegExp(unnamed(initialPatterns), "g");
/** What an age holds, in lower case: cheap to look for, from its digit or its rarest letters. */
const anchors: readonly RegExp[] = [
  /\d(?:[- )]{0,2}y|(?<=(?:\bis|'s|\bof|\bat|\bnow|\bcurrently|\bpresently|\bjust|male|man|lady|[,(]) ?\d\d)(?=[,.;)]|$| (?:and|with|who|years?)\b)|'?s\b)/g,
  /old\b/g,
];
/** The most that an age and its anchor are apart. */
const reach = 48;

/** Before an age that isn't the employee's, or isn't exact. */
const notBefore =
  /(?:\b(?:his|her|their|'s|about|approximately|nearly|almost|around|over|under|than|least|most|to|by|every|another|other|average|between|any|each|most|some|if|when|until|like|would be|will be|turn|turns|turned|turning)|[a-z]'s) $|\b(?:in|for|by|with|like|than|to|on|as|from|at|between|any|every|each|another|per) (?:an? |another |the average )?(?!(?:this|the|our) )(?:[a-z]+ )?$/i;
/** Before an age of the employee, in spite of the preposition. */
const employeeBefore =
  /\b(?:(?:request|authorization) (?:is |was |made )?for|(?:describ|identif|list|document|present|refer)\w* (?:[a-z]+ ){0,4}as) (?:an? |the )$/i;
/** "She lifted an 81-year-old man": a person who comes up within a sentence, and isn't called the employee. */
const withArticle = / an? (?:[a-z\d-]+ ){0,2}$/i;
const introduces = new RegExp(
  `(?:\\b(?:is|was|being|as|for|of|by|involves|involving|concern\\w+|regarding|describ\\w+|identif\\w+|have|has|here|about|this|namely|remains|records?|chart)|\\b(?:${employeeNouns}|he|she|who)(?:,| \\(|:| -)?|[.:;] ?)(?: now| currently| also| still)?$`,
  "i",
);
const ofBefore = /\bof an? (?:[a-z]+ )?$/i;
const caseOf =
  /\b(?:case|care|evaluation|records?|behalf|request|treatment|history|review|summary|file|claim|management|concerns?|consists) of an? (?:[a-z]+ )?$/i;
/** Another time than the letter's. */
const anotherTimeBefore =
  /\b(?:turn(?:s|ed|ing)|when|will be|then|since|from|while|until|once|after (?:he|she) (?:was|turned)|at)(?: [a-z]+){0,3} $/i;
const anotherTimeAfter =
  /^[-, ]{0,2}(?:when|last year|next|in (?:(?:early |late |mid-?)?(?:19|20)\d\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)|at (?:that|the|his|her) (?:time|date|onset|start)|at (?:the )?(?:time|date|onset|injury|surgery)|then\b|on (?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|by the time)/i;
const atInjuryAfter =
  /^[-, ]{0,2}(?:at (?:the )?(?:time|date|onset|moment) of (?:the |his |her |this )?(?:industrial |work |original |initial )?(?:injury|accident)|at injury|when (?:he|she|the (?:employee|patient|worker|claimant|applicant|injured worker)) (?:was (?:first )?(?:injured|hurt)|got hurt|sustained))/i;
/** "At 62, she is no candidate" is about now. */
const stillAfter = new RegExp(
  `^(?:[- ]?${years}(?:[- ]old| of age)?)?,? (?:the |this )?(?:injured )?(?:${employeeNouns}|she|he) (?:is|has|still|does|remains|continues|works|may|would)\\b`,
  "i",
);
const supposed = /\b(?:would|may|might|could|can|typically|usually|often|should)\b/i;
/** After a man who isn't the employee. */
const harm =
  /^,? (?:who |whom |had |then )?(?:hit|struck|attacked|assaulted|kicked|pushed|punched|bit|fell on|ran (?:a|into|over)|rear|threatened|robbed|grabbed|shot|stabbed|collided|crashed|drove|shoved|yelled|she |he )/i;
const generic = /^,? (?:would|could|may|might|can|typically|usually|often|tend)\b/i;

/** After "44 year old": words up to the noun. */
const personAfter = new RegExp(
  `^[- ]{0,2}(?:\\([^)]{1,20}\\) ?)?(?:[a-z/()]+(?:-[a-z]+)*,? ){0,7}?(?:${sexNouns}|${employeeNouns}|${occupations}|F|M)\\b`,
  "i",
);
/** After an age that is a sentence's predicate, or before a verb: no noun follows. */
const nothingAfter =
  /^ ?(?:$|[.,;:)/]|(?:and|but|who|whom|whose|with|has|had|is|was|presents?|presented|reports?|reported|complains?|complained|sustained|sustaining|works?|worked|working|employed|suffer\w*|status|s\/p|seen|that|injured|fell|slipped|states?|denies|notes|rates?|continues|underwent|being|referred|requests?|takes|uses|lives|did|does|do|now|at|on|in|as|from|for|since|when|by|to)\b)/i;
const copulaBefore =
  /\b(?:is|was|being|involves|concerns|regarding|concerning|describes?) (?:now |currently )?(?:an?|a\(n\)) (?:now |currently )?$/i;
const people = /^s\b/i;
const relation =
  "husband|wife|spouse|partner|son|daughter|child|children|mother|father|parent|brother|sister|sibling|friend|boyfriend|girlfriend|co-?worker|colleague|assailant|boy|girl|baby|infant|twins?|supervisor|boss|surgeon|physician|doctor|nephew|niece|uncle|aunt|cousin|inmate|suspect|resident|student|client|customer|nurse|therapist|passenger|pedestrian|driver who";
const relatives = new RegExp(`\\b(?:${relation})s?\\b`, "i");
const relativeAfter = new RegExp(`^ (?:${relation})s?\\b`, "i");

/** Most letters open like this: "The injured worker is a 44 year old female who". */
const introduction = new RegExp(
  `^(?:(?:The |This )?(?:injured )?(?:${employeeNouns}) (?:is|was)|This is|This case involves) (?:an?|a\\(n\\)) (?:now )?$`,
  "i",
);

const plainPerson = /^[- ](?:female|male|woman|man|lady|gentleman)(?:[,.]| who| with| that| whose)/;

function read(passage: Passage, at: number, length: number, written: string): Statement<Age> | undefined {
  const sentence = sentenceAt(passage, at);
  const age = ageOf(written);
  if (!age) return undefined;
  const { text, start } = sentence;
  const from = at - start;
  const end = from + length;
  const isPlain = introduction.test(text.slice(0, from)) && plainPerson.test(text.slice(end, end + 40));
  if (!isPlain && !isOfEmployee(sentence, from, length, written)) return undefined;
  const offset = from + text.slice(from, end).toLowerCase().indexOf(written);
  const assertion = isPlain
    ? plainAssertion
    : assertionAt(personScopesOf(passage, sentence.index), offset, offset + written.length);
  const direct = /\bthis (?:now |currently |pleasant |[a-z]+ )?$/i.test(
    text.slice(Math.max(0, from - 30), from),
  );
  const provider = assertion.experiencer === "provider" || assertion.experiencer === "reviewer";
  const definite = /\b(?:the|this|our) (?:now |[a-z]+ )?$/i.test(text.slice(Math.max(0, from - 30), from));
  if (assertion.experiencer !== "employee" && !direct && !(provider && definite)) return undefined;
  if (assertion.certainty === "conditional" && !direct) return undefined;
  const after = text.slice(end, end + 100);
  const atInjury = atInjuryAfter.test(after);
  if (!atInjury && anotherTimeAfter.test(after)) return undefined;
  if (assertion.temporality !== "current" && assertion.temporality !== "past") return undefined;
  const { flat, place, issue, source } = passage;
  return {
    value: { ...age, atInjury },
    ...flat.span(start + offset, start + offset + written.length),
    place,
    issue,
    source,
    assertion: { ...assertion, experiencer: "employee", temporality: atInjury ? "past" : "current" },
  };
}

function isOfEmployee({ text }: PassageSentence, at: number, length: number, written: string): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const end = at + length;
  const after = text.slice(end, end + 90);
  const matched = text.slice(at, end).toLowerCase();
  if (people.test(after) || generic.test(after)) return false;
  const indefinite = withArticle.exec(before);
  if (indefinite && !introduces.test(before.slice(0, indefinite.index))) return false;
  const atThisAge = /^At (?:age |the age of )?$/i.test(before) && stillAfter.test(after);
  if (!atThisAge && anotherTimeBefore.test(before)) return false;
  // "A 60-year-old would heal": no one's age.
  if (/^an? $/i.test(before) && supposed.test(after)) return false;
  const starts = matched.startsWith(written);
  if (starts) {
    const relative = !atThisAge && notBefore.test(before) && !employeeBefore.test(before);
    if (relative || (ofBefore.test(before) && !caseOf.test(before))) return false;
  } else if (
    /\b(?:over|under|above|below|until|by|to|than|of|from|mean|average|retirement|mental|bone|gestational|skeletal|developmental) (?:the )?$/i.test(
      before,
    )
  ) {
    return false;
  } else if (ofBefore.test(before) && !caseOf.test(before)) {
    return false;
  }
  const copula = anyCopula.exec(before);
  if (copula && starts && !personBefore.test(before.slice(0, copula.index))) return false;
  const isNominal = /o(?:ld)?\.?$/i.test(matched) && starts;
  if (!isNominal) return true;
  const person = personAfter.exec(after);
  if (person && harm.test(after.slice(person[0].length))) return false;
  if (person) return !relatives.test(person[0]) && !relativeAfter.test(after.slice(person[0].length));
  if (nothingAfter.test(after)) return true;
  const noun = after.slice(0, 30);
  // Another trade than those listed, but not "is a 5 year old fusion".
  return (
    copulaBefore.test(before) &&
    Number.parseInt(written, 10) >= 18 &&
    /^ [a-z]+(?: [a-z]+)?(?:er|or|ist|ant|ian|man)\b/i.test(noun) &&
    !/disorder|stimulator|walker|scooter|tumor|computer/i.test(noun)
  );
}

/** "The brace is 15 years old" isn't about a person. */
const anyCopula =
  /(?:'s|\b(?:is|was|were|are|being|remains))(?: (?:now|currently|presently|only|just|already))* $/i;
const personBefore = new RegExp(
  `(?:^|[,)]|\\b(?:${employeeNouns}|${occupations}|${sexNouns}|he|she|who|this|(?:Mr|Mrs|Ms|Miss)\\.? [A-Z][a-z]*\\.?)) ?$`,
  "i",
);

const decades = "twenties thirties forties fifties sixties seventies eighties".split(" ");

function ageOf(written: string): Omit<Age, "atInjury"> | undefined {
  const text = written.toLowerCase();
  if (/^\d+$/.test(text)) return exactly(Number(text), false);
  const decade = /(?:(early|mid|middle|late)[- ])?(?:(\d)0'?s|([a-z]+ties))$/.exec(text);
  if (decade) {
    const [, part, digit, name] = decade;
    const ten = 10 * (digit ? Number(digit) : decades.indexOf(name as string) + 2);
    if (ten < 20) return undefined;
    const [low, high] = part === "early" ? [0, 4] : part === "late" ? [5, 9] : part ? [3, 7] : [0, 9];
    return { least: ten + low, most: ten + high, inWords: true };
  }
  const [first = "", second] = text.split(/[- ]/);
  const ten = tens.indexOf(first);
  const value =
    ten < 0 ? small.indexOf(first) + 1 : 10 * (ten + 2) + (second ? small.indexOf(second) + 1 : 0);
  return value > 0 ? exactly(value, true) : undefined;
}

const exactly = (value: number, inWords: boolean) => ({ least: value, most: value, inWords });

/** The ages that the letter states of the employee, in its order. */
export const agesOf = memoize((letter: Letter): readonly Statement<Age>[] =>
  passagesOf(letter).flatMap(agesIn),
);

function agesIn(passage: Passage): readonly Statement<Age>[] {
  const { text } = passage.flat;
  const found = new Map<number, Statement<Age>>();
  const add = (index: number, length: number, written: string | undefined) => {
    if (written === undefined || found.has(index)) return;
    const statement = read(passage, index, length, written);
    if (statement) found.set(index, statement);
  };
  for (const { start, end } of windowsOf(passage)) {
    for (const m of matchAll(anyAge, passage.lower.slice(start, end))) {
      add(start + m.index, m[0].length, groupOf(m));
    }
  }
  if (initialsOf(passage).length > 0) {
    for (const m of matchAll(anyInitial, text)) {
      const before = text.slice(Math.max(0, m.index - 40), m.index);
      if (initialBefore.test(before)) add(m.index, m[0].length, groupOf(m));
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

const groupOf = (m: RegExpExecArray): string | undefined =>
  m.find((group, i) => i > 0 && group !== undefined);

/** The pieces of a text that may hold an age: whole words around each anchor, none twice. */
function windowsOf(passage: Passage): readonly FlatRange[] {
  const { lower } = passage;
  const at = [...hintsOf(passage).ages];
  for (const anchor of anchors) for (const { index } of matchAll(anchor, lower)) at.push(index);
  if (at.length === 0) return [];
  const windows: { start: number; end: number }[] = [];
  for (const index of at.sort((a, b) => a - b)) {
    const start = index <= reach ? 0 : lower.indexOf(" ", index - reach) + 1;
    const space = lower.indexOf(" ", index + reach);
    const end = space < 0 ? lower.length : space;
    const last = windows.at(-1);
    if (last && start <= last.end) last.end = end;
    else windows.push({ start, end });
  }
  return windows;
}
