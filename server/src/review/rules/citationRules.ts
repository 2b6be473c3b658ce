/** Rules about the sources cited. */

import { isWritten } from "../../analysis/checklist.ts";
import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { elementsOf } from "../../analysis/rationaleElements.ts";
import { regionsIn } from "../../analysis/treatmentAttributes.ts";
import { flatten } from "../../base/flatText.ts";
import type { Span } from "../../base/span.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Letter, PageRange } from "../../letter/types.ts";
import { type Fix, replacement } from "../fixes/fix.ts";
import { laws } from "../laws.ts";
import type { Finding, Rule } from "../types.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

/** Only the pages and topics of MTUS guidelines are known well enough to contradict a letter. */
const mtusGuidelineOf = (citation: Citation, knowledge: Knowledge): Guideline | undefined =>
  citation.kind === "mtus" ? guidelineOf(citation, knowledge) : undefined;

function pageRanges(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(pagedCitations(letter), ({ citation }) =>
    matchFindings(citation.pages, (pages) => {
      const message = wrongPages(pages, citation, knowledge);
      return message ? [createFinding(pages.span, message, [], pageFixes(pages, citation, knowledge))] : [];
    }),
  );
}

interface Cited {
  readonly issue: Issue;
  readonly part: GuidelinePart;
  readonly citation: Citation;
}

/** The citations that give pages. */
function pagedCitations(letter: Letter): readonly Cited[] {
  const found: Cited[] = [];
  for (const issue of letter.issues) {
    for (const part of [issue.claims, issue.reviewer]) {
      if (!part) continue;
      for (const citation of part.citations) {
        if (citation.pages.length > 0) found.push({ issue, part, citation });
      }
    }
  }
  return found;
}

function wrongPages(
  { first, last, of }: PageRange,
  citation: Citation,
  knowledge: Knowledge,
): string | undefined {
  if (last < first) return `Pages ${first}-${last} are in reverse order.`;
  if (first === 0) return "Page 0 doesn't exist. Page numbers start at 1.";
  const length = documentLength(citation, knowledge);
  if (of !== undefined && length !== undefined && of !== length.pages) {
    return messageNaming(
      [length.name],
      (name) => `The letter gives a page count of ${of}, but ${name} has ${length.pages}.`,
    );
  }
  const end = length?.pages ?? of;
  if (end === undefined || last <= end) return undefined;
  const range = first === last ? `Page ${first} doesn't exist` : `Pages ${first}-${last} don't all exist`;
  return messageNaming([length?.name ?? "the document"], (name) => `${range}: ${name} has ${end} pages.`);
}

/** Puts the pages in order, or cites those of the only topic cited. */
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
  const topics = topicsWithKnownPages(citation, knowledge);
  const [topic] = topics;
  if (topics.length !== 1 || citation.topics.length === 0 || !topic) return [];
  const pages = pagesOf(topic);
  return [replacement(`Cite the pages of “${topic.name}”: ${pages}`, allPages(citation), pages)];
}

/** The topics that a citation names and whose pages are known well enough to contradict a letter. */
function topicsWithKnownPages(citation: Citation, knowledge: Knowledge): readonly Topic[] {
  const document = mtusGuidelineOf(citation, knowledge);
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

/** The name and page count of a document, if its pages start at 1 and are known well enough to contradict a letter. */
function documentLength(
  citation: Citation,
  knowledge: Knowledge,
): { readonly name: string; readonly pages: number } | undefined {
  const document = mtusGuidelineOf(citation, knowledge);
  if (!document?.pages || document.confidence !== "high" || document.pages.first !== 1) return undefined;
  return { name: document.name, pages: document.pages.last };
}

/** The reviewer cites nothing, and the request doesn't simply depend on another one. */
function noSource(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(letter.issues, (issue) => {
    const { reviewer } = issue;
    if (!isWritten(reviewer) || reviewer.citations.length > 0) return [];
    if (elementsOf(letter, issue, knowledge)?.isDependent()) return [];
    return [createFinding(reviewer.label, "The reviewer cites no guideline or study for this decision.")];
  });
}

/** Guidelines without sections, which letters cite as a whole. */
const wholeGuidelines = /acupuncture/i;

function incomplete(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, (issue) =>
    matchFindings(issue.reviewer?.citations ?? [], (citation) => {
      const missing = missingDetail(citation, letter);
      return missing ? [createFinding(citation.span, `This citation is missing ${missing}.`)] : [];
    }),
  );
}

function missingDetail(
  { kind, guideline, year, topics, pages }: Citation,
  { generation }: Letter,
): string | undefined {
  if (kind !== "mtus") return guideline ? undefined : "its publisher";
  if (!guideline) return "the name of the guideline";
  if (wholeGuidelines.test(guideline.value)) return undefined;
  if (!year) {
    // The 2014 format cites pages instead of a year.
    if (pages.length > 0) return undefined;
    if (generation !== "G3a") return "the year of the guideline";
    return topics.length === 0 ? "the topic and its pages" : "the pages";
  }
  return topics.length === 0 && pages.length === 0 ? "the section" : undefined;
}

function topicPages(letter: Letter, knowledge: Knowledge): readonly Finding[] {
  return matchFindings(pagedCitations(letter), ({ issue, citation, part }) => {
    if (citation.pages.some((p) => wrongPages(p, citation, knowledge))) return [];
    // A rationale without its label is parsed as part of the citation.
    if (part === issue.reviewer && !issue.rationale) return [];
    // Pages are listed for all topics together, so each topic needs only one of them.
    const stray = topicsWithKnownPages(citation, knowledge).find(
      (topic) => !citation.pages.some((p) => isOnPages(topic, p)),
    );
    if (!stray) return [];
    const pages = pagesOf(stray);
    const words = /\D/.test(pages) ? "pages" : "page";
    const message = messageNaming(
      [stray.name, pages],
      (topic, where) => `“${topic}” is usually cited from ${words} ${where}, not from these.`,
    );
    return [createFinding(allPages(citation), message, [], topicPagesFix(citation, knowledge))];
  });
}

function isOnPages(topic: Topic, { first, last }: PageRange): boolean {
  return [...topic.pages, ...topic.alsoCited].some((p) => p.first <= last && first <= p.last);
}

/** The regions that the chapters on body parts cover, by the beginning of a chapter's name. */
const regionsOfChapters: Readonly<Record<string, readonly string[]>> = {
  neck: ["neck", "mid back", "head", "shoulder"],
  shoulder: ["shoulder", "neck"],
  elbow: ["elbow", "wrist"],
  forearm: ["wrist", "hand", "elbow"],
  "low back": ["low back", "mid back", "hip"],
  knee: ["knee", "ankle"],
  ankle: ["ankle", "foot"],
};
const chapterOfRegion = new RegExp(`^(?:${Object.keys(regionsOfChapters).join("|")})`, "i");

function regionsOf({ guideline }: Citation): readonly string[] | undefined {
  const chapter = guideline && chapterOfRegion.exec(guideline.value);
  return chapter ? regionsOfChapters[chapter[0].toLowerCase()] : undefined;
}

/** All chapters cited are about other body parts than the one to be treated. */
function otherRegion(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ heading, reviewer }) => {
    const [first, ...more] = reviewer?.citations ?? [];
    const cited = first && regionsOf(first);
    if (!cited) return [];
    const chapters = [cited, ...more.map(regionsOf)];
    if (chapters.includes(undefined)) return [];
    const requested = regionsIn(heading.treatment);
    if (requested.length === 0 || chapters.some((regions) => regions?.some((r) => requested.includes(r))))
      return [];
    const message = messageNaming(
      [first.guideline?.value ?? "", requested.join(" and ")],
      (chapter, region) => `“${chapter}” is cited, but the treatment is for the ${region}.`,
    );
    return [
      createFinding(first.span, message, [{ ...heading.treatmentSpan, message: "The disputed treatment." }]),
    ];
  });
}

/** All topics cited are about other drugs than the disputed one. */
function otherDrugs(letter: Letter, knowledge: Knowledge): readonly Finding[] {
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
    if (drugs.some((each) => topics.some((topic) => isRelated(topic, each.topics, knowledge)))) return [];
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

/** Whether the topic is one of those ids, overlaps one of them, or is related to one of them. */
function isRelated(topic: Topic, ids: readonly string[], knowledge: Knowledge): boolean {
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

/** Topics that are about every drug. */
const general =
  /^(?:medications for|introduction|weaning|functional improvement|compound|nonprescription|topical analgesics)/i;

const reason =
  /\b(?:MTUS|guidelines?|ACOEM)\b.{0,80}\b(?:silent|(?:do(?:es)? not|did not|doesn't) (?:\w+ )?(?:address|apply|discuss|cover|mention|speak|provide|have)|not addressed|no (?:specific )?(?:recommendation|guideline|discussion))|\b(?:acute|alternative guidelines|other guidelines|non[- ]MTUS|also used|not applicable|more specific|in addition)\b|\bMTUS\b/i;

/** Only sources outside the MTUS are cited, and the rationale doesn't say why. */
function outsideMtus(letter: Letter): readonly Finding[] {
  return matchFindings(letter.issues, ({ reviewer, rationale }) => {
    if (!reviewer || !isWritten(rationale) || reviewer.citations.length === 0) return [];
    if (reviewer.citations.some((c) => c.kind === "mtus")) return [];
    if (reason.test(flatten(letter.text, rationale.body).text)) return [];
    return [
      createFinding(
        reviewer.citations[0]!.span,
        "Only sources outside the MTUS are cited, and the rationale doesn't say why.",
      ),
    ];
  });
}

export const citationRules: readonly Rule[] = [
  {
    id: "citation/no-source",
    severity: "information",
    title: "The reviewer cites nothing",
    law: laws.citation,
    isMissingContent: true,
    check: noSource,
  },
  {
    id: "citation/incomplete",
    severity: "information",
    title: "A citation is missing a page, section, year, or publisher",
    law: laws.citation,
    check: incomplete,
  },
  {
    id: "citation/page-range",
    severity: "warning",
    title: "Cited pages don't exist or are in reverse order",
    law: laws.citation,
    check: pageRanges,
  },
  {
    id: "citation/topic-pages",
    severity: "information",
    title: "The cited pages don't cover the topic",
    law: laws.citation,
    check: topicPages,
  },
  {
    id: "citation/other-treatment",
    severity: "hint",
    title: "The citation is about a different treatment or body part",
    law: laws.citation,
    check: (letter, knowledge) => [...otherDrugs(letter, knowledge), ...otherRegion(letter)],
  },
  {
    id: "citation/outside-mtus",
    severity: "information",
    title: "A source outside the MTUS is cited without a reason",
    law: laws.outsideMtus,
    check: outsideMtus,
  },
];
