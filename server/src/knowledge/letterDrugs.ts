/** The drugs that a letter names, found once for all who ask. */
import { flatten } from "../letter/flat.ts";
import { firstFrom } from "../letter/lines.ts";
import { rememberedWith } from "../letter/remembered.ts";
import type { Letter, Span } from "../letter/types.ts";
import type { DrugMention, Knowledge } from "./types.ts";

/** All drugs that the letter names, in its order, with offsets into its text. */
export const drugsOf = rememberedWith((letter: Letter, knowledge: Knowledge): readonly DrugMention[] => {
  const flat = flatten(letter.text, letter.span);
  return knowledge.drugsIn(flat.text).map((mention) => {
    const { start, end } = flat.span(mention.start, mention.end);
    return { start, end, drug: mention.drug, form: mention.form };
  });
});

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
