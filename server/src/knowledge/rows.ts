/** Makes the values of the knowledge base from rows of the data. */
import type { CriterionRow, DrugRow, GuidelineRow, KnowledgeData, TopicRow } from "./data.ts";
import { effectiveInWords } from "./editions.ts";
import { normalizedName, outsideBrackets, titleWords } from "./normalize.ts";
import type { Drug, Guideline, Pages, StatedCriterion, Topic } from "./types.ts";

const none: readonly never[] = Object.freeze([]);

/** "41-42" → 41 to 42; "68" → 68 to 68. */
export function pagesOf(written: string): Pages {
  const [first = "", last = first] = written.split("-");
  return Object.freeze({ first: Number(first), last: Number(last) });
}

function list<T>(items: readonly T[] | undefined): readonly T[] {
  return items ? Object.freeze([...items]) : none;
}

function pageList(items: readonly string[] | undefined): readonly Pages[] {
  return items ? Object.freeze(items.map(pagesOf)) : none;
}

export function guidelineFromRow(row: GuidelineRow): Guideline {
  const { editions = [] } = row;
  return Object.freeze({
    id: row.id,
    name: row.name,
    about: row.about,
    kind: row.kind,
    regulation: row.regulation,
    regulationUrl: row.regulationUrl,
    effective:
      row.effective ?? (editions.length > 0 && row.kind === "mtus" ? effectiveInWords(editions) : undefined),
    url: row.url,
    pages: row.pages === undefined ? undefined : pagesOf(row.pages),
    aliases: list([...(row.aliases ?? []), ...editions.flatMap(({ titles = [] }) => titles)]),
    years: list([
      ...new Set([
        ...(row.years ?? []),
        ...editions.flatMap(({ years, proposed }) => (proposed ? [] : years)),
      ]),
    ]),
    editions: list(editions.map((edition) => Object.freeze(edition))),
    replacedBy: row.replacedBy,
    ...(row.adaptedFrom ? { adaptedFrom: list(row.adaptedFrom) } : {}),
    cited: row.cited && Object.freeze(row.cited),
    confidence: row.confidence,
    ...(row.from === undefined ? {} : { from: row.from }),
    ...(row.isOwn ? { isOwn: true } : {}),
  });
}

export function topicFromRow(
  row: TopicRow,
  criteria: readonly StatedCriterion[] = none,
  citedAs?: string,
  chapter?: TopicRow,
): Topic {
  return Object.freeze({
    id: row.id,
    guideline: row.guideline,
    name: chapter ? `${chapterTitle(chapter)}: ${row.name}` : row.name,
    ...(chapter ? { chapter: chapter.id, titlesInChapter: list(titlesOf(row)) } : {}),
    citedAs,
    aliases: list(chapter ? [] : row.aliases),
    pages: pageList(row.pages),
    alsoCited: pageList(row.alsoCited),
    recommendation: row.recommendation,
    summary: row.summary,
    criteria,
    ...(row.continuedIn ? { continuedIn: list(row.continuedIn) } : {}),
    related: list(row.related),
    confidence: row.confidence,
    seen: list(row.seen?.map(({ pages, letters }) => Object.freeze({ ...pagesOf(pages), letters }))),
    ...(row.source === undefined ? {} : { source: row.source }),
    ...(row.from === undefined ? {} : { from: row.from }),
  });
}

/** The confidence follows from what the letters do, so no row can claim more. */
export function criterionFromRow(row: CriterionRow): StatedCriterion {
  const { on, asks, recommendation, differ, stated = 0, cited = 0, named, of } = row;
  const confidence = stated === 0 ? "low" : differ === undefined && of === undefined ? "high" : "medium";
  return Object.freeze({ on, asks, recommendation, differ, stated, cited, named, of, confidence });
}

/** By the topic's id. Those about the whole section come first, then those that most letters state. */
function criteriaByTopic(rows: readonly CriterionRow[]): ReadonlyMap<string, readonly StatedCriterion[]> {
  const groups = new Map<string, StatedCriterion[]>();
  for (const row of rows) groups.set(row.topic, [...(groups.get(row.topic) ?? []), criterionFromRow(row)]);
  for (const group of groups.values()) {
    group.sort((a, b) => Number(a.on !== undefined) - Number(b.on !== undefined) || b.stated - a.stated);
    Object.freeze(group);
  }
  return groups;
}

export function drugFromRow(row: DrugRow): Drug {
  return Object.freeze({
    generic: row.generic,
    brands: list(row.brands),
    fdaBrands: list(row.fdaBrands),
    synonyms: list(row.synonyms),
    misspellings: list(row.misspellings),
    drugClass: row.class,
    topics: list(row.topics),
    pages: pageList(row.pages),
    confidence: row.confidence,
    ...(row.from === undefined ? {} : { from: row.from }),
  });
}

/** All topics: those of the data, the sections that every chapter has, and those of other editions. */
export function allTopics(data: KnowledgeData): readonly Topic[] {
  const rows = [...data.topics];
  for (const guideline of data.guidelines) {
    if (!guideline.sections && !guideline.topicsLike) continue;
    const own = data.topics.filter((row) => row.guideline === guideline.id);
    const taken = new Set(own.flatMap(titlesOf).map(titleKey));
    if (guideline.sections) rows.push(...chapterSections(data, guideline.id, taken));
    if (guideline.topicsLike) rows.push(...topicsOfOtherEdition(data, guideline, taken));
  }
  const guidelines = new Map(data.guidelines.map((guideline) => [guideline.id, guideline]));
  const criteria = criteriaByTopic(data.criteria);
  const chapters = new Map(rows.map((row) => [row.id, row]));
  return Object.freeze(
    rows.map((row) => {
      const chapter = chapters.get(row.chapter ?? "");
      const cited = chapter
        ? `${chapterTitle(chapter)}, ${row.name}`
        : citedAs(row, guidelines.get(row.guideline), data);
      return topicFromRow(row, criteria.get(row.id), cited, chapter);
    }),
  );
}

/** "Low Back - Lumbar & Thoracic (Acute & Chronic)" → "Low Back". */
const chapterTitle = ({ name }: TopicRow): string => outsideBrackets(name).split(" - ")[0]?.trim() ?? name;

/** Chapters are cited by the sections that they all have, and the ODG by its chapters. */
function citedAs(
  row: TopicRow,
  guideline: GuidelineRow | undefined,
  { sections }: KnowledgeData,
): string | undefined {
  if (guideline?.kind === "other") return chapterTitle(row);
  if (!guideline?.sections) return undefined;
  const titles = new Set(titlesOf(row).map(titleKey));
  return sections.find((section) => titles.has(titleKey(section.name)))?.name;
}

/** The names by which a topic is found: its name, that without the words in parentheses, and the aliases. */
export function titlesOf(topic: {
  readonly name: string;
  readonly aliases?: readonly string[];
}): readonly string[] {
  return [topic.name, outsideBrackets(topic.name), ...(topic.aliases ?? [])];
}

export function titleKey(title: string): string {
  return normalizedName(titleWords(title));
}

function chapterSections(data: KnowledgeData, guideline: string, taken: ReadonlySet<string>): TopicRow[] {
  return data.sections
    .filter((section) => !taken.has(titleKey(section.name)))
    .map((section) => ({
      ...section,
      id: `${guideline}-section-${section.id}`,
      guideline,
      aliases: withoutTaken(section.aliases, taken),
      confidence: "low" as const,
    }));
}

const yearsOf = (row: GuidelineRow | undefined): readonly number[] =>
  row?.years ?? row?.editions?.flatMap(({ years }) => years) ?? [];

/** Without page numbers and recommendations, which may differ between editions. */
function topicsOfOtherEdition(
  data: KnowledgeData,
  edition: GuidelineRow,
  taken: ReadonlySet<string>,
): TopicRow[] {
  const original = data.guidelines.find((guideline) => guideline.id === edition.topicsLike);
  const [originalYear] = yearsOf(original);
  return data.topics
    .filter((row) => row.guideline === edition.topicsLike && !taken.has(titleKey(row.name)))
    .map((row) => ({
      id: `${row.id}-${yearsOf(edition).at(-1)}`,
      guideline: edition.id,
      name: row.name,
      aliases: withoutTaken(row.aliases, taken),
      summary: `In the ${originalYear} edition: ${row.summary} The page numbers of this edition differ, and its text may.`,
      related: row.related,
      confidence: "low" as const,
    }));
}

function withoutTaken(aliases: readonly string[] | undefined, taken: ReadonlySet<string>): readonly string[] {
  return (aliases ?? []).filter((alias) => !taken.has(titleKey(alias)));
}
