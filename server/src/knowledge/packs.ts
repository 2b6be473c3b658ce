/** Merges the user's packs into the built-in data. */
import type { DrugRow, EditionRow, GuidelineRow, KnowledgeData, TopicRow } from "./data.ts";
import type { FormularyEntry } from "./types.ts";

/** The rows of a pack. A field that is left out keeps its value; a new row needs some fields. */
export interface PackRows {
  /** The name of the pack, with which its statements are marked. */
  readonly name: string;
  /** The ISO date of its drug list. */
  readonly date?: string | undefined;
  readonly guidelines: readonly (Partial<GuidelineRow> & Pick<GuidelineRow, "id">)[];
  readonly topics: readonly (Partial<TopicRow> & Pick<TopicRow, "id">)[];
  readonly drugs: readonly (Partial<DrugRow> & Pick<DrugRow, "generic">)[];
  readonly formulary: readonly FormularyEntry[];
}

/** What is wrong with a row. The row is left out. */
export interface PackProblem {
  /** The index of the pack. */
  readonly pack: number;
  readonly list: "guidelines" | "topics" | "drugs" | "formulary";
  /** The index of the row in the list. */
  readonly row: number;
  /** The field that is wrong; undefined for the whole row. */
  readonly field: string | undefined;
  readonly message: string;
}

/** The data with the rows of the packs. Later packs override earlier ones. Invalid rows are left out and reported. */
export function withPacks(
  builtIn: KnowledgeData,
  packs: readonly PackRows[],
): { readonly data: KnowledgeData; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const guidelines = new Map(builtIn.guidelines.map((row) => [row.id, row]));
  const topics = new Map(builtIn.topics.map((row) => [row.id, row]));
  const drugs = new Map(builtIn.drugs.map((row) => [row.generic, row]));
  const formulary = [...(builtIn.formulary ?? [])];
  const named = new Map<string, DrugNames>(
    builtIn.drugs.flatMap((row) => namesOf(row).map((name) => [caseless(name), row] as const)),
  );

  packs.forEach((pack, index) => {
    const { name: from } = pack;
    const isValid = (list: PackProblem["list"], row: number, problem: RowProblem | undefined): boolean => {
      if (problem) problems.push({ pack: index, list, row, ...problem });
      return problem === undefined;
    };
    pack.guidelines.forEach((given, at) => {
      const editions = given.editions?.map((edition) => ({ ...usual, ...edition }));
      const known = guidelines.get(given.id);
      const isOwn = known === undefined || known.isOwn === true;
      const row = { ...usual, ...known, ...given, ...(editions && { editions }), from, isOwn };
      if (isValid("guidelines", at, wrongGuideline(row, guidelines)))
        guidelines.set(row.id, row as GuidelineRow);
    });
    pack.topics.forEach((given, at) => {
      const row = { ...usual, ...topics.get(given.id), ...given, from };
      if (isValid("topics", at, wrongTopic(row, guidelines))) topics.set(row.id, row as TopicRow);
    });
    pack.drugs.forEach((given, at) => {
      const generic = caseless(given.generic);
      const row = { ...usual, ...drugs.get(generic), ...given, generic, from };
      if (!isValid("drugs", at, wrongDrug(row, topics, named))) return;
      for (const name of namesOf(drugs.get(generic) ?? row)) named.delete(caseless(name));
      for (const name of namesOf(row)) named.set(caseless(name), row);
      drugs.set(generic, row as DrugRow);
    });
    pack.formulary.forEach((entry, at) => {
      if (isValid("formulary", at, wrongEntry(entry))) formulary.push({ ...entry, from, date: pack.date });
    });
  });
  const data = {
    ...builtIn,
    guidelines: [...guidelines.values()],
    topics: [...topics.values()],
    drugs: [...drugs.values()],
    formulary,
  };
  return { data, problems };
}

/** What a row of a pack has unless it says otherwise. */
const usual = { confidence: "medium" as const };

type RowProblem = Pick<PackProblem, "field" | "message">;

const problemAt = (field: string | undefined, message: string): RowProblem => ({ field, message });

const missing = (field: string, of: string): RowProblem =>
  problemAt(undefined, `A new ${of} needs “${field}”.`);

function wrongGuideline(
  row: Partial<GuidelineRow> & Pick<GuidelineRow, "id">,
  known: ReadonlyMap<string, GuidelineRow>,
): RowProblem | undefined {
  if (!row.name) return missing("name", "guideline");
  if (!row.about) return missing("about", "guideline");
  if (!row.kind) return missing("kind", "guideline");
  if (row.pages && isBackwards(row.pages))
    return problemAt("pages", `The last page of ${row.pages} comes before the first.`);
  if (row.partOf !== undefined && !known.has(row.partOf)) {
    return problemAt("partOf", `There is no guideline “${row.partOf}”.`);
  }
  const wrong = wrongEditions(row.editions ?? []);
  return wrong === undefined ? undefined : problemAt("editions", wrong);
}

/** Why the editions can't follow one another in this order; undefined if they can. */
function wrongEditions(editions: readonly EditionRow[]): string | undefined {
  for (const [index, { from, until, proposed }] of editions.entries()) {
    if (from !== undefined && until !== undefined && until <= from)
      return `An edition that begins on ${from} can't end on ${until}.`;
    const before = editions.slice(0, index).findLast((one) => one.from !== undefined);
    if (before?.from === undefined || from === undefined || proposed) continue;
    if (from <= before.from) return `The edition of ${from} has to come before that of ${before.from}.`;
    if (before.until === undefined || before.until > from)
      return `The edition of ${before.from} needs an “until” of ${from} or before, when the next one begins.`;
  }
  return undefined;
}

function wrongTopic(
  row: Partial<TopicRow> & Pick<TopicRow, "id">,
  guidelines: ReadonlyMap<string, GuidelineRow>,
): RowProblem | undefined {
  if (!row.guideline) return missing("guideline", "topic");
  const guideline = guidelines.get(row.guideline);
  if (!guideline) return problemAt("guideline", `There is no guideline “${row.guideline}”.`);
  if (!row.name) return missing("name", "topic");
  if (!row.summary) return missing("summary", "topic");
  for (const field of ["pages", "alsoCited"] as const) {
    for (const pages of row[field] ?? []) {
      if (isBackwards(pages)) return problemAt(field, `The last page of ${pages} comes before the first.`);
      if (guideline.pages && !isWithin(pages, guideline.pages)) {
        return problemAt(
          field,
          `${guideline.name} has pages ${guideline.pages}; ${pages} is not among them.`,
        );
      }
    }
  }
  return undefined;
}

function wrongDrug(
  row: DrugNames,
  topics: ReadonlyMap<string, TopicRow>,
  named: ReadonlyMap<string, DrugNames>,
): RowProblem | undefined {
  if (!row.class) return missing("class", "drug");
  const unknown = row.topics?.find((topic) => !topics.has(topic));
  if (unknown !== undefined) return problemAt("topics", `There is no topic “${unknown}”.`);
  for (const name of namesOf(row)) {
    const other = named.get(caseless(name));
    if (other !== undefined && other.generic !== row.generic)
      return problemAt(fieldOf(row, name), `“${name}” is already a name of ${other.generic}.`);
  }
  return undefined;
}

function wrongEntry(entry: FormularyEntry): RowProblem | undefined {
  const { ingredient, brand, status, specialFill, perioperativeFill } = entry;
  if (ingredient === undefined && brand === undefined)
    return problemAt(undefined, "An entry needs “ingredient” or “brand”.");
  if (status === undefined && specialFill === undefined && perioperativeFill === undefined)
    return problemAt(undefined, "An entry needs “status”, “specialFill”, or “perioperativeFill”.");
  return undefined;
}

type DrugNames = Partial<DrugRow> & Pick<DrugRow, "generic">;

/** Drug names are the same in upper and lower case. */
const caseless = (name: string): string => name.toLowerCase();

const namesOf = (row: DrugNames): readonly string[] => [
  row.generic,
  ...(row.brands ?? []),
  ...(row.synonyms ?? []),
  ...(row.misspellings ?? []),
];

const fieldOf = (row: Partial<DrugRow>, name: string): string =>
  (["brands", "synonyms", "misspellings"] as const).find((field) =>
    row[field]?.some((one) => caseless(one) === caseless(name)),
  ) ?? "generic";

const ends = (pages: string): readonly [number, number] => {
  const [first = "", last = first] = pages.split("-");
  return [Number(first), Number(last)];
};

const isBackwards = (pages: string): boolean => ends(pages)[1] < ends(pages)[0];

const isWithin = (pages: string, document: string): boolean =>
  ends(document)[0] <= ends(pages)[0] && ends(pages)[1] <= ends(document)[1];
