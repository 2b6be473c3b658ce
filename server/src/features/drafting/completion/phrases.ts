/** Common phrases of a rationale, at the start of a sentence: those for missing elements come first. */

import { checklist, type ElementName } from "../../../analysis/checklist.ts";
import { flatten } from "../../../base/flatText.ts";
import { sentences } from "../../../base/sentences.ts";
import { plainInSnippet } from "../../../base/snippet.ts";
import { conclusion, necessity } from "../../../letter/standardWording.ts";
import type { Citation, Issue, RationalePart } from "../../../letter/types.ts";
import type { CompletionContext, CompletionProvider } from "./context.ts";
import { endsSentence } from "./place.ts";
import { startsWithIgnoreCase, suggest, typedFrom } from "./prefix.ts";

interface Phrase {
  readonly element: ElementName;
  /** A snippet, with tab stops for what only the reviewer knows. */
  readonly words: string;
  readonly label: string;
}

export const phraseSuggestions: CompletionProvider = (context) => {
  const { trigger, issue, part } = context;
  if (trigger === "typed" || issue === undefined || part?.kind !== "rationale") return [];
  const start = sentenceStart(context, part);
  const typed = typedFrom(context, start);
  if (typed.length > 0 && typed.length < 3 && trigger === "byHand") return [];
  const has = new Set(
    checklist(context.letter, issue, context.knowledge).flatMap(({ name, present }) =>
      present ? [name] : [],
    ),
  );
  const phrases = phrasesFor(issue).filter(({ element }) => element !== "conclusion" || !has.has(element));
  return [
    ...phrases.filter(({ element }) => !has.has(element)),
    ...phrases.filter(({ element }) => has.has(element)),
  ]
    .filter(({ words }) => startsWithIgnoreCase(words, typed))
    .flatMap(({ element, words, label }) => {
      const detail = has.has(element) ? undefined : `${elementNames[element]} missing`;
      return suggest(context, start, words, { kind: "sentence", label, detail, snippet: true });
    });
};

/** The offset where the sentence at the cursor starts. */
function sentenceStart({ letter, offset }: CompletionContext, { label }: RationalePart): number {
  const flat = flatten(letter.text, { start: label.end, end: offset });
  const last = sentences(flat.text).at(-1);
  if (last === undefined) return offset;
  const ended =
    endsSentence(flat.text.slice(last.start, last.end)) && /\s/.test(letter.text.charAt(offset - 1));
  return ended ? offset : flat.span(last.start, last.end).start;
}

/** Short, because the list shows them next to the phrase. */
const elementNames: Readonly<Partial<Record<ElementName, string>>> = {
  treatmentNamed: "treatment",
  criterion: "criterion",
  findings: "findings",
  conclusion: "conclusion",
};

function phrasesFor({ heading, reviewer }: Issue): readonly Phrase[] {
  const treatment = heading.treatment === "" ? "${1:treatment}" : plainInSnippet(heading.treatment);
  const shown = heading.treatment || "…";
  const authorities = authoritiesOf(reviewer?.citations ?? []);
  const outcome = heading.decision?.outcome;
  const verdicts = (outcome ? [outcome] : (["upheld", "overturned"] as const)).map((one) => necessity[one]);
  return [
    {
      element: "treatmentNamed",
      words: `The disputed request is for ${treatment}.`,
      label: `The disputed request is for ${shown}.`,
    },
    ...authorities.flatMap((authority): Phrase[] => [
      {
        element: "criterion",
        words: `The ${authority} recommends \${1:treatment} for \${2:condition} when \${3:criterion}.`,
        label: `The ${authority} recommends … when …`,
      },
      {
        element: "criterion",
        words: `The ${authority} does not recommend \${1:treatment} for \${2:condition}.`,
        label: `The ${authority} does not recommend …`,
      },
    ]),
    {
      element: "findings",
      words: "The medical records submitted for review show ${1:finding}.",
      label: "The medical records submitted for review show …",
    },
    {
      element: "findings",
      words: "There is no documentation of ${1:finding}.",
      label: "There is no documentation of …",
    },
    ...verdicts.map(
      (verdict): Phrase => ({
        element: "conclusion",
        words: conclusion(treatment, verdict),
        label: conclusion(shown, verdict),
      }),
    ),
  ];
}

/** Whose criteria the reviewer applies, judging by what is cited. */
function authoritiesOf(citations: readonly Citation[]): readonly string[] {
  const named = citations.flatMap(({ kind, guideline }) => {
    if (kind === "mtus") return ["MTUS"];
    return /\bODG\b|Official Disability/i.test(guideline?.value ?? "") ? ["ODG"] : [];
  });
  return named.length === 0 ? ["MTUS"] : [...new Set(named)];
}
