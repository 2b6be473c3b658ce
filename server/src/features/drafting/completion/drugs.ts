/** Drugs by all their names, in prose and in headings. */

import { drugMentionsIn } from "../../../analysis/drugMentions.ts";
import { memoize } from "../../../base/memoize.ts";
import type { Drug, Knowledge } from "../../../knowledge/types.ts";
import type { CompletionContext, CompletionProvider } from "./context.ts";
import { endsSentence } from "./place.ts";
import { suggest, typedFrom } from "./prefix.ts";
import type { Suggestion } from "./suggestion.ts";

/** Shorter words may become any word, so editors that request suggestions at every key would always list drugs. */
const minWordLength = 3;

/** No drug's name is longer. */
const maxNameLength = 60;

interface Name {
  readonly drug: Drug;
  readonly name: string;
  readonly detail: string;
}

export const drugSuggestions: CompletionProvider = (context) => {
  if (context.trigger === "typed") return [];
  const starts = wordStarts(context);
  const word = typedFrom(context, starts[0] ?? context.offset);
  if (word === "" && !/[\s(/]/.test(context.letter.text.charAt(context.offset - 1))) return [];
  if (/[^A-Za-z-]/.test(word) || (word !== "" && word.length < minWordLength && context.trigger === "byHand"))
    return [];
  const heading = context.heading ?? emptyHeading(context);
  if (!heading && !isProse(context)) return [];
  const capital = heading || startsSentence(context, starts[0] ?? context.offset);
  return sorted(context, word === "").flatMap(({ drug, name, detail }) => {
    // "MS Con" is matched from its first word, even if "Con" begins another name.
    const start = starts.findLast((at) =>
      name.toLowerCase().startsWith(typedFrom(context, at).toLowerCase()),
    );
    if (start === undefined) return [];
    const written = capital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    const rest: Omit<Suggestion, "start" | "text" | "filter"> = {
      kind: "drug",
      label: written,
      detail,
      about: { drug: drug.generic, written },
    };
    return suggest(context, start, written, rest);
  });
};

/** The starts of the word at the cursor (or the cursor, if no word ends there) and of the words before it in its line. */
function wordStarts({ letter, line, offset }: CompletionContext): readonly number[] {
  const from = Math.max(line, offset - maxNameLength);
  const words = [...letter.text.slice(from, offset).matchAll(/(?<![\w/-])[A-Za-z][\w/-]*/g)];
  const last = words.at(-1);
  const atWord = last !== undefined && from + last.index + last[0].length === offset;
  const starts = words.slice(-3).map((word) => from + word.index);
  return [...(atWord ? [] : [offset]), ...starts.toReversed()];
}

const isProse = ({ letter, section, part, offset }: CompletionContext): boolean =>
  section?.kind === "summary"
    ? letter.summary !== undefined && letter.summary.narrative.start <= offset
    : part?.kind === "rationale";

/** The line below the standard sentence, where the first heading belongs. */
const emptyHeading = ({ issue, section, letter, offset }: CompletionContext): boolean =>
  section?.kind === "issues" &&
  issue === undefined &&
  /:\s*$/.test(letter.text.slice(section.heading.end, offset));

const startsSentence = ({ letter, part }: CompletionContext, start: number): boolean => {
  const before = letter.text.slice(Math.max(part?.label.end ?? 0, start - 60), start);
  return before.trim() === "" || endsSentence(before);
};

/** By name. If nothing is typed yet, those that the letter mentions come first. */
function sorted({ letter, knowledge, issue }: CompletionContext, mentionedFirst: boolean): readonly Name[] {
  const names = allNames(knowledge);
  if (!mentionedFirst) return names;
  const disputed = knowledge.drugsIn(issue?.heading.treatment ?? "");
  const mentioned = drugMentionsIn(letter, knowledge);
  const first = new Set([...disputed, ...mentioned].map(({ drug }) => drug));
  return [...[...first].flatMap(namesOf), ...names.filter(({ drug }) => !first.has(drug))];
}

const allNames = memoize(({ drugs }: Knowledge): readonly Name[] =>
  drugs
    .flatMap(namesOf)
    .map((name) => ({ name, key: name.name.toLowerCase() }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ name }) => name),
);

function namesOf(drug: Drug): readonly Name[] {
  const { generic, brands, synonyms = [], drugClass } = drug;
  return [
    { drug, name: generic, detail: drugClass },
    ...brands.map((name) => ({ drug, name, detail: `${drugClass}; brand of ${generic}` })),
    ...synonyms.map((name) => ({ drug, name, detail: `${drugClass}; the same as ${generic}` })),
  ];
}
