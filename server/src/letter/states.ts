import { matchAll } from "../base/matchAll.ts";
import { lazy } from "../base/memoize.ts";

/** The states, districts, and territories of the United States that license physicians. */
const names =
  "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky " +
  "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada New_Hampshire New_Jersey New_Mexico " +
  "New_York North_Carolina North_Dakota Ohio Oklahoma Oregon Pennsylvania Rhode_Island South_Carolina South_Dakota Tennessee Texas Utah " +
  "Vermont Virginia Washington West_Virginia Wisconsin Wyoming District_of_Columbia Puerto_Rico Guam American_Samoa U.S._Virgin_Islands " +
  "US_Virgin_Islands Virgin_Islands Northern_Mariana_Islands";

export const stateNames: readonly string[] = names.split(" ").map((name) => name.replaceAll("_", " "));

/** By which they are known in upper case: "CA", "D.C.". In the order of the names, each state once. */
export const stateAbbreviations: readonly string[] = (
  "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA " +
  "WA WV WI WY DC PR GU AS VI MP"
).split(" ");

/** Older abbreviations, with or without the period. */
export const olderAbbreviations: readonly string[] =
  "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ill Ind Kan Mass Mich Minn Miss Mont Neb Nev Okla Ore Penn Penna Tenn Tex Wash Wis Wyo".split(
    " ",
  );

const virginIslands = "U.S. Virgin Islands";
/** One name of each, in the order of the abbreviations. */
const oneNameEach = stateNames.filter((name) => name === virginIslands || !name.endsWith("Virgin Islands"));

const nameOfAbbreviation: ReadonlyMap<string, string> = new Map([
  ...stateAbbreviations.map((letters, index) => [letters, oneNameEach[index] ?? letters] as const),
  ...olderAbbreviations.map(
    (short) => [short, oneNameEach.find((name) => name.startsWith(short)) ?? ""] as const,
  ),
  ["Fla", "Florida"],
  ["Penna", "Pennsylvania"],
]);

/** Matches any name of any state. */
export const stateName = lazy(
  () =>
    new RegExp(
      `\\b(?:${[...stateNames]
        .sort((a, b) => b.length - a.length)
        .map((name) => name.replaceAll(".", "\\.?").replaceAll(" ", "[ -]?"))
        .join("|")})\\b`,
      "gi",
    ),
);
const letters = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, "");
const nameOfLetters = lazy(() => {
  const names = new Map(oneNameEach.map((name) => [letters(name), name]));
  return (words: string): string => names.get(letters(words)) ?? virginIslands;
});

/**
 * The states that a list such as "California, N.Y. and Texas" names, by their full names, each once and in its order. What
 * isn't a state is left out. An abbreviation counts only if its item has nothing else: "in" and "or" are words too.
 */
export function statesIn(list: string): readonly string[] {
  const items = list
    .replace(/\bWashington,? ?D\.? ?C\b\.?/gi, "District of Columbia")
    .split(/[,;/&]|\band\b/i);
  return [...new Set(items.flatMap(statesOfItem))];
}

function statesOfItem(item: string): readonly string[] {
  const named = matchAll(stateName(), item).map(([words]) => nameOfLetters()(words));
  if (named.length > 0) return named;
  const words = item.trim().split(/ +/);
  const each = (list: readonly string[]) =>
    list.map((word) => nameOfAbbreviation.get(word.replaceAll(".", "")));
  // "N. Y." is one state, and "NY CA" are two.
  for (const list of [[words.join("")], words]) {
    const states = each(list);
    if (states.every((state) => state !== undefined)) return states;
  }
  return [];
}
