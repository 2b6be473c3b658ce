/**
 * Citations in the form that a letter's generation uses. Until mid 2015 a citation ends in pages and has no year; since
 * then it gives the guideline's year and its sections.
 */
import type { Guideline, Pages, Topic } from "../../knowledge/types.ts";
import { nonMtus } from "../../letter/standardWording.ts";
import type { LetterForm } from "../../letter/types.ts";

const byPages: ReadonlySet<LetterForm> = new Set(["G1", "G2", "GX", "G3a"]);

/** True where letters of that form cite by pages. A letter whose form is not known yet is one of today's. */
export const citesByPages = (generation: LetterForm | undefined): boolean =>
  generation !== undefined && byPages.has(generation);

/**
 * What follows "Decision based on": "MTUS Low Back Complaints 2004, Section(s): Special Studies." or, in letters of 2014,
 * "MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-66." The year of the letter tells
 * which version of a guideline with several is meant.
 */
export function citationWords(
  generation: LetterForm | undefined,
  guideline: Guideline,
  topics: readonly Topic[],
  letterYear?: number,
): string {
  const name = sourceWords(generation, guideline, letterYear);
  if (topics.length === 0) return `${name}.`;
  const titles = topics.map(topicTitle).join(", ");
  if (guideline.kind === "other") return `${name} ${titles}.`;
  if (isCitedByYear(generation, guideline)) return `${name}${beforeSections}${titles}.`;
  const pages = pagesOf(topics);
  return `${name}${beforeOlderTopics(name)}${titles}${pages === "" ? "" : `${beforePages}${pages}`}.`;
}

/** What stands between a guideline with its year and its sections. */
export const beforeSections = ", Section(s): ";

/** What stands between the topics of a citation by pages and their pages. */
export const beforePages = " Page(s): ";

/** "Chronic Pain Treatment Guidelines Cyclobenzaprine" runs on; the name of a chapter would run into its section's. */
export const beforeOlderTopics = (name: string): string =>
  /Guidelines(?: \(ODG\))?$/.test(name) ? " " : ", ";

/** The guideline as such letters cite it, with what kind of source it is: "MTUS Low Back Complaints 2004". */
export const sourceWords = (
  generation: LetterForm | undefined,
  guideline: Guideline,
  letterYear?: number,
): string =>
  `${guideline.kind === "mtus" ? "MTUS" : nonMtus} ${guidelineWordsFor(generation, guideline, letterYear)}`;

/** The guideline's name and year as such letters cite it. */
export function guidelineWordsFor(
  generation: LetterForm | undefined,
  guideline: Guideline,
  letterYear?: number,
): string {
  const { cited, aliases, name } = guideline;
  if (!isCitedByYear(generation, guideline)) return cited?.older ?? cited?.name ?? aliases[0] ?? name;
  const year = citedYear(guideline, letterYear);
  return [cited?.name ?? aliases[0] ?? name, ...(year === undefined ? [] : [year])].join(" ");
}

/** Guidelines that came after the older form are cited in the newer one, whatever letter does it. */
const isCitedByYear = (generation: LetterForm | undefined, { cited, kind }: Guideline): boolean =>
  kind === "mtus" && !(citesByPages(generation) && (cited === undefined || cited.older !== undefined));

function citedYear({ cited, years }: Guideline, letterYear: number | undefined): number | undefined {
  if (cited?.year !== undefined) return cited.year;
  return years.findLast((year) => letterYear !== undefined && year <= letterYear) ?? years[0];
}

/** The topic's title as letters write it. */
export const topicTitle = (topic: Topic): string => topic.citedAs ?? topic.name;

/** "41-42, 63-66": the pages of these topics in their order, each once. */
export function pagesOf(topics: readonly Topic[]): string {
  const told: Pages[] = [];
  for (const range of topics.flatMap((topic) => topic.pages)) {
    if (!told.some(({ first, last }) => first <= range.first && range.last <= last)) told.push(range);
  }
  return told.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}
