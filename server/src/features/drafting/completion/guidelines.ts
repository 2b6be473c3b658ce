/** The guidelines that a citation can name. Those that fit the letter's dates and the disputed treatment come first. */

import { guidelineOf } from "../../../analysis/citedGuidelines.ts";
import type { Guideline } from "../../../knowledge/types.ts";
import { nonMtus } from "../../../letter/standardWording.ts";
import { citesByPages, guidelineWordsFor, sourceWords } from "../citationFormat.ts";
import type { Citing } from "./citing.ts";
import type { CompletionContext } from "./context.ts";
import { matchesPrefix, skipSpace, startsWithIgnoreCase, suggest, typedFrom } from "./prefix.ts";
import { isAbout } from "./subject.ts";
import type { Suggestion } from "./suggestion.ts";
import { topicsFollow } from "./topics.ts";

/** After "Decision based on", and after the "MTUS" that follows it. */
export function firstGuidelines(context: CompletionContext, citing: Citing): readonly Suggestion[] {
  if (citing.lead === undefined) return [];
  const start = skipSpace(context, citing.lead);
  const typed = typedFrom(context, start);
  const mtus = /^MTUS\s+/i.exec(typed)?.[0].length;
  const year = yearOf(citing);
  const found = citable(context, citing).flatMap((guideline) => {
    const words = sourceWords(citing.generation, guideline, year);
    const rest = about(context, guideline, words);
    if (mtus === undefined) return matchesPrefix(words, typed) ? suggest(context, start, words, rest) : [];
    const name = guidelineWordsFor(citing.generation, guideline, year);
    if (guideline.kind !== "mtus" || !matchesPrefix(name, typed.slice(mtus))) return [];
    return suggest(context, start + mtus, name, { ...rest, label: name });
  });
  if (!startsWithIgnoreCase(nonMtus, typed)) return found;
  const free = { kind: "source", label: `${nonMtus} …`, snippet: true } as const;
  return [...found, ...suggest(context, start, `${nonMtus} \${1:source}.`, free)];
}

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
  return citable(context, citing)
    .filter((guideline) => guideline.kind === "mtus" && !cited.has(guideline))
    .flatMap((guideline) => {
      const words = guidelineWordsFor(
        citesByPages(generation) ? undefined : generation,
        guideline,
        yearOf(citing),
      );
      const start = context.offset - typed.length;
      return startsWithIgnoreCase(words, typed)
        ? suggest(context, start, words, about(context, guideline, words))
        : [];
    });
}

/** No guideline's name is longer. */
const maxNameLength = 120;

const yearOf = ({ day }: Citing): number => Number(day.slice(0, 4));

const about = (context: CompletionContext, guideline: Guideline, label: string) =>
  ({
    kind: "guideline",
    label,
    detail: whenInForce(guideline),
    about: { guideline: guideline.id },
    goesOn: context.knowledge.topicsOf(guideline.id).length > 0 && !topicsFollow(context),
  }) as const;

/** Those about the disputed treatment that were in force on the letter's date come first, and all others after them. */
function citable(context: CompletionContext, { day }: Citing): readonly Guideline[] {
  const rank = (guideline: Guideline): number => {
    const time = timeOf(guideline, day);
    if (guideline.kind === "other") return 4;
    return isAbout(context.subject, guideline)
      ? { now: 0, lately: 1, never: 5 }[time]
      : { now: 2, lately: 3, never: 5 }[time];
  };
  return context.knowledge.guidelines
    .filter((guideline) => guideline.cited !== undefined)
    .map((guideline) => ({ guideline, rank: rank(guideline) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ guideline }) => guideline);
}

/** Requests are decided by the guideline of their own date, so the previous edition is cited for about a year. */
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
