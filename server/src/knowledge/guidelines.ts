import { createNameIndex } from "./nameIndex.ts";
import { outsideBrackets, splitYear, wordsOf } from "./normalize.ts";
import type { Guideline } from "./types.ts";

/** Said of any guideline, so they tell none from another. */
const FILLERS = new Set(["guideline", "mtus", "california", "ca"]);
/** Between "ACOEM" and the chapter that a citation means. */
const EDITION = new Set(["ed", "edition", "2nd", "3rd", "second", "third"]);
const LONGEST_NAME = 300;
const ACRONYM = /^[A-Z]{3,5}$/;

export type GuidelineFinder = (name: string, year?: number) => Guideline | undefined;

/** Finds guidelines by name, however a letter writes it. `books` are the ids of those that contain others. */
export function createGuidelineFinder(
  guidelines: readonly Guideline[],
  books: ReadonlySet<string>,
): GuidelineFinder {
  const index = createNameIndex(
    guidelines.flatMap((guideline) =>
      namesOf(guideline).map((name) => [guidelineWords(name), guideline] as const),
    ),
  );
  const acronyms = new Set(
    guidelines.flatMap(({ aliases }) =>
      aliases.filter((alias) => ACRONYM.test(alias)).flatMap((alias) => wordsOf(alias)),
    ),
  );

  /** The guidelines whose name starts these words, the longest name first tried, and the words after it. */
  function startOf(words: readonly string[]): { found: readonly Guideline[]; rest: readonly string[] } {
    for (let length = Math.min(words.length, 20); length > 0; length--) {
      const [first = ""] = words;
      if (length === 1 && words.length > 1 && !acronyms.has(first)) break;
      const found = index.exact(words.slice(0, length));
      if (found.length > 0) return { found, rest: words.slice(length) };
    }
    return { found: [], rest: words };
  }

  return (written, givenYear) => {
    if (written.length > LONGEST_NAME) return undefined;
    const { name, year } = splitYear(written);
    const words = guidelineWords(name);
    const whole = index.exact(words);
    if (whole.length > 0) return versionOf(whole, givenYear ?? year);
    const { found, rest } = startOf(words);
    const [first] = found;
    if (!first) return index.near(words);
    const chapter = books.has(first.id) ? startOf(rest.filter((word) => !EDITION.has(word))).found : [];
    return versionOf(chapter.length > 0 ? chapter : found, givenYear ?? year);
  };
}

function namesOf(guideline: Guideline): readonly string[] {
  return [guideline.name, outsideBrackets(guideline.name), ...guideline.aliases].map(
    (name) => splitYear(name).name,
  );
}

/** "MTUS" alone is a name; before another name it is not. */
function guidelineWords(name: string): readonly string[] {
  const words = wordsOf(name, FILLERS);
  return words.length > 0 ? words : wordsOf(name);
}

/** Of versions that share a name: the one of that year, else the last one begun by then. Without a year, the first. */
function versionOf(versions: readonly Guideline[], year: number | undefined): Guideline | undefined {
  const [first] = versions;
  if (year === undefined) return first;
  const exact = versions.find((version) => version.years.includes(year));
  const begun = versions.filter((version) => Math.min(...version.years) <= year);
  return exact ?? begun.at(-1) ?? first;
}

/** True if the guideline could be cited on that day ("2016-12-05"), as far as is known. */
export const isInForce = ({ cited }: Guideline, day: string): boolean =>
  (cited?.from === undefined || cited.from <= day) && (cited?.until === undefined || day < cited.until);
