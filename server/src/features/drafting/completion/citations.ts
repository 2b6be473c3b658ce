/** Citations in a guideline part, step by step: the source, the guideline, its topics, their pages. */
import { basedOn, citesNothing, nonMtus, outsideMtus } from "../../../letter/standardWording.ts";
import type { Citing } from "./citing.ts";
import type { CompletionContext, CompletionProvider } from "./context.ts";
import { firstGuidelines, moreGuidelines } from "./guidelines.ts";
import { pageSuggestions } from "./pages.ts";
import { skipSpace, startsWithIgnoreCase, suggest, typedFrom } from "./prefix.ts";
import type { Suggestion } from "./suggestion.ts";
import { topicSuggestions } from "./topics.ts";

export const citationSuggestions: CompletionProvider = (context) => {
  const { citing } = context;
  if (citing === undefined || citing.part.citesNothing !== undefined) return [];
  return (
    pageSuggestions(context) ?? [
      ...firstGuidelines(context, citing),
      ...topicSuggestions(context),
      ...moreGuidelines(context, citing),
      ...sources(context, citing),
    ]
  );
};

/** The beginning of a guideline part, or of another sentence in it. */
function sources(context: CompletionContext, citing: Citing): readonly Suggestion[] {
  const { part, lead } = citing;
  const sentence = lead === undefined ? (part.outsideMtus ?? part.label).end : afterCitation(context, lead);
  if (sentence === undefined) return [];
  const start = skipSpace(context, sentence);
  const typed = typedFrom(context, start);
  // A part with a citation may be complete, so another sentence is suggested only once it is begun.
  if (lead !== undefined && context.trigger === "typed" && typed === "") return [];
  return openings(part.kind, lead !== undefined, part.outsideMtus !== undefined).flatMap(
    ({ words, ...rest }) =>
      startsWithIgnoreCase(words, typed) ? suggest(context, start, words, { kind: "source", ...rest }) : [],
  );
}

/** The offset after the last period that ends a citation. */
function afterCitation({ letter, offset }: CompletionContext, lead: number): number | undefined {
  const stop = [...letter.text.slice(lead, offset).matchAll(/\.(?=\s)/g)].at(-1);
  return stop && lead + stop.index + 1;
}

interface Opening {
  readonly words: string;
  readonly label: string;
  readonly snippet?: boolean;
  readonly goesOn?: boolean;
}

function openings(kind: "claims" | "reviewer", isAnother: boolean, outside: boolean): readonly Opening[] {
  const mtus = `${basedOn} MTUS`;
  const other = `${basedOn} ${nonMtus}`;
  const odg = `${other} Official Disability Guidelines (ODG)`;
  const [nothing, outsideOnly] = [citesNothing(kind), outsideMtus(kind)];
  return [
    ...(outside && !isAnother ? [] : [{ words: mtus, label: mtus, goesOn: true }]),
    { words: odg, label: odg, goesOn: true },
    { words: `${other} \${1:source}.`, label: `${other} …`, snippet: true },
    ...(isAnother || outside
      ? []
      : [
          { words: nothing, label: nothing },
          { words: `${outsideOnly} ${other}`, label: outsideOnly, goesOn: true },
        ]),
  ];
}
