/** The drugs that a letter names, found once for all who ask. */
import { flatten } from "../letter/flat.ts";
import { firstFrom } from "../letter/lines.ts";
import type { Letter, Span } from "../letter/types.ts";
import type { DrugMention, Knowledge } from "./types.ts";

const found = new WeakMap<
  Letter,
  { readonly knowledge: Knowledge; readonly drugs: readonly DrugMention[] }
>();

/** All drugs that the letter names, in its order, with offsets into its text. */
export function drugsOf(letter: Letter, knowledge: Knowledge): readonly DrugMention[] {
  const known = found.get(letter);
  if (known?.knowledge === knowledge) return known.drugs;
  const flat = flatten(letter.text, letter.span);
  const drugs = knowledge.drugsIn(flat.text).map((mention) => {
    const { start, end } = flat.span(mention.start, mention.end);
    return { start, end, drug: mention.drug, form: mention.form };
  });
  found.set(letter, { knowledge, drugs });
  return drugs;
}

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
