/** The drugs that a letter names, found once for all who ask. */
import { flatten } from "../letter/flat.ts";
import { firstFrom } from "../letter/lines.ts";
import { rememberedWith } from "../letter/remembered.ts";
import type { Letter, Span } from "../letter/types.ts";
import type { DrugMention, Knowledge } from "./types.ts";

interface Named {
  readonly drugs: readonly DrugMention[];
  readonly likeDrugs: readonly Span[];
}

/** One walk over the letter's words for both. */
const namedIn = rememberedWith((letter: Letter, knowledge: Knowledge): Named => {
  const flat = flatten(letter.text, letter.span);
  const likeDrugs: Span[] = [];
  const mentions = knowledge.drugsIn(flat.text, (start, end) => likeDrugs.push(flat.span(start, end)));
  const drugs = mentions.map((mention) => {
    const { start, end } = flat.span(mention.start, mention.end);
    return { start, end, drug: mention.drug, form: mention.form };
  });
  return { drugs, likeDrugs };
});

/** All drugs that the letter names, in its order, with offsets into its text. */
export const drugsOf = (letter: Letter, knowledge: Knowledge): readonly DrugMention[] =>
  namedIn(letter, knowledge).drugs;

/** The long words that may be a drug's name with a wrong letter, in order; few of them are. */
export const likeDrugs = (letter: Letter, knowledge: Knowledge): readonly Span[] =>
  namedIn(letter, knowledge).likeDrugs;

/** Those that lie in the span. */
export function drugsWithin(
  letter: Letter,
  { start, end }: Span,
  knowledge: Knowledge,
): readonly DrugMention[] {
  const drugs = drugsOf(letter, knowledge);
  const first = firstFrom(drugs, start);
  let after = first;
  while (after < drugs.length && (drugs[after] as DrugMention).end <= end) after++;
  return drugs.slice(first, after);
}
