/**
 * Reads the names of the user's own guidelines, of copies and packs, in citations. Letters are parsed without any knowledge, so the parser knows
 * only the names of the MTUS and of publishers: the title of another source is among its topics.
 */
import { isWithinEdits } from "../base/editDistance.ts";
import { type FlatText, flatten } from "../base/flatText.ts";
import { memoizeWith } from "../base/memoize.ts";
import { insideBrackets, outsideBrackets, splitYear, wordsOf } from "../knowledge/normalize.ts";
import type { Guideline, Knowledge } from "../knowledge/types.ts";
import type { Citation, GuidelinePart, Issue, Letter, Located } from "../letter/types.ts";

/** The letter with the citations of the user's own guidelines. The same letter if there are none. */
export const withOwnGuidelines = memoizeWith((letter: Letter, knowledge: Knowledge): Letter => {
  if (knowledge.ownGuidelines.length === 0) return letter;
  const { text } = letter;
  const inPart = <P extends GuidelinePart | undefined>(part: P): P =>
    part && ownCitations(part, text, knowledge);
  const inIssue = (issue: Issue): Issue => {
    const [claims, reviewer] = [inPart(issue.claims), inPart(issue.reviewer)];
    const read = (part: Issue["parts"][number]) =>
      (part === issue.claims ? claims : part === issue.reviewer ? reviewer : undefined) ?? part;
    return { ...issue, claims, reviewer, parts: issue.parts.map(read) };
  };
  return {
    ...letter,
    issues: letter.issues.map(inIssue),
    following: letter.following.map((one) => ({ ...one, issues: one.issues.map(inIssue) })),
  };
});

/** A guideline part with the citations of the user's own guidelines. `text` is that of the letter. */
export function ownCitations<P extends GuidelinePart>(part: P, text: string, knowledge: Knowledge): P {
  if (knowledge.ownGuidelines.length === 0) return part;
  return { ...part, citations: part.citations.map((citation) => ownCitation(citation, text, knowledge)) };
}

function ownCitation(citation: Citation, text: string, knowledge: Knowledge): Citation {
  const { guideline, year } = citation;
  if (guideline && knowledge.guidelineNamed(guideline.value, year?.value)?.isOwn) return citation;
  if (citation.kind === "mtus" && guideline && knowledge.guidelineNamed(guideline.value, year?.value))
    return citation;
  const flat = flatten(text, citation.span);
  const named = nameIn(flat.text, knowledge.ownGuidelines, year?.value);
  if (named === undefined) return citation;
  const name = flat.span(named.start, named.end);
  const topics = citation.topics.flatMap((topic): readonly Located<string>[] => {
    if (topic.span.end <= name.end) return [];
    if (topic.span.start >= name.end) return [topic];
    return rest(flatten(text, { start: name.end, end: topic.span.end }));
  });
  return { ...citation, guideline: { span: name, value: named.guideline.name }, topics };
}

/** What follows the guideline in the same piece of the citation, without the punctuation before it. */
function rest(flat: FlatText): readonly Located<string>[] {
  const [before = ""] =
    /^(?:[\s.,:;&)/-]|\(?(?:19|20)\d\d\b|(?:and|at|guidelines?|sections?(?:\(s\))?)(?![\w(]))*/i.exec(
      flat.text,
    ) ?? [];
  const value = flat.text.slice(before.length);
  return value === "" ? [] : [{ span: flat.span(before.length, flat.text.length), value }];
}

interface NamedGuideline {
  readonly guideline: Guideline;
  /** Offsets into the flat text. */
  readonly start: number;
  readonly end: number;
}

/** Words that say nothing about which guideline it is. */
const fillers = new Set(["guideline", "mtus", "citation", "non"]);
/** The name begins within so many words. */
const maxStart = 12;

/** The own guideline whose name is in the citation: the one with the most of its words there, and of several editions the one of that year. */
function nameIn(
  text: string,
  guidelines: readonly Guideline[],
  year: number | undefined,
): NamedGuideline | undefined {
  const words = locatedWords(text);
  let best: (NamedGuideline & { readonly score: number }) | undefined;
  for (const guideline of guidelines) {
    const isEdition = year !== undefined && guideline.years.includes(year);
    for (const name of namesOf(guideline)) {
      const found = alignedName(words, name);
      if (found === undefined) continue;
      const score = found.score + (isEdition ? 0.5 : 0);
      if (best === undefined || score > best.score) best = { guideline, ...found, score };
    }
  }
  if (best === undefined) return undefined;
  const { guideline, start, end } = best;
  const [kind = ""] = /^ guidelines?(?!\w)/i.exec(text.slice(end, end + 20)) ?? [];
  return { guideline, start, end: end + kind.length };
}

function namesOf({ name, aliases }: Guideline): readonly (readonly string[])[] {
  return [outsideBrackets(name), ...insideBrackets(name), ...aliases]
    .map((words) => wordsOf(splitYear(words).name, fillers))
    .filter((words) => words.join("").length >= minNameLength);
}

/** Shorter names would be found anywhere. */
const minNameLength = 3;

interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function locatedWords(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu)].flatMap(({ 0: written, index }) =>
    wordsOf(written, fillers).map((word) => ({ word, start: index, end: index + written.length })),
  );
}

/** At least this share of a name's words is in the citation, in order, and at most one word is between two of them. */
const minShare = 0.7;

function alignedName(
  words: readonly Word[],
  name: readonly string[],
): { readonly start: number; readonly end: number; readonly score: number } | undefined {
  let best: { readonly start: number; readonly end: number; readonly score: number } | undefined;
  for (let first = 0; first < Math.min(words.length, maxStart); first++) {
    if (!isSame(words[first]?.word, name[0]) && !isSame(words[first]?.word, name[1])) continue;
    let at = first;
    let matched = 0;
    let start: number | undefined;
    let last = first;
    for (const part of name) {
      const skip = [0, 1].find((more) => isSame(words[at + more]?.word, part));
      if (skip === undefined) continue;
      last = at + skip;
      start ??= last;
      at = last + 1;
      matched++;
    }
    const score = 2 * matched - name.length;
    if (start === undefined || matched < name.length * minShare || score <= (best?.score ?? -1)) continue;
    best = { start: words[start]?.start ?? 0, end: words[last]?.end ?? 0, score };
  }
  return best;
}

/** Long words may have a typo. */
function isSame(word: string | undefined, part: string | undefined): boolean {
  if (word === undefined || part === undefined) return false;
  return word === part || (part.length >= 6 && isWithinEdits(word, part, 1));
}
