/** The editions of guidelines: which one a year names, and which one was in force on a day. */
import type { EditionRow } from "./data.ts";
import type { Edition, Guideline } from "./types.ts";

/** An edition with its guideline. */
export interface GuidelineEdition {
  readonly guideline: Guideline;
  readonly edition: Edition;
}

/** The edition that a letter names with that year. Without a year, the only edition; undefined if there are several. */
export function editionNamed({ editions }: Guideline, year: number | undefined): Edition | undefined {
  if (year === undefined) return editions.length === 1 ? editions[0] : undefined;
  return editions.find(({ years }) => years.includes(year));
}

/** The last year of the list by which new editions are known. A later year may be that of an edition unknown here. */
const knownUntil = 2023;

/** Whether the guideline certainly has no edition of that year. */
export function isUnknownYear({ editions }: Guideline, year: number): boolean {
  if (editions.length === 0 || editions.some(({ years }) => years.includes(year))) return false;
  // A guideline that the MTUS no longer has got no new edition.
  if (editions.every(({ until }) => until !== undefined)) return true;
  const before = editions.filter(({ years }) => Math.max(...years) < year).at(-1);
  const after = editions[before ? editions.indexOf(before) + 1 : 0];
  // The publisher's year of the next edition isn't known, so this may be it.
  if (before && after && !after.proposed && after.published === undefined) return false;
  return year <= knownUntil;
}

/** Whether the edition was in force on that day ("2016-12-05"); undefined if its days aren't known. */
export function wasInForce({ from, until, proposed }: Edition, day: string): boolean | undefined {
  if (proposed) return undefined;
  if (until !== undefined && day >= until) return false;
  if (from !== undefined) return day >= from;
  return until === undefined ? undefined : true;
}

/** Whether any edition of the guideline was in force on that day; undefined if that isn't known. */
export function isInForceOn({ editions, cited }: Guideline, day: string): boolean | undefined {
  const known = editions.map((edition) => wasInForce(edition, day));
  if (known.includes(true)) return true;
  if (known.length > 0 && !known.includes(undefined)) return false;
  // Before its adoption, a guideline without known days can't be cited either.
  return cited?.from !== undefined && day < cited.from ? false : undefined;
}

/** The edition of the guideline, or of the one that it replaced or that replaced it, that was in force on that day. */
export function editionInForce(
  guideline: Guideline,
  day: string,
  guidelines: readonly Guideline[],
): GuidelineEdition | undefined {
  for (const one of lineOf(guideline, guidelines)) {
    const edition = one.editions.find((each) => wasInForce(each, day) === true);
    if (edition) return { guideline: one, edition };
  }
  return undefined;
}

/** The guideline with those that replaced it and those that it replaced. */
function lineOf(guideline: Guideline, guidelines: readonly Guideline[]): readonly Guideline[] {
  const line = [guideline];
  for (const { replacedBy } of line) {
    const next = guidelines.find(({ id }) => id === replacedBy);
    if (next && !line.includes(next)) line.push(next);
  }
  for (const { id } of line) {
    const earlier = guidelines.filter(({ replacedBy }) => replacedBy === id);
    line.push(...earlier.filter((one) => !line.includes(one)));
  }
  return line;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "2016-08-01" → "August 1, 2016"; "2015-09" → "September 2015"; "2013" → "2013". */
export function dateInWords(date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const name = months[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** "version of August 1, 2016, from December 1, 2017 to August 10, 2023". */
export function editionInWords({ published, years, from, until, proposed }: Edition): string {
  const version = published
    ? `version of ${dateInWords(published)}`
    : `a later version, cited as ${years.at(-1)}`;
  if (proposed) return `${version}, a proposal whose adoption isn't confirmed`;
  if (from === undefined && until === undefined)
    return `${version}; the date from which it applies is not confirmed`;
  return [version, from && `, from ${dateInWords(from)}`, until && ` to ${dateInWords(until)}`]
    .filter(Boolean)
    .join("");
}

/** When a guideline applies, from its editions: each until the next one. */
export const effectiveInWords = (editions: readonly EditionRow[]): string =>
  `Adopted into the MTUS by reference: ${editions
    .map((edition) => editionInWords({ ...edition, until: undefined }))
    .join("; ")}`;
