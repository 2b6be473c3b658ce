/** Rules on the sources cited. */
import type { Guideline, Knowledge, Topic } from "../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Letter, PageRange, Span } from "../letter/types.ts";
import { aspectsOf } from "./aspects.ts";
import { isWritten } from "./checklist.ts";
import { elementsOf } from "./elements.ts";
import { finding } from "./finding.ts";
import { type Fix, replacement } from "./fix.ts";
import type { Finding, Rule } from "./types.ts";

function guidelineOf({ kind, guideline, year }: Citation, knowledge: Knowledge): Guideline | undefined {
  return kind === "mtus" && guideline ? knowledge.guidelineNamed(guideline.value, year?.value) : undefined;
}

function pageRanges(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return citations(letter).flatMap(({ citation }) =>
    citation.pages.flatMap((pages) => {
      const message = wrongPages(pages, citation, knowledge);
      return message ? [finding(pages.span, message, [], pageFixes(pages, citation, knowledge))] : [];
    }),
  );
}

function citations(
  letter: Letter,
): readonly { readonly issue: Issue; readonly part: GuidelinePart; readonly citation: Citation }[] {
  return letter.issues.flatMap((issue) =>
    [issue.claims, issue.reviewer].flatMap((part) =>
      part ? part.citations.map((citation) => ({ issue, part, citation })) : [],
    ),
  );
}

function wrongPages(
  { first, last, of }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): string | undefined {
  if (last < first) return `Pages ${first}-${last} run backwards.`;
  if (first === 0) return "There is no page 0: pages count from 1.";
  const length = documentLength(citation, knowledge);
  if (of !== undefined && length !== undefined && of !== length.pages) {
    return `The letter counts ${of} pages, but ${length.name} has ${length.pages}.`;
  }
  const end = length?.pages ?? of;
  if (end === undefined || last <= end) return undefined;
  const name = length?.name ?? "the document";
  return first === last
    ? `Page ${first} does not exist: ${name} has ${end} pages.`
    : `Pages ${first}-${last} do not all exist: ${name} has ${end} pages.`;
}

/** Pages in order, or those of the one topic that is cited. */
function pageFixes(
  { span, first, last }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): readonly Fix[] {
  if (last < first && last > 0) {
    const ordered = `${last}-${first}`;
    return [replacement(`Put the pages in order: ${ordered}`, span, ordered)];
  }
  return citation.pages.length === 1 ? topicPagesFix(citation, knowledge) : [];
}

function topicPagesFix(citation: Citation, knowledge: Knowledge): readonly Fix[] {
  const topics = surelyPaged(citation, knowledge);
  const [topic] = topics;
  if (topics.length !== 1 || citation.topics.length === 0 || !topic) return [];
  const pages = pagesOf(topic);
  return [replacement(`Cite the pages of “${topic.name}”: ${pages}`, allPages(citation), pages)];
}

/** The topics that a citation names and whose pages are known well enough to contradict a letter. */
function surelyPaged(citation: Citation, knowledge: Knowledge): readonly Topic[] {
  const document = guidelineOf(citation, knowledge);
  if (!document) return [];
  return knowledge
    .topicsNamed(
      citation.topics.map((t) => t.value),
      document.id,
    )
    .map((m) => m.topic)
    .filter((topic) => (topic.confidence !== "low" || topic.pagesFrom === "copy") && topic.pages.length > 0);
}

function pagesOf({ pages }: Topic): string {
  return pages.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}

/** From the first page cited to the last. */
function allPages({ pages }: Citation): Span {
  return { start: pages[0]?.span.start ?? 0, end: pages.at(-1)?.span.end ?? 0 };
}

/** The page count of a document that counts its pages from 1, where it is known well enough to contradict a letter. */
function documentLength(
  citation: Citation,
  knowledge: Knowledge,
): { readonly name: string; readonly pages: number } | undefined {
  const document = guidelineOf(citation, knowledge);
  if (!document?.pages || document.confidence !== "high" || document.pages.first !== 1) return undefined;
  return { name: document.name, pages: document.pages.last };
}

/** A reviewer who cites nothing, where the request does not simply fall with another one. */
function noSource(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap((issue) => {
    const { reviewer } = issue;
    if (!isWritten(reviewer) || reviewer.citations.length > 0) return [];
    if (elementsOf(letter, issue, knowledge)?.dependent) return [];
    return [finding(reviewer.label, "The reviewer cites no guideline or study for this decision.")];
  });
}

/** Guidelines that letters cite as a whole, as they have no sections of their own. */
const wholeGuidelines = /acupuncture/i;

function incomplete(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap((issue) =>
    (issue.reviewer?.citations ?? []).flatMap((citation) => {
      const lacks = lacking(citation, letter);
      return lacks ? [finding(citation.span, `This citation lacks ${lacks}.`)] : [];
    }),
  );
}

function lacking(
  { kind, guideline, year, topics, pages }: Citation,
  { generation }: Letter,
): string | undefined {
  if (kind !== "mtus") return guideline ? undefined : "its publisher";
  if (!guideline) return "the name of the guideline";
  if (wholeGuidelines.test(guideline.value)) return undefined;
  if (!year) {
    // The form of 2014: no year, but pages.
    if (pages.length > 0) return undefined;
    if (generation !== "G3a") return "the year of the guideline";
    return topics.length === 0 ? "the topic and its pages" : "the pages";
  }
  return topics.length === 0 && pages.length === 0 ? "the section" : undefined;
}

function topicPages(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return citations(letter).flatMap(({ issue, citation, part }) => {
    if (citation.pages.length === 0 || citation.pages.some((p) => wrongPages(p, citation, knowledge)))
      return [];
    // A rationale without its label reads as part of the citation.
    if (part === issue.reviewer && !issue.rationale) return [];
    // Pages are listed for all topics together: each topic needs one of them.
    const stray = surelyPaged(citation, knowledge).find(
      (topic) => !citation.pages.some((p) => holds(topic, p)),
    );
    if (!stray) return [];
    const where = pagesOf(stray);
    const message = `Letters cite “${stray.name}” from ${/\D/.test(where) ? "pages" : "page"} ${where}; the pages given here do not hold it.`;
    return [finding(allPages(citation), message, [], topicPagesFix(citation, knowledge))];
  });
}

function holds(topic: Topic, { first, last }: PageRange): boolean {
  return [...topic.pages, ...topic.alsoCited].some((p) => p.first <= last && first <= p.last);
}

/** The regions of the chapters that are about a part of the body. */
const regionsOfChapters: readonly { readonly chapter: RegExp; readonly regions: readonly string[] }[] = [
  { chapter: /^Neck/i, regions: ["neck", "mid back", "head", "shoulder"] },
  { chapter: /^Shoulder/i, regions: ["shoulder", "neck"] },
  { chapter: /^Elbow/i, regions: ["elbow", "wrist"] },
  { chapter: /^Forearm/i, regions: ["wrist", "hand", "elbow"] },
  { chapter: /^Low Back/i, regions: ["low back", "mid back", "hip"] },
  { chapter: /^Knee/i, regions: ["knee", "ankle"] },
  { chapter: /^Ankle/i, regions: ["ankle", "foot"] },
];

/** Only chapters on other parts of the body are cited than the one to be treated. */
function otherRegion(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap(({ heading, reviewer }) => {
    const asked = aspectsOf(heading.treatment, knowledge).regions;
    const cited = (reviewer?.citations ?? []).map((citation) => ({
      citation,
      chapter: regionsOfChapters.find(({ chapter }) => chapter.test(citation.guideline?.value ?? "")),
    }));
    const [first] = cited;
    if (!first || asked.length === 0) return [];
    if (cited.some(({ chapter }) => !chapter || chapter.regions.some((r) => asked.includes(r)))) return [];
    const message = `“${first.citation.guideline?.value}” is cited, but the treatment is for the ${asked.join(" and ")}.`;
    return [finding(first.citation.span, message, [{ ...heading.treatmentSpan, message: "The treatment." }])];
  });
}

/** All that is cited treats other drugs than the one in dispute. */
function otherDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return letter.issues.flatMap((issue) => {
    const { reviewer, heading } = issue;
    const drugs = aspectsOf(heading.treatment, knowledge).drugs.filter(
      (d) => d.topics.length > 0 && d.confidence !== "low",
    );
    if (!reviewer || drugs.length === 0 || reviewer.citations.length === 0) return [];
    // Only what is known topic by topic can be said not to treat a drug.
    const cited = reviewer.citations.map((citation) => ({
      citation,
      document: guidelineOf(citation, knowledge),
    }));
    // A source that is not known whole may hold anything.
    if (
      cited.some(
        ({ citation, document }) => !document?.id.startsWith("chronic-pain") || citation.topics.length === 0,
      )
    )
      return [];
    const topics = cited.flatMap(({ citation, document }) =>
      knowledge
        .topicsNamed(
          citation.topics.map((t) => t.value),
          document!.id,
        )
        .map((m) => m.topic),
    );
    const pieces = cited.reduce((n, { citation }) => n + citation.topics.length, 0);
    if (topics.length === 0 || topics.length < pieces / 2) return [];
    const related = drugs.some((drug) => topics.some((topic) => treats(topic, drug.topics, knowledge)));
    if (related) return [];
    return [
      finding(reviewer.citations[0]!.span, `What is cited does not treat ${drugs[0]!.generic} or its class.`),
    ];
  });
}

/** The topic itself, one that overlaps it, or one that it names as related. */
function treats(topic: Topic, ids: readonly string[], knowledge: Knowledge): boolean {
  return ids.some((id) => {
    const own = knowledge.topic(id);
    if (!own) return false;
    if (topic.id === id || family(topic) === family(own)) return true;
    if (topic.related.includes(own.name) || own.related.includes(topic.name)) return true;
    return (
      general.test(topic.name) ||
      topic.pages.some((p) => own.pages.some((o) => o.first <= p.last && p.first <= o.last))
    );
  });
}

/** "NSAIDs" of "NSAIDs, specific drug list & adverse effects". */
function family({ name }: Topic): string {
  return (/^[^,:(]+/.exec(name)?.[0] ?? name).trim().toLowerCase();
}

/** Topics that concern every drug. */
const general =
  /^(?:medications for|introduction|weaning|functional improvement|compound|nonprescription|topical analgesics)/i;

const reason =
  /\b(?:MTUS|guidelines?|ACOEM)\b.{0,80}\b(?:silent|(?:do(?:es)? not|did not|doesn't) (?:\w+ )?(?:address|apply|discuss|cover|mention|speak|provide|have)|not addressed|no (?:specific )?(?:recommendation|guideline|discussion))|\b(?:acute|alternative guidelines|other guidelines|non[- ]MTUS|also used|not applicable|more specific|in addition)\b|\bMTUS\b/i;

/** A source outside the MTUS only, and not a word why. */
function outsideMtus(letter: Letter): readonly Finding[] {
  return letter.issues.flatMap(({ reviewer, rationale }) => {
    if (!reviewer || !isWritten(rationale) || reviewer.citations.length === 0) return [];
    if (reviewer.citations.some((c) => c.kind === "mtus")) return [];
    if (reason.test(letter.text.slice(rationale.body.start, rationale.body.end).replace(/\s+/g, " ")))
      return [];
    return [
      finding(
        reviewer.citations[0]!.span,
        "Only sources outside the MTUS are cited, and the rationale does not say why the MTUS does not apply.",
      ),
    ];
  });
}

const evidence = "8 CCR 9792.21.1(d)";

export const citationRules: readonly Rule[] = [
  {
    id: "citation/no-source",
    severity: "information",
    title: "The reviewer cites nothing",
    law: evidence,
    check: noSource,
  },
  {
    id: "citation/incomplete",
    severity: "information",
    title: "A citation lacks a page, section, year or publisher",
    law: evidence,
    check: incomplete,
  },
  {
    id: "citation/page-range",
    severity: "warning",
    title: "Cited pages do not exist or run backwards",
    law: evidence,
    check: pageRanges,
  },
  {
    id: "citation/topic-pages",
    severity: "information",
    title: "The pages do not hold the topic",
    law: evidence,
    check: topicPages,
  },
  {
    id: "citation/other-treatment",
    severity: "hint",
    title: "What is cited is about another treatment or part of the body",
    law: evidence,
    check: (letter, knowledge) => [...otherDrugs(letter, knowledge), ...otherRegion(letter, knowledge)],
  },
  {
    id: "citation/outside-mtus",
    severity: "information",
    title: "A source outside the MTUS without a word why",
    law: "8 CCR 9792.21(c)-(d)",
    check: outsideMtus,
  },
];
