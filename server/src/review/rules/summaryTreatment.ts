/** Compares what the summary says that the utilization review decided with what the letter decides. */

import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import {
  comparable,
  differingQuantities,
  quantitiesAgree,
} from "../../analysis/treatment/compareQuantities.ts";
import { ofAttribute, sameValue } from "../../analysis/treatment/difference.ts";
import { quantitiesInHeading } from "../../analysis/treatment/headingQuantities.ts";
import { headingTreatment } from "../../analysis/treatment/headingTreatment.ts";
import { type TreatmentMention, treatmentMentionsIn } from "../../analysis/treatment/mentions.ts";
import { portionsOf } from "../../analysis/treatment/portions.ts";
import { quantitiesOf } from "../../analysis/treatment/quantities.ts";
import { isCurrent, type ReviewDecision, reviewDecisions } from "../../analysis/treatment/reviewDecisions.ts";
import { isWider } from "../../analysis/treatment/vocabulary.ts";
import { flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import type { Span } from "../../base/span.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { addIssueFix } from "../fixes/letterFixes.ts";
import type { Finding } from "../types.ts";
import { createFinding, messageNaming } from "./finding.ts";
import { firstDifference, type Stated, treatmentFinding } from "./treatmentFinding.ts";

interface Decided extends ReviewDecision {
  readonly mentions: readonly TreatmentMention[];
  /** The drugs and kinds, by which it is known. */
  readonly names: readonly TreatmentMention[];
}

interface Disputed {
  readonly issue: Issue;
  readonly mentions: readonly TreatmentMention[];
  readonly names: readonly TreatmentMention[];
}

/** Words that stand for too many treatments to miss one of them among the issues. */
const vague = new Set([
  ..."equipment procedure imaging therapy visit injection surgery modality anesthesia".split(" "),
  ..."laboratory test|medical records|steroid injection|therapeutic exercise|medical clearance".split("|"),
  "psychological treatment",
]);

const namesOf = (mentions: readonly TreatmentMention[]): readonly TreatmentMention[] => {
  const drugs = ofAttribute(mentions, "drug");
  return drugs.length > 0 ? drugs : ofAttribute(mentions, "kind");
};

const fits = (one: TreatmentMention, { mentions }: Pick<Disputed, "mentions">): boolean =>
  mentions.some((other) => other.attribute === one.attribute && sameValue(one, other));

export function summaryTreatments(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  if (letter.issues.length === 0 || !letter.summary) return [];
  const decisions = reviewDecisions(letter);
  if (decisions.length === 0) return [];
  const namesDrugs = drugMentionsWithin(letter, letter.summary.narrative, knowledge).length > 0;
  const decided = decisions.flatMap((decision) => {
    const items = itemsOf(decision, knowledge, namesDrugs);
    return items.length > 0 && isCurrent(decision) ? items : [];
  });
  if (decided.length === 0) return [];
  const disputed = letter.issues.map((issue): Disputed => {
    const mentions = headingTreatment(letter, issue, "", knowledge);
    return { issue, mentions, names: namesOf(mentions) };
  });
  // Without knowing what each issue is about, nothing can be missing.
  if (disputed.some(({ names }) => names.length === 0)) return [];
  return [
    ...decided.flatMap((one) => undecided(letter, one, decided, disputed)),
    ...decided.flatMap((one) => details(letter, one, disputed)),
    ...decided.flatMap((one) => certified(letter, one, decided, disputed)),
    ...otherPortions(letter, decisions, disputed, knowledge),
    ...untold(letter, decided, disputed, knowledge),
  ];
}

/** Each of the treatments that a decision lists. A piece of the list that names none belongs to the one before. */
function itemsOf(decision: ReviewDecision, knowledge: Knowledge, namesDrugs: boolean): readonly Decided[] {
  const { flat, start, end } = decision;
  const items: Decided[] = [];
  const all = treatmentMentionsIn(flat, start, end, knowledge, namesDrugs);
  // "Discectomy and fusion" is one operation.
  const isWithinName = (at: number): boolean => all.some(({ from, to }) => from < at && at < to);
  const pieces = [
    ...matchAll(/(?: and\b|[,;]|\(\d\)|\bas well as\b) ?/g, flat.text.slice(start, end)).filter(
      ({ index }) => !isWithinName(start + index),
    ),
    undefined,
  ];
  let from = start;
  for (const piece of pieces) {
    const to = piece ? start + piece.index : end;
    const mentions = treatmentMentionsIn(flat, from, to, knowledge, namesDrugs);
    const names = namesOf(mentions);
    const before = items.at(-1);
    if (names.length > 0 || before === undefined) {
      if (names.length > 0) items.push({ ...decision, start: from, end: to, mentions, names });
      else continue;
    } else {
      items[items.length - 1] = { ...before, end: to, mentions: [...before.mentions, ...mentions] };
    }
    from = piece ? start + piece.index + piece[0].length : to;
  }
  return items;
}

/** Vague names that no drug is meant by. */
const noDrug = new Set(["visit", "imaging", "laboratory test", "medical clearance", "surgery", "anesthesia"]);

/** Whether the vague name of an issue may stand for one of the names denied. */
const mayBe = (names: readonly TreatmentMention[], value: string): boolean =>
  vague.has(value) &&
  names.some((name) => (name.attribute === "drug" ? !noDrug.has(value) : isWider("kind", name.value, value)));

/** A treatment that the review denied and no issue decides. */
function undecided(
  letter: Letter,
  { outcome, names }: Decided,
  all: readonly Decided[],
  disputed: readonly Disputed[],
): readonly Finding[] {
  const isUnknown = ({ names: known }: Disputed) => known.every(({ value }) => mayBe(names, value));
  if (outcome === "certified" || disputed.some(isUnknown)) return [];
  const isCertified = (name: TreatmentMention) =>
    all.some((one) => one.outcome === "certified" && one.names.some((other) => sameValue(name, other)));
  const foreign = names.filter(
    (name) => !vague.has(name.value) && !disputed.some((issue) => fits(name, issue)) && !isCertified(name),
  );
  const [first] = foreign;
  if (!first) return [];
  const others = all.flatMap((decision) => decision.names);
  const isPartial = others.some((name) => disputed.some((issue) => fits(name, issue)));
  // A review often denies more than what is appealed.
  const message = messageNaming(
    [first.words],
    (name) => `The summary says that the review ${outcome} “${name}”, but no issue decides it.`,
  );
  const [{ issue }] = disputed as [Disputed];
  const related =
    disputed.length === 1 ? [{ ...issue.heading.treatmentSpan, message: "The only issue." }] : [];
  const end = letter.issues.at(-1)?.span as Span;
  const fix = addIssueFix(letter, `Add an issue on “${first.words}”`, end, first.words);
  return [{ ...createFinding(first, message, related, [fix]), downgraded: isPartial }];
}

/** Another strength, count, or place than that of the issue which decides the treatment. */
function details(letter: Letter, decision: Decided, disputed: readonly Disputed[]): readonly Finding[] {
  const { names, mentions, flat, outcome } = decision;
  const [name] = names;
  if (!name || outcome === "certified") return [];
  const candidates = disputed.filter((issue) => names.every((one) => fits(one, issue)));
  const [best] = candidates;
  if (!best) return [];
  const stated: Stated = {
    mentions,
    flat,
    place: "summary",
    source: "utilizationReview",
    issue: undefined,
    subject: "The summary",
    isComplete: false,
    isNamed: true,
  };
  const isOther = (_: unknown, { kind }: { readonly kind: string }): boolean => kind === "other";
  if (candidates.every((issue) => firstDifference(stated, issue, isOther))) {
    const finding = treatmentFinding(letter, stated, best, isOther);
    return finding ? [finding] : [];
  }
  if (outcome === "modified") return [];
  const found = candidates.map(({ issue }) => otherDose(letter, decision, issue, candidates));
  const [dose] = found;
  if (!dose || found.some((one) => one === undefined)) return [];
  const words = (span: Span) => flatten(letter.text, span).text;
  const message = messageNaming(
    [words(dose.is), words(dose.should)],
    (is, should) => `The summary says “${is}”, but the heading says “${should}”.`,
  );
  return [
    createFinding(dose.is, message, [
      { start: dose.should.start, end: dose.should.end, message: "What the heading says." },
    ]),
  ];
}

/** A quantity that isn't the heading's. A review of a whole request may name more than the portion in dispute. */
function otherDose(
  letter: Letter,
  { flat, start, end }: Decided,
  { heading }: Issue,
  candidates: readonly Disputed[],
): { readonly is: Span; readonly should: Span } | undefined {
  const stated = quantitiesOf(flat, start, end);
  // Of "100mg and 200mg", each may be in the heading of another issue.
  const elsewhere = candidates.flatMap(({ issue }) => quantitiesInHeading(issue.heading, letter.text));
  const [found] = differingQuantities(
    letter.text,
    stated.filter((one) => !elsewhere.some((other) => comparable(one, other) && quantitiesAgree(one, other))),
    quantitiesInHeading(heading, letter.text),
  ).filter(({ stated }) => stated.attribute === "strength" || !heading.partlyAuthorized);
  return found && { is: found.stated, should: found.requested[0] };
}

/** "The remaining portion", "six of twelve visits", but not "the review of 1/9/2017". */
const portion =
  /\bportion|\bpart of|\bremain|\bonly\b|\bthe other\b|\bout of\b|\d of (?:the )?\d|\bof (?:the )?\d+(?![\d/-])/i;

/** What the review certified isn't in dispute. */
function certified(
  letter: Letter,
  decision: Decided,
  all: readonly Decided[],
  disputed: readonly Disputed[],
): readonly Finding[] {
  const { names, mentions, flat, outcome, start, end } = decision;
  const [name] = names;
  if (outcome !== "certified" || !name) return [];
  // "A consultation" may be any, but "a consultation with a neurologist" isn't.
  const specialties = ofAttribute(mentions, "specialty");
  if (vague.has(name.value) && specialties.length === 0) return [];
  const deniedToo = all.some(
    (other) => other.outcome !== "certified" && other.names.some((one) => sameValue(one, name)),
  );
  if (deniedToo || portion.test(flat.text)) return [];
  const stated: Stated = {
    mentions,
    flat,
    place: "summary",
    source: "utilizationReview",
    issue: undefined,
    subject: "The summary",
    isComplete: false,
    isNamed: true,
  };
  const issue = disputed.find(
    (one) => fits(name, one) && specialties.every((each) => fits(each, one)) && !firstDifference(stated, one),
  );
  if (!issue || issue.issue.heading.partlyAuthorized) return [];
  const requested = quantitiesInHeading(issue.issue.heading, letter.text);
  if (differingQuantities(letter.text, quantitiesOf(flat, start, end), requested).length > 0) return [];
  const message = messageNaming(
    [name.words],
    (words) =>
      `The summary says that the review certified “${words}”, but issue ${issue.issue.index + 1} decides it.`,
  );
  return [createFinding(name, message, [{ ...issue.issue.heading.treatmentSpan, message: "The issue." }])];
}

/** "Modified 12 visits to 6", but the heading says that 4 were authorized. */
function otherPortions(
  letter: Letter,
  decisions: readonly ReviewDecision[],
  disputed: readonly Disputed[],
  knowledge: Knowledge,
): readonly Finding[] {
  const partly = disputed.filter(({ issue }) => issue.heading.partlyAuthorized);
  if (partly.length === 0) return [];
  return decisions.flatMap((decision) => {
    if (decision.outcome === "denied" || !isCurrent(decision)) return [];
    const { flat, start, end } = decision;
    const names = namesOf(treatmentMentionsIn(flat, start, end, knowledge));
    const own = partly.find((issue) => names.some((name) => fits(name, issue)));
    const issue = own ?? (names.length === 0 && disputed.length === 1 ? partly[0] : undefined);
    const portions = issue && portionsOf(letter.text, issue.issue.heading);
    if (!portions) return [];
    const { asked, granted } = portions;
    const stated = quantitiesOf(flat, start, end)
      .filter((one) => one.attribute === granted.attribute)
      .find((one) => decision.outcome === "certified" || isNewAmount.test(textBefore(letter.text, one)));
    if (!stated || stated.low !== stated.high || stated.low === granted.low || stated.low === asked.low)
      return [];
    const message = messageNaming(
      [stated.words, granted.words],
      (is, should) => `The summary says that ${is} were authorized, but the heading says ${should}.`,
    );
    const related = [{ start: granted.start, end: granted.end, message: "What the heading says." }];
    return [createFinding({ start: stated.start, end: stated.end }, message, related)];
  });
}

/** "Modified … *to* 6 visits". */
const isNewAmount =
  /\b(?:to|allow(?:ing)?|approv(?:e|ing)|certify(?:ing)?|authoriz(?:e|ing))(?: only)?(?: an?)?\s*$/i;
const textBefore = (text: string, { start }: Span): string => text.slice(Math.max(0, start - 24), start);

const dependent =
  /^associated surgical|\bpost-?op|\bpre-?op|\bassistant surgeon|\bclearance|\binpatient|\bhospital stay/i;

/** An issue that the summary never tells of, although it lists what the review denied. */
function untold(
  letter: Letter,
  decided: readonly Decided[],
  disputed: readonly Disputed[],
  knowledge: Knowledge,
): readonly Finding[] {
  const names = decided.filter(({ outcome }) => outcome !== "certified").flatMap((one) => one.names);
  if (disputed.length < 2 || names.length === 0) return [];
  const missing = disputed.filter((issue) => !names.some((name) => fits(name, issue)));
  const [issue] = missing;
  if (!issue || missing.length === disputed.length || missing.length > 1) return [];
  // If the list has one of the services that go with a surgery, it should have all of them.
  const isDependent = ({ issue: { heading } }: Disputed): boolean => dependent.test(heading.treatment);
  if (isDependent(issue) && !disputed.some((other) => other !== issue && isDependent(other))) return [];
  if (issue.names.every(({ value }) => vague.has(value))) return [];
  const { narrative } = letter.summary as NonNullable<Letter["summary"]>;
  const flat = flatten(letter.text, narrative);
  const told = treatmentMentionsIn(flat, 0, flat.text.length, knowledge);
  if (told.some((one) => fits(one, issue))) return [];
  const [at] = decided;
  if (!at) return [];
  const message = messageNaming(
    [issue.issue.heading.treatment],
    (words) => `The summary never tells of “${words}”, though it lists what the review denied.`,
  );
  const listed = at.flat.span(at.start, at.end);
  const related = [{ start: listed.start, end: listed.end, message: "What the review denied." }];
  return [{ ...createFinding(issue.issue.heading.treatmentSpan, message, related), downgraded: true }];
}
