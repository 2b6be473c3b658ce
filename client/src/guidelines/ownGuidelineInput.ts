/** Reads what the user enters about a guideline of their own. Knows nothing about VS Code. */
import type { GuidelineMatch, OwnGuideline } from "../../../server/src/protocol/extensions.ts";

/** "2019"; undefined for anything else. */
export const yearIn = (words: string): number | undefined =>
  /^\s*(?:19|20)\d\d\s*$/.test(words) ? Number(words) : undefined;

/** The days on which a guideline applies: the first, and the first on which it no longer does. */
export type Days = Pick<OwnGuideline, "from" | "until">;

const date = /(\d{1,2})\/(\d{1,2})\/(\d{4})/g;

/**
 * "04/01/2019", "04/01/2019 to 06/30/2021", or "to 06/30/2021" with the last day on which it applies; no days for empty
 * words. Undefined if the words aren't days, or the last one is before the first.
 */
export function daysIn(words: string): Days | undefined {
  if (words.trim() === "") return {};
  const found = [...words.matchAll(date)].map(([, month, day, year]) => isoDay(year, month, day));
  if (!/^[-–\s]*(?:(?:from|to|until|through)[-–\s]*)*$/i.test(words.replace(date, ""))) return undefined;
  if (found.length === 0 || found.length > 2 || found.includes(undefined)) return undefined;
  const [first, second] = found;
  if (second === undefined)
    return /^\s*(?:to|until|through|-|–)/i.test(words) ? { until: dayAfter(first) } : { from: first };
  return (first ?? "") <= second ? { from: first, until: dayAfter(second) } : undefined;
}

/** The same days as the user enters them. */
export function daysInWords({ from, until }: Days): string {
  const last = until === undefined ? "" : `to ${written(shifted(until, -1))}`;
  return [from === undefined ? "" : written(from), last].filter((part) => part !== "").join(" ");
}

function isoDay(year = "", month = "", day = ""): string | undefined {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isDay = !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso);
  return isDay ? iso : undefined;
}

const written = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$2/$3/$1");

const dayAfter = (iso: string | undefined): string | undefined => (iso === undefined ? iso : shifted(iso, 1));

function shifted(iso: string, days: number): string {
  const day = new Date(iso);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** What a document says about itself: its title without the year, and the year in or near its title. */
export function guessedFrom(title: string | undefined, source: string, start: string): OwnGuideline {
  const words = title ?? source.replace(/\.[a-z0-9]{1,5}$/i, "").replace(/[_-]+/g, " ");
  const years = `${words}\n${start.slice(0, 2000)}`.match(/\b(?:19|20)\d\d\b/g) ?? [];
  const name = words
    .replace(/[([]?\b(?:19|20)\d\d\b[)\]]?/g, " ")
    .replace(/\s+/g, " ")
    .replace(/ ?[,:-]? ?$/, "")
    .trim();
  return { name: name || source, ...(years[0] === undefined ? {} : { year: Number(years[0]) }) };
}

/** The ID of an own guideline: the same for the same name and year, and not among `taken`. It can be a file name. */
export function ownGuidelineId({ name, year }: OwnGuideline, taken: ReadonlySet<string>): string {
  const words = `${name} ${year ?? ""}`
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  const base = `own-${words || "guideline"}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** Whether a guideline is part of the MTUS. */
export type Kind = GuidelineMatch["kind"];

/** What the title says: that of a known guideline of the MTUS, perhaps of another year, is one of its editions. */
export function kindByTitle(title: string, known: readonly Pick<GuidelineMatch, "name" | "kind">[]): Kind {
  const own = titleWords(title);
  return known.some(({ name, kind }) => kind === "mtus" && titleWords(name) === own) ? "mtus" : "other";
}

const titleWords = (title: string): string =>
  title
    .toLowerCase()
    .replace(/\([^()]*\)/g, "")
    .replace(/\b(?:guidelines?|acoem|mtus|california|the|(?:19|20)\d\d)\b/g, "")
    .replace(/[^a-z0-9]+/g, "");
