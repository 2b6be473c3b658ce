/**
 * What the case summary and the rationales state of the employee's findings and states: a sign that is positive, a spasm that
 * is absent, the work status. A statement of the summary counts if it's of the same place and the same time.
 */
import { globally, matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { numeralPattern, toNumber } from "../../base/numberWords.ts";
import type { FlatRange } from "../../base/sentences.ts";
import { sameDate, written } from "../../letter/calendar.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import { assertionAt, scopesIn } from "../../letter/context/scopes.ts";
import type { FlatDate } from "../../letter/dates.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, type PassageSentence, passagesOf, sentenceAt } from "../passages.ts";
import { regionsIn } from "../treatmentAttributes.ts";
import { type ConceptRow, concepts, effects, mechanisms, presences, signs } from "./findingConcepts.ts";
import { measuredValues } from "./measuredValues.ts";
import { clauseAround, samePlace } from "./samePlace.ts";
import type { Statement } from "./statement.ts";

/** A finding or a state, and what is said of it, both as messages name them. */
export interface FindingValue {
  readonly name: string;
  readonly value: string;
}

/** What a rationale states, and what the case summary states otherwise. */
export interface FindingConflict {
  readonly stated: Statement<FindingValue>;
  readonly reference: Statement<FindingValue>;
}

/** A statement before it's compared. */
interface Read extends FlatRange, FindingValue {
  readonly passage: Passage;
  readonly sentence: PassageSentence;
}

/** Guidelines, conditions, plans, and what others say. */
const notStated =
  /\b(?:if|unless|when|whenever|whether|should|would|may|might|could|can|must|guidelines?|mtus|odg|acoem|criteria|criterion|recommend\w*|requires?|required|requirement|patients|those|people|persons|studies|study|trial|literature|such as|e\.g\.|indicat(?:ed|ions?)|considered|consider|reserved|support(?:s|ed)?|candidates?|consists|before (?:any|the) (?:surgery|request)|utilization review(?:er)?|claims administrator|adjuster|insurer|(?:provider|physician|surgeon|therapist) (?:says|said|states|stated|claims|claimed|believes|writes|wrote|argues|argued)|needs? to|rule out|suspected|possible|possibly|probable|likely|suggest\w*|question of|concern\w*|cannot be|not (?:documented|stated|recorded|described|provided|mentioned|known|clear|specified)|unclear|unknown|documentation|plan(?:s|ned)?|will)\b/;
/** What held at another time, or has changed. */
const otherTime =
  /\b(?:initial(?:ly)?|at first|first visit|earlier|early|previous(?:ly)?|prior|before|past|former(?:ly)?|used to|once|originally|since|no longer|now|resolved?|has improved|have improved|had improved|worse(?:ned|ning)?|return(?:s|ed) (?!to)|recurr\w*|became|becomes|develop(?:s|ed)|chang(?:e|es|ed)|later|subsequent(?:ly)?|pre-?operative(?:ly)?|post-?operative(?:ly)?|at (?:the|that) time|ago|until|following|last (?:year|spring|summer|fall|winter|month)|at (?:the )?(?:injury|onset)|after (?:the|his|her) (?:surgery|injury|fall|accident|operation|release|repair|fusion)|intermittent(?:ly)?|at times|sometimes|occasional(?:ly)?|history of|new(?:ly)?|other(?:wise)?|in (?:(?:january|february|march|april|may|june|july|august|september|october|november|december) )?(?:19|20)\d\d|in (?:january|february|march|april|june|july|august|september|october|november|december)|but not|last visit)\b/;
/** Only those that say that it was so before. What changes, the summary tells of, too. */
const before =
  /\b(?:initial(?:ly)?|at first|first visit|earlier|previous(?:ly)?|former(?:ly)?|used to|originally|pre-?operative(?:ly)?|pre-?injury|before the (?:injury|surgery|accident))\b/;

/** Whether the rationale states it of the employee, as it is at the time of the request. */
function isStated({ text }: PassageSentence, start: number, end: number): boolean {
  const lower = text.toLowerCase().replace(/\b(?:injured|hurt|happened|occurred)\b([^.;]{0,40}) when\b/, "");
  if (notStated.test(lower) || otherTime.test(lower)) return false;
  const { experiencer, temporality, certainty } = assertionAt(scopesIn(text), start, end);
  return (
    (experiencer === "employee" || experiencer === "provider") &&
    temporality === "current" &&
    certainty !== "conditional" &&
    certainty !== "quoted"
  );
}

/** A reader finds statements of some kind in a passage. */
type Reader = (passage: Passage) => readonly Read[];

function readAt(passage: Passage, start: number, end: number, name: string, value: string): Read {
  return { passage, sentence: sentenceAt(passage, start), start, end, name, value };
}

interface LowerSentence extends FlatRange {
  readonly lower: string;
}

const lowerSentences = memoize((passage: Passage): readonly LowerSentence[] =>
  passage.sentences.map(({ start, end }) => ({ start, end, lower: passage.lower.slice(start, end) })),
);

/** The sentences that have one of the words. Most have none, and are read no further. */
function sentencesWith(passage: Passage, words: readonly string[]): readonly LowerSentence[] {
  const present = words.filter((word) => passage.lower.includes(word));
  if (present.length === 0) return [];
  return lowerSentences(passage).filter(({ lower }) => present.some((word) => lower.includes(word)));
}

/** The matches in the sentences that have one of the words, with offsets into the passage's flat text. */
const matchesWith = (
  pattern: RegExp,
  passage: Passage,
  words: readonly string[],
): readonly RegExpExecArray[] => matchesIn(pattern, sentencesWith(passage, words));

function matchesIn(pattern: RegExp, sentences: readonly LowerSentence[]): readonly RegExpExecArray[] {
  return sentences.flatMap(({ start, lower }) => {
    const found = matchAll(pattern, lower);
    for (const m of found) m.index += start;
    return found;
  });
}

/* Signs: "a positive Hawkins sign", "straight leg raise was negative on both sides". */

const anySign = new RegExp(signs.map(({ pattern }) => pattern.source).join("|"), "g");
const positive = "positive|present|elicited|abnormal|reproduced|reproduces|provoked";
const negative = "negative|absent|unremarkable|normal|not (?:positive|elicited|present|reproduced)";
const small =
  "(?:(?:sign|signs|test|tests|testing|maneuver|maneuvers|exam|examination|provocation|and|or|the|a|an|is|was|were|are|remains|remained|also|both|bilateral|bilaterally|right|left|side|sides|on|at|in|of|for|to|over|with|wrists?|elbows?|knees?|shoulders?|hips?|ankles?|carpal|cubital|tunnel|median|ulnar|nerve|seated|supine|sitting|degrees|\\d{1,2}|strongly|mildly|markedly|again|clearly|reported|found|noted|as|leg|arm|lumbar|cervical)[ ,]+|[a-z-]+ (?:sign|signs|test|tests)[ ,]+(?:and )?)";
const stateAfter = new RegExp(`^(?:['’]?s)?(?: |, |-)*${small}{0,9}?(?:(${positive})|(${negative}))\\b`);
const stateBefore = new RegExp(`\\b(?:(${positive})|(${negative}|no|without))(?: |, )${small}{0,6}$`);
/** "… was positive in March and negative in May". */
const stateThen = new RegExp(
  `^(?: (?:in|on|at) (?:[a-z0-9/]+ ?){1,4}?)?,? ?(?:and|but|then)(?: (?:is|was|became|then|later|now|again|not))* (?:(${positive})|(${negative}))\\b`,
);
const isPredicate = /\b(?:is|was|were|are|remains|remained)(?: [a-z]+)?(?: not)? $/;
const thereBefore = /\bthere (?:is|was|were|are) (?:a |an )?$/;

const statesOfSigns = ["positive", "negative", "absent", "elicited", "reproduc", "present", "normal"];
function readSigns(passage: Passage): readonly Read[] {
  const { lower } = passage;
  return matchesWith(anySign, passage, statesOfSigns).flatMap((m) => {
    const row = signs.find(({ pattern }) => pattern.exec(m[0])?.[0] === m[0]);
    if (!row) return [];
    const { start, text } = sentenceAt(passage, m.index);
    const sentence = lower.slice(start, start + text.length);
    const at = m.index - start;
    const prefix = sentence.slice(Math.max(0, at - 80), at);
    const after = stateAfter.exec(sentence.slice(at + m[0].length, at + m[0].length + 120));
    let ahead = stateBefore.exec(prefix);
    if (ahead) {
      const lead = prefix.slice(0, ahead.index);
      if (isPredicate.test(lead) && !thereBefore.test(lead)) ahead = null;
    }
    const aheadLength = ahead
      ? prefix.length - ahead.index - (ahead[1] ?? ahead[2] ?? "").length
      : Number.POSITIVE_INFINITY;
    const afterLength = after
      ? after[0].length - (after[1] ?? after[2] ?? "").length
      : Number.POSITIVE_INFINITY;
    const state = aheadLength <= afterLength ? ahead : after;
    if (!state) return [];
    const read = (isPositive: boolean) =>
      readAt(passage, m.index, m.index + m[0].length, row.name, isPositive ? "positive" : "negative");
    const first = read(state[1] !== undefined);
    const then =
      after && state === after
        ? stateThen.exec(sentence.slice(at + m[0].length + after[0].length))
        : undefined;
    return then ? [first, read(then[1] !== undefined)] : [first];
  });
}

/* Presence: "no spasm", "walks with swelling". */

const denial =
  /\b(?:no|without|denie[sd]|denying|denies any|negative for|absence of|free of|neither|nor|absent|not (?:have|had|show|report|demonstrate|reveal|complain of))\b/g;
const breaksDenial =
  /[;:(]|\b(?:but|with|which|showed|shows|shown|has|had|have|is|was|are|were|there|however|although|though|while|because|from|since|improve\w*|chang\w*|increase\w*|decrease\w*|worsen\w*|significant|severe|gross|frank|acute|new|further|increased|much|marked|relief|benefit|documentation|mention|evidence that|progress\w*|record|more|longer|need|recent|additional|obvious|cause|reason|response|risk|specific)\b/;
const anyDenial =
  /\b(?:no|not|without|denie[sd]|denying|absen(?:t|ce)|lack\w*|negative|never|nor|neither|free of|cannot|avoid|prevent\w*|reduc\w*|treat\w*|reliev\w*|control\w*|risk|n't|n’t|resol\w*|normal|unlikely|history|scale|inventory|score|family)\b/;
const asserted =
  /(?:\b(?:has|had|have|having|with|shows?|showed|shown|reveal(?:s|ed)?|demonstrate[sd]?|demonstrating|showing|reports?|reported|complain\w*|not(?:es|ed)|found|there (?:is|are|was|were)|evidence of|presence of|persistent|ongoing|continued|experienc\w+|suffers?|exhibits?|confirm(?:s|ed))\b[^.;:]{0,60}|\b(?:his|her|the) (?:[a-z-]+ ){0,2})$/;
const assertedAfter =
  /^(?: (?:of|in|over|at|about|along) (?:(?:the|his|her) )?(?:[a-z-]+ ){1,4}?)?,? ?(?:is|was|were|are|remains?|persists?|wakes?|limits?|interferes?|prevents?) (?!not|no\b|never)/;
const purposeBefore =
  /\b(?:for|against|to (?:treat|relieve|reduce|prevent|assess|evaluate)|of) (?:[a-z]+ ){0,2}$/;

const anyPresence = new RegExp(presences.map(({ pattern }) => pattern.source).join("|"), "g");
const denials = ["no ", "without", "den", "negative", "absen", "free of", "nor", "neither", "not "];

function absentIn(passage: Passage): readonly Read[] {
  const { lower } = passage;
  return matchesWith(anyPresence, passage, denials).flatMap((m) => {
    const { start } = sentenceAt(passage, m.index);
    const prefix = lower.slice(Math.max(start, m.index - 90), m.index);
    const last = matchAll(denial, prefix).at(-1);
    if (!last) return [];
    const gap = prefix.slice(last.index + last[0].length);
    const isList = /\b(?:or|nor|and)\b/.test(lower.slice(Math.max(0, m.index - 20), m.index + 40));
    if (breaksDenial.test(gap) || (gap.includes(",") && !isList)) return [];
    const row = presences.find(({ pattern }) => pattern.exec(m[0])?.[0] === m[0]);
    return row ? [readAt(passage, m.index, m.index + m[0].length, row.name, "absent")] : [];
  });
}

/** All mentions of what the summary denies: those that aren't denied make it present. */
function presentIn(passage: Passage, names: ReadonlySet<string>, strict: boolean): readonly Read[] {
  const { lower } = passage;
  return presences.flatMap(({ name, pattern }) => {
    if (!names.has(name)) return [];
    return matchAll(globally(pattern), lower).flatMap((m) => {
      const { start, text } = sentenceAt(passage, m.index);
      const prefix = lower.slice(start, m.index);
      const rest = lower.slice(m.index + m[0].length, start + text.length);
      if (strict) {
        if (anyDenial.test(prefix) || anyDenial.test(rest) || purposeBefore.test(prefix)) return [];
        if (!asserted.test(prefix) && !assertedAfter.test(rest)) return [];
      } else {
        const last = matchAll(denial, prefix.slice(-90)).at(-1);
        if (last && !breaksDenial.test(prefix.slice(-90).slice(last.index + last[0].length))) return [];
      }
      return [readAt(passage, m.index, m.index + m[0].length, name, "present")];
    });
  });
}

/* States with values of their own. */

const stateReader =
  (concept: ConceptRow): Reader =>
  (passage) => {
    const found: Read[] = [];
    for (const { start, lower } of sentencesWith(passage, concept.hints)) {
      let rest = lower;
      for (const { value, pattern } of concept.values) {
        for (const m of matchAll(globally(pattern), rest)) {
          const at = start + m.index;
          rest = rest.slice(0, m.index) + " ".repeat(m[0].length) + rest.slice(m.index + m[0].length);
          found.push(readAt(passage, at, at + m[0].trimEnd().length, concept.name, value));
        }
      }
    }
    return found;
  };

/* How the injury came about. */

const tellsOfInjury = [
  "injured",
  "injury",
  "hurt",
  "accident",
  "happened",
  "occurred",
  "sustained",
  "strained",
  "onset",
];
function readMechanisms(passage: Passage): readonly Read[] {
  const sentences = sentencesWith(passage, tellsOfInjury);
  return mechanisms.flatMap(({ value, pattern, anywhere }) =>
    matchesIn(
      globally(pattern),
      sentences.filter((sentence) => anywhere.test(sentence.lower)),
    ).map((m) => readAt(passage, m.index, m.index + m[0].length, "The cause of injury", value)),
  );
}

/* Drugs that were stopped or go on. */

const stopped =
  /(?<=^|[.;,] |\b(?:and|but|while|that|his|her|the) )((?:[a-z]{4,}(?:,? and |, | or )?){1,4}) (?:(?:was|were|has been|have been|had been) (?:[a-z]+ )?(?:stopped|discontinued|weaned off)\b|upset (?:his|her) stomach and (?:was|were) (?:stopped|discontinued))/g;
const stoppedBefore =
  /\b(?:stopped|discontinued|no longer (?:takes|uses)|weaned off(?: of)?) (?:taking |using |his |her |the )?((?:[a-z]{5,}(?:,? and |, | or )?){1,4})/g;
const goesOn =
  /\b(?:continues (?:on|to take|to use|with|taking|using)|still (?:takes|uses|on)|remains on|is (?:still |currently )?(?:taking|using|on)|currently (?:takes|uses)|(?:s?he|employee|patient|worker|claimant|applicant) (?:takes|uses)) (?:his |her |the |both |daily )*((?:[a-z]{4,}(?:,? and |, | or )?){1,5})/g;
const notDrug = new Set(
  "medication medications therapy treatment drugs drug work exercise exercises physical program restrictions modified light full daily about also with without from both that this other them these those pain home temporary total disability opioids analgesics injection injections smoking tobacco duty nothing only over counter been".split(
    " ",
  ),
);
const drugsOf = (words: string): readonly string[] =>
  words.split(/[^a-z-]+/).filter((word) => word.length >= 5 && !notDrug.has(word));

function readDrugs(passage: Passage): readonly Read[] {
  const { lower } = passage;
  const read = (pattern: RegExp, value: string) =>
    matchAll(pattern, lower).flatMap((m) =>
      drugsOf(m[1] ?? "").map((drug) => {
        const at = m.index + m[0].indexOf(drug, m[0].indexOf(m[1] as string));
        return readAt(
          passage,
          at,
          at + drug.length,
          `${drug.charAt(0).toUpperCase()}${drug.slice(1)}`,
          value,
        );
      }),
    );
  const ends =
    lower.includes("stopped") ||
    lower.includes("discontinued") ||
    lower.includes("no longer") ||
    lower.includes("weaned off")
      ? [...read(stopped, "stopped"), ...read(stoppedBefore, "stopped")]
      : [];
  // What goes on matters only if the case summary says that it was stopped.
  if (passage.place === "summary" && ends.length === 0) return [];
  return [...ends, ...read(goesOn, "continued")];
}

/* Counts: "12 sessions of physical therapy", "two epidural injections". */

const counted: readonly { readonly name: string; readonly pattern: string; readonly unit: string }[] = [
  { name: "Physical therapy", pattern: "(?:physical |physio)therapy|pt|therapy", unit: "session" },
  { name: "Occupational therapy", pattern: "(?:occupational|hand) therapy", unit: "session" },
  {
    name: "Chiropractic treatment",
    pattern: "chiropractic(?: care| treatments?| manipulation)?",
    unit: "session",
  },
  { name: "Acupuncture", pattern: "acupuncture(?: treatments?)?", unit: "session" },
  { name: "Aquatic therapy", pattern: "(?:aquatic|pool|aqua) therapy", unit: "session" },
  {
    name: "Psychotherapy",
    pattern: "psychotherapy|cognitive[- ]behaviou?ral therapy|cbt|counseling|psychological treatment",
    unit: "session",
  },
];
const sessions = "(?:sessions?|visits?|treatments?)";
const count = `(${numeralPattern})`;
const doneBefore =
  /\b(?:had|has|completed|attended|received|undergone|underwent|finished|after|participated in|done|despite|following|to date|took|been to|included|includes|consisted of)(?: (?:has|had|a|the|only|all|his|her|already|at|least|about|approximately|some|total|of|course|his or her|been|treated|with|least|now|just|initial))* $/;
const doneAfter =
  /^ (?:have|has|were|had) (?:already |now )?(?:been )?(?:completed|attended|received|done|given|finished|provided)\b/;
/** "… in 2014 and six in 2016". */
const andMore = new RegExp(
  `\\b(?:and|then|another|plus|again) (?:an? )?(?:another )?${numeralPattern}(?!\uf8ff| ?(?:[a-z]+ ){0,2}(?:sessions|visits|treatments|days|weeks|months|years|injections?|blocks?)\\b)`,
);
const notDone =
  /\b(?:request\w*|additional|more|further|another|approved|authorized|certif\w*|denied|up to|recommend\w*|total|remaining|next|plan\w*|prescribed|ordered|asks?|would|should|if|guidelines?|odg|mtus|acoem|over|at least|approximately|about|nearly|or more|post-?operative|each|per|surgery|utilization)\b/;

const countReaders: readonly (readonly [name: string, patterns: readonly RegExp[], hint: string])[] =
  counted.map(
    ({ name, pattern }) =>
      [
        name,
        [
          new RegExp(
            `(?<![\\w.,/-])${count} ${sessions} of (?:(?:prior|previous|formal|supervised|outpatient) )?(?:${pattern})\\b`,
            "g",
          ),
          new RegExp(`(?<![\\w.,/-])${count} (?:${pattern}) ${sessions}`, "g"),
        ],
        name,
      ] as const,
  );

const units = ["session", "visit", "treatments"];
function readCounts(passage: Passage): readonly Read[] {
  const { lower } = passage;
  const sentences = sentencesWith(passage, units).map(({ start, end }) => ({
    start,
    end,
    lower: passage.numbered.slice(start, end),
  }));
  if (sentences.length === 0 && !/had no |not |never /.test(lower)) return [];
  const found: Read[] = [];
  for (const [name, patterns] of countReaders) {
    for (const pattern of patterns) {
      for (const m of matchesIn(pattern, sentences)) {
        const number = toNumber(m[1] as string);
        const { start, text } = sentenceAt(passage, m.index);
        const sentence = passage.numbered.slice(start, start + text.length);
        const prefix = sentence.slice(0, m.index - start);
        const rest = sentence.slice(prefix.length + m[0].length);
        const clause = doneAfter.test(rest) ? sentence.slice(prefix.lastIndexOf(",") + 1) : undefined;
        if (!number || (!clause && !doneBefore.test(prefix)) || notDone.test(clause ?? sentence)) continue;
        if (andMore.test(rest)) continue;
        found.push(readAt(passage, m.index, m.index + m[0].length, name, `${number} sessions`));
      }
    }
    // What a rationale says was never had, the record's rule compares.
    if (passage.place === "summary") found.push(...neverHad(passage, name));
  }
  return found;
}

/** "He has had no psychotherapy so far." */
const none = new Map(
  counted.map(
    ({ name, pattern }) =>
      [
        name,
        new RegExp(
          `\\b(?:(?:has|had|have) (?:had |received |attended |undergone |completed )?no (?:prior |previous |formal |earlier |such )*|(?:has|had|have) (?:not|never) (?:yet )?(?:had|received|attended|undergone|started|begun|tried) (?:any )?)(?:${pattern})(?=[.,;]| (?:so far|to date|yet|before|at all|and|but)\\b)`,
          "g",
        ),
      ] as const,
  ),
);
const neverHad = (passage: Passage, name: string): readonly Read[] =>
  matchAll(none.get(name) as RegExp, passage.lower).map((m) =>
    readAt(passage, m.index, m.index + m[0].length, name, "none"),
  );

const percent =
  /(?<![\d.-]|\d )(\d{1,3}|\b(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-five)?|one hundred) ?(?:%|percent) (?:(?:pain|of|sustained|overall|temporary|symptom|improvement in|reduction in|reduction of|decrease in) )*(?:relief|reduction|improvement|pain|better|decrease|symptoms)/g;
function readRelief(passage: Passage): readonly Read[] {
  const { lower } = passage;
  if (!lower.includes("%") && !lower.includes("percent")) return [];
  return matchAll(percent, lower).flatMap((m) => {
    const { start, text } = sentenceAt(passage, m.index);
    const sentence = lower.slice(start, start + text.length);
    const of =
      /\b(injection|block|epidural|esi|therapy|acupuncture|chiropractic|tens|surgery|ablation|rhizotomy|stimulator)/.exec(
        sentence,
      );
    if (
      !of ||
      /\b(?:at least|more than|less than|over|up to|about|approximately|minimum|required|to \d{1,3} ?%)/.test(
        sentence,
      )
    )
      return [];
    const source = /epidural|esi|block/.test(of[1] as string) ? "injection" : of[1];
    const amount = toNumber(m[1] as string);
    return amount
      ? [readAt(passage, m.index, m.index + m[0].length, `Relief after the ${source}`, `${amount}%`)]
      : [];
  });
}

/* Pain without and with drugs: "8 out of 10 without and 3 out of 10 with medication", "from 8 to 3 with the drug". */

const rating = "(\\d{1,2})(?: ?/ ?10| out of (?:10|ten)|\\b)";
const remedy =
  "(?:the |his |her |this |these |its |taking |using |of )*(?:medications?|meds|medicines?|drugs?|opioids?|hydrocodone|oxycodone|norco|percocet|tramadol|morphine|gabapentin|tablets?|it\\b)";
const painChanges: readonly (readonly [pattern: RegExp, without: number])[] = [
  [new RegExp(`${rating} without(?: ${remedy})?,? (?:and|but|to|,) ?${rating} with ${remedy}`, "g"), 1],
  [new RegExp(`${rating} with(?: ${remedy})?,? (?:and|but|,) ?(?:to )?${rating} without ${remedy}`, "g"), 2],
  [
    new RegExp(
      `\\bfrom (?:a |about )?${rating} to (?:a |about )?${rating} (?:with|after|on|when) ${remedy}`,
      "g",
    ),
    1,
  ],
];

function readPainChanges(passage: Passage): readonly Read[] {
  const { lower } = passage;
  if (!lower.includes(" without ") && !/\bfrom\b/.test(lower)) return [];
  return painChanges.flatMap(([pattern, without]) =>
    matchAll(pattern, lower).map((m) => {
      const [high, low] = without === 1 ? [m[1], m[2]] : [m[2], m[1]];
      const value = `from ${high} without to ${low} with drugs`;
      return readAt(passage, m.index, m.index + m[0].length, "Pain", value);
    }),
  );
}

/* Doses a day: "morphine 15 mg twice a day" and "30 mg of morphine a day". */

const times: Readonly<Record<string, number>> = {
  "once a day": 1,
  "once daily": 1,
  "twice a day": 2,
  "twice daily": 2,
  "two times a day": 2,
  bid: 2,
  "every 12 hours": 2,
  "three times a day": 3,
  "three times daily": 3,
  tid: 3,
  "every eight hours": 3,
  "every 8 hours": 3,
  "four times a day": 4,
  "four times daily": 4,
  qid: 4,
  "every six hours": 4,
  "every 6 hours": 4,
};
const doseOften = new RegExp(
  `\\b(?!(?:takes|taking|taken|using|continues|prescribed|tablets?|capsules?|total|other|every|with|dose of)\\b)([a-z]{5,})(?: [a-z]+){0,2}? (\\d+(?:\\.\\d+)?) ?(mg|mcg),? (?:(?:one|1|a) (?:tablet|capsule|pill) )?(${Object.keys(times).join("|")})\\b`,
  "g",
);
const dosePerDay =
  /(?<![\d.,/-])(\d+(?:\.\d+)?) ?(mg|mcg) (?:of )?([a-z]{5,})(?: [a-z]+)? (?:a|per|each|every) day\b/g;
const equivalents = /equivalen|\bmed\b|\bmme\b|\bup to\b|\bmaximum\b|\bceiling of\b/;

function readDoses(passage: Passage): readonly Read[] {
  const { lower } = passage;
  if (!/\d ?mc?g/.test(lower)) return [];
  const read = (m: RegExpExecArray, drug: string, dose: number, unit: string) =>
    equivalents.test(sentenceAt(passage, m.index).text.toLowerCase())
      ? []
      : [
          readAt(
            passage,
            m.index,
            m.index + m[0].length,
            `${drug.charAt(0).toUpperCase()}${drug.slice(1)} a day`,
            `${dose} ${unit}`,
          ),
        ];
  const often = matchesWith(doseOften, passage, Object.keys(times)).flatMap((m) =>
    read(m, m[1] ?? "", Number(m[2]) * (times[m[4] as string] as number), m[3] ?? ""),
  );
  const perDay = matchesWith(dosePerDay, passage, [" day"]).flatMap((m) =>
    read(m, m[3] ?? "", Number(m[1]), m[2] ?? ""),
  );
  return [...often, ...perDay];
}

/* Measures in numbers. */

function readMeasured(passage: Passage): readonly Read[] {
  const { lower } = passage;
  return measuredValues.flatMap(({ name, hint, pattern, near }) => {
    if (!lower.includes(hint) || near?.test(lower) === false) return [];
    return matchAll(pattern, lower).map((m) => {
      const end = m.index + m[0].length;
      const read = readAt(passage, end - (m[1] as string).length, end, name, String(Number(m[1])));
      return { ...read, sentence: clauseOf(read.sentence, m.index) };
    });
  });
}

/** What other clauses of the sentence say of conditions and plans isn't about the number. */
function clauseOf(sentence: PassageSentence, at: number): PassageSentence {
  const { text, start } = sentence;
  const offset = at - start;
  const from = Math.max(0, text.lastIndexOf(", ", offset) + 1, text.lastIndexOf("; ", offset) + 1);
  const to = /[,;] /.exec(text.slice(offset))?.index;
  return {
    ...sentence,
    text: text.slice(from, to === undefined ? text.length : offset + to),
    start: start + from,
  };
}

/* Dates of events, of which one may be a typing mistake for the other. */

const event =
  /\b(surgery|operation|laminectomy|discectomy|fusion|arthroscopy|meniscectomy|arthroplasty|replacement|release|repair|decompression|mri|ct scan|x-rays?|films|emg|injection|epidural|block|drug screen|uds|report|evaluation|qme evaluation)\b(?: [a-z0-9-]+){0,5}? (?:of|on|dated|from|performed on|done on|was done on|was on)? ?$/;

function readEventDates(passage: Passage): readonly Read[] {
  return passage.dates.flatMap((date) => {
    if (date.day === undefined) return [];
    const m = event.exec(passage.lower.slice(Math.max(0, date.at - 60), date.at));
    return m ? [readAt(passage, date.at, date.end, `${dateOfEvent}${m[1]}`, written(date))] : [];
  });
}

const dateOfEvent = "Date of the ";

/** "9/21/2012" and "9/12/2012", "3/8/2012" and "8/3/2012", "2/5/2015" and "2/5/2016". */
function isTypo(a: string, b: string): boolean {
  const [month, day, year] = a.split("/");
  const [otherMonth, otherDay, otherYear] = b.split("/");
  if (!month || !day || !otherMonth || !otherDay) return false;
  if (year !== otherYear)
    return month === otherMonth && day === otherDay && Math.abs(Number(year) - Number(otherYear)) === 1;
  if (month === otherMonth) {
    const [own, theirs] = [day.padStart(2, "0"), otherDay.padStart(2, "0")];
    return own[0] === theirs[1] && own[1] === theirs[0];
  }
  return Number(month) === Number(otherDay) && Number(day) === Number(otherMonth);
}

/* The comparison. */

const readers: readonly Reader[] = [
  readSigns,
  ...[...concepts, ...effects].map(stateReader),
  readMechanisms,
  readDrugs,
  readCounts,
  readRelief,
  readPainChanges,
  readDoses,
  readMeasured,
  readEventDates,
];

const rows = new Map([...concepts, ...effects].map((row) => [row.name, row]));
const measuredNames = new Set(measuredValues.map(({ name }) => name));
const unplaced = new Set([
  ...[...concepts, ...effects].filter(({ regional }) => !regional).map(({ name }) => name),
  ...presences.filter(({ regional }) => !regional).map(({ name }) => name),
  ...measuredNames,
  "Pain",
  "Psychotherapy",
]);

/** What the rationales state otherwise than the case summary. One for each finding and rationale. */
export const findingConflicts = memoize((letter: Letter): readonly FindingConflict[] => {
  const [summary, ...rest] = passagesOf(letter);
  if (summary?.place !== "summary" || rest.length === 0) return [];
  const conflicts: FindingConflict[] = [];
  const compare = (stated: readonly Read[], told: readonly Read[]) => {
    const seen = new Set<string>();
    for (const one of stated) {
      const conflict = seen.has(one.name) ? undefined : conflictOf(one, stated, told);
      if (!conflict) continue;
      seen.add(one.name);
      conflicts.push({ stated: statementOf(one), reference: statementOf(conflict) });
    }
  };
  // Rationales state few findings, so they are read first.
  for (const read of readers) {
    const stated = rest.map(read);
    if (stated.every((one) => one.length === 0)) continue;
    const told = read(summary);
    if (told.length > 0) for (const one of stated) compare(one, told);
  }
  if (!rest.some(({ lower }) => lower.search(anyPresence) >= 0)) return conflicts;
  const absent = absentIn(summary);
  const denied = new Set(absent.map(({ name }) => name));
  if (denied.size === 0) return conflicts;
  const presence = [...absent, ...presentIn(summary, denied, false)];
  for (const passage of rest) compare(presentIn(passage, denied, true), presence);
  return conflicts;
});

function conflictOf(stated: Read, all: readonly Read[], told: readonly Read[]): Read | undefined {
  const { passage, sentence, name, value } = stated;
  if (name.startsWith(dateOfEvent)) {
    const dated = told.filter((one) => one.name === name);
    // The summary may tell of both days.
    const [{ passage: summary } = stated] = dated;
    const isKnown = summary.dates.some((date) => written(date) === value);
    return isKnown ? undefined : dated.find((one) => isTypo(one.value, value));
  }
  const at = stated.start - sentence.start;
  if (!isStated(sentence, at, stated.end - sentence.start)) return undefined;
  const same = told.filter((one) => one.name === name && mayBeOfSamePlace(stated, one));
  const isCompatible = (other: string) =>
    other === value ||
    rows.get(name)?.compatible?.some((pair) => pair.includes(other) && pair.includes(value)) === true;
  if (same.length === 0 || same.some((one) => isCompatible(one.value))) return undefined;
  // "The score was 19 in May and 11 in July."
  const isToldToo = ({ passage: { flat }, start }: Read): boolean =>
    flat.text
      .slice(start, start + 120)
      .split(/[^\d.]+/)
      .includes(value);
  if (measuredNames.has(name) && same.some(isToldToo)) return undefined;
  if (name === "The cause of injury") {
    const lower = same[0]?.passage.lower ?? "";
    if (mechanisms.find((row) => row.value === value)?.anywhere.test(lower)) return undefined;
    const others = all.filter((one) => one.sentence.start === sentence.start && one !== stated);
    if (others.some((one) => same.some((other) => other.value === one.value))) return undefined;
  }
  // A drug may have been stopped after the visit, and a summary that starts it again says so.
  if (value === "stopped" && same.every((one) => one.value === "continued")) return undefined;
  if (value === "continued" && /\b(?:restart|resum|again|reinstat)/.test(same[0]?.passage.lower ?? ""))
    return undefined;
  const dates = datesWithin(passage, sentence);
  const reference = same.findLast((one) => {
    if (before.test(one.sentence.text.toLowerCase()) || conditional.test(one.sentence.text.toLowerCase()))
      return false;
    if (dates.length === 0) return true;
    const own = datesWithin(one.passage, one.sentence);
    const date = dateOf(one);
    return [...own, ...(date ? [date] : [])].some((each) => dates.some((other) => sameDate(each, other)));
  });
  return reference;
}

const conditional = /\b(?:if|should|would|will|recommended|requested|plan|planned|utilization review)\b/;

const datesWithin = ({ dates }: Passage, { start, text }: PassageSentence): readonly FlatDate[] =>
  dates.filter((date) => date.at >= start && date.end <= start + text.length);

/** What a condition of the spine does to the limbs. */
const farReaching = new Set(["Sensation", "Reflexes", "Strength", "Numbness", "Weakness", "Radiculopathy"]);

/** The date of a statement of the summary: that of its sentence, or the last one before it. */
function dateOf({ passage, sentence, start }: Read): FlatDate | undefined {
  const own = datesWithin(passage, sentence);
  if (own.length > 0) return own.findLast((date) => date.at < start) ?? own[0];
  return passage.dates.findLast((date) => date.at < start);
}

function mayBeOfSamePlace(a: Read, b: Read): boolean {
  if (unplaced.has(a.name)) return true;
  const place = (one: Read) =>
    clauseAround(one.sentence.text, {
      start: one.start - one.sentence.start,
      end: one.end - one.sentence.start,
    });
  const own = place(a);
  const other = place(b);
  if (!samePlace(own, placeOrSentence(b, other))) return false;
  return farReaching.has(a.name) || samePlace(`${own} ${a.passage.issue?.heading.treatment ?? ""}`, other);
}

/** A clause that names no place is about that of its sentence. */
const placeOrSentence = ({ sentence }: Read, clause: string): string =>
  regionsIn(clause).length > 0 ? clause : `${clause} ${regionsIn(sentence.text).join(" ")}`;

const statementOf = ({ passage, start, end, name, value }: Read): Statement<FindingValue> => ({
  ...passage.flat.span(start, end),
  value: { name, value },
  place: passage.place,
  issue: passage.issue,
  source: passage.source,
  assertion: plainAssertion,
});
