/** Finds the elements of a rationale: the treatment's name, a criterion, and findings about this employee. */

import { flatten } from "../base/flatText.ts";
import { matchAll } from "../base/matchAll.ts";
import { memoizeWith } from "../base/memoize.ts";
import type { Span } from "../base/span.ts";
import type { DrugMention, Knowledge } from "../knowledge/types.ts";
import { sentencePlaceholders } from "../letter/standardWording.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { isCommonWord } from "./commonWords.ts";
import { drugMentionsWithin } from "./drugMentions.ts";
import { isGeneralStatement } from "./generalStatements.ts";
import {
  authorityCues,
  clinicalCues,
  criterionCues,
  dependentRequestCues,
  employeeCues,
  generalRules,
  matchesAnyCue,
  recordCues,
  ruleWords,
  treatmentAnaphora,
} from "./rationaleCues.ts";
import { ofAttribute, sameValue } from "./treatment/difference.ts";
import { treatmentMentionsIn } from "./treatment/mentions.ts";
import { kindsIn, sameDrug } from "./treatmentAttributes.ts";
import type { TreatmentKind } from "./treatmentKinds.ts";

export interface RationaleElements {
  readonly namesTreatment: boolean;
  /** The first sentence that states a criterion. */
  readonly criterion: Span | undefined;
  /** Whether a sentence is about this employee or the record. */
  readonly tiesToEmployee: boolean;
  /** The first sentence that is. */
  findings(): Span | undefined;
  /** Whether the request depends on another one, such as a brace after surgery. It then needs no criterion of its own. */
  isDependent(): boolean;
}

export interface Sentence {
  readonly span: Span;
  /** Its flat text; of the conclusion, only the reason. */
  readonly words: string;
}

/** The elements of an issue's rationale; undefined if it has none. Cached. */
export function elementsOf(
  letter: Letter,
  issue: Issue,
  knowledge: Knowledge,
): RationaleElements | undefined {
  return elementsOfIssues(letter, knowledge)[issue.index];
}

const elementsOfIssues = memoizeWith((letter: Letter, knowledge: Knowledge) =>
  letter.issues.map((issue) => readElements(letter, issue, knowledge)),
);

/** The same without the cache, also for an issue that isn't one of the letter's. */
export function readElements(
  letter: Letter,
  issue: Issue,
  knowledge: Knowledge,
): RationaleElements | undefined {
  const { rationale } = issue;
  if (!rationale || rationale.sentences.length === 0) return undefined;
  const sentences = rationale.sentences.map((span) => sentenceIn(letter, span));
  const reasons = sentences.map((s) => reasonIn(s, issue)).filter(({ words }) => words !== "");
  return {
    namesTreatment: namesTreatment(letter, issue, knowledge),
    criterion: (reasons.find(statesCriterion) ?? reasons.find(namesGuideline) ?? reasons.find(isGeneral))
      ?.span,
    // Rationales end with the employee, so a search from the end is faster.
    tiesToEmployee: (reasons.findLast(isAboutEmployee) ?? reasons.find(statesFinding)) !== undefined,
    findings: () => reasons.find((s) => isAboutEmployee(s) || statesFinding(s))?.span,
    isDependent: () => sentences.some((s) => matchesAnyCue(dependentRequestCues, s.words)),
  };
}

/**
 * The sentences of the rationale that state a criterion, in order: all of the kind that `criterion` is the first of. They
 * are read one by one, so that a caller who needs only the first ones saves the rest.
 */
export function* criterionSentences(letter: Letter, issue: Issue): Generator<Sentence, void> {
  const spans = issue.rationale?.sentences ?? [];
  const read: Sentence[] = [];
  const sentenceAt = (at: number): Sentence => {
    read[at] ??= reasonIn(sentenceIn(letter, spans[at]!), issue);
    return read[at];
  };
  for (const states of [statesCriterion, namesGuideline, isGeneral]) {
    let isFound = false;
    for (const at of spans.keys()) {
      const sentence = sentenceAt(at);
      if (sentence.words === "" || !states(sentence)) continue;
      isFound = true;
      yield sentence;
    }
    if (isFound) return;
  }
}

const sentenceIn = (letter: Letter, span: Span): Sentence => ({
  span,
  words: flatten(letter.text, span).text,
});

/** Without words if it's a blank. Of the conclusion, only the reason: "for this patient" at its end isn't a finding. */
function reasonIn({ span, words }: Sentence, { rationale }: Issue): Sentence {
  if (placeholders.has(words) || words.startsWith("[fill in: ")) return { span, words: "" };
  return { span, words: span.start === rationale?.conclusion?.span.start ? reasonOf(words) : words };
}

/** "What is asked for before it is approved." is no criterion yet. */
const placeholders = new Set<string>(Object.values(sentencePlaceholders));

/** The words of a concluding sentence before the request itself: "Given the lack of …, the request is not …". */
function reasonOf(sentence: string): string {
  const undivided = sentence.replace("neces-s", "necess");
  // In "as the injection was found not to be necessary, the guidance isn't necessary", the last one concludes.
  const verb = matchAll(/\b(?:is|are|was|were|be|cannot)\b[^,;]{0,60}\bnecess/gi, undivided).at(-1);
  const before = sentence.slice(0, verb?.index ?? 0);
  const cut = Math.max(before.lastIndexOf(", "), before.lastIndexOf("; "), before.lastIndexOf(" therefore "));
  const reason = cut < 0 ? "" : before.slice(0, cut);
  // "In the absence of such documentation" only refers to earlier sentences.
  return /\bsuch (?:documentation|evidence|findings)\b|\bthe above\b/i.test(reason) ? "" : reason;
}

function statesCriterion({ words }: Sentence): boolean {
  const states =
    (matchesAnyCue(authorityCues, words) && matchesAnyCue(criterionCues, words)) ||
    matchesAnyCue(generalRules, words) ||
    quotes(words);
  return states && !silence.test(words);
}

/**
 * A sentence with a guideline's name that isn't about this case says what the guideline says, whatever its verb: "In the MTUS,
 * the bar is …", "Under ACOEM, …". The reason in a conclusion isn't a whole sentence.
 */
const namesGuideline = ({ words }: Sentence): boolean =>
  words.endsWith(".") &&
  matchesAnyCue(authorityCues, words) &&
  !ofThisCase.test(words) &&
  !silence.test(words) &&
  !namesEmployee(words) &&
  (!namesRecord(words) || isUnderGuideline(words));

/** "Under the MTUS, therapy without improvement is not to go on": in the present tense, it isn't about a record. */
const isUnderGuideline = (words: string): boolean =>
  /^(?:under|per|by|in|according to) (?:the )?(?:MTUS|ODG|ACOEM|[a-z ]{0,20}guidelines?)\b/i.test(words) &&
  !/\b(?:was|were|(?:has|have|had)(?! to\b)|did|here|on file)\b/i.test(words);

/** "Spinal fusion is supported where there is a fracture." */
const isGeneral = ({ words }: Sentence): boolean =>
  isGeneralStatement(words, { namesEmployee, namesRecord }) && !silence.test(words);

const namesEmployee = (words: string): boolean => matchesAnyCue(employeeCues, words);
const namesRecord = (words: string): boolean => matchesAnyCue(recordCues, words);
const isOfThisCase = (words: string): boolean => namesEmployee(words) || namesRecord(words);

/** "The MTUS was read", "the request was compared with ODG", "the criteria aren't met". */
const ofThisCase =
  /\b(?:read|reviewed|consulted|compared|cited|followed|checked|searched|used here|relied|controls?|governs?|appl(?:y|ies|ied)|silent|address(?:es|ed)?|met|satisfied|fulfilled|request(?:ed|s)?|this case|accord(?:ance)?|in (?:line|keeping)|consistent|based on|attached|enclosed|quoted)\b/i;

/** A guideline that doesn't address the treatment isn't a criterion. */
const silence = /^(?:the )?(?:MTUS|ACOEM|ODG)\b.{0,60}\b(?:silent|do(?:es)? not (?:address|apply))/i;

const isAboutEmployee = ({ words }: Sentence): boolean => isOfThisCase(words);

/** A finding that names neither the employee nor the record: "Low back pain persists." */
const statesFinding = ({ words }: Sentence): boolean =>
  !ruleWords.test(words) && !matchesAnyCue(authorityCues, words) && matchesAnyCue(clinicalCues, words);

/** A passage in quotation marks, long enough to be a rule and not a phrase. */
function quotes(words: string): boolean {
  const m = words.includes('"') ? /"([^"]{30,})/.exec(words) : null;
  return m !== null && (m[1] as string).split(" ").length >= 6;
}

function namesTreatment(letter: Letter, issue: Issue, knowledge: Knowledge): boolean {
  const { heading, rationale } = issue;
  if (!rationale || !heading.treatment) return true;
  const words = flatten(letter.text, rationale.body).text;
  return (
    sharesWord(heading.treatment, words) ||
    matchesAnyCue(treatmentAnaphora, words) ||
    namesDrug(
      knowledge.drugsIn(heading.treatment),
      drugMentionsWithin(letter, rationale.body, knowledge),
      words,
    ) ||
    namesKind(kindsIn(heading.treatment), words) ||
    namesSame(heading.treatment, words, knowledge)
  );
}

function namesDrug(
  requested: readonly DrugMention[],
  mentioned: readonly DrugMention[],
  words: string,
): boolean {
  return requested.some(
    ({ drug }) => mentioned.some((other) => sameDrug(drug, other.drug)) || namesClass(words, drug.drugClass),
  );
}

function namesKind(requested: readonly TreatmentKind[], words: string): boolean {
  if (requested.length === 0) return false;
  const mentioned = kindsIn(words);
  return requested.some(({ family }) => mentioned.some((other) => other.family === family));
}

/** "FCE" is named by "functional capacity evaluation", and a DVT pump by "compression device". */
function namesSame(treatment: string, words: string, knowledge: Knowledge): boolean {
  const kindsOf = (text: string) => {
    const flat = { text, span: (start: number, end: number) => ({ start, end }) };
    return ofAttribute(treatmentMentionsIn(flat, 0, text.length, knowledge), "kind");
  };
  const requested = kindsOf(treatment);
  return (
    requested.length > 0 && kindsOf(words).some((one) => requested.some((other) => sameValue(one, other)))
  );
}

/** Whether the words name the drug's class, in singular or plural: "muscle relaxant", "opioid", "proton pump inhibitor". */
function namesClass(words: string, drugClass: string): boolean {
  const text = words.toLowerCase();
  return drugClass
    .toLowerCase()
    .split(/[,/()+]/)
    .map((part) => part.trim().replace(/ (?:combination|injection|agents?|capsules?|patch)\b.*$|s$/s, ""))
    .some(
      (part) =>
        part.length > 2 &&
        (text.includes(part) || (otherClassNames[part] ?? []).some((n) => text.includes(n))),
    );
}

/** Other names of drug classes, by the name in the data. */
const otherClassNames: Readonly<Record<string, readonly string[]>> = {
  nsaid: ["anti-inflammator", "antiinflammator"],
  "cox-2 nsaid": ["nsaid", "anti-inflammator"],
  ppi: ["proton pump"],
  "proton pump inhibitor": ["ppi"],
  anticonvulsant: ["antiepilep", "anti-epilep", "aed"],
  benzodiazepine: ["sedative"],
};

function sharesWord(treatment: string, words: string): boolean {
  const text = words.toLowerCase();
  const own = treatment.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  const singular = (word: string) => (word.endsWith("s") ? word.slice(0, -1) : word);
  if (own.some((word) => !isCommonWord(word) && startsWord(singular(word), text))) return true;
  // "FCE" for a functional capacity evaluation.
  const initials = (treatment.match(/[A-Za-z]+/g) ?? []).map((word) => word.charAt(0).toUpperCase()).join("");
  return (words.match(/\b[A-Z]{3,5}\b/g) ?? []).some((short) => initials.includes(short));
}

function startsWord(beginning: string, text: string): boolean {
  for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (!(before >= 97 && before <= 122)) return true;
  }
  return false;
}
