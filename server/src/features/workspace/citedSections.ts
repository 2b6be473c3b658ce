/**
 * The sections that a citation refers to, so that letters that cite the same section can be found. It takes words only: an
 * index stores them, and which section they mean depends on the current knowledge.
 */
import { isChapter, nameWithChapter } from "../../analysis/citedGuidelines.ts";
import { memoize } from "../../base/memoize.ts";
import { editionNamed } from "../../knowledge/editions.ts";
import { normalizedName, wordsOf } from "../../knowledge/normalize.ts";
import { titleKey, titlesOf } from "../../knowledge/rows.ts";
import type { Guideline, Knowledge, Topic } from "../../knowledge/types.ts";
import type { Citation, Issue } from "../../letter/types.ts";

/** A citation in the words of the letter. */
export interface CitedSource {
  readonly guideline: string;
  readonly year: number | null;
  /** Its sections, cut at commas: a title with a comma is in several pieces. */
  readonly pieces: readonly string[];
  /** The pages, if it names no section. */
  readonly pages: readonly (readonly [first: number, last: number])[];
}

/** A citation whose criterion the rationale states. */
export interface StatedSource extends CitedSource {
  /** The indexes of the pieces whose criterion it states; 0 without pieces. */
  readonly statedPieces: readonly number[];
}

/** A section of a guideline in one of its editions. */
export interface CitedSection {
  /** The same for the section in all editions of its guideline. */
  readonly key: string;
  /** The id of the guideline; null if it isn't known. */
  readonly guideline: string | null;
  /** The same for all sections of an edition. */
  readonly edition: string;
  /** "Low Back Complaints 2004" */
  readonly editionName: string;
  /** "Special Studies"; null for the guideline as a whole. */
  readonly title: string | null;
  /** The indexes of its first and last piece, or of its pages if the citation has no pieces; -1 without either. */
  readonly from: number;
  readonly to: number;
}

/** Undefined if the citation names no guideline. */
export const citedSource = ({ guideline, year, topics, pages }: Citation): CitedSource | undefined =>
  guideline && {
    guideline: guideline.value,
    year: year?.value ?? null,
    pieces: topics.map(({ value }) => value),
    pages: topics.length > 0 ? [] : pages.map(({ first, last }) => [first, last] as const),
  };

/** In the order of the citation. A citation by pages refers to the topics of the disputed drugs on them. */
export function sectionsOf(
  source: CitedSource,
  drugTopics: () => readonly string[],
  knowledge: Knowledge,
): readonly CitedSection[] {
  const { pieces, pages, year } = source;
  const chapter = isChapter(pieces[0] ?? "") ? 1 : 0;
  const name = nameWithChapter(source.guideline, pieces[0]);
  const guideline = knowledge.guidelineNamed(name, year ?? undefined);
  const edition = editionOf(name, year, guideline);
  const family = familyOf(guideline, name, knowledge);
  const section = (title: string | null, from: number, to: number): CitedSection => ({
    ...edition,
    key: `${family}/${titleKey(title ?? "")}`,
    title,
    from,
    to,
  });
  if (pages.length > 0 && guideline) {
    return pages.flatMap(([first, last], at) => {
      const topic = topicOnPages(guideline, { first, last }, drugTopics(), knowledge);
      return topic ? [section(topic.citedAs ?? topic.name, at, at)] : [];
    });
  }
  if (pieces.length <= chapter) return pages.length > 0 ? [] : [section(null, chapter - 1, chapter - 1)];
  const matches = guideline ? knowledge.topicsNamed(pieces, guideline.id) : [];
  const found: CitedSection[] = [];
  for (let at = chapter; at < pieces.length; at++) {
    const match = matches.find(({ from, to }) => from <= at && at <= to);
    const written = pieces.slice(at, (match?.to ?? at) + 1).join(", ");
    const topic = match && isWholeTitle(match.topic, written, guideline) ? match.topic : undefined;
    found.push(section(topic ? (topic.citedAs ?? topic.name) : written, at, match?.to ?? at));
    at = match?.to ?? at;
  }
  return found.filter(({ title }) => titleKey(title ?? "") !== "");
}

/** "Knee/DME" is found as the chapter on the knee, but letters that cite "Knee/MRI" don't cite the same. */
const isWholeTitle = (topic: Topic, written: string, guideline: Guideline | undefined): boolean =>
  guideline?.kind === "mtus" || titlesOf(topic).some((title) => titleKey(title) === titleKey(written));

function editionOf(
  name: string,
  year: number | null,
  guideline: Guideline | undefined,
): Pick<CitedSection, "guideline" | "edition" | "editionName"> {
  if (guideline === undefined) {
    const edition = `${normalizedName(wordsOf(name))} ${year ?? ""}`;
    return { guideline: null, edition, editionName: withYear(name, year) };
  }
  const edition = editionNamed(guideline, year ?? undefined);
  const known = edition?.years.at(-1) ?? year;
  // Without a year, letters mean the version that has only one.
  const shown = known ?? guideline.cited?.year ?? null;
  return {
    guideline: guideline.id,
    edition: `${guideline.id} ${shown ?? ""}`,
    editionName: withYear(guideline.cited?.name ?? guideline.name, shown),
  };
}

const withYear = (name: string, year: number | null): string => (year === null ? name : `${name} ${year}`);

/** What the editions of a guideline share, and those that took its place. */
function familyOf(guideline: Guideline | undefined, name: string, knowledge: Knowledge): string {
  if (guideline === undefined) return normalizedName(wordsOf(name));
  const seen = new Set<string>();
  let last = guideline;
  while (last.replacedBy !== undefined && !seen.has(last.id)) {
    seen.add(last.id);
    last = knowledge.guideline(last.replacedBy) ?? last;
  }
  return last.id;
}

/** The topic of a disputed drug or, if there's only one on the pages, that one. */
function topicOnPages(
  { id }: Guideline,
  { first, last }: { readonly first: number; readonly last: number },
  drugTopics: readonly string[],
  knowledge: Knowledge,
): Topic | undefined {
  const topics = knowledge.topicsOnPages(id, { first: Math.min(first, last), last: Math.max(first, last) });
  const ofDrug = drugTopics.flatMap((topic) => topics.find((one) => one.id === topic) ?? []);
  return ofDrug[0] ?? (topics.length === 1 ? topics[0] : undefined);
}

/** Finds the sections whose criterion an issue of an index states. */
export type SectionFinder = (treatment: string, source: StatedSource) => readonly CitedSection[];

/** The finder for a knowledge, which keeps what it found. */
export const statedSectionFinder = memoize((knowledge: Knowledge): SectionFinder => {
  // There are many letters, but few different citations.
  const known = new Map<string, readonly CitedSection[]>();
  const read = (treatment: string, source: StatedSource): readonly CitedSection[] =>
    sectionsOf(source, () => drugTopicsOf(treatment, knowledge), knowledge).filter(
      ({ from, to }) =>
        source.pieces.length === 0 || source.statedPieces.some((piece) => from <= piece && piece <= to),
    );
  return (treatment, source) => {
    const { guideline, year, pieces, pages, statedPieces } = source;
    const key = [guideline, year, ...pieces, statedPieces, pages, pages.length > 0 ? treatment : ""].join(
      "\n",
    );
    const before = known.get(key);
    if (before) return before;
    const sections = read(treatment, source);
    known.set(key, sections);
    return sections;
  };
});

/** The topics of the drugs in a heading's treatment. */
const drugTopicsOf = (treatment: string, knowledge: Knowledge): readonly string[] =>
  knowledge.drugsIn(treatment).flatMap(({ drug }) => drug.topics);

/** The sections that a citation in an issue refers to. */
export function sectionsOfCitation(
  citation: Citation,
  { heading }: Issue,
  knowledge: Knowledge,
): readonly CitedSection[] {
  const source = citedSource(citation);
  return source ? sectionsOf(source, () => drugTopicsOf(heading.treatment, knowledge), knowledge) : [];
}
