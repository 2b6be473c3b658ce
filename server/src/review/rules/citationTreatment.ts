/** Checks whether the sources cited are about the disputed treatment. */

import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { levelsIn } from "../../analysis/treatment/levels.ts";
import { kindsIn, regionsIn } from "../../analysis/treatmentAttributes.ts";
import type { Drug, Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { mtusGuidelineOf } from "./citationPages.ts";
import { drugClassTopics } from "./drugClassTopics.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** The regions that the chapters on body parts cover, by the beginning of a chapter's name. */
const regionsOfChapters: Readonly<Record<string, readonly string[]>> = {
  neck: ["neck", "mid back", "head", "shoulder"],
  cervical: ["neck", "mid back", "head", "shoulder"],
  shoulder: ["shoulder", "neck"],
  elbow: ["elbow", "wrist"],
  forearm: ["wrist", "hand", "elbow"],
  "hand, wrist": ["wrist", "hand", "elbow"],
  "low back": ["low back", "mid back", "hip"],
  "hip and groin": ["hip", "low back"],
  knee: ["knee", "ankle"],
  ankle: ["ankle", "foot"],
};
const chapterOfRegion = new RegExp(`^(?:ACOEM )?(${Object.keys(regionsOfChapters).join("|")})`, "i");

/** The regions that a chapter of the MTUS covers, by its name; undefined if it is about no part of the body. */
export function chapterRegions(name: string): readonly string[] | undefined {
  const chapter = chapterOfRegion.exec(name)?.[1];
  return chapter ? regionsOfChapters[chapter.toLowerCase()] : undefined;
}

/** The regions that the chapters of ODG cover, by their topic in the index. Its other chapters fit any part of the body. */
const regionsOfOdgChapters: Readonly<Record<string, readonly string[]>> = {
  "odg-low-back": ["low back", "mid back", "hip"],
  "odg-neck-and-upper-back": ["neck", "mid back", "head", "shoulder"],
  "odg-shoulder": ["shoulder", "neck"],
  "odg-elbow": ["elbow", "wrist"],
  "odg-forearm-wrist-and-hand": ["wrist", "hand", "elbow"],
  "odg-carpal-tunnel-syndrome": ["wrist", "hand", "elbow"],
  "odg-knee-and-leg": ["knee", "ankle", "foot"],
  "odg-ankle-and-foot": ["ankle", "foot"],
  "odg-hip-and-pelvis": ["hip", "low back"],
  "odg-head": ["head", "neck"],
};

/** Parts of the body from which a test of nerves is decided. */
const upperBody: readonly string[] = ["head", "neck", "mid back", "shoulder", "elbow", "wrist", "hand"];

/** Families of treatments that each chapter of ODG has a topic on. The others are in some chapters, for all parts of the body. */
const familiesOfRegions: ReadonlySet<string> = new Set([
  "imaging",
  "electrodiagnostic testing",
  "therapy",
  "modality",
  "injection",
  "surgery",
]);

/** A chapter of ODG with the regions that it covers, if it is cited for the kind of treatment requested. */
function odgRegions(
  citation: Citation,
  treatment: string,
  knowledge: Knowledge,
): readonly string[] | undefined {
  if (citation.kind === "mtus" || guidelineOf(citation, knowledge)?.id !== "odg") return undefined;
  const pieces = citation.topics.map(({ value }) => value);
  const chapters = knowledge
    .topicsNamed(pieces, "odg")
    .map(({ topic }) => topic.chapter ?? topic.id)
    .filter((id, index) => index === 0 || id !== "odg-physical-therapy");
  const covered = chapters.map((id) => regionsOfOdgChapters[id]);
  const [regions] = covered;
  if (!regions || covered.includes(undefined)) return undefined;
  const requested = kindsIn(treatment);
  const cited = kindsIn(pieces.join("; "));
  const shared = requested.filter(
    ({ kind, family }) => familiesOfRegions.has(family) && cited.some((c) => c.kind === kind),
  );
  const isOnSame = shared.length > 0 && !/\bpre-?op/i.test(pieces.join(" "));
  const isImaging =
    cited.length === 0 && pieces.length === 1 && requested.some(({ family }) => family === "imaging");
  if (!isOnSame && !isImaging) return undefined;
  const all = covered.flatMap((each) => each ?? []);
  if (!shared.some(({ kind }) => kind === "electrodiagnostic testing")) return all;
  // Nerves are tested along the whole limb.
  return upperBody.includes(regions[0] ?? "")
    ? upperBody
    : ["low back", "mid back", "hip", "knee", "ankle", "foot"];
}

/** The regions of the sections of the postsurgical guidelines that are cited. */
function postsurgicalRegions(citation: Citation, knowledge: Knowledge): readonly string[] {
  if (citation.kind !== "mtus" || guidelineOf(citation, knowledge)?.id !== "postsurgical") return [];
  const pieces = citation.topics.map(({ value }) => value);
  return pieces.flatMap((piece) => [...regionsIn(piece), ...(chapterRegions(piece) ?? [])]);
}

const regionsOfLetter = ({ issues }: Letter): readonly string[] =>
  issues.flatMap(({ heading }) => regionsIn(heading.treatment));

function elsewhere(citation: Citation, { heading }: Issue, regions: readonly string[]): Finding {
  const message = messageNaming(
    [citation.topics[0]?.value ?? "", regions[0] ?? ""],
    (section, region) => `The section “${section}” is cited, but the operation is on the ${region}.`,
  );
  const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
  return createFinding(citation.span, message, related);
}

/** The chapters of ODG on one organ, and the words without which a letter isn't about it. */
const organs: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^pulmonary/i,
    /pulmon|lung|asthma|copd|respir|breath|inhal|bronch|cough|apnea|smok|oxygen|spirom|thorax|pneum/i,
  ],
  [/^eye/i, /\beyes?\b|ocul|vision|visual|ophthal|optom|glasses|retin|cataract|corne|lens/i],
  [/^hernia/i, /herni|abdom|groin|inguin|mesh/i],
  [/^burns?\b/i, /burn|scar|skin|graft|scald|wound|thermal/i],
  [
    /^diabetes/i,
    /diabet|gluc|insulin|metformin|hypertens|blood pressure|lipid|obes|weight|a1c|cardi|renal|kidney/i,
  ],
];

/** A chapter of ODG on an organ that neither the issue nor the summary speaks of. */
function otherOrgan(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  return (issue.reviewer?.citations ?? []).flatMap((citation) => {
    const [chapter] = citation.topics;
    const words = chapter && organs.find(([name]) => name.test(chapter.value))?.[1];
    if (!words || citation.kind === "mtus" || guidelineOf(citation, knowledge)?.id !== "odg") return [];
    const narrative = letter.summary?.narrative;
    const read = [
      issue.heading.treatment,
      citation.topics
        .slice(1)
        .map(({ value }) => value)
        .join(" "),
      narrative ? letter.text.slice(narrative.start, narrative.end) : "",
      issue.rationale ? letter.text.slice(issue.rationale.body.start, issue.rationale.body.end) : "",
    ];
    if (!narrative || read.some((part) => words.test(part))) return [];
    const message = messageNaming(
      [chapter.value],
      (name) => `ODG “${name}” is cited, but nothing in this letter is about that.`,
    );
    const related = [{ ...issue.heading.treatmentSpan, message: "The disputed treatment." }];
    return [createFinding(citation.span, message, related)];
  });
}

/** Words without which a letter isn't about the part of the body of a chapter of ODG. */
const wordsOfChapters: Readonly<Record<string, RegExp>> = {
  "odg-shoulder": /shoulder|rotator|arm\b|arms\b|clavic|scapul|upper extrem|biceps/i,
  "odg-elbow": /elbow|epicond|arm\b|arms\b|upper extrem|ulnar|cubital/i,
  "odg-forearm-wrist-and-hand":
    /wrist|hand\b|hands\b|finger|thumb|arm\b|arms\b|upper extrem|carpal|digit|grip|elbow/i,
  "odg-carpal-tunnel-syndrome": /wrist|hand\b|hands\b|finger|thumb|arm\b|arms\b|upper extrem|carpal|median/i,
  "odg-knee-and-leg":
    /knee|leg\b|legs\b|thigh|patell|menisc|lower extrem|gait|walk|ankle|foot|feet|tibia|femur|calf/i,
  "odg-ankle-and-foot":
    /ankle|foot|feet|heel|toe|plantar|leg\b|legs\b|lower extrem|gait|walk|achilles|podiatr/i,
  "odg-hip-and-pelvis": /\bhips?\b|pelvi|groin|sacro|trochant|buttock|lower extrem|leg\b|legs\b|walk|gait/i,
  "odg-low-back": /back\b|lumb|spin[ea]|sacr|radicul|sciatic/i,
  "odg-neck-and-upper-back": /neck|cervic|spin[ea]|upper back|thorac|radicul|arm\b/i,
};

/** "Knee and Leg Chapter, Zolpidem": a drug in a chapter on a part of the body that the letter never speaks of. */
function foreignChapter(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  const { heading, rationale, reviewer } = issue;
  const narrative = letter.summary?.narrative;
  if (!narrative || drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length === 0) return [];
  const isTold = (words: RegExp): boolean =>
    words.test(heading.treatment) ||
    [narrative, rationale?.body].some((span) => span && words.test(letter.text.slice(span.start, span.end)));
  return (reviewer?.citations ?? []).flatMap((citation) => {
    const words = wordsOfChapters[odgChapterOf(citation, knowledge) ?? ""];
    if (!words || isTold(words)) return [];
    const message = messageNaming(
      [citation.topics[0]?.value ?? ""],
      (name) => `ODG “${name}” is cited, but nothing in this letter is about that.`,
    );
    const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
    return [createFinding(citation.span, message, related)];
  });
}

/** The chapter of ODG that a citation names first. */
function odgChapterOf(citation: Citation, knowledge: Knowledge): string | undefined {
  if (citation.kind === "mtus" || guidelineOf(citation, knowledge)?.id !== "odg") return undefined;
  // "Forearm, Wrist & Hand Chapter" is read as two pieces.
  const pieces = citation.topics.map(({ value }) => value);
  const first = knowledge.topicsNamed(pieces, "odg").find(({ from }) => from <= 1);
  return first?.topic.chapter ?? first?.topic.id;
}

const lowerBody: readonly string[] = ["low back", "hip", "knee", "ankle", "foot"];

/** "Carpal Tunnel Syndrome, Rolling knee walker": the topic is of the other half of the body than the chapter. */
function otherHalf(issue: Issue, knowledge: Knowledge): readonly Finding[] {
  return (issue.reviewer?.citations ?? []).flatMap((citation) => {
    const regions = regionsOfOdgChapters[odgChapterOf(citation, knowledge) ?? ""];
    const [chapter, ...topics] = citation.topics;
    if (!regions || !chapter) return [];
    const own = topics.flatMap(({ value }) => regionsIn(value));
    const half = upperBody.includes(regions[0] ?? "") ? lowerBody : upperBody;
    if (own.length === 0 || !own.every((region) => half.includes(region) && !regions.includes(region)))
      return [];
    const message = messageNaming(
      [topics[0]?.value ?? "", chapter.value],
      (topic, name) => `“${topic}” is about another part of the body than ODG “${name}”.`,
    );
    const related = [{ ...issue.heading.treatmentSpan, message: "The disputed treatment." }];
    return [createFinding(citation.span, message, related)];
  });
}

const withoutOpioids: ReadonlySet<string> = new Set([
  "imaging",
  "electrodiagnostic testing",
  "therapy",
  "modality",
  "surgery",
  "equipment",
]);
const speaksOfOpioids =
  /opioid|opiate|narcotic|taper|wean|\bmed\b|\bmme\b|morphine|addict|overdose|naloxone/i;

/** Manipulation judged by the guideline on opioids. */
function opioidGuideline(letter: Letter, issue: Issue, knowledge: Knowledge): readonly Finding[] {
  const { heading, rationale, reviewer } = issue;
  const citations = reviewer?.citations ?? [];
  const isOnOpioids = (citation: Citation) =>
    citation.kind === "mtus" && /^opioids?\b/i.test(citation.guideline?.value ?? "");
  if (!citations.some(isOnOpioids) || !citations.every(isOnOpioids)) return [];
  const kinds = kindsIn(heading.treatment);
  if (kinds.length === 0 || !kinds.every(({ family }) => withoutOpioids.has(family))) return [];
  if (drugMentionsWithin(letter, heading.treatmentSpan, knowledge).length > 0) return [];
  if (rationale && speaksOfOpioids.test(letter.text.slice(rationale.body.start, rationale.body.end)))
    return [];
  const message = messageNaming(
    [heading.treatment],
    (treatment) => `The guideline on opioids is cited, but the treatment is “${treatment}”.`,
  );
  const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
  return citations.map(({ span }) => createFinding(span, message, related));
}

/** The chapters cited are about other body parts than the one to be treated: all of them, or one of ODG. */
export function otherRegion(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { heading, reviewer } = issue;
    const citations = reviewer?.citations ?? [];
    if (citations.length === 0) return [];
    const other = [
      ...otherOrgan(letter, issue, knowledge),
      ...foreignChapter(letter, issue, knowledge),
      ...otherHalf(issue, knowledge),
      ...opioidGuideline(letter, issue, knowledge),
    ];
    if (other.length > 0) return other.slice(0, 1);
    const named = regionsIn(heading.treatment);
    const requested =
      named.length > 0 ? named : [...new Set(levelsIn(heading.treatment).map(({ region }) => region))];
    const operated = requested.length > 0 ? requested : regionsOfLetter(letter);
    const postsurgical = citations.filter((citation) => {
      const regions = postsurgicalRegions(citation, knowledge);
      return operated.length > 0 && regions.length > 0 && !regions.some((one) => operated.includes(one));
    });
    if (postsurgical.length > 0) return postsurgical.map((citation) => elsewhere(citation, issue, operated));
    if (requested.length === 0) return [];
    const found = (citation: Citation, chapter: string) => {
      const message = messageNaming(
        [chapter, requested.join(" and ")],
        (name, region) => `“${name}” is cited, but the treatment is for the ${region}.`,
      );
      const related = [{ ...heading.treatmentSpan, message: "The disputed treatment." }];
      return createFinding(citation.span, message, related);
    };
    const isElsewhere = (regions: readonly string[] | undefined) =>
      regions !== undefined && !regions.some((region) => requested.includes(region));
    const inOdg = citations.filter((citation) =>
      isElsewhere(odgRegions(citation, heading.treatment, knowledge)),
    );
    if (inOdg.length > 0)
      return inOdg.map((citation) => found(citation, `ODG ${citation.topics[0]?.value ?? ""}`.trim()));
    const [first] = citations;
    const chapters = citations.map(({ kind, guideline }) =>
      chapterRegions(kind === "mtus" ? (guideline?.value ?? "") : ""),
    );
    return first && chapters.every(isElsewhere) ? [found(first, first.guideline?.value ?? "")] : [];
  });
}

/** All topics cited are about other drugs than the disputed one. */
export function otherDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, ({ reviewer, heading }) => {
    const [first] = reviewer?.citations ?? [];
    if (!reviewer || !first) return [];
    const drugs = drugMentionsWithin(letter, heading.treatmentSpan, knowledge)
      .map((mention) => mention.drug)
      .filter((d) => d.topics.length > 0 && d.confidence !== "low");
    const [drug] = drugs;
    const cited = drug && fullyKnownTopics(reviewer, knowledge);
    if (!cited) return [];
    const topics = cited.flatMap(({ names, document }) =>
      knowledge.topicsNamed(names, document.id).map((m) => m.topic),
    );
    const pieces = cited.reduce((n, { names }) => n + names.length, 0);
    if (topics.length === 0 || topics.length < pieces / 2) return [];
    const accepted = drugs.flatMap((each) => [each, ...componentsOf(each, knowledge)]);
    if (accepted.some((each) => topics.some((topic) => isRelated(topic, each, knowledge)))) return [];
    const message = messageNaming(
      [drug.generic],
      (name) => `The cited guideline doesn't cover ${name} or its class.`,
    );
    return [createFinding(first.span, message)];
  });
}

interface CitedTopics {
  readonly document: Guideline;
  readonly names: readonly string[];
}

/**
 * The topics cited, if every source is a guideline whose topics are all known. Only such sources can be shown not to
 * cover a drug. Undefined if any other source is cited, as it may cover anything.
 */
function fullyKnownTopics(
  { citations }: GuidelinePart,
  knowledge: Knowledge,
): readonly CitedTopics[] | undefined {
  const known: CitedTopics[] = [];
  for (const citation of citations) {
    const document = mtusGuidelineOf(citation, knowledge);
    if (!document?.id.startsWith("chronic-pain") || citation.topics.length === 0) return undefined;
    known.push({ document, names: citation.topics.map((t) => t.value) });
  }
  return known;
}

/** The drugs that a combination is made of. */
const componentsOf = ({ generic }: Drug, knowledge: Knowledge): readonly Drug[] =>
  generic.includes("/")
    ? generic.split("/").flatMap((component) => knowledge.drugNamed(component) ?? [])
    : [];

/** Whether the topic is about the drug or its class, or on the pages of such a topic. */
function isRelated(topic: Topic, drug: Drug, knowledge: Knowledge): boolean {
  if (drugClassTopics.some(({ classes, topics }) => classes.test(drug.drugClass) && topics.test(topic.name)))
    return true;
  return drug.topics.some((id) => {
    const own = knowledge.topic(id);
    if (!own) return false;
    if (topic.id === id || family(topic) === family(own)) return true;
    if (topic.related.includes(own.name) || own.related.includes(topic.name)) return true;
    return topic.pages.some((p) => own.pages.some((o) => o.first <= p.last && p.first <= o.last));
  });
}

/** "NSAIDs" of "NSAIDs, specific drug list & adverse effects". */
function family({ name }: Topic): string {
  return (/^[^,:(]+/.exec(name)?.[0] ?? name).trim().toLowerCase();
}
