/** Statements that a document, test, treatment, or finding is or isn't in the record. */

import { globally, inLowerCase, matchAll } from "../../base/matchAll.ts";
import { memoize } from "../../base/memoize.ts";
import { RowsByWord } from "../../base/rowsByWord.ts";
import type { FlatRange } from "../../base/sentences.ts";
import { plainAssertion } from "../../letter/context/assertion.ts";
import { indexOf, type Scope } from "../../letter/context/scopes.ts";
import { recordTriggers } from "../../letter/context/triggers/record.ts";
import type { Letter } from "../../letter/types.ts";
import { type Passage, passagesOf } from "../passages.ts";
import { regionsIn } from "../treatmentAttributes.ts";
import { notStatedFrames, type RecordDetail, recordDetails } from "./recordDetails.ts";
import { type RecordTopic, recordTopics } from "./recordTopics.ts";
import { clauseAround, clauseStart, samePlace } from "./samePlace.ts";
import type { Statement } from "./statement.ts";

/** A rationale that denies a thing, and the nearest place that tells of it. */
export interface RecordConflict {
  readonly topic: RecordTopic;
  readonly denied: Statement<RecordTopic>;
  readonly told: Statement<RecordTopic>;
}

const triggers = indexOf(recordTriggers);

/** What a sentence, in lower case, has that says of anything that it is missing. */
const anyDenial =
  /\b(?:no|never|neither|nor|none|without|lack(?:s|ing)?|absen(?:t|ce)|missing|devoid|nowhere|yet to|fail(?:s|ed)? to|cannot|could not|not (?!medically|necessary|recommended|supported|indicated|appropriate|warranted|established|certified|be\b)|(?:is|are|was|were|has|have|had|does|do|did)n't)\b/;

/** A guideline's words, a condition, and what others say. */
const notOfRecord =
  /\b(?:guidelines?|MTUS|ODG|ACOEM|criteria|criterion|recommend\w*|requires?|if|unless|when|whenever|should|would|could be|may|might|patients|studies (?:show|have)|utilization review(?:er)?|UR|claims administrator|adjuster|(?:employee|patient|worker|claimant|applicant|provider|physician|surgeon|reviewer|QME|AME) (?:said|says|states?|stated|reports?|reported|told|wrote|writes|claims|claimed|denies|denied|noted|believes))\b/i;
/** Words that limit a denial to a time. */
const ofTime =
  /\b(?:since|after|following|during|within|until|recent(?:ly)?|before|between|prior to|current(?:ly)?|latest|newest|most recent|last|past|at (?:the|that|this) (?:time|visit)|on \d|(?:as of|by) (?:\d|[A-Z]))/i;

/** What may stand between a denial and what it denies. */
const betweenWords = new Set(
  (
    "a an the any of for that this there was were is are be been being has had have having did does do it its and/or in on to " +
    "account accounts trace standardized weight-bearing standing upright clear clearly adequate documentation documented document documents evidence record records recorded report reported mention mentioned mentions indication indicated indicate note noted notes " +
    "information proof sign signs history trial trials course courses session sessions attempt attempts attempted attempting prior previous previously past initial " +
    "undergone undergo completed complete received receive attended attend tried try trialed participated performed perform done obtained obtain taken take given give provided provide " +
    "submitted included include includes contain contains contained hold holds show shows list lists reflect reveal reveals demonstrate find found locate see " +
    "signed sign used use undertaken started start yet ever even single failed failure unsuccessful " +
    "employee patient worker injured claimant applicant he she they his her provider physician file chart medical clinical submitted available " +
    "postoperative post-operative postsurgical post-surgical formal supervised skilled " +
    "other such kind type form formal not either results result findings copy"
  ).split(" "),
);
/** The same for regions and sides, which are compared. */
const placeWord =
  /\b(?:right|left|bilateral|both|upper|lower|low|mid|back|neck|cervical|thoracic|lumbar|lumbosacral|sacral|spine|spinal|shoulders?|elbows?|wrists?|hands?|fingers?|thumbs?|hips?|knees?|ankles?|foot|feet|toes?|legs?|arms?|extremit(?:y|ies)|heads?|brain|pelvis|chest|[ctls]\d{1,2}(?:-[ctls]?\d{1,2})?)\b/gi;
/** "In the records submitted for review". */
const inRecord =
  /\b(?:(?:on|in|within|from|among|with|anywhere in|by|of|for) (?:(?:the|this|these|any|his|her|submitted|available|provided|medical|clinical|case|reviewed|treating|entire) )*(?:files?|records?|charts?|documentation|documents?|notes?|materials?|case|review|requests?|submission|packet|employee|patient|worker|claimant|applicant|provider|physician|condition|injury|information)\b(?: (?:submitted|provided|reviewed|available|received|on file|at hand))*|to date|at all|so far|at any time|in the past(?! (?:\w+ )?(?:days?|weeks?|months?|years?))|of any kind|on file|for review|prior to this request|before this request)/gi;
const followingWords = new Set(
  (
    "is was were are has have had been be being documented noted provided submitted included available present found recorded reported mentioned " +
    "performed done obtained attempted tried trialed undertaken given received attended conducted carried out seen made taken on " +
    "whatsoever either here yet ever anywhere identified described evident apparent demonstrated used started signed the a any " +
    "results result sessions visits program programs treatment treatments trial trials study studies test tests testing screening evaluation scan scans imaging injections"
  ).split(" "),
);
const ending = /^(?:but|however|so|as|which|though|although|whereas|while|therefore|thus|despite|[.;:(),])$/;
const limiting = new Set(
  "since after within recent during following showing shows show showed that with from at before between until prior last past demonstrating documenting indicating supporting beyond than except besides to this".split(
    " ",
  ),
);
/** What a document that is missing would be for. */
const purpose =
  /^ ?to (?:support|justify|substantiate|corroborate|monitor|verify|guide|allow) (?!.*\bsince\b)/i;

const purposes = new Set("support justify substantiate corroborate verify confirm".split(" "));

interface Mention extends FlatRange {
  readonly topic: RecordTopic;
}

const topics = new RowsByWord(recordTopics);
const frames = new RowsByWord(notStatedFrames);

const inLower = memoize(({ pattern }: RecordTopic) => globally(inLowerCase(pattern)));

/**
 * The topics that a sentence, also given in lower case, names, from left to right. Of two at one place, the earlier one of the
 * table counts.
 */
function mentionsIn(sentence: string, lower: string): readonly Mention[] {
  const found: Mention[] = [];
  const named = topics.in(lower);
  for (let from = 0; ; ) {
    const next = firstAmong(named, lower, from);
    if (!next) return found;
    const { topic, m } = next;
    from = m.index + m[0].length;
    if (topic.pattern.test(sentence.slice(m.index, from)) || topic.pattern.test(sentence))
      found.push(mentionAt(topic, m));
  }
}

function firstAmong(
  named: readonly RecordTopic[],
  lower: string,
  from: number,
): { readonly topic: RecordTopic; readonly m: RegExpExecArray } | undefined {
  let first: { readonly topic: RecordTopic; readonly m: RegExpExecArray } | undefined;
  for (const topic of named) {
    const pattern = inLower(topic);
    pattern.lastIndex = from;
    const m = pattern.exec(lower);
    if (m && (!first || m.index < first.m.index)) first = { topic, m };
  }
  return first;
}

/** The words of a sentence that name a topic or tell of it. */
function mentionsOf(sentence: string, topic: RecordTopic): readonly Mention[] {
  const found: Mention[] = [];
  for (const pattern of topic.toldBy ? [topic.pattern, topic.toldBy] : [topic.pattern]) {
    for (const m of matchAll(globally(pattern), sentence)) {
      const mention = mentionAt(topic, m);
      if (!found.some((other) => other.start < mention.end && mention.start < other.end)) found.push(mention);
    }
  }
  return found;
}

function mentionAt(topic: RecordTopic, m: RegExpExecArray): Mention {
  const before = /^(?:no|any|prior|previous|had|of|or) injection/i.test(m[0]) ? m[0].indexOf(" ") + 1 : 0;
  return { topic, start: m.index + before, end: m.index + m[0].length };
}

const words = /[a-z0-9]+(?:['./-][a-z0-9]+)*|[.,;:()]/gi;

const blank = (text: string) => " ".repeat(text.length);

/** Whether the words between a denial and a topic leave it as it is. "No evidence of benefit from therapy" doesn't deny therapy. */
function reaches(sentence: string, from: number, to: number, others: readonly Mention[]): boolean {
  let between = sentence.slice(from, to);
  for (const { start, end } of others) {
    if (start >= from && end <= to)
      between =
        between.slice(0, start - from) +
        blank(between.slice(start - from, end - from)) +
        between.slice(end - from);
  }
  between = between.replace(inRecord, blank).replace(placeWord, blank);
  const listed = others.some(({ start, end }) => start >= from && end <= to);
  const isList = listed && /\b(?:or|nor)\b/i.test(sentence.slice(from));
  return (between.match(words) ?? []).every((word) => {
    const lower = word.toLowerCase();
    return betweenWords.has(lower) || (isList && (lower === "," || lower === "or" || lower === "nor"));
  });
}

/** Whether what follows leaves the denial as it is. "No MRI since the surgery" doesn't deny an MRI. */
function endsThere(sentence: string, from: number, others: readonly Mention[]): boolean {
  let rest = sentence.slice(from);
  for (const { start, end } of others) {
    if (start >= from)
      rest =
        rest.slice(0, start - from) +
        "sessions".padEnd(end - start, " ").slice(0, end - start) +
        rest.slice(end - from);
  }
  if (purpose.test(rest)) return true;
  if (/^[^,;]{0,40}\bas a result\b/.test(rest)) return false;
  rest = rest
    .replace(inRecord, blank)
    .replace(
      /\b(?:of|on|to|for|in) (?:the |his |her )?(?=(?:right|spin(?:e|al)|thoracic|finger|thumb|toe|chest|left|bilateral|both|upper|lower|low|mid|back|neck|cervical|thoracic|lumbar|lumbosacral|shoulder|elbow|wrist|hand|hip|knee|ankle|foot|leg|arm|head|brain|pelvis|[ctls]\d))/gi,
      blank,
    )
    .replace(placeWord, blank);
  const tokens = rest.toLowerCase().match(words) ?? [];
  let inList = false;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as string;
    if (token === "," && /^(?:or|nor)$/.test(tokens[i + 1] ?? "")) continue;
    if (token === ",") {
      const list = tokens.slice(i + 1, i + 8);
      if (list.includes("or") || list.includes("nor")) {
        inList = true;
        continue;
      }
    }
    if (ending.test(token)) return true;
    if (token === "or" || token === "nor") inList = true;
    else if (token === "and" || (token === "to" && purposes.has(tokens[i + 1] ?? ""))) return true;
    else if (limiting.has(token)) return false;
    else if (!followingWords.has(token) && !inList && !/^s+$/.test(token) && !"sessions".startsWith(token))
      return false;
  }
  return true;
}

/** The topics that a sentence of a rationale says aren't there. */
function deniedIn(part: Passage, index: number, sentence: string, lower: string): readonly Mention[] {
  const mentions = mentionsIn(sentence, lower);
  if (mentions.length === 0) return [];
  const scopes = part.scopesOf(index, triggers).filter(({ trigger }) => trigger.sets?.certainty === "denied");
  return mentions.filter((mention) => {
    const scope = nearest(scopes, mention);
    if (!scope) return false;
    const before = scope.at.end <= mention.start;
    const prefix = sentence.slice(0, before ? scope.at.start : mention.start);
    if (notOfRecord.test(prefix.slice(clauseStart(prefix))) || ofTime.test(prefix)) return false;
    const others = mentions.filter((other) => other !== mention);
    if (
      /^\s?(?:reports?|notes?|records?|cop(?:y|ies)|images|progress|referral|request|guidelines?|order|provider|note)\b/i.test(
        sentence.slice(mention.end),
      )
    )
      return false;
    if (before) {
      if (isOfStudy(sentence, scope, mention)) return false;
      // "Her pain is worse without therapy."
      if (scope.trigger.phrase === "without" && topicOfTreatment(mention)) return false;
      return (
        reaches(sentence, scope.at.end, mention.start, others) && endsThere(sentence, mention.end, others)
      );
    }
    // "The need for physical therapy is not apparent."
    const clause = prefix.slice(clauseStart(prefix));
    const subject =
      clauseStart(prefix) +
      (/^\s*(?:although|though|because|while|yet|so|also|here|moreover|that|and|but)\b/i.exec(clause)?.[0]
        .length ?? 0);
    if (!reaches(sentence, subject, mention.start, others)) return false;
    const between = sentence
      .slice(mention.end, scope.at.start)
      .replace(inRecord, blank)
      .replace(placeWord, blank);
    const reached = (between.match(words) ?? []).every(
      (word) => followingWords.has(word.toLowerCase()) || /^(?:of|to|for|in|the|or|his|her)$/i.test(word),
    );
    return reached && endsThere(sentence, scope.at.end, others);
  });
}

const topicOfTreatment = ({ topic }: Mention): boolean => topic.kind === "treatment";

/** "The MRI does not show radiculopathy" is about the MRI. */
function isOfStudy(sentence: string, scope: Scope, mention: Mention): boolean {
  const gap = sentence.slice(scope.at.end, mention.start);
  if (!/\b(?:show|shows|reveal|reveals|demonstrate|find|found|indicate|reflect)\b/i.test(gap)) return false;
  return !/\b(?:records?|file|chart|documentation|documents|notes?|materials?)\b[^,;]{0,60}$/i.test(
    sentence.slice(0, scope.at.start),
  );
}

function nearest(scopes: readonly Scope[], { start, end }: FlatRange): Scope | undefined {
  const distance = ({ at }: Scope) => (at.end <= start ? start - at.end : at.start - end);
  let best: Scope | undefined;
  for (const scope of scopes) {
    if (scope.start > start || end > scope.end || distance(scope) < 0) continue;
    if (!best || distance(scope) < distance(best)) best = scope;
  }
  return best;
}

const dated =
  /^[^.;]{0,40}?(?:,? (?:dated|of|on|from|performed|done|taken|obtained|in)|\() ?(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{1,2}\/\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)\b)/i;
const failure =
  /\b(?:fail\w*|without (?:relief|benefit|improvement)|no (?:relief|benefit|improvement)|did(?:n't| not) help|not help\w*|ineffective|intoleran\w+|stopped|discontinued|little relief|minimal relief)\b/i;

/** How a sentence speaks of a topic: whether it says that it is there, that it isn't, or neither. */
function told(sentence: string, mention: Mention, scopes: readonly Scope[]): "there" | "missing" | undefined {
  const { topic } = mention;
  // A review denies a treatment; an employee denies a finding.
  const denies = ({ trigger }: Scope) =>
    trigger.sets?.certainty === "denied" && (topic.kind === "finding" || !trigger.phrase.startsWith("deni"));
  const denial = nearest(scopes.filter(denies), mention);
  // "He has not had physical therapy": the nearer word says that he had it.
  if (denial && denial.at.end <= mention.start && reaches(sentence, denial.at.end, mention.start, []))
    return "missing";
  const { phrase, sets } = nearest(scopes, mention)?.trigger ?? {};
  if (sets?.certainty === "denied")
    return topic.kind === "finding" || !phrase?.startsWith("deni") ? "missing" : undefined;
  if (sets?.temporality === "planned") return undefined;
  if (topic.kind === "finding" || sets?.temporality === "past") return "there";
  return dated.test(sentence.slice(mention.end)) ? "there" : undefined;
}

/** "No postoperative therapy" leaves open what was before. */
const afterSurgery =
  /\bpost-?(?:operative|op|surgical)\w*|\b(?:after|following) (?:[a-z-]+ ){0,3}(?:surgery|operation|procedure|repair|release|reconstruction|replacement|[a-z]+(?:ectomy|plasty|scopy))\b/i;

interface Told extends FlatRange {
  readonly part: Passage;
  readonly sentence: FlatRange;
}

/**
 * The first place in a part that tells of the topic; undefined if none does, or if the part also says that it isn't there. One
 * sentence may be left out.
 */
function firstTold(
  part: Passage,
  topic: RecordTopic,
  accepts: (sentence: string, mention: Mention) => boolean,
  except?: number,
): Told | undefined {
  const { text } = part.flat;
  if (!topic.pattern.test(text) && !topic.toldBy?.test(text)) return undefined;
  let first: Told | undefined;
  for (const [index, range] of part.sentences.entries()) {
    if (index === except) continue;
    const sentence = text.slice(range.start, range.end);
    const mentions = mentionsOf(sentence, topic);
    if (mentions.length === 0) continue;
    const scopes = part.scopesOf(index, triggers);
    for (const mention of mentions) {
      const how = told(sentence, mention, scopes);
      if (how === "missing") return undefined;
      if (how === "there" && !first && accepts(sentence, mention)) {
        first = { part, sentence: range, start: range.start + mention.start, end: range.start + mention.end };
      }
    }
  }
  return first;
}

const ofEmployee =
  /\b(?:employee|injured worker|worker|claimant|applicant|this patient|the patient|she|he)\b|\d{1,2}\/\d{1,2}\/\d{2,4}/i;
const guidelineWords = /\b(?:guidelines?|MTUS|ODG|ACOEM|recommend\w*|patients|should|criteria)\b/i;

/** What rationales say is missing, and the case summary or the same rationale tells of. */
export const recordConflicts = memoize((letter: Letter): readonly RecordConflict[] => {
  const parts = passagesOf(letter);
  const summary = parts.find(({ place }) => place === "summary");
  const found: RecordConflict[] = [];
  for (const part of parts) {
    const { issue, flat } = part;
    if (!issue) continue;
    for (const [index, range] of part.sentences.entries()) {
      const sentence = flat.text.slice(range.start, range.end);
      const lower = part.lower.slice(range.start, range.end);
      if (!anyDenial.test(lower)) continue;
      for (const mention of deniedIn(part, index, sentence, lower)) {
        const { topic } = mention;
        const around = clauseAround(sentence, mention);
        const own = regionsIn(around).length > 0 ? around : `${around} ${issue.heading.treatment}`;
        const denial = sentence.slice(Math.max(0, mention.start - 40), mention.start);
        const needsFailure = failure.test(denial.slice(clauseStart(denial)));
        const accepts = (told: string, at: Mention): boolean =>
          (!topic.regional || samePlace(own, clauseAround(told, at))) &&
          (!needsFailure || failure.test(told)) &&
          (!afterSurgery.test(denial) || afterSurgery.test(told)) &&
          (!/\bexam/i.test(sentence) ||
            topic.kind !== "finding" ||
            /\b(?:exam|palpation|findings|test)/i.test(told));
        const inRationale = (told: string, at: Mention): boolean =>
          topic.kind !== "finding" &&
          told !== sentence &&
          ofEmployee.test(told) &&
          !guidelineWords.test(told) &&
          accepts(told, at);
        const told =
          (summary && firstTold(summary, topic, accepts)) ?? firstTold(part, topic, inRationale, index);
        if (!told) continue;
        const denied = statement(
          part,
          topic,
          { start: range.start + mention.start, end: range.start + mention.end },
          "denied",
        );
        found.push({ topic, denied, told: statement(told.part, topic, told, "stated") });
      }
    }
  }
  const told = (one: RecordConflict) =>
    !found.some(({ denied }) => denied.start < one.denied.end && one.denied.start < denied.end);
  return [...found, ...detailConflicts(letter).filter(told)];
});

/** What a detail's clause may have besides it. More words are about something else: "the effect of strength on her work". */
const besides =
  /\b(?:the|a|an|any|his|her|its|their|this|that|these|of|for|in|on|at|to|from|by|and|or|nor|whether|how|when|what|which|even|also|here|there|is|was|were|are|has|had|have|been|employee(?:'s|’s)?|patient(?:'s|’s)?|worker(?:'s|’s)?|claimant(?:'s|’s)?|applicant(?:'s|’s)?|injured|he|she|current(?:ly)?|present|formal|objective|specific|exact|actual|standardized|validated|baseline|adequate|clear|measured?|measures?|measurements?|scores?|values?|results?|findings|attended|completed|made|given|done|used|uses|use|taken|gained|obtained|had|history|status|degree|amount|number|date|record(?:ed|s)?|account|documented|documentation|detailed|numeric(?:al)?|signed|complete|first|last|prior|previous|earlier|so|far|knees?|shoulders?|neck|back|low|lumbar|cervical|spine|wrists?|hands?|elbows?|hips?|ankles?|foot|feet|arms?|legs?|left|right|both|joint|upper|lower|extremit(?:y|ies)|exam(?:ination)?|physical|injections?|sessions|visits|therapy|treatments?)\b|[\s,'’-]/g;

/** A time or a change that the summary needn't tell of. */
const limited =
  /\b(?:since|after|following|during|within|until|recent(?:ly)?|last visit|latest|later|further|repeat(?:ed)?|new|updated|follow-?up|post-?operative|improve\w*|chang\w*|benefits?|effect of|response|copy|copies|notes from|original|required|if|unless|should|would|must|criteria|guidelines?|odg|mtus|acoem|claims administrator|utilization review|plan|goal|reason)\b/;

/** Details that a rationale says aren't stated, and the case summary states. */
function detailConflicts(letter: Letter): readonly RecordConflict[] {
  const [summary, ...rest] = passagesOf(letter);
  if (summary?.place !== "summary") return [];
  const found: RecordConflict[] = [];
  for (const passage of rest) {
    for (const detail of detailsDenied(passage)) {
      const { row, start, end } = detail;
      const span = passage.flat.span(start, end);
      if (found.some(({ denied }) => denied.start === span.start)) continue;
      const told = row.told.exec(summary.lower);
      if (!told || told.index < 0) continue;
      const after = summary.lower.slice(told.index + told[0].length).slice(0, 30);
      if (/^[^.;,]*\b(?:not|unknown|unclear)\b/.test(after)) continue;
      const before = summary.lower.slice(Math.max(0, told.index - 60), told.index);
      if (
        /\b(?:no|not|without|unknown|request(?:ed|s)? (?:for|an?)|recommended|plan(?:ned|s)?)\b[^.;]*$/.test(
          before,
        )
      )
        continue;
      const topic: RecordTopic = { ...row, kind: "detail" };
      const at = (of: Passage, from: number, to: number, certainty: "denied" | "stated") => ({
        ...of.flat.span(from, to),
        value: topic,
        place: of.place,
        issue: of.issue,
        source: of.source,
        assertion: { ...plainAssertion, certainty },
      });
      found.push({
        topic,
        denied: at(passage, start, end, "denied"),
        told: at(summary, told.index, told.index + told[0].trimEnd().length, "stated"),
      });
    }
  }
  return found;
}

const mayDeny =
  / (?:not|never|nowhere|cannot|missing|absent|lack|unknown|unclear|undocumented|unrecorded|unstated|unspecified|unreported|unaddressed|silent|omits?|without|no|could not|neglects?|fail\w*) |n't |^no(?:r|) |(?:unknown|unclear|missing|absent|unstated|lacking|unrecorded|undocumented|nowhere)[.,]/;

function detailsDenied(passage: Passage): readonly (FlatRange & { readonly row: RecordDetail })[] {
  const { lower } = passage;
  return passage.sentences.flatMap(({ start, end }) => {
    const sentence = lower.slice(start, end);
    if (!mayDeny.test(sentence)) return [];
    return framesIn(sentence).flatMap(({ m, at }) => {
      const thing = (m.groups?.thing ?? "").replace(nextClause, "");
      return recordDetails.flatMap((row) => {
        const own = row.pattern.exec(thing);
        if (!own) return [];
        const others = `${thing.slice(0, own.index)} ${thing.slice(own.index + own[0].length)}`
          .replace(inRecord, " ")
          .replace(besides, "");
        if (others !== "") return [];
        const from = start + at + m.index + m[0].indexOf(thing) + own.index;
        return [{ row, start: from, end: from + own[0].length }];
      });
    });
  });
}

const nextClause =
  /,? (?:but|yet|nor|so|while|although|though|however|which|nothing|there (?:is|are|was|were))\b.*$|, (?:and|he|she|the|his|her) .*$/;

/** A sentence may say several things: "She walks with a cane, her weight was not recorded, and …" */
function framesIn(sentence: string): readonly { readonly m: RegExpExecArray; readonly at: number }[] {
  const starts = [
    0,
    ...matchAll(
      /[,;:] (?:(?:and|but|yet|while|though|although|because|since|as|so) )?|\b(?:and|but|while|although|because) /g,
      sentence,
    ).map((m) => m.index + m[0].length),
  ];
  const possible = frames.in(sentence);
  return starts.flatMap((at) => {
    const clause = sentence.slice(at);
    return possible.flatMap(({ pattern }) => {
      const m = pattern.exec(clause);
      if (!m || (at > 0 && m.index > 0)) return [];
      // What the next clauses say is not said of it.
      const said = at + m.index + m[0].length - (m.groups?.rest?.length ?? 0);
      const rest = sentence.slice(said);
      const end = said + (/[,;]|\bbut\b/.exec(rest)?.index ?? rest.length);
      return limited.test(sentence.slice(0, end)) ? [] : [{ m, at }];
    });
  });
}

function statement(
  part: Passage,
  topic: RecordTopic,
  at: FlatRange,
  certainty: "denied" | "stated",
): Statement<RecordTopic> {
  return {
    ...part.flat.span(at.start, at.end),
    value: topic,
    place: part.place,
    issue: part.issue,
    source: part.source,
    assertion: { experiencer: "employee", temporality: "current", certainty },
  };
}
