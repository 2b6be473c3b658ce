import { drugMentionsWithin } from "../../../analysis/drugMentions.ts";
import { sameDrug } from "../../../analysis/treatmentAttributes.ts";
import { oneLine } from "../../../base/flatText.ts";
import type { Span } from "../../../base/span.ts";
import type { Drug, DrugMention, Knowledge } from "../../../knowledge/types.ts";
import type { Issue, Letter } from "../../../letter/types.ts";
import { maxLabelLength, shortenLabel, type WordHint, wordEnd } from "./hint.ts";

/** After the first mention of each brand in an issue: its generic name and class. */
export function drugHints(letter: Letter, issue: Issue, knowledge: Knowledge): readonly WordHint[] {
  const inHeading = drugMentionsWithin(letter, issue.heading.request, knowledge);
  const inRationale = issue.rationale ? drugMentionsWithin(letter, issue.rationale.body, knowledge) : [];
  return firstBrands(letter.text, [inHeading, inRationale]).map((mention) => {
    const named = inHeading.find((other) => other.drug === mention.drug);
    return hintOn(letter.text, mention, named === mention ? undefined : named);
  });
}

/**
 * The same in the case summary, but only for disputed drugs: hints on a whole list of medications would make it hard to
 * read.
 */
export function summaryDrugHints(letter: Letter, knowledge: Knowledge): readonly WordHint[] {
  if (letter.summary === undefined) return [];
  const disputed = new Set(
    letter.issues
      .flatMap(({ heading }) => knowledge.drugsIn(heading.treatment))
      .map((mention) => mention.drug),
  );
  return firstBrands(letter.text, [drugMentionsWithin(letter, letter.summary.narrative, knowledge)])
    .filter((mention) => disputed.has(mention.drug))
    .map((mention) => hintOn(letter.text, mention, undefined));
}

/** The first mention of each drug by brand, except next to its generic name, which says the same. */
function firstBrands(text: string, parts: readonly (readonly DrugMention[])[]): readonly DrugMention[] {
  const known = new Set<Drug>();
  return parts.flatMap((mentions) =>
    mentions.filter((mention, index) => {
      if (mention.form !== "brand" || known.has(mention.drug)) return false;
      known.add(mention.drug);
      const adjacent = [mentions[index - 1], mentions[index + 1]];
      return !adjacent.some((other) => other !== undefined && explains(text, mention, other));
    }),
  );
}

/** Names that are further apart are separate mentions. */
const maxDistance = 40;

/** "Flexeril 7.5mg (cyclobenzaprine)", "Lidoderm is a lidocaine patch"; in parentheses, an ingredient is enough. */
function explains(text: string, brand: DrugMention, other: DrugMention): boolean {
  const [from, to] = brand.start < other.start ? [brand.end, other.start] : [other.end, brand.start];
  if (other.form !== "generic" || to - from > maxDistance) return false;
  const between = text.slice(from, to);
  if (/[.;:](?=\s)/.test(between)) return false;
  return other.drug === brand.drug || (/[([/]/.test(between) && sameDrug(brand.drug, other.drug));
}

const hintOn = (text: string, mention: DrugMention, goTo: Span | undefined): WordHint => ({
  kind: "drugs",
  at: wordEnd(text, mention.end),
  label: labelOf(mention.drug, oneLine(text, mention)),
  about: mention.start,
  goTo: goTo && { start: goTo.start, end: goTo.end },
  url: undefined,
});

/** "cyclobenzaprine, muscle relaxant". For products with many ingredients, only the ingredients. */
function labelOf({ generic, drugClass }: Drug, written: string): string {
  // "opioid, long-acting", "medical food (sleep)": only the kind. The generic name already shows combinations.
  const kind = drugClass
    .replace(/(?<!\s)\s*(?:[,;(]|\s\/\s).*$/s, "")
    .replace(generic.includes("/") ? / combination$/ : "", "");
  const names = [written.toLowerCase() === generic ? "" : generic, kind].filter((name) => name !== "");
  const both = names.join(", ");
  if (both.length <= maxLabelLength) return both;
  if (generic.length <= maxLabelLength) return generic;
  const slash = generic.lastIndexOf("/", maxLabelLength - 2);
  return slash > 0 ? `${generic.slice(0, slash)}/…` : shortenLabel(generic);
}
