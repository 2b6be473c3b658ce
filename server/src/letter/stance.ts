/**
 * Reads on which side of the denial a sentence stands: "I am upholding the utilization review" is for it, "the denial is
 * overturned" is against it. A side needs a verb of the tables below, and what it's about.
 */
import { assertionIn } from "./context/scopes.ts";
import { opinionIndex } from "./context/triggers/opinions.ts";
import { type Subject, stancePhraseIn } from "./stancePhrases.ts";
import type { DecisionOutcome } from "./types.ts";

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** What is upheld or overturned. */
const denials = wordSet(
  "denial denials non-certification noncertification non-certifications ur utilization administrator's administrators adverse determination decision deny non-certify noncertify",
);
/** "The prior review", "the previous reviewer". */
const reviews = wordSet("review reviewer reviewer's");
const earlier = wordSet("prior previous original initial underlying utilization ur");
const requests = wordSet(
  "request requests requested treatment item items service services procedure surgery medication drug mri ct injection unit device brace",
);
const authorizations = wordSet("authorization certification approval");
const reviewerWords = wordSet("i we reviewer letter");
/** "*This determination* overturns the denial." */
const ownDecisions = wordSet("determination decision review imr opinion rationale");
const presentVerbs = wordSet("is are be being isn't aren't cannot can't stands gets");
const pastVerbs = wordSet("was were been had wasn't weren't");
const negations = wordSet(
  "not cannot can't don't never unable no isn't aren't decline declines hesitate neither nor",
);

type Voice = "active" | "passive" | "quality";

interface StanceVerb {
  readonly words: string;
  readonly voice: Voice;
  readonly about: "denial" | "request" | "authorization";
  readonly stance: DecisionOutcome;
}

/** Which side a verb takes. */
const stanceVerbs: readonly StanceVerb[] = [
  {
    words:
      "uphold upholds upholding affirm affirms affirming sustain sustains sustaining concur concurs concurring agree agrees agreeing endorse endorses support supports supporting maintain maintains confirm confirms side sides",
    voice: "active",
    about: "denial",
    stance: "upheld",
  },
  {
    words:
      "overturn overturns overturning reverse reverses reversing reversal disagree disagrees disagreeing vacate vacates vacating rescind rescinds dissent differ reject rejects nullify revoke aside",
    voice: "active",
    about: "denial",
    stance: "overturned",
  },
  {
    words: "upheld affirmed sustained maintained confirmed endorsed",
    voice: "passive",
    about: "denial",
    stance: "upheld",
  },
  {
    words: "overturned reversed vacated rescinded aside nullified revoked annulled voided lifted",
    voice: "passive",
    about: "denial",
    stance: "overturned",
  },
  {
    words:
      "correct appropriate proper justified reasonable warranted sound valid defensible well-founded supported supportable stand stands",
    voice: "quality",
    about: "denial",
    stance: "upheld",
  },
  {
    words:
      "incorrect error erroneous wrong inappropriate improper unjustified unwarranted unreasonable mistaken flawed invalid unsupported baseless unfounded untenable indefensible faulty unsound",
    voice: "quality",
    about: "denial",
    stance: "overturned",
  },
  {
    words: "certified authorized authorised approved granted",
    voice: "passive",
    about: "request",
    stance: "overturned",
  },
  { words: "recommended given", voice: "passive", about: "authorization", stance: "overturned" },
  { words: "withheld", voice: "passive", about: "authorization", stance: "upheld" },
  {
    words: "denied non-certified noncertified declined refused disallowed rejected",
    voice: "passive",
    about: "request",
    stance: "upheld",
  },
  {
    words: "approve approving certify certifying authorize authorizing certification authorization approval",
    voice: "active",
    about: "request",
    stance: "overturned",
  },
  {
    words: "deny denying non-certify non-certifying non-certification noncertification denial",
    voice: "active",
    about: "request",
    stance: "upheld",
  },
];

const verbsByWord: ReadonlyMap<string, readonly StanceVerb[]> = (() => {
  const map = new Map<string, readonly StanceVerb[]>();
  for (const verb of stanceVerbs)
    for (const word of verb.words.split(" ")) map.set(word, [...(map.get(word) ?? []), verb]);
  return map;
})();

/** Whether a text may have a sentence that takes a side: cheaper than reading the words of each sentence. */
export const mayTakeSide =
  /uph[eo]ld|overturn|revers|affirm|sustain|concur|agree|certif|authori[sz]|approv|denia|denied|deny|granted|aside|vacat|rescind|declined|refus|disallow|reject|withh[eo]ld|stands?\b|utilization|\bur\b|administrator|\bi find\b|\bi side\b|in favor|merit|should (?:not )?(?:receive|have|undergo|get|go|proceed|remain|be (?:continued|provided|performed|dispensed|filled|given))|go (?:forward|ahead)|as (?:requested|prescribed|asked|ordered|submitted|written|proposed|planned)|\bnot (?:supported|warranted|indicated|justified|called for)/i;
/** Not the whole decision, or not this one. */
const elsewhere =
  /\b(?:in part|partly|partially|previously|already|earlier|last year|on (?:internal )?appeal|reconsideration)\b/;
/** Whose approval or recommendation isn't the reviewer's. */
const authorities = /\b(?:board|guidelines?|mtus|odg|acoem|fda|medicare|labor code)\b/;
/** "Although it is modest, …": the side is taken after it. */
const concession = /^(?:although|though|while|even though|even if|despite)\b[^,]*(?:,|$)/;
const emphasis =
  /\bnot (?:only|merely|just|simply)\b|\bwithout (?:question|doubt|hesitation|reservation)\b|\bnot hesitate to\b|\bno (?:doubt|question)\b/g;
const decidesAgainst = /\bnot to (?:certify|authorize|approve)\b/g;

export interface Stance {
  readonly side: DecisionOutcome;
  /** Whether it is about the denial itself, or states the decision on the request. */
  readonly about: "denial" | "request";
}

const anySubject: Subject = new Set();

/** The side that the sentence (flat text) takes; undefined if it takes none. `subject` is what else it may be about. */
export function readStance(sentence: string, subject: Subject = anySubject): Stance | undefined {
  const lower = sentence.toLowerCase().replace(concession, "");
  if (!mayTakeSide.test(lower) || elsewhere.test(lower) || lower.endsWith("?")) return undefined;
  const plain = lower.replaceAll("’", "'").replace(emphasis, "").replace(decidesAgainst, "to deny");
  const phrase = stancePhraseIn(plain, subject);
  if (phrase) {
    return isOwn(phrase.text, phrase.start, phrase.end) ? { side: phrase.side, about: "denial" } : undefined;
  }
  const words = plain.match(/[a-z]+(?:['-][a-z]+)*|[,;:()]/g) ?? [];
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] as string;
    for (const verb of verbsByWord.get(word) ?? []) {
      const side = sideOf(words, at, verb, subject);
      if (!side) continue;
      const offset = plain.lastIndexOf(word);
      return isOwn(plain, offset, offset + word.length)
        ? { side, about: verb.about === "denial" ? "denial" : "request" }
        : undefined;
    }
  }
  return undefined;
}

/** Whether what the text says between two offsets is the reviewer's own decision, and on this request. */
function isOwn(text: string, start: number, end: number): boolean {
  const clause = text.slice(text.lastIndexOf(",", start) + 1, end);
  if (authorities.test(clause)) return false;
  const { certainty, experiencer, temporality } = assertionIn(text, start, end, opinionIndex);
  return (
    experiencer === "employee" &&
    temporality === "current" &&
    certainty !== "conditional" &&
    certainty !== "quoted"
  );
}

function sideOf(
  words: readonly string[],
  at: number,
  verb: StanceVerb,
  subject: Subject,
): DecisionOutcome | undefined {
  const clause = words.slice(clauseStart(words, at), at);
  const from =
    verb.voice === "active"
      ? ofReviewer(words, clause, at, verb)
      : ofSubject(clause, words[at] as string, words.slice(at + 1, at + 4), verb, subject);
  if (from === undefined) return undefined;
  const turns = clause.slice(from).filter((word) => negations.has(word)).length;
  if (turns % 2 === 0) return verb.stance;
  return verb.stance === "upheld" ? "overturned" : "upheld";
}

function clauseStart(words: readonly string[], at: number): number {
  let i = at;
  while (i > 0 && ![",", ";", ":", "but", "because"].includes(words[i - 1] as string)) i--;
  return i;
}

const isDenial = (words: readonly string[], i: number): boolean =>
  denials.has(words[i] as string) ||
  (reviews.has(words[i] as string) && earlier.has(words[i - 1] ?? "")) ||
  (words[i] === "administrator" && words[i - 1] === "claims");

/** "I disagree with the UR": the index of "I" in the clause, if the verb's object follows. */
function ofReviewer(
  words: readonly string[],
  clause: readonly string[],
  at: number,
  verb: StanceVerb,
): number | undefined {
  const recommends = clause.findLastIndex((w) => w === "recommend" || w === "recommends");
  const subject = clause.findLastIndex(
    (w, i) => reviewerWords.has(w) || (ownDecisions.has(w) && /^(?:this|my|our)$/.test(clause[i - 1] ?? "")),
  );
  const imperative = clause.length === 0;
  const nominal = /(?:tion|al)$/.test(words[at] as string);
  if (nominal ? recommends < 0 || at - clause.length < 0 : subject < 0 && recommends < 0 && !imperative) {
    return undefined;
  }
  if (clause.slice(Math.max(subject, 0)).some((w) => pastVerbs.has(w))) return undefined;
  if (subject < 0 && recommends >= 0) return undefined;
  // "Recommend denial", not "recommend reversal of the denial".
  if (nominal && verb.about === "request" && clause.length - recommends > 2) return undefined;
  const next = words.slice(at + 1, at + 9);
  const end = next.findIndex((w) => [",", ";", ":", "that", "as", "because"].includes(w));
  const object = end < 0 ? next : next.slice(0, end);
  if (verb.about === "denial") {
    const denial = object.findIndex((_, i) => isDenial(object, i));
    if (denial < 0) return undefined;
    // "I agree with the UR that no red flags are present" agrees on that only.
    if (/^(?:agree|concur|disagree)/.test(words[at] as string)) {
      const rest = words.slice(at + 1 + denial + 1, at + 1 + denial + 5);
      if (rest.some((w) => ["that", "on", "about", "regarding", "concerning", "as"].includes(w)))
        return undefined;
    }
  } else if (isDenial(object, 1) && !nominal) return undefined;
  return Math.max(subject, 0);
}

const pointing = new Set("the this that these those requested proposed disputed".split(" "));
const isPointedAt = (clause: readonly string[], at: number): boolean =>
  clause.slice(Math.max(0, at - 5), at).some((word) => pointing.has(word));

/** "The denial is upheld": the index in the clause where its subject begins. */
function ofSubject(
  clause: readonly string[],
  verb: string,
  following: readonly string[],
  { voice, about }: StanceVerb,
  names: Subject,
): number | undefined {
  const near = [...clause.slice(-5), verb];
  const present = near.some((w) => presentVerbs.has(w));
  const past = near.some((w) => pastVerbs.has(w));
  const stands =
    voice === "quality" && near.some((w) => w === "should" || w === "must" || w === "cannot" || w === "will");
  if (past ? voice !== "quality" || near.includes("been") : !present && !stands) return undefined;
  const [next] = following;
  if (next === "by" || next === "to" || next === "in") return undefined;
  const subject =
    about === "denial"
      ? clause.findIndex((_, i) => isDenial(clause, i))
      : clause.findIndex(
          (w, i) =>
            authorizations.has(w) ||
            // "Naproxen is approved for osteoarthritis" is said of the drug, and "Diclofenac gel is approved" may be.
            (about === "request" &&
              (requests.has(w) || (names.has(w) && !following.includes("for") && isPointedAt(clause, i)))),
        );
  if (subject < 0) return undefined;
  const determiner = clause.slice(0, subject);
  // "I recommend that the denial be overturned"; others' verbs are found by their triggers.
  return Math.max(
    determiner.findLastIndex((w) => reviewerWords.has(w)),
    0,
  );
}
