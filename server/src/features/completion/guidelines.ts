/** The guidelines that a citation can name, those that fit the letter's dates and the disputed treatment first. */

import { guidelineOf } from "../../analysis/citedGuidelines.ts";
import type { Guideline } from "../../knowledge/types.ts";
import { nonMtus } from "../../letter/wording.ts";
import { citesByPages, guidelineWordsFor, sourceWords } from "../citationForm.ts";
import type { Citing } from "./citing.ts";
import type { Place } from "./place.ts";
import { isAbout, subjectOf } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";
import { topicsFollow } from "./topics.ts";
import { begins, fits, skipSpace, suggest, typedFrom } from "./typed.ts";

/** Behind "Decision based on", and behind the "MTUS" after it. */
export function firstGuidelines(place: Place, citing: Citing): readonly Suggestion[] {
  if (citing.lead === undefined) return [];
  const start = skipSpace(place, citing.lead);
  const typed = typedFrom(place, start);
  const mtus = /^MTUS\s+/i.exec(typed)?.[0].length;
  const year = yearOf(citing);
  const found = citable(place, citing).flatMap((guideline) => {
    const words = sourceWords(citing.generation, guideline, year);
    const rest = about(place, guideline, words);
    if (mtus === undefined) return fits(words, typed) ? suggest(place, start, words, rest) : [];
    const name = guidelineWordsFor(citing.generation, guideline, year);
    if (guideline.kind !== "mtus" || !fits(name, typed.slice(mtus))) return [];
    return suggest(place, start + mtus, name, { ...rest, label: name });
  });
  if (!begins(nonMtus, typed)) return found;
  const free = { kind: "source", label: `${nonMtus} …`, snippet: true } as const;
  return [...found, ...suggest(place, start, `${nonMtus} \${1:source}.`, free)];
}

/** Behind the "and" that leads from one guideline to the next: "Low Back Complaints 2004, and …". */
export function furtherGuidelines(place: Place, citing: Citing): readonly Suggestion[] {
  const { part, lead, generation } = citing;
  const last = part.citations.at(-1);
  if (lead === undefined || last?.kind !== "mtus" || last.year === undefined) return [];
  if (last.year.span.end < lead) return [];
  const since = place.letter.text.slice(last.year.span.end, place.offset).slice(-mostWords);
  const typed = /\sand\s+([^,;.()]*)$/i.exec(since)?.[1];
  if (typed === undefined) return [];
  const cited = new Set(part.citations.map((citation) => guidelineOf(citation, place.knowledge)));
  return citable(place, citing)
    .filter((guideline) => guideline.kind === "mtus" && !cited.has(guideline))
    .flatMap((guideline) => {
      const words = guidelineWordsFor(
        citesByPages(generation) ? undefined : generation,
        guideline,
        yearOf(citing),
      );
      const start = place.offset - typed.length;
      return begins(words, typed) ? suggest(place, start, words, about(place, guideline, words)) : [];
    });
}

/** No guideline's name is longer. */
const mostWords = 120;

const yearOf = ({ day }: Citing): number => Number(day.slice(0, 4));

const about = (place: Place, guideline: Guideline, label: string) =>
  ({
    kind: "guideline",
    label,
    detail: whenInForce(guideline),
    about: { guideline: guideline.id },
    goesOn: place.knowledge.topicsOf(guideline.id).length > 0 && !topicsFollow(place),
  }) as const;

/** Those on the disputed treatment that were in force on the letter's day first; all others after them. */
function citable(place: Place, { day }: Citing): readonly Guideline[] {
  const subject = subjectOf(place);
  const rank = (guideline: Guideline): number => {
    const time = timeOf(guideline, day);
    if (guideline.kind === "other") return 4;
    return isAbout(subject, guideline)
      ? { now: 0, lately: 1, never: 5 }[time]
      : { now: 2, lately: 3, never: 5 }[time];
  };
  return place.knowledge.guidelines
    .filter((guideline) => guideline.cited !== undefined)
    .map((guideline) => ({ guideline, rank: rank(guideline) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ guideline }) => guideline);
}

/** A request is decided by the guideline of its own day, so that the edition before is cited for a year or so. */
function timeOf({ cited }: Guideline, day: string): "now" | "lately" | "never" {
  const { from = "", until = "9" } = cited ?? {};
  if (day < from) return "never";
  if (day < until) return "now";
  return Number(day.slice(0, 4)) - Number(until.slice(0, 4)) <= 1 ? "lately" : "never";
}

/** "2009-2016", "until 2017", "from 2017". */
function whenInForce({ cited }: Guideline): string | undefined {
  const [from, until] = [cited?.from?.slice(0, 4), cited?.until?.slice(0, 4)];
  if (from && until) return `${from}-${until}`;
  if (until) return `until ${until}`;
  return from && `from ${from}`;
}
