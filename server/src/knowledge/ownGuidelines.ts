/** Guidelines that the index doesn't have, from the user's own copies and what the user says about them. */
import { isUnpaged } from "./copyTopics.ts";
import type { GuidelineRow } from "./data.ts";
import { dateInWords } from "./editions.ts";
import { insideBrackets, normalizedName, outsideBrackets, splitYear, wordsOf } from "./normalize.ts";
import { guidelineFromRow } from "./rows.ts";
import type { Guideline, GuidelineCopy, OwnGuideline, PageText } from "./types.ts";

/** Undefined if the copy is of one of the `known` guidelines. */
export function ownGuideline(copy: GuidelineCopy, known: readonly Guideline[]): Guideline | undefined {
  const { own, guideline: id, source, imported, pages } = copy;
  if (own === undefined) return undefined;
  const { year, from, until } = own;
  const kind = own.kind ?? (known.some((one) => isEditionOf(own.name, one)) ? "mtus" : "other");
  const words = citedName(own);
  const row: GuidelineRow = {
    id,
    name: nameOf(own),
    about: `Your own guideline, imported from ${source} on ${dateInWords(imported)}.`,
    kind,
    effective: effective(own),
    pages: pageRange(pages),
    aliases: insideBrackets(own.name).filter((words) => /[a-z]/i.test(words)),
    years: year === undefined ? [] : [year],
    editions:
      year === undefined || (from ?? until) === undefined
        ? []
        : [{ years: [year], published: `${year}`, from, until, confidence: "medium" }],
    cited:
      kind === "mtus"
        ? { name: words, year, from, until }
        : { name: [words, year].filter(Boolean).join(" "), from, until },
    confidence: "medium",
    isOwn: true,
  };
  return Object.freeze({ ...guidelineFromRow(row), pagesFrom: "copy" as const });
}

/** Words of a title that don't say which guideline of the MTUS it is. */
const fillers = new Set(["guideline", "mtus", "california", "acoem"]);

const titleOf = (name: string): string => normalizedName(wordsOf(splitYear(name).name, fillers));

/** Whether the words are the title of that guideline of the MTUS, perhaps with another year. */
function isEditionOf(name: string, { kind, name: known, aliases, cited, isOwn }: Guideline): boolean {
  if (kind !== "mtus" || isOwn) return false;
  const title = titleOf(outsideBrackets(name));
  return (
    title !== "" &&
    [outsideBrackets(known), ...aliases, cited?.name ?? ""].some((one) => titleOf(one) === title)
  );
}

/**
 * A guideline of the MTUS that only the user has, with the day on which it began, takes the place of the one of the same title
 * from that day on.
 */
export function withSuccessors(guidelines: readonly Guideline[]): readonly Guideline[] {
  const own = guidelines.filter(({ isOwn, kind, cited }) => isOwn && kind === "mtus" && cited?.from);
  if (own.length === 0) return guidelines;
  return guidelines.map((guideline) => {
    const { editions, cited, replacedBy } = guideline;
    const last = editions.findLast(({ from, proposed }) => from !== undefined && !proposed);
    const next = own.find(
      ({ name, cited: its }) =>
        last !== undefined && (its?.from ?? "") > (last.from ?? "") && isEditionOf(name, guideline),
    );
    const from = next?.cited?.from;
    if (!next || from === undefined || last?.until !== undefined || replacedBy !== undefined)
      return guideline;
    const ended = editions.map((one) => (one === last ? Object.freeze({ ...one, until: from }) : one));
    return Object.freeze({
      ...guideline,
      editions: Object.freeze(ended),
      replacedBy: next.id,
      ...(cited ? { cited: Object.freeze({ ...cited, until: from }) } : {}),
    });
  });
}

/** "Knee Surgery Guideline (2019)". */
function nameOf({ name, year }: OwnGuideline): string {
  return year === undefined ? name : `${withoutYear(name)} (${year})`;
}

/** "Knee Surgery Guideline", as it's cited before the year. */
function citedName({ name, year }: OwnGuideline): string {
  const words = outsideBrackets(name).replace(/\s+/g, " ").trim();
  return year === undefined ? words : withoutYear(words);
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
