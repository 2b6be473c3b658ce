/**
 * Reads the pronouns that mean the employee. A pronoun may mean anyone named before it, so what it says decides: "his knee" is
 * the employee's even if a physician is named, "he recommends" is nobody's for certain.
 */
import { matchAll } from "../../base/matchAll.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import type { Scope } from "../../letter/context/scopes.ts";
import type { Sex } from "../../letter/types.ts";
import { type Passage, sentenceAt } from "../passages.ts";
import { encounters, personScopesOf } from "./personTriggers.ts";
import { employeeNouns } from "./personWords.ts";
import type { SexWord } from "./sexes.ts";
import type { Statement } from "./statement.ts";

/** In lower case. */
const wordsOf: Readonly<Record<Sex, RegExp>> = {
  male: /\bh(?:e|im|is|imself)\b/g,
  female: /\b(?:she|hers|herself|her)\b/g,
};
/** Not "he/she", not "(s)he", not authors ("He, 2004"), not the bundle of His or HER2. */
const noPronounBefore = /(?:[/(]|\bor |\bbundle of )$/i;
const noPronounAfter = /^(?:[/)-]|\d| et al| or (?:she|her|he|him|his)\b|,? \(?(?:19|20)\d\d| bundle)/i;

const anyEmployee = new RegExp(`\\b(?:${employeeNouns})(?:'s)?\\b`, "i");

/** After "his": what only the employee has. */
const clinicalNoun =
  /^ (?:[a-z]+(?:-[a-z]+)* ){0,3}?(?:pains?|symptoms?|complaints?|injur(?:y|ies)|medications?|medicines?|drugs?|doses?|conditions?|back|neck|shoulders?|arms?|elbows?|wrists?|hands?|fingers?|thumbs?|hips?|legs?|knees?|ankles?|foot|feet|toes?|heels?|head|jaw|eyes?|ears?|chest|ribs?|abdomen|stomach|groin|care|spine|heart|skin|muscles?|headaches?|spasms?|numbness|tingling|weakness|stiffness|swelling|sleep|mood|anxiety|fears?|worry|worries|anger|grief|nightmares|concentration|memory|confidence|coping|depression|insomnia|gait|balance|posture|weight|blood|function(?:ing)?|activit(?:y|ies)|adls?|job|work|duties|employment|occupation|shift|range of motion|strength|mobility|tolerance|physician|doctor|surgeon|therapist|provider|psychologist|chiropractor|husband|wife|spouse|family|employer|supervisor|coworker|progress|recovery|rehabilitation|relief|improvement|flares?|flare-ups?|home exercise|exercises?|brace|cane|walker|wheelchair|crutch(?:es)?|sling|splint|surger(?:y|ies)|hardware|fusion|scar|wound|incision|age|past|medical history|history|diagnos[ei]s|diabetes|hypertension|disability|limitations?|restrictions?|need|needs|ability|inability|response|daily|quality of life|opioids?|norco|narcotics?|prescriptions?|comorbidit(?:y|ies)|usual|right|left|low(?:er)?|upper|cervical|lumbar)\b/i;
/** After "he": what only the employee does. */
const clinicalVerb =
  /^ (?:also |still |now |then |currently |only |has |had |was |is |has been |had been |have |not |never |to |initially |first |subsequently |later |reportedly |did |does |can |could |will |cannot ){0,4}(?:pain|spasm|numbness|weakness|tenderness|difficulty|trouble|insomnia|headaches?|depression|anxiety|no relief|relief|persistent|chronic|ongoing|continued|fell|slipped|tripped|twisted|lifted|injured|hurt|sustained|suffer\w*|complain\w*|denie[sd] (?!the|this|auth|cert)|rate[sd]?|takes?|taken|took|taking|uses|used|using|underwent|undergone|attend\w*|complet\w*|tried|trialed|work(?:s|ed|ing)?|unable|able|icing|ambulat\w*|walk\w*|stand\w*|sit|sits|sleep\w*|awaken\w*|smok\w*|lives|drinks|weighs|experienc\w*|feels?|felt|develop\w*|recover\w*|improv\w*|tolerat\w*|respond\w*|return\w* to (?:work|full|mod)|receiv\w*|prescribed [a-z]|been prescribed|treated|diagnosed with|hospitalized|disabled|temporarily|permanent|off work|retired|laid|benefit\w*|fail(?:s|ed) (?:conserv|therapy|physical|nsaid|med)|given|lost|gained|gets|limp\w*|struggl\w*|needs help|(?:report|note|describe|mention)(?:s|e?d)? (?:[a-z]+ ){0,5}?(?:pain|burning|soreness|aching|cramp\w*|relief|improve\w*|symptoms?|numb\w*|weak\w*|diff\w*|feeling|that (?:his|her)))\b/i;
/** After "he": what only a provider, a reviewer, or an adjuster does, or what both may do. */
const professional =
  /^ (?:also |then |has |had |did |does |would |will |not |further |currently |still |again |therefore ){0,4}(?:wrote|writes?|written|suspect\w*|recommend\w*|request\w*|prescrib(?:es?|ing)|order\w*|opin\w*|note[sd]?|state[sd]?|believ\w*|found|finds|document\w*|examin\w*|saw|sees|advis\w*|suggest\w*|conclu\w*|diagnos(?:es|ed)\b(?! with)|perform\w*|administer\w*|plan\w*|agree\w*|disagree\w*|review\w*|discuss\w*|explain\w*|inject(?:s|ed)|indicat\w*|refer\w*|ask\w*|call\w*|submit\w*|sign\w*|fax\w*|provid\w*|address\w*|appeal\w*|certif\w*|approv\w*|modif\w*|argu\w*|record\w*|consider\w*|wish\w*|want\w*|spoke|comment\w*|cite\w*|anticipat\w*|evaluat\w*|assess\w*|treat(?:s|ed)\b|said|says|felt that|feels that|thinks?|thought|inform\w*|told|continue[sd]? to (?:recommend|prescribe|request)|more records|no more|report\w*)\b/i;
const professionalNoun =
  /^ (?:own |[a-z]+(?:-[a-z]+)* ){0,2}?(?:reports?|notes?|opinions?|requests?|appeals?|letters?|office|practice|records?|plans?|recommendations?|rationale|findings?|impressions?|assessments?|clinic|evaluations?|progress notes?|charts?|patients?|staff|determinations?|reviews?|decisions?|signature|license|specialty|judgment|view|words|documentation|authorization|supervision)\b/i;

/** After "he": what the employee does as well. */
const sayingOrAsking =
  /^ (?:also |still |then )?(?:report|state|note|indicat|want|wish|request|said|say|ask)/i;
const asking = /^ (?:also |still |then )?(?:want|wish)/i;

/** Before "him": what is done with a provider, too. */
const contacted =
  /\b(?:contact|call|ask|reach|fax|phone|speak|spoke|with|by|from|to|for|of)(?:ed|ing|s)? (?:\w+ )?$/i;

/** Someone other than the employee, in a sentence. */
interface Other {
  /** Where the words for the person end. */
  readonly end: number;
  /** Speaks of the employee, as a provider or an adjuster does. */
  readonly isProfessional: boolean;
  /** Persons in general, or those of a study. */
  readonly isGeneral: boolean;
}

const withoutPerson = new Set(encounters.map(({ phrase }) => phrase));
/**
 * A noun of the pronoun's sex. Where the letter says that the employee has the other one, it is someone else: "The driver was a
 * woman; she fled".
 */
const someone: Readonly<Record<Sex, RegExp>> = {
  female: /\b(?:females?|wom[ae]n|lad(?:y|ies)|girls?)\b/gi,
  male: /\b(?:males?|m[ae]n|gentlem[ae]n|guys?|boys?)\b/gi,
};

function othersIn(passage: Passage, sentence: number, text: string, sex: Sex): readonly Other[] {
  const others = personScopesOf(passage, sentence).flatMap((scope): readonly Other[] => {
    const { trigger, at } = scope;
    const who = trigger.sets?.experiencer;
    if (who === undefined || who === "employee" || who === "thing" || withoutPerson.has(trigger.phrase))
      return [];
    // "The employee had a trial of six visits": of a treatment.
    if (who === "study" && trialOf.test(text.slice(at.start, at.end + 40))) return [];
    return [
      { end: at.end, isProfessional: isProfessional(scope), isGeneral: who === "people" || who === "study" },
    ];
  });
  const men = matchAll(someone[sex], text).map((m) => ({
    end: m.index + m[0].length,
    isProfessional: false,
    isGeneral: false,
  }));
  return [...others, ...men];
}

const trialOf =
  /^trials? (?:of (?!(?:\d{2,}|adults|patients|workers|people|men|women)\b)|(?:period|run|visit|session|course|use|wear|stimulation)|(?:was|were) (?:given|done|tried|completed|started|authorized))/i;

const isProfessional = ({ trigger }: Scope) => {
  const who = trigger.sets?.experiencer;
  return who === "provider" || who === "reviewer" || professionals.test(trigger.phrase);
};
/** Of those whom the triggers call other persons, the ones who speak of the employee. */
const professionals =
  /^(?:adjuster|adjustor|claims examiner|attorney|lawyer|paralegal|manager|interpreter|translator|employer|supervisor)/;

/** The pronouns of that sex that mean the employee: the first ones, if no more are asked for. */
export function pronounsIn(
  passage: Passage,
  sex: Sex,
  most = Number.POSITIVE_INFINITY,
): readonly Statement<SexWord>[] {
  const { flat, place, issue, source } = passage;
  const found: Statement<SexWord>[] = [];
  for (const { index, 0: lower } of matchAll(wordsOf[sex], passage.lower)) {
    const end = index + lower.length;
    const word = flat.text.slice(index, end);
    if (word !== word.toLowerCase() && word === word.toUpperCase()) continue;
    if (noPronounBefore.test(flat.text.slice(Math.max(0, index - 11), index))) continue;
    if (noPronounAfter.test(flat.text.slice(end, end + 16))) continue;
    if (!meansEmployee(passage, index, word, sex)) continue;
    found.push({
      value: { sex, word },
      ...flat.span(index, end),
      place,
      issue,
      source,
      assertion: plainAssertion,
    });
    if (found.length >= most) break;
  }
  return found;
}

/** Whether a passage has any pronoun of that sex, whomever it means. */
export const hasPronoun = ({ lower }: Passage, sex: Sex): boolean => lower.search(wordsOf[sex]) >= 0;

function meansEmployee(passage: Passage, index: number, word: string, sex: Sex): boolean {
  const sentence = sentenceAt(passage, index);
  const at = index - sentence.start;
  const { text } = sentence;
  const before = text.slice(0, at);
  const after = text.slice(at + word.length);
  const others = othersIn(passage, sentence.index, text, sex);
  const own = others.filter((other) => other.end <= at);
  if (own.some((other) => other.isGeneral)) return false;
  const kind = kindOf(word, after);
  const isClinical =
    kind === "possessive" ? clinicalNoun.test(after) : kind === "subject" && clinicalVerb.test(after);
  const isProfessionally =
    kind === "possessive" ? professionalNoun.test(after) : kind === "subject" && professional.test(after);
  const namesEmployee = anyEmployee.test(before);
  if (own.length > 0) {
    if (!own.every((other) => other.isProfessional)) return false;
    // "Dr. Lee saw him": not the subject of the same clause.
    if (kind === "object") return own.length === 1;
    return isClinical && !isProfessionally;
  }
  const earlier = namesEmployee ? "none" : carriedFrom(passage, sentence.index, sex);
  if (earlier === "person") return false;
  if (earlier === "professional") {
    return kind === "object" ? !contacted.test(before) : isClinical && !isProfessionally;
  }
  // Nobody else is named. What only a provider does may still be a provider's.
  if (!isProfessionally || isClinical) return true;
  if (kind === "possessive") return namesEmployee;
  return (namesEmployee ? sayingOrAsking : asking).test(after);
}

/** Whom the sentences before name: as long as they go on with the same pronoun, and don't name the employee again. */
function carriedFrom(passage: Passage, index: number, sex: Sex): "none" | "person" | "professional" {
  const all = passage.sentences;
  const same = sex === "male" ? /\b(?:he|him|his)\b/i : /\b(?:she|her|hers)\b/i;
  for (let i = index - 1; i >= 0 && i >= index - 3; i--) {
    const { start, end } = all[i] as { start: number; end: number };
    const text = passage.flat.text.slice(start, end);
    const others = othersIn(passage, i, text, sex).filter((other) => !other.isGeneral);
    if (others.some((other) => !other.isProfessional)) return "person";
    if (others.length > 0) return "professional";
    if (anyEmployee.test(text) || !same.test(text)) return "none";
  }
  return "none";
}

function kindOf(word: string, after: string): "subject" | "object" | "possessive" {
  const lower = word.toLowerCase();
  if (lower === "he" || lower === "she") return "subject";
  if (lower === "his") return "possessive";
  if (lower !== "her") return "object";
  return /^(?:$|[.,;:)]| (?:to|for|with|on|in|at|that|and|as|by|from|about|if|when|while|because|but|not|up|off|out|back to|of|again|after|before|during|last|a|the)\b)/i.test(
    after,
  )
    ? "object"
    : "possessive";
}
