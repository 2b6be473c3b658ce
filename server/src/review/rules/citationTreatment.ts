/** Checks whether the sources cited are about the disputed treatment. */

import { drugMentionsWithin } from "../../analysis/drugMentions.ts";
import { regionsIn } from "../../analysis/treatmentAttributes.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import type { Citation, GuidelinePart, Letter } from "../../letter/types.ts";
import type { Finding } from "../types.ts";
import { mtusGuidelineOf } from "./citationPages.ts";
import { createFinding, matchFindings, messageNaming } from "./finding.ts";

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
export function otherRegion(letter: Letter): readonly Finding[] {
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
