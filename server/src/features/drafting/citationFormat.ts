/**
 * Citations in the format of a letter's generation. Until mid-2015, a citation ends in pages and has no year; since then,
 * it gives the guideline's year and its sections.
 */
import { wasInForce } from "../../knowledge/editions.ts";
import type { Guideline, Pages, Topic } from "../../knowledge/types.ts";
import { nonMtus } from "../../letter/standardWording.ts";
import type { LetterForm } from "../../letter/types.ts";

const byPages: ReadonlySet<LetterForm> = new Set(["G1", "G2", "GX", "G3a"]);

/** Whether letters in that format cite by pages. A letter whose format isn't known yet is assumed to be a recent one. */
export const citesByPages = (generation: LetterForm | undefined): boolean =>
  generation !== undefined && byPages.has(generation);

/**
 * What follows "Decision based on": "MTUS Low Back Complaints 2004, Section(s): Special Studies." or, in the 2014 format,
 * "MTUS Chronic Pain Treatment Guidelines Muscle relaxants (for pain) Page(s): 63-66." The letter's day,
 * "2016-12-05", decides which edition of a guideline is cited.
 */
export function citationWords(
  generation: LetterForm | undefined,
  guideline: Guideline,
  topics: readonly Topic[],
  day?: string,
): string {
  const name = sourceWords(generation, guideline, day);
  if (topics.length === 0) return `${name}.`;
  const titles = topics.map(topicTitle).join(", ");
  if (guideline.kind === "other") return `${name}${guideline.isOwn ? beforeOwnTopics : " "}${titles}.`;
  if (isCitedByYear(generation, guideline)) return `${name}${beforeSections}${titles}.`;
  const pages = pagesOf(topics);
  return `${name}${beforeOlderTopics(name)}${titles}${pages === "" ? "" : `${beforePages}${pages}`}.`;
}

/** The words between a guideline with its year and its sections. */
export const beforeSections = ", Section(s): ";

/** The words between a guideline of the user's own and its topics. */
export const beforeOwnTopics = ": ";

/** The words between the topics of a citation by pages and their pages. */
export const beforePages = " Page(s): ";

/** "Chronic Pain Treatment Guidelines Cyclobenzaprine" needs no comma, but a chapter's name and its section do. */
export const beforeOlderTopics = (name: string): string =>
  /Guidelines(?: \(ODG\))?$/.test(name) ? " " : ", ";

/** The guideline with its kind of source, as letters in that format cite it: "MTUS Low Back Complaints 2004". */
export const sourceWords = (generation: LetterForm | undefined, guideline: Guideline, day?: string): string =>
  `${sourceOf(guideline)} ${guidelineWordsFor(generation, guideline, day)}`;

/** The kind of source before a guideline's name. */
export const sourceOf = ({ kind }: Guideline): string => (kind === "mtus" ? "MTUS" : nonMtus);

/** The guideline's name and year, as letters in that format cite it. */
export function guidelineWordsFor(
  generation: LetterForm | undefined,
  guideline: Guideline,
  day?: string,
): string {
  const { cited, aliases, name } = guideline;
  if (!isCitedByYear(generation, guideline)) return cited?.older ?? cited?.name ?? aliases[0] ?? name;
  const year = citedYear(guideline, day);
  return [cited?.name ?? aliases[0] ?? name, ...(year === undefined ? [] : [year])].join(" ");
}

/** Guidelines that are newer than the older format are always cited in the newer one. */
export const isCitedByYear = (generation: LetterForm | undefined, { cited, kind }: Guideline): boolean =>
  kind === "mtus" && !(citesByPages(generation) && (cited === undefined || cited.older !== undefined));

/** The publisher's year of the edition that was in force on that day or, if that isn't known, the last year by then. */
function citedYear({ cited, editions, years }: Guideline, day: string | undefined): number | undefined {
  if (cited?.year !== undefined) return cited.year;
  if (day === undefined) return years[0];
  const edition = editions.find((one) => wasInForce(one, day) === true);
  return edition?.years[0] ?? years.findLast((year) => year <= Number(day.slice(0, 4))) ?? years[0];
}

/** The topic's title, as letters write it. */
export const topicTitle = (topic: Topic): string => topic.citedAs ?? topic.name;

/** "41-42, 63-66": the pages of the topics in their order, each once. */
export function pagesOf(topics: readonly Topic[]): string {
  const ranges: Pages[] = [];
  for (const range of topics.flatMap((topic) => topic.pages)) {
    if (!ranges.some(({ first, last }) => first <= range.first && range.last <= last)) ranges.push(range);
  }
  return ranges.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}
