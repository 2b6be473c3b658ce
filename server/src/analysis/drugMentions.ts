/** The drugs that a letter mentions. Cached for each letter. */

import { type FlatText, flatten } from "../base/flatText.ts";
import { memoizeWith } from "../base/memoize.ts";
import type { Span } from "../base/span.ts";
import { firstStartingAtOrAfter, lastStartingAtOrBefore, touches } from "../base/span.ts";
import type { DrugMention, Knowledge } from "../knowledge/types.ts";
import type { Letter } from "../letter/types.ts";
import { dosesAfter } from "./treatment/quantities.ts";

interface Found {
  readonly flat: FlatText;
  readonly mentions: readonly DrugMention[];
  /** The end of each mention in the flat text. */
  readonly ends: readonly number[];
  readonly typoCandidates: readonly Span[];
}

/** Walks over the words of the letter once. */
const foundIn = memoizeWith((letter: Letter, knowledge: Knowledge): Found => {
  const flat = flatten(letter.text, letter.span);
  const found = knowledge.drugWordsIn(flat.text);
  const mentions = found.mentions.map((mention) => {
    const { start, end } = flat.span(mention.start, mention.end);
    return { start, end, drug: mention.drug, form: mention.form };
  });
  const typoCandidates = found.typoCandidates.map(({ start, end }) => flat.span(start, end));
  return { flat, mentions, ends: found.mentions.map(({ end }) => end), typoCandidates };
});

/** All mentions of drugs, in order, with offsets into the text of the letter. */
export const drugMentionsIn = (letter: Letter, knowledge: Knowledge): readonly DrugMention[] =>
  foundIn(letter, knowledge).mentions;

/** The long words that may be a drug's name with a typo, in order. Few of them are. */
export const drugTypoCandidates = (letter: Letter, knowledge: Knowledge): readonly Span[] =>
  foundIn(letter, knowledge).typoCandidates;

/** The mentions within the span. */
export function drugMentionsWithin(
  letter: Letter,
  { start, end }: Span,
  knowledge: Knowledge,
): readonly DrugMention[] {
  const mentions = drugMentionsIn(letter, knowledge);
  const first = firstStartingAtOrAfter(mentions, start);
  let after = first;
  while (after < mentions.length && (mentions[after] as DrugMention).end <= end) after++;
  return mentions.slice(first, after);
}

/** The mention at the offset or right before it. */
export function drugMentionAt(letter: Letter, knowledge: Knowledge, offset: number): DrugMention | undefined {
  const mentions = drugMentionsIn(letter, knowledge);
  const mention = mentions[lastStartingAtOrBefore(mentions, offset)];
  return mention && touches(mention, offset) ? mention : undefined;
}

/** The strength and the count right after a drug's name: at most one of each. */
export function dosesOf(letter: Letter, mention: DrugMention, knowledge: Knowledge): readonly Span[] {
  const { flat, mentions, ends } = foundIn(letter, knowledge);
  const end = ends[firstStartingAtOrAfter(mentions, mention.start)];
  return end === undefined ? [] : dosesAfter(flat, end);
}
