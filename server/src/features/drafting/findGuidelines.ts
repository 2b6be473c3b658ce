/** What can be looked up, for a letter: the topics of the issue at the cursor, and what was in force on the letter's day. */

import { memoize } from "../../base/memoize.ts";
import { isInForceOn } from "../../knowledge/editions.ts";
import { topicsForDrug } from "../../knowledge/topicsForDrug.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Issue, Letter } from "../../letter/types.ts";
import { type GuidelineEntry, guidelineEntries } from "../guidelines/guidelineEntries.ts";
import { readQuery, type SearchedTitle, search, searchedTitle } from "../guidelines/titleSearch.ts";
import { dayOfLetter } from "./completion/citing.ts";
import { isAbout, subjectOf } from "./completion/subject.ts";

/**
 * - `exact`: has the query as a name
 * - `issue`: about the disputed treatment of the issue, and not out of force
 * - `inForce`: in force on the day
 * - `undated`: without known days, such as ODG
 * - `notInForce`: certainly not in force on the day
 * - `less`: matches the query less well than others
 */
export type EntryGroup = "exact" | "issue" | "inForce" | "undated" | "notInForce" | "less";

export interface FoundEntry {
  readonly entry: GuidelineEntry;
  readonly group: EntryGroup;
}

export interface FoundEntries {
  /** In the order of their groups, the best first. */
  readonly entries: readonly FoundEntry[];
  /** The day that decides what was in force: "2016-12-05". */
  readonly day: string;
}

/** More don't help anyone who has typed something. */
const maxFound = 100;

/** A result with less than this share of the best score is listed last. */
const minShare = 0.6;

/** The entries that match the query, or all without one. Without a letter, what counts is what's in force today. */
export function findGuidelines(
  knowledge: Knowledge,
  query: string,
  at: { readonly letter: Letter; readonly offset: number } | undefined,
  today: string,
): FoundEntries {
  const letter = at && (lettersIn(at.letter).findLast(({ span }) => span.start <= at.offset) ?? at.letter);
  const issue = letter?.issues.findLast(({ span }) => span.start <= (at?.offset ?? 0));
  const day = letter ? dayOfLetter(letter) : today;
  const inForce = (entry: GuidelineEntry): EntryGroup => inForceOn(knowledge, entry, day);
  const own = issue ? entriesOfIssue(knowledge, issue, day, inForce) : new Set<GuidelineEntry>();
  const groupOf = (entry: GuidelineEntry): EntryGroup => (own.has(entry) ? "issue" : inForce(entry));
  const all = entriesIn(knowledge);
  if (query.trim() === "") {
    const found = [...own, ...all.filter((entry) => !own.has(entry))];
    return { day, entries: inOrder(found.map((entry) => ({ entry, group: groupOf(entry) }))) };
  }
  const matches = search(readQuery(query, knowledge), all, titleOf(knowledge));
  const best = matches[0]?.score ?? 0;
  const isExact = new Set(matches.flatMap((one) => (one.isExact ? [one.item] : [])));
  const found = matches.slice(0, maxFound).map(
    ({ item, score }): FoundEntry => ({
      entry: item,
      group: isExact.has(item) || score >= minShare * best ? groupOf(item) : "less",
    }),
  );
  const exactFirst = inOrder(found).map((one) =>
    isExact.has(one.entry) ? { ...one, group: "exact" as const } : one,
  );
  return { day, entries: inOrder(exactFirst) };
}

const groups: readonly EntryGroup[] = ["exact", "issue", "inForce", "undated", "notInForce", "less"];

const inOrder = (found: readonly FoundEntry[]): readonly FoundEntry[] =>
  found.toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));

const entriesIn = memoize((knowledge: Knowledge) => guidelineEntries(knowledge));

const titleOf = memoize((knowledge: Knowledge): ((entry: GuidelineEntry) => SearchedTitle) =>
  memoize(({ kind, name, alsoNamed, place }: GuidelineEntry) => {
    const guideline = knowledge.guideline(place.guideline);
    const where = kind === "guideline" || !guideline ? [] : [guideline.name, ...guideline.aliases];
    return searchedTitle(name, alsoNamed, where, kind === "topic" ? place.topic : undefined);
  }),
);

function inForceOn(knowledge: Knowledge, { place }: GuidelineEntry, day: string): EntryGroup {
  const guideline = knowledge.guideline(place.guideline);
  const known = guideline && isInForceOn(guideline, day);
  if (known === undefined) return "undated";
  return known ? "inForce" : "notInForce";
}

/** The entries about the disputed treatment, the most specific first. */
function entriesOfIssue(
  knowledge: Knowledge,
  issue: Issue,
  day: string,
  inForce: (entry: GuidelineEntry) => EntryGroup,
): ReadonlySet<GuidelineEntry> {
  const { treatment } = issue.heading;
  const subject = subjectOf({ issue, knowledge }, day);
  const all = entriesIn(knowledge).filter(
    (entry) => entry.kind !== "drug" && inForce(entry) !== "notInForce",
  );
  const byTopic = new Map(
    all.flatMap((entry) => (entry.kind === "topic" ? [[entry.place.topic, entry]] : [])),
  );
  const ofDrugs = knowledge
    .drugsIn(treatment)
    .flatMap(({ drug }) => topicsForDrug(drug, knowledge, day).topics)
    .flatMap(({ topic }) => byTopic.get(topic.id) ?? []);
  const query = readQuery(`${treatment} `, knowledge);
  const matches = search(query, all, titleOf(knowledge));
  const best = matches[0]?.score ?? 0;
  const alike = matches.filter(({ score }) => score >= minShare * best).slice(0, maxOfIssue);
  const chapters = all.filter(({ kind, place: { guideline } }) => {
    const one = kind === "guideline" ? knowledge.guideline(guideline) : undefined;
    return one !== undefined && isAbout(subject, one);
  });
  // A title with one of several words, such as the part of the body, is less specific than its chapter.
  const isSpecific = query.length === 1 || (matches[0]?.matched ?? 0) > 1;
  const named = alike.map(({ item }) => item);
  const found = isSpecific ? [...named, ...chapters] : [...chapters, ...named];
  return new Set(inForceFirst([...ofDrugs, ...found], inForce));
}

const maxOfIssue = 8;

const inForceFirst = (
  entries: readonly GuidelineEntry[],
  inForce: (entry: GuidelineEntry) => EntryGroup,
): readonly GuidelineEntry[] =>
  entries.toSorted((a, b) => groups.indexOf(inForce(a)) - groups.indexOf(inForce(b)));
