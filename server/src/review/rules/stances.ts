/** Compares the side that the sentences of a rationale take with the decision, and what depends on surgery with the surgery. */

import { isCommonWord } from "../../analysis/commonWords.ts";
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { kindsIn } from "../../analysis/treatmentAttributes.ts";
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Drug, Knowledge } from "../../knowledge/types.ts";
import { readConclusion } from "../../letter/conclusion.ts";
import { mayTakeSide, readStance } from "../../letter/stance.ts";
import type { Subject } from "../../letter/stancePhrases.ts";
import { decisions } from "../../letter/standardWording.ts";
import type { DecisionOutcome, Issue, Letter } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";
import { statedOutcomes } from "./statedOutcomes.ts";

export function stances(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  const surgeries = primaryIssues(letter, surgical);
  const injections = primaryIssues(letter, injecting);
  return matchFindings(letter.issues, (issue) => {
    const { rationale, heading } = issue;
    const outcome = heading.decision?.outcome;
    if (!rationale || !outcome) return [];
    const words = flatten(letter.text, rationale.body).text;
    return [
      ...(mayTakeSide.test(words) ? sidesOf(letter, issue, outcome) : []),
      ...(taperWords.test(words) ? taperingNotices(letter, issue, outcome, knowledge) : []),
      ...statedOutcomes(letter, issue, outcome, words),
      ...reasonsOf(letter, issue, words, surgical, surgeries),
      ...reasonsOf(letter, issue, words, injecting, injections),
    ];
  });
}

const decisionOf = ({ heading: { decision } }: Issue, message: string) =>
  decision ? [{ start: decision.span.start, end: decision.span.end, message }] : [];

/** The other decision, unless the conclusion agrees with this one. */
function otherDecision({ heading, rationale }: Issue, outcome: DecisionOutcome): readonly Fix[] {
  if (!heading.decision || rationale?.conclusion) return [];
  const other = decisions[outcome === "upheld" ? "overturned" : "upheld"];
  return [replacement(`Change the decision to “${other}”`, heading.decision.span, other, "alternative")];
}

function sidesOf(letter: Letter, issue: Issue, outcome: DecisionOutcome): readonly Finding[] {
  const { rationale } = issue;
  const conclusion = rationale?.conclusion;
  // A heading that contradicts the conclusion is reported already.
  if (conclusion && (outcome === "upheld") === conclusion.necessary) return [];
  const subject = subjectOf(issue);
  return matchFindings(rationale?.sentences ?? [], (sentence) => {
    if (sentence.start === conclusion?.span.start) return [];
    const words = flatten(letter.text, sentence).text;
    const stance = readStance(words, subject);
    if (!stance || stance.side === outcome) return [];
    const side = stance.side === "upheld" ? "with" : "against";
    const message = `This sides ${side} the denial, but the heading says ${decisions[outcome]}.`;
    const finding = createFinding(
      sentence,
      message,
      decisionOf(issue, `The decision: ${decisions[outcome]}.`),
      otherDecision(issue, outcome),
    );
    // A part of a request may be granted.
    return [{ ...finding, downgraded: stance.about === "request" && !/\brequest/i.test(words) }];
  });
}

/** Words that a sentence may name the request by. */
function subjectOf({ heading }: Issue): Subject {
  const own = heading.treatment.toLowerCase().match(/[a-z][a-z-]{2,}/g) ?? [];
  const words = own.filter((word) => !isCommonWord(word) && !sides.test(word));
  const others = words.map((word) => (word.endsWith("s") ? word.slice(0, -1) : `${word}s`));
  return new Set([...words, ...others, ...anyRequest]);
}
const sides = /^(?:right|left|and|the|with|for|per|week|month|day|days|weeks|months|request|service)s?$/;
const anyRequest =
  "drug drugs medication medications study studies procedure procedures item items test tests treatment treatments".split(
    " ",
  );

const taperWords = /abrupt|sudden|cold turkey|taper|wean|at once|immediately/i;
const stopping = /\b(?:stop|cess|ceas|discontinu|withdr|terminat)/i;
const abruptly = /\b(?:abrupt(?:ly)?|sudden(?:ly)?|cold turkey|at once|immediate(?:ly)?)\b/i;
/** "This decision should not be interpreted as …" */
const notice =
  /\b(?:decision|determination|denial|review|upholding|non-?certification)\b.{0,80}\b(?:interpreted|construed|taken|read|understood|viewed|seen|meant|intended|means?|imply|implies|recommend)/i;
const advised = /\b(?:recommend|advis|appropriate|warranted|indicated|should|safe|may be)/i;
const against =
  /\b(?:not|never|no|cannot|can't|isn't|shouldn't|nor|neither|without|against|rather than|instead of|risks?|unsafe|contraindicated|if|unless|may cause|can cause|could cause|leads? to|inadvisable|discouraged)\b|\b(?:avoid|danger|harm|prevent)/i;
const weaning =
  /\b(?:weaning|tapering|(?:slow|gradual) (?:taper|wean))\b.{0,60}\b(?:is|should|must)\b.{0,40}\b(?:recommended|advised|appropriate|indicated|begin|begun|started|occur|warranted|considered)\b|\b(?:should|must|needs? to|is to|are to) be (?:\w{1,20} )?(?:tapered|weaned)\b/i;
const general =
  /\b(?:guidelines?|mtus|odg|acoem|previous|prior|earlier|failed|if|when|future|once|later|dose|not)\b|\b(?:attempt|eventual)/i;

/** Drugs that are tapered. */
const taperedClass =
  /opioid|benzodiaz|relaxant|barbiturate|antidepress|ssri|snri|tricyclic|anticonvuls|cortico|steroid|hypnotic|sedat|beta block|alpha|antispast|anxiolytic|stimulant|antipsych|intrathecal|mood|proton|cannabin|dopamine|nmda|neurologic|antihypert|wakeful|triptan|migraine|muscle/i;
const isTapered = ({ drugClass, topics }: Drug): boolean =>
  (!drugClass.includes("antagonist (") && taperedClass.test(drugClass)) ||
  topics.some((topic) => taperedClass.test(topic));
const classNamed: readonly (readonly [RegExp, RegExp, string])[] = [
  [/\b(?:opioids?|opiates?|narcotics?)\b/i, /opioid/i, "opioids"],
  [/\bbenzodiazepines?\b/i, /benzodiaz/i, "benzodiazepines"],
];

function taperingNotices(
  letter: Letter,
  issue: Issue,
  outcome: DecisionOutcome,
  knowledge: Knowledge,
): readonly Finding[] {
  // A heading that contradicts the conclusion is reported already.
  const contradicted = (outcome === "upheld") === issue.rationale?.conclusion?.necessary;
  if (contradicted) return [];
  const drugs = drugMentionsWithin(letter, issue.heading.span, knowledge).map(({ drug }) => drug);
  return matchFindings(issue.rationale?.sentences ?? [], (sentence) => {
    const words = flatten(letter.text, sentence).text;
    if (!taperWords.test(words)) return [];
    const isNotice = notice.test(words) && stopping.test(words);
    const stops = abruptly.test(words) && stopping.test(words) && advised.test(words);
    const tapers = drugs.length === 0 || drugs.some(isTapered);
    if ((isNotice || stops) && abruptly.test(words) && !against.test(words) && tapers && drugs.length > 0) {
      return [createFinding(sentence, "This reads as advice to stop abruptly. A “not” seems to be missing.")];
    }
    const isAdvice = isNotice || (weaning.test(words) && !general.test(words));
    if (isAdvice && (abruptly.test(words) || /taper|wean/i.test(words))) {
      const wrong = wrongNotice(words, issue, drugs);
      const finding = wrong && createFinding(sentence, wrong, decisionOf(issue, "The heading."));
      if (finding) return [{ ...finding, downgraded: !isNotice }];
    }
    if (outcome === "overturned" && isAdvice && (isNotice ? against.test(words) : true)) {
      const message = "This is about stopping the drug, but the heading says Overturned.";
      const related = decisionOf(issue, "The decision: Overturned.");
      return [{ ...createFinding(sentence, message, related), downgraded: !isNotice }];
    }
    return [];
  });
}

/** The message if the notice is about drugs that the heading doesn't request. */
function wrongNotice(words: string, { heading }: Issue, drugs: readonly Drug[]): string | undefined {
  const [drug] = drugs;
  if (!drug) {
    const [kind] = kindsIn(heading.treatment);
    return kind ? "This is about stopping a drug, but the heading requests none." : undefined;
  }
  const named = classNamed.find(([name]) => name.test(words));
  const isOfClass = ({ drugClass, topics }: Drug) =>
    named?.[1].test(drugClass) ||
    topics.some((topic) => named?.[1].test(topic)) ||
    /compound/i.test(drugClass);
  if (named && !drugs.some(isOfClass)) {
    return `This is about ${named[2]}, but the heading requests none.`;
  }
  return drugs.some(isTapered)
    ? undefined
    : "This is about tapering, but the drug in the heading isn't tapered.";
}

interface Primary {
  /** What a heading requests. */
  readonly heading: RegExp;
  /** How rationales of other issues name it. */
  readonly named: RegExp;
  /** What is requested only along with it. */
  readonly along: RegExp;
  readonly name: string;
}

const surgical: Primary = {
  heading:
    /(?:plasty|ectomy|otomy|desis)\b|\b(?:surger(?:y|ies)|surgical|arthroscop[a-z]{1,12}|fusion|repair|reconstruction|decompression|release|replacement|debridement|fixation|amputation|hardware removal|transposition|implantation)\b/i,
  named:
    /(?:plasty|ectomy|otomy|desis)\b|\b(?:surger(?:y|ies)|surgical (?:procedure|intervention|request)|operation|procedures?|arthroscop[a-z]{1,12}|fusion|repair|reconstruction|decompression|release|replacement|primary request)\b/i,
  along:
    /\b(?:post[- ]?op[a-z]{0,12}|post[- ]?surg[a-z]{0,12}|pre[- ]?op[a-z]{0,12}|pre[- ]?surg[a-z]{0,12}|peri-?op[a-z]{0,12}|(?:assistant|co-?)[- ]?surgeon|surgical (?:assistant|assist)|associated surgical|clearance|sling|immobilizer|cold therapy|cryotherapy|cold unit|ice unit|ice machine|polar care|cpm|continuous passive|dvt|compression|walker|crutches|brace|inpatient|hospital stay|length of stay|facility|anesthesia|home health|bone (?:growth )?stimulator|knee scooter|hospital bed|wedge|pillow|physical therapy|commode|cane|splint|boot|orthosis|x-?rays?|ekg|chest|labs?|laboratory|cbc|blood)\b/i,
  name: "surgery",
};

const injecting: Primary = {
  heading: /\b(?:injections?|blocks?|epidural|ablation|rhizotomy|neurotomy)\b/i,
  named: /\b(?:injections?|blocks?|epidural|ablation|rhizotomy|neurotomy|primary request)\b/i,
  along:
    /\b(?:sedation|fluoroscop[a-z]{1,12}|anesthesia|epidurogra[a-z]{1,12}|myelograph[a-z]{1,12}|monitored|ultrasound guidance|facility|clearance)\b/i,
  name: "injection",
};

/** The issues that decide on the surgery itself. */
const primaryIssues = (letter: Letter, { heading, along }: Primary): readonly Issue[] =>
  letter.issues.length < 2
    ? []
    : letter.issues.filter((issue) => {
        const words = issue.heading.treatment;
        return issue.heading.decision?.outcome && heading.test(words) && !isAlong(words, along);
      });

/** "Post-op sling", "Associated surgical service: walker"; not "arthroscopy with post-op sling". */
function isAlong(treatment: string, along: RegExp): boolean {
  const m = along.exec(treatment);
  return m !== null && !/\b(?:with|and)\b/i.test(treatment.slice(0, m.index));
}

/** Compares "as the surgery is medically necessary" in the rationale of a sling with the decision on the surgery. */
function reasonsOf(
  letter: Letter,
  issue: Issue,
  words: string,
  primary: Primary,
  primaries: readonly Issue[],
): readonly Finding[] {
  const [first, ...others] = primaries;
  const decided = first?.heading.decision?.outcome;
  if (!first || !decided || primaries.includes(issue) || !isAlong(issue.heading.treatment, primary.along)) {
    return [];
  }
  if (others.some(({ heading }) => heading.decision?.outcome !== decided)) return [];
  if (!primary.named.test(words)) return [];
  const found = matchFindings(issue.rationale?.sentences ?? [], (sentence) => {
    const necessary = reasonAbout(flatten(letter.text, sentence).text, primary);
    if (necessary === undefined || necessary === (decided === "overturned")) return [];
    const says = necessary ? "medically necessary" : "not medically necessary";
    const message = `This says the ${primary.name} is ${says}, but issue ${first.index + 1} is ${decisions[decided]}.`;
    return [createFinding(sentence, message, decisionOf(first, `The decision: ${decisions[decided]}.`))];
  });
  return found.length > 0 ? found : grantedAlone(issue, words, primary, first, decided);
}

const reasonWord =
  /^(?:as|since|because|given that|inasmuch as|now that|with)\b|,? \b(?:as|since|because|given that) (?=the |this |his |her |that )/i;

/** What the reason in a sentence says about the surgery: "as the surgery is not medically necessary". */
function reasonAbout(sentence: string, { named, along }: Primary): boolean | undefined {
  if (!reasonWord.test(sentence) && !named.test(sentence)) return undefined;
  const clauses = sentence.split(/, |; | (?:because|since) | as (?=the |this )/);
  const about = clauses.find(
    (clause) => named.test(clause) && !/\b(?:post|pre|peri)-? ?(?:op|surg)/i.test(clause),
  );
  if (about === undefined) return undefined;
  const words = about.replace(
    /^(?:as|since|because|given that|now that|inasmuch as|while|although|and) /i,
    "",
  );
  const undergoing = undergoes.exec(words);
  if (undergoing && named.test(words.slice(undergoing.index))) return !/\bnot\b|n't/.test(undergoing[0]);
  const subject = named.exec(words);
  const criteria = criteriaFor.exec(words);
  if (subject && criteria) return !/n't|\b(?:not|unmet|fails?|never)\b/i.test(criteria[0]);
  // The surgery has to be what the clause is about: "a sling after surgery is necessary" is about the sling.
  if (
    !subject ||
    along.test(words.slice(0, subject.index)) ||
    statesRule.test(words) ||
    /\b(?:after|following|for|before|with|of|during|until) (?:\w{1,20} ){0,3}$/i.test(
      words.slice(0, subject.index),
    )
  ) {
    return undefined;
  }
  const verdict = readConclusion(words.endsWith(".") ? words : `${words}.`);
  if (verdict) return verdict.necessary;
  const decided = decidedOn.exec(words);
  if (decided) return (decided[1] ?? decided[2]) === undefined;
  // "The MTUS states that injections should be done under fluoroscopy."
  if (/\bshould\b/i.test(words) && authority.test(sentence)) return undefined;
  return notGoingAhead.test(words) ? false : goingAhead.test(words) ? true : undefined;
}

/** "The MTUS states that injections should be performed under fluoroscopy." */
const statesRule =
  /\b(?:MTUS|ODG|ACOEM|guidelines?)\b (?:\w+ )?(?:states?|recommends?|advises?|says?|notes?|requires?|suggests?|indicates?|calls? for|supports?)\b/i;
const authority = /\b(?:MTUS|ODG|ACOEM|guidelines?)\b/i;

/** "The employee is to undergo a fusion." */
const undergoes =
  /\b(?:is (?:not |now )?(?:to|going to|about to|scheduled to)|will(?: now)?(?: not)?|won't|isn't (?:to|going to)) (?:undergo|have|receive|get|proceed with)\b(?! had)/i;

/** "The employee does not meet the criteria for the repair." */
const criteriaFor =
  /\b(?:(?:does not|doesn't|fails? to) meet|meets) (?:the |all |any )?(?:\w+ )?criteria (?:for|of)\b|\bcriteria for (?:\w+ ){1,8}(?:are|have been|is) (?:not )?(?:met|unmet|satisfied)\b/i;

/** "Has been found necessary", "is not supported", "isn't being certified". */
const decidedOn =
  /\b(?:is|has|have|are|was|were)(n't)?(?: \w{2,20}ly)?( not)?(?: (?:been|being|now|also|itself|therefore|thus|hereby|above|already|here))*(?: (?:found|deemed|considered|judged|held|determined))?(?: (?:to be|as))? (?:\w{2,20}ly )?(?:authorized|certified|approved|granted|supported|warranted|indicated|overturned|necessary|needed|justified|reasonable|appropriate|allowed|endorsed|recommended)\b/i;
const goingAhead =
  /\b(?:will|is to|may|can|should) (?:now )?(?:take place|go (?:ahead|forward)|proceed|be (?:performed|done))\b|\b(?:meets?|satisf(?:y|ies)) (?:the |all )?(?:criteria|guidelines?)\b|\bcriteria for .{1,60} (?:are|have been) (?:met|satisfied)\b/i;
const notGoingAhead =
  /\b(?:denied|non-?certified|upheld|unnecessary|unsupported|unwarranted|refused)\b|\b(?:will|is|may|can|should)(?:n't|not| not) (?:to )?(?:take place|going (?:ahead|forward)|go (?:ahead|forward)|proceed|be (?:performed|done))\b|\b(?:does not|doesn't|fails? to) (?:meet|satisfy) (?:the )?(?:\w+ )?(?:criteria|guidelines?)\b|\bcriteria for .{1,60} (?:are not|have not been) (?:met|satisfied)\b/i;

const onlyAfter =
  /\b(?:post[- ]?op[a-z]{0,12}|post[- ]?surg[a-z]{0,12}|pre[- ]?op[a-z]{0,12}|pre[- ]?surg[a-z]{0,12}|assistant surgeon|surgical assistant|associated surgical)\b/i;
const done =
  /\b(?:underwent|undergone|status[- ]post|s\/p|already|previous(?:ly)?|prior|had surgery|was performed|were performed|authorized|certified|approved|recent(?:ly)?|since (?:his|her|the) surgery|recover(?:y|ed|ing)?|surgery (?:of|on) \d)/i;

/** A post-operative treatment that is granted, although the surgery isn't. */
function grantedAlone(
  issue: Issue,
  words: string,
  { name }: Primary,
  surgery: Issue,
  decided: DecisionOutcome,
): readonly Finding[] {
  const decision: Span | undefined = issue.heading.decision?.span;
  const granted = issue.heading.decision?.outcome === "overturned" && decided === "upheld";
  if (!decision || !granted || name !== "surgery") return [];
  if (!onlyAfter.test(issue.heading.treatment) || done.test(words)) return [];
  const message = `This is granted, but the surgery that it goes with, issue ${surgery.index + 1}, isn't.`;
  const related = decisionOf(surgery, "The decision on the surgery: Upheld.");
  return [{ ...createFinding(decision, message, related), downgraded: true }];
}
