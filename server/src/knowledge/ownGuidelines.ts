/** Guidelines that the index doesn't have, from the user's own copies and what the user says about them. */
import { isUnpaged } from "./copyTopics.ts";
import type { GuidelineRow } from "./data.ts";
import { dateInWords } from "./editions.ts";
import { insideBrackets, outsideBrackets } from "./normalize.ts";
import { guidelineFromRow } from "./rows.ts";
import type { Guideline, GuidelineCopy, OwnGuideline, PageText } from "./types.ts";

/** Undefined if the index has the guideline. */
export function ownGuideline(copy: GuidelineCopy): Guideline | undefined {
  const { own, guideline: id, source, imported, pages } = copy;
  if (own === undefined) return undefined;
  const { year, from, until } = own;
  const name = nameOf(own);
  const row: GuidelineRow = {
    id,
    name,
    about: `Your own guideline, imported from ${source} on ${dateInWords(imported)}.`,
    kind: "other",
    effective: effective(own),
    pages: pageRange(pages),
    aliases: insideBrackets(own.name).filter((words) => /[a-z]/i.test(words)),
    years: year === undefined ? [] : [year],
    editions:
      year === undefined || (from ?? until) === undefined
        ? []
        : [{ years: [year], published: `${year}`, from, until, confidence: "medium" }],
    cited: { name: citedName(own), from, until },
    confidence: "medium",
  };
  return Object.freeze({ ...guidelineFromRow(row), isOwn: true, pagesFrom: "copy" as const });
}

/** "Knee Surgery Guideline (2019)". */
function nameOf({ name, year }: OwnGuideline): string {
  return year === undefined ? name : `${withoutYear(name)} (${year})`;
}

/** "Knee Surgery Guideline 2019". */
function citedName({ name, year }: OwnGuideline): string {
  const words = outsideBrackets(name).replace(/\s+/g, " ").trim();
  return year === undefined ? words : `${withoutYear(words)} ${year}`;
}

const withoutYear = (name: string): string =>
  name
    .replace(/\(?\b(?:19|20)\d\d\b\)?/g, " ")
    .replace(/\s+/g, " ")
    .trim() || name;

function effective({ from, until }: OwnGuideline): string | undefined {
  if (from === undefined && until === undefined) return undefined;
  const days = [from && `from ${dateInWords(from)}`, until && `until ${dateInWords(until)}`];
  return `${days.filter(Boolean).join(" ")}, as you said when you imported it`;
}

/** A guideline of the index whose pages aren't known has those of the user's copy. */
export function withPagesOfCopy(guideline: Guideline, copy: GuidelineCopy | undefined): Guideline {
  const pages = guideline.pages === undefined && copy ? pageRange(copy.pages) : undefined;
  if (pages === undefined) return guideline;
  const [first = 1, last = first] = pages.split("-").map(Number);
  return Object.freeze({ ...guideline, pages: { first, last }, pagesFrom: "copy" as const });
}

/** "1-60", without the pages before the first numbered one; undefined if there are none. */
function pageRange(pages: readonly PageText[]): string | undefined {
  if (isUnpaged({ pages })) return undefined;
  const numbers = pages.flatMap(({ page }) => (page > 0 ? [page] : []));
  return numbers.length === 0 ? undefined : `${numbers[0]}-${numbers.at(-1)}`;
}
