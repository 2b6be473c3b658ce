/** The guidelines that a citation can name. Those that fit the letter's dates and the disputed treatment come first. */

import { guidelineOf } from "../../../analysis/citedGuidelines.ts";
import { memoize } from "../../../base/memoize.ts";
import type { Guideline } from "../../../knowledge/types.ts";
import { nonMtus } from "../../../letter/standardWording.ts";
import { searchedTitle } from "../../guidelines/titleSearch.ts";
import { citesByPages, guidelineWordsFor, isCitedByYear, sourceOf } from "../citationFormat.ts";
import type { Citing } from "./citing.ts";
import type { CompletionContext } from "./context.ts";
import {
  matchesPrefix,
  sameWords,
  skipSpace,
  startsWithIgnoreCase,
  suggest,
  suggestMatch,
  typedFrom,
} from "./prefix.ts";
import { searchTyped } from "./searchTyped.ts";
import { isAbout } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";
import { topicsFollow } from "./topics.ts";

/** After "Decision based on", and after the "MTUS" that follows it. */
export function firstGuidelines(context: CompletionContext, citing: Citing): readonly Suggestion[] {
  if (citing.lead === undefined) return [];
  const start = skipSpace(context, citing.lead);
  const typed = typedFrom(context, start);
  const mtus = /^MTUS\s+/i.exec(typed)?.[0].length ?? 0;
  const wordsOf = ({ guideline, name }: Citable) => (mtus > 0 ? name : `${sourceOf(guideline)} ${name}`);
  const all = citable(context, citing).filter(({ guideline }) => mtus === 0 || guideline.kind === "mtus");
  const found = matching(context, all, typed.slice(mtus), wordsOf).flatMap((one) =>
    suggestMatch(context, start + mtus, wordsOf(one), typed.slice(mtus), about(context, one, wordsOf(one))),
  );
  if (!startsWithIgnoreCase(nonMtus, typed)) return found;
  const free = { kind: "source", label: `${nonMtus} …`, snippet: true } as const;
  return [...found, ...suggest(context, start, `${nonMtus} \${1:source}.`, free)];
}

/** Those whose words begin with what is typed, and then those that it means otherwise. */
function matching(
  { knowledge }: CompletionContext,
  all: readonly Citable[],
  typed: string,
  wordsOf: (one: Citable) => string,
): readonly Citable[] {
  const begun = all.filter((one) => matchesPrefix(wordsOf(one), typed));
  if (begun.some((one) => sameWords(wordsOf(one), typed))) return begun;
  const meant = searchTyped(typed, all, ({ guideline }) => titleOfGuideline(guideline), knowledge);
  return [...begun, ...meant.filter((one) => !begun.includes(one))];
}

const titleOfGuideline = memoize(({ name, aliases }: Guideline) => searchedTitle(name, aliases, []));

/** After the "and" between two guidelines: "Low Back Complaints 2004, and …". */
export function moreGuidelines(context: CompletionContext, citing: Citing): readonly Suggestion[] {
  const { part, lead, generation } = citing;
  const last = part.citations.at(-1);
  if (lead === undefined || last?.kind !== "mtus" || last.year === undefined) return [];
  if (last.year.span.end < lead) return [];
  const since = context.letter.text.slice(last.year.span.end, context.offset).slice(-maxNameLength);
  const typed = /\sand\s+([^,;.()]*)$/i.exec(since)?.[1];
  if (typed === undefined) return [];
  const cited = new Set(part.citations.map((citation) => guidelineOf(citation, context.knowledge)));
  const byYear = { ...citing, generation: citesByPages(generation) ? undefined : generation };
  const others = citable(context, byYear).filter(
    ({ guideline }) => guideline.kind === "mtus" && !cited.has(guideline),
  );
  const start = context.offset - typed.length;
  return matching(context, others, typed, ({ name }) => name).flatMap((one) =>
    suggestMatch(context, start, one.name, typed, about(context, one, one.name)),
  );
}

/** No guideline's name is longer. */
const maxNameLength = 120;

const about = (context: CompletionContext, { guideline, when }: Citable, label: string) =>
  ({
    kind: "guideline",
    label,
    detail: when,
    about: { guideline: guideline.id },
    goesOn: context.knowledge.topicsOf(guideline.id).length > 0 && !topicsFollow(context),
  }) as const;

/** A guideline, or one of its editions. */
interface Citable {
  readonly guideline: Guideline;
  /** The name and the year, as the letter cites it. */
  readonly name: string;
  /** "2009-2016", "until 2017", "from 2017". */
  readonly when: string | undefined;
  readonly time: "now" | "lately" | "undated" | "never";
}

/** Those about the disputed treatment that were in force on the letter's date come first, and all others after them. */
function citable(context: CompletionContext, citing: Citing): readonly Citable[] {
  const rank = ({ guideline, time }: Citable): number => {
    if (guideline.kind === "other") return 4;
    const ranks = isAbout(context.subject, guideline)
      ? { now: 0, lately: 1, undated: 3, never: 6 }
      : { now: 2, lately: 3, undated: 5, never: 6 };
    return ranks[time];
  };
  return context.knowledge.guidelines
    .filter((guideline) => guideline.cited !== undefined)
    .flatMap((guideline) => editionsOf(guideline, citing))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** If the guideline is cited by the year of its edition, each of its editions; otherwise the guideline. */
function editionsOf(guideline: Guideline, { generation, day }: Citing): readonly Citable[] {
  const { cited } = guideline;
  const editions = guideline.editions.filter(({ proposed }) => !proposed);
  const isByEdition =
    cited?.year === undefined && editions.length > 1 && isCitedByYear(generation, guideline);
  if (!cited || !isByEdition) {
    const name = guidelineWordsFor(generation, guideline, day);
    const [from, until] = [cited?.from, cited?.until];
    return [{ guideline, name, when: whenInForce(from, until), time: timeOf(day, from, until) }];
  }
  return editions.map(({ years, from, until }) => ({
    guideline,
    name: `${cited.name} ${years[0]}`,
    when: whenInForce(from, until),
    time: from === undefined && until === undefined ? "undated" : timeOf(day, from, until),
  }));
}

/** Requests are decided by the guideline of their own date, so the previous edition is cited for about a year. */
function timeOf(day: string, from = "", until = "9"): Citable["time"] {
  if (day < from) return "never";
  if (day < until) return "now";
  return Number(day.slice(0, 4)) - Number(until.slice(0, 4)) <= 1 ? "lately" : "never";
}

function whenInForce(from: string | undefined, until: string | undefined): string | undefined {
  const [first, last] = [from?.slice(0, 4), until?.slice(0, 4)];
  if (first && last) return `${first}-${last}`;
  if (last) return `until ${last}`;
  return first && `from ${first}`;
}
