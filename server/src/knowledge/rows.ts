/** Makes the values of the knowledge base from rows of the data. */
import type { DrugRow, GuidelineRow, KnowledgeData, TopicRow } from "./data.ts";
import { effectiveInWords } from "./editions.ts";
import { normalizedName, outsideBrackets, titleWords } from "./normalize.ts";
import type { Drug, Guideline, Pages, Topic } from "./types.ts";

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
    aliases: list(row.aliases),
    years: list([
      ...new Set([
        ...(row.years ?? []),
        ...editions.flatMap(({ years, proposed }) => (proposed ? [] : years)),
      ]),
    ]),
    editions: list(editions.map((edition) => Object.freeze(edition))),
    replacedBy: row.replacedBy,
    cited: row.cited && Object.freeze(row.cited),
    confidence: row.confidence,
    ...(row.from === undefined ? {} : { from: row.from }),
  });
}

export function topicFromRow(row: TopicRow, citedAs?: string): Topic {
  return Object.freeze({
    id: row.id,
    guideline: row.guideline,
    name: row.name,
    citedAs,
    aliases: list(row.aliases),
    pages: pageList(row.pages),
    alsoCited: pageList(row.alsoCited),
    recommendation: row.recommendation,
    summary: row.summary,
    related: list(row.related),
    confidence: row.confidence,
    ...(row.from === undefined ? {} : { from: row.from }),
  });
}

export function drugFromRow(row: DrugRow): Drug {
  return Object.freeze({
    generic: row.generic,
    brands: list(row.brands),
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
  return Object.freeze(
    rows.map((row) => topicFromRow(row, citedAs(row, guidelines.get(row.guideline), data))),
  );
}

/** Chapters are cited by the sections that they all have, and the ODG by its chapters. */
function citedAs(
  row: TopicRow,
  guideline: GuidelineRow | undefined,
  { sections }: KnowledgeData,
): string | undefined {
  if (guideline?.kind === "other") return outsideBrackets(row.name).split(" - ")[0]?.trim();
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
