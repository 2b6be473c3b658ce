/** Finds where a letter names its disputed treatments: drugs by any of their names, other treatments in the headings' words. */

import { flatten } from "../base/flatText.ts";
import type { Span } from "../base/span.ts";
import { inside, lastStartingAtOrBefore } from "../base/span.ts";
import type { Drug, Knowledge } from "../knowledge/types.ts";
import type { Issue, Letter } from "../letter/types.ts";
import { drugMentionsWithin } from "./drugMentions.ts";
import { withoutAssociatedService } from "./request.ts";
import { type TreatmentAttributes, treatmentAttributesOf } from "./treatmentAttributes.ts";

/** The mention of a drug in a heading: in its disputed portion, or else in the whole request. */
export function drugInHeading(
  letter: Letter,
  { heading }: Issue,
  knowledge: Knowledge,
  isMeant: (drug: Drug) => boolean,
): Span | undefined {
  const { request, treatmentSpan } = heading;
  const named = drugMentionsWithin(letter, request, knowledge).filter(({ drug }) => isMeant(drug));
  return named.find(({ start }) => start >= treatmentSpan.start) ?? named[0];
}

/** The attributes of a treatment in the words of a heading. */
export const requestedIn = (treatment: string, knowledge: Knowledge): TreatmentAttributes =>
  treatmentAttributesOf(withoutAssociatedService(treatment), knowledge);

/** The attributes of the treatment that an issue disputes. */
export const askedFor = ({ heading }: Issue, knowledge: Knowledge): TreatmentAttributes =>
  requestedIn(heading.treatment, knowledge);

/** Whether what is mentioned is another kind of treatment than requested, or for another body part, side, or level. */
export function speaksOfOther(requested: TreatmentAttributes, mentioned: TreatmentAttributes): boolean {
  const differ = (a: readonly string[], b: readonly string[]): boolean =>
    a.length > 0 && b.length > 0 && !b.some((one) => a.includes(one));
  const kindsOf = ({ kinds }: TreatmentAttributes) => kinds.map(({ kind }) => kind);
  return (
    differ(kindsOf(requested), kindsOf(mentioned)) ||
    differ(requested.regions, mentioned.regions) ||
    differ(requested.sides, mentioned.sides) ||
    differ(requested.levels, mentioned.levels)
  );
}

/** Words for treatments that often mean something else in a sentence: "guidelines support it". */
const ambiguous = new Set(
  "support block wrap unit bed lab ct ot pt injection surgery surgical evaluation exam follow-up".split(" "),
);
/** What has been done isn't what is requested. */
const pastCue =
  /\b(?:dated|showed|shows?|reveal(?:s|ed)|demonstrated|completed|previous(?:ly)?|prior|earlier|past|had|underwent)\b/i;

export interface TreatmentMention extends Span {
  /** The issue that disputes it: the one around the mention, or else the first. */
  readonly issue: Issue;
}

/**
 * The mentions, outside headings, of disputed treatments that aren't drugs, in the heading's own word: "MRI", "physical
 * therapy". Mentions for another body part, and of what has been done, aren't included.
 */
export function treatmentMentions(letter: Letter, knowledge: Knowledge): readonly TreatmentMention[] {
  const treatments = new Map<Issue, TreatmentAttributes>();
  const issuesNamed = new Map<string, Set<Issue>>();
  for (const issue of letter.issues) {
    const requested = askedFor(issue, knowledge);
    if (requested.drugs.length > 0) continue;
    treatments.set(issue, requested);
    for (const name of namesIn(issue.heading.treatment, requested)) {
      issuesNamed.set(name, (issuesNamed.get(name) ?? new Set()).add(issue));
    }
  }
  if (issuesNamed.size === 0) return [];
  const enclosing = issueFinder(letter);
  return matches(letter, [...issuesNamed.keys()]).flatMap((span) => {
    const candidates = issuesNamed.get(nameOf(letter.text, span)) ?? new Set();
    const own = enclosing(span);
    if (own && inside(span, own.heading.span)) return [];
    const words = around(letter.text, span);
    if (pastCue.test(words)) return [];
    const mentioned = { ...treatmentAttributesOf(words, knowledge), kinds: [] };
    const fits = (issue: Issue): boolean => !speaksOfOther(treatments.get(issue) ?? mentioned, mentioned);
    const issue = own && candidates.has(own) && fits(own) ? own : [...candidates].find(fits);
    return issue ? [{ ...span, issue }] : [];
  });
}

/** Returns a function that finds the issue that contains a span. */
export function issueFinder({ issues }: Letter): (words: Span) => Issue | undefined {
  const spans = issues.map((issue) => issue.span);
  return (words) => {
    const issue = issues[lastStartingAtOrBefore(spans, words.start)];
    return issue && inside(words, issue.span) ? issue : undefined;
  };
}

function namesIn(treatment: string, { kinds }: TreatmentAttributes): readonly string[] {
  const own = treatment.toLowerCase();
  return kinds.flatMap((kind) => kind.words).filter((word) => !ambiguous.has(word) && own.includes(word));
}

/** The names in the text from the case summary on, also across line ends. The longest name at each place. */
function matches({ text, summary, span }: Letter, names: readonly string[]): readonly Span[] {
  const from = summary?.narrative.start ?? span.start;
  const patterns = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(" ", "\\s{1,4}").replaceAll("-", "-\\s{0,4}"));
  const pattern = new RegExp(`(?<![\\w-])(?:${patterns.join("|")})s?(?![\\w-])`, "gi");
  return Array.from(text.slice(from, span.end).matchAll(pattern), (match) => ({
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

/** The name as the lists of treatments have it: lower case, singular, in one line. */
function nameOf(text: string, { start, end }: Span): string {
  const name = text.slice(start, end).toLowerCase().replace(/\s+/g, " ").replace("- ", "-");
  return name.replace(/(?<![s])s$/, "");
}

/** The nearby words of the same clause. */
function around(text: string, { start, end }: Span): string {
  const near = (from: number, to: number): readonly string[] =>
    flatten(text, { start: Math.max(0, from), end: Math.min(text.length, to) }).text.split(/[.,;:]/);
  return `${near(start - 30, start).at(-1)} ${near(end, end + 60)[0]}`;
}
