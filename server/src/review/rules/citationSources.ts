/** Compares the sources that a rationale relies on with those that the reviewer cites. */
import { guidelineOf, topicsOf } from "../../analysis/citedGuidelines.ts";
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { passagesOf } from "../../analysis/passages.ts";
import { kindsIn } from "../../analysis/treatmentAttributes.ts";
import { type FlatText, flatten } from "../../base/flatText.ts";
import { matchAll } from "../../base/matchAll.ts";
import { wordsOf } from "../../knowledge/normalize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { createFinding, matchFindings } from "./finding.ts";

interface Source {
  readonly name: string;
  /** Its names in text. */
  readonly words: string;
}

const sources: readonly Source[] = [
  { name: "ODG", words: "ODG|Official Disability Guidelines?(?: ?\\(ODG\\))?" },
  {
    name: "ACOEM",
    words: "ACOEM|American College of Occupational and Environmental Medicine(?: ?\\(ACOEM\\))?",
  },
  { name: "UpToDate", words: "Up ?To ?Date(?:\\.com)?" },
  { name: "AAOS", words: "AAOS|American Academy of (?:Orthopedic|Orthopaedic) Surgeons(?: ?\\(AAOS\\))?" },
  { name: "Cochrane", words: "Cochrane" },
  { name: "Medscape", words: "Medscape" },
  { name: "CDC", words: "CDC|Centers for Disease Control(?: and Prevention)?(?: ?\\(CDC\\))?" },
];
const anySource = new RegExp(`\\b(?:${sources.map(({ words }) => `(${words})`).join("|")})(?![\\w-])`, "gi");

/** What comes before a source that is relied on. */
const leadIn =
  /\b(?:according to|as (?:stated|noted|recommended|outlined) (?:in|by))(?: the)?(?: [^.;:]{1,50},? and)?(?: the)? $/i;
/** What comes after a source that is relied on. */
const says =
  /^(?:'s|’s)?(?:,? \(?[a-z][a-z&,' -]{2,60}(?:\)?,| chapter))?(?: "[^"]{1,30}")?(?: (?:treatment|practice|pain|medicine|low back|neck|shoulder|knee|in workers' compensation))?(?: (?:guidelines?|guidance|criteria|chapter|review|article))?(?: (?:also|further|clearly|specifically|then|likewise|additionally))? (?:states?|stated|recommends?|recommended|notes?|noted|indicates?|indicated|advises?|suggests?|writes?|says?)\b(?! that (?:the )?MTUS)/i;
/** Whose words they are, if not the reviewer's. */
const quoted =
  /\b(?:claims administrator|utilization review\w*|UR|adjuster|provider|treating physician|requesting physician)\b/i;

/** A source that the rationale relies on, but that the reviewer doesn't cite. */
export function uncitedSource(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { reviewer, rationale } = issue;
    if (!reviewer || !rationale || reviewer.citations.length === 0) return [];
    const flat = flatten(letter.text, rationale.body);
    const reported = new Set<string>();
    return matchFindings(matchAll(anySource, flat.text), (m) => {
      const source = sources[m.slice(1).findIndex((group) => group !== undefined)];
      if (!source || reported.has(source.name) || !isReliedOn(flat.text, m)) return [];
      if (isCited(source, letter, issue, knowledge)) return [];
      const after = flat.text.slice(m.index + m[0].length, m.index + m[0].length + 80);
      if (!otherChapter.test(after) && isBehindMtus(source, flat.text, issue, knowledge)) return [];
      reported.add(source.name);
      return [
        createFinding(
          flat.span(m.index, m.index + m[0].length),
          `The rationale relies on ${source.name}, but the MAXIMUS guideline doesn't cite it.`,
          [{ ...reviewer.label, message: "The sources cited." }],
        ),
      ];
    });
  });
}

/** A chapter that no guideline on chronic pain is made from: "ODG, Mental Illness & Stress, recommends". */
const otherChapter =
  /^(?:'s|’s|,)? \(?(?!pain\b|chronic)(?:[a-z]+,? (?:& |and )?){0,5}(?:back|neck|shoulder|elbow|hand|hip|knee|leg|ankle|foot|stress|illness|head|hernia|infectious|pulmonary|eye|burns|diabetes|fitness for duty|carpal tunnel syndrome)\b[^.;]{0,20}?(?:,|\)| chapter)/i;

function isReliedOn(text: string, m: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, m.index - 120), m.index);
  const sentence = before.slice(before.search(/[^.]*$/));
  // "MTUS/ACOEM" is a name for the MTUS.
  if (quoted.test(sentence) || /\bMTUS(?:[ /,-]|, and | and )$/.test(before)) return false;
  const after = text.slice(m.index + m[0].length, m.index + m[0].length + 120);
  return leadIn.test(before) || says.test(after);
}

function isCited(source: Source, { text }: Letter, { reviewer }: Issue, knowledge: Knowledge): boolean {
  if (!reviewer) return true;
  if (new RegExp(`\\b(?:${source.words})`, "i").test(flatten(text, reviewer.body).text)) return true;
  if (source.name !== "ACOEM") return false;
  return reviewer.citations.some((citation) => {
    const guideline = guidelineOf(citation, knowledge);
    return guideline === undefined
      ? citation.kind === "mtus"
      : guideline.id.startsWith("acoem") || guideline.id === "mtus";
  });
}

/** The chronic pain guidelines are made from ODG and ACOEM, so a rationale that names no other source may mean them. */
function isBehindMtus({ name }: Source, text: string, { reviewer }: Issue, knowledge: Knowledge): boolean {
  if ((name !== "ODG" && name !== "ACOEM") || /\bMTUS\b/.test(text)) return false;
  return (reviewer?.citations ?? []).some((citation) =>
    guidelineOf(citation, knowledge)?.id.startsWith("chronic-pain"),
  );
}

/** That the MTUS says nothing about something, which one of the groups names. */
const silence =
  /\bMTUS(?:\/ACOEM| ACOEM)?(?: chronic pain)?(?: medical treatment)?(?: guidelines?)?(?: (?:is|are|was|were) silent (?:on|about|regarding|concerning|as to|in regards? to|with regards? to|with respect to)| (?:do|does|did) not (?:address|discuss|mention|cover|speak to)| (?:makes?|has|have|contains?|offers?|provides?) no (?:mention|recommendations?|discussion|guidance|guidelines?) (?:of|on|about|for|regarding)) ([^.;,:]{2,80})|([^.;,:]{2,60}) (?:is|are) not (?:addressed|discussed|mentioned|covered) (?:in|by) the (?:CA |California )?MTUS\b/gi;
/** The beginning of the first form and the end of the second, in lower case: the whole is slow to look for. */
const saysOfMtus = /mtus[a-z/ ]{0,60} (?:silent|not|no) /;
const ofMtus = /ed (?:in|by) the (?:ca |california )?mtus/;
/** The MTUS may be silent on one form of a treatment that it otherwise addresses. */
const oneForm =
  /\b(?:specific|repeat|particular|combination|compound\w*|brand|kind|type|form|use of this|topical|frequency|number|post-?operative|preoperative)/i;
/** Words of section titles that don't tell what they are about. */
const commonWords = new Set(
  "pain chronic treatment medical medication medicine drug therapy criteria use general guideline special study surgical consideration initial care physical method summary approach diagnostic test testing recommendation low back neck upper shoulder elbow hand wrist forearm knee ankle foot spine section topical request requested service procedure injection".split(
    " ",
  ),
);

/** The rationale says that the MTUS is silent, but the reviewer cites a section of it on the same treatment. */
export function silentMtus(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(passagesOf(letter), ({ issue, flat, lower }) => {
    if (!issue?.reviewer?.citations.some(({ kind }) => kind === "mtus")) return [];
    if (!saysOfMtus.test(lower) && !ofMtus.test(lower)) return [];
    return matchFindings(matchAll(silence, flat.text), (m) =>
      silenceFinding(m, flat, letter, issue, knowledge),
    );
  });
}

/** Sections on drugs of all kinds. */
const onDrugs = /^medications for (?:subacute|acute|chronic|pain)/i;

/** Words that stand for the disputed treatment. */
const theRequest =
  /^(?:the |this |these |its )?(?:above |current |requested |disputed )?(?:request|issue|treatment|topic|item|service|use|matter|medication|drug|device)/i;

function silenceFinding(
  m: RegExpExecArray,
  flat: FlatText,
  letter: Letter,
  { reviewer, heading }: Issue,
  knowledge: Knowledge,
): readonly Finding[] {
  const about = m[1] ?? m[2] ?? "";
  if (oneForm.test(about)) return [];
  const named = theRequest.test(about) ? heading.treatment : about;
  const words = new Set(wordsOf(named));
  const kinds = kindsIn(named).map(({ kind }) => kind);
  const drugs = theRequest.test(about)
    ? drugMentionsWithin(letter, heading.treatmentSpan, knowledge).map(({ drug }) => drug)
    : knowledge.drugsIn(about).map(({ drug }) => drug);
  for (const citation of reviewer?.citations ?? []) {
    const guideline = citation.kind === "mtus" ? guidelineOf(citation, knowledge) : undefined;
    if (!guideline) continue;
    const known = topicsOf(citation, guideline, knowledge);
    for (const { span, value } of citation.topics) {
      const own = wordsOf(value).filter((word) => word.length > 3 && !commonWords.has(word));
      const topic = known.find(({ start, end }) => start <= span.start && span.end <= end)?.topic;
      const isSame =
        own.some((word) => words.has(word)) ||
        kindsIn(value).some(
          ({ kind }) => kind !== "injection" && kind !== "surgery" && kinds.includes(kind),
        ) ||
        drugs.some((drug) => topic !== undefined && isAbout(topic.id, drug.topics));
      const isGeneral =
        !isSame &&
        !theRequest.test(about) &&
        onDrugs.test(value) &&
        drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 0;
      if (!isSame && !isGeneral) continue;
      const finding = createFinding(
        flat.span(m.index, m.index + m[0].length),
        "The rationale says that the MTUS is silent on this, but a section of it on this is cited.",
        [{ ...span, message: "The section cited." }],
      );
      return [{ ...finding, downgraded: isGeneral }];
    }
  }
  return isReliedOnAnyway(m, flat, reviewer, named, heading.treatment)
    ? [
        createFinding(
          flat.span(m.index, m.index + m[0].length),
          "The rationale says that the MTUS is silent on this, but it relies on the MTUS and cites nothing else.",
          reviewer ? [{ ...reviewer.label, message: "The sources cited." }] : [],
        ),
      ]
    : [];
}

/** What the MTUS says, in a rationale that also says that the MTUS is silent. In lower case. */
const mtusSays =
  /\bmtus(?: (?:guidelines?|also|only|generally))? (?:recommends?|calls? for|states?|requires?|asks?|allows?|supports?|limits?|advises?|reserves?|provides? (?:that|for)|permits?|lists?|restricts?)\b/;

/** Whether only sections of the MTUS are cited, and the rationale tells what it says before it is silent on the disputed treatment. */
function isReliedOnAnyway(
  m: RegExpExecArray,
  flat: FlatText,
  reviewer: Issue["reviewer"],
  named: string,
  treatment: string,
): boolean {
  const citations = reviewer?.citations ?? [];
  if (citations.some(({ kind, topics }) => kind !== "mtus" || topics.length === 0)) return false;
  if (!mtusSays.test(flat.text.slice(0, m.index).toLowerCase())) return false;
  const disputed = kindsIn(treatment).map(({ kind }) => kind);
  return named === treatment || kindsIn(named).some(({ kind }) => disputed.includes(kind));
}

/** Whether the topic is the most specific one about a drug, in any edition. */
const isAbout = (topic: string, [own]: readonly string[]): boolean =>
  own !== undefined && (topic === own || topic.startsWith(`${own}-20`));

/** The claims administrator's side, and what it did with a source. */
const claimsCited =
  /\b(?:claims (?:administrator|adjuster)|utilization review(?: physician|er)?|UR(?: physician| reviewer)?)(?:'s|’s)?,? (?:has |had |also )?(?:cited|cites|quoted|quotes|relied (?:up)?on|relies (?:up)?on|referenced|based (?:its|the|their|his|her) (?:decision|denial|determination) on)\b(?! (?:no|nothing|none|neither|an? lack|the (?:lack|absence))\b)/gi;
const claimsCitedNone =
  /\b(?:claims (?:administrator|adjuster)|utilization review(?: physician|er)?|UR(?: physician| reviewer)?)(?:'s|’s)? (?:(?:cited|cites|quoted|gave|named|offered) (?:no (?:guidelines?|evidence|source|study|medical evidence|authority)\b|nothing)|(?:did not|didn't|does not|failed to) (?:cite|name|quote|rely on) (?:any (?:guidelines?|evidence|source|study|medical evidence|authority)\b|anything|a (?:guideline|source|study)\b))/gi;
const citesNone = /\bdid not cite\b|\bno (?:guideline|medical evidence|evidence)\b|\bcited no\b/i;

/** A rationale that tells of what the claims administrator cited, whose part says that it cited nothing, and the reverse. */
export function claimsSources({ text, issues }: Letter): readonly Finding[] {
  return matchFindings(issues, ({ claims, rationale }) => {
    if (!claims || !rationale) return [];
    const { text: words } = flatten(text, claims.body);
    const none = claims.citations.length === 0 && citesNone.test(words);
    if (!none && claims.citations.length === 0) return [];
    const flat = flatten(text, rationale.body);
    return matchFindings(matchAll(none ? claimsCited : claimsCitedNone, flat.text), (m) => {
      const message = none
        ? "The claims administrator cited nothing, as its guideline says."
        : "The claims administrator cited a guideline in its part.";
      const related = [{ ...claims.label, message: "The claims administrator's guideline." }];
      return [createFinding(flat.span(m.index, m.index + m[0].length), message, related)];
    });
  });
}
