/** Finds guidelines by name. */
import { createNameIndex } from "./nameIndex.ts";
import { outsideBrackets, splitYear, wordsOf } from "./normalize.ts";
import type { Guideline } from "./types.ts";

/** Words that the name of any guideline may have. */
const fillers = new Set(["guideline", "mtus", "california", "ca"]);
/** Words between "ACOEM" and a chapter. */
const editionWords = new Set(["ed", "edition", "2nd", "3rd", "second", "third"]);
const maxNameLength = 300;
const acronym = /^[A-Z]{3,5}$/;
/** "http://www.aetna.com/cpb/medical/data/100_199/0181.html": the site tells whose it is. */
const webSite = /^(?:https?:\/\/|www\.)(?:www\.)?([a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){1,4})(?=\/|$)/i;

export type GuidelineFinder = (name: string, year?: number) => Guideline | undefined;

/** Finds guidelines by name, however a letter writes it. `books` are the ids of guidelines that contain others. */
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
      aliases.filter((alias) => acronym.test(alias)).flatMap((alias) => wordsOf(alias)),
    ),
  );

  /**
   * The guidelines with that name before a year, which may leave out words: "Hip and Groin 2019", "ACOEM Knee 2020",
   * "Work-Related Asthma Medical Treatment 2016".
   */
  function dated(words: readonly string[], year: number): readonly Guideline[] {
    const own = words[0] === "acoem" ? words.slice(1) : words;
    const short = own.join(" ").endsWith(" medical treatment") ? own.slice(0, -2) : own;
    const found = [words, own, short, [...short, "disorder"]]
      .map((name) => index.exact(name))
      .filter((list) => list.length > 0);
    return found.find((list) => list.some(({ years }) => years.includes(year))) ?? found[0] ?? [];
  }

  /** The guidelines with the longest name at the start of the words, and the words after it. */
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
    if (written.length > maxNameLength) return undefined;
    const { name, year } = splitYear(webSite.exec(written)?.[1] ?? written);
    const words = guidelineWords(name);
    const cited = givenYear ?? year;
    const whole = cited === undefined ? index.exact(words) : dated(words, cited);
    if (whole.length > 0) return versionOf(whole, cited);
    const { found, rest } = startOf(words);
    const [first] = found;
    if (!first) return index.near(words);
    const chapter = books.has(first.id) ? rest.filter((word) => !editionWords.has(word)) : [];
    const inBook = cited === undefined ? [] : dated(chapter, cited);
    const chapters = inBook.length > 0 ? inBook : startOf(chapter).found;
    return versionOf(chapters.length > 0 ? chapters : found, cited);
  };
}

function namesOf(guideline: Guideline): readonly string[] {
  return [guideline.name, outsideBrackets(guideline.name), ...guideline.aliases].map(
    (name) => splitYear(name).name,
  );
}

/** "MTUS" is a name on its own but not before another name. */
function guidelineWords(name: string): readonly string[] {
  const words = wordsOf(name, fillers);
  return words.length > 0 ? words : wordsOf(name);
}

/** Among versions with the same name, the one of that year, or the last one before it. Without a year, the first. */
function versionOf(versions: readonly Guideline[], year: number | undefined): Guideline | undefined {
  const [first] = versions;
  if (year === undefined) return first;
  const exact = versions.find((version) => version.years.includes(year));
  const earlier = versions.filter((version) => Math.min(...version.years) <= year);
  return exact ?? earlier.at(-1) ?? first;
}

/** Whether the guideline could be cited on that day ("2016-12-05"), as far as is known. */
export const isInForce = ({ cited }: Guideline, day: string): boolean =>
  (cited?.from === undefined || cited.from <= day) && (cited?.until === undefined || day < cited.until);
