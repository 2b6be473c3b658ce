/**
 * The parts of a letter that are written freely, ready to be read for meaning. Everything that reads them shares one flat text,
 * its lower case, its sentences, its dates, and what triggers say in a sentence. Each is made when it's first asked for.
 */
import { type FlatText, flatten, isBlank } from "../base/flatText.ts";
import { memoize } from "../base/memoize.ts";
import { withNumerals } from "../base/numberWords.ts";
import { type FlatRange, sentences } from "../base/sentences.ts";
import type { Span } from "../base/span.ts";
import type { Assertion } from "../letter/context/assertion.ts";
import {
  assertionAt,
  assertionTriggers,
  type Scope,
  scopesAmong,
  scopesIn,
  type TriggerIndex,
  type Word,
  wordsOf,
} from "../letter/context/scopes.ts";
import { type Dated, datesIn, type FlatDate } from "../letter/dates.ts";
import type { Issue, Letter } from "../letter/types.ts";
import type { Place, Source, Statement } from "./statements/statement.ts";
import { scanWords, type WordScan } from "./wordScan.ts";

const sources: Readonly<Record<Place, Source>> = {
  caseDetails: "caseDetails",
  summary: "summary",
  heading: "caseDetails",
  claims: "utilizationReview",
  reviewer: "guideline",
  rationale: "reviewer",
};

export class Passage {
  readonly place: Place;
  readonly issue: Issue | undefined;
  /** Who speaks there, unless the words say otherwise. */
  readonly source: Source;
  readonly span: Span;
  readonly flat: FlatText;
  readonly #letterText: string;
  #lower: string | undefined;
  #spaced: string | undefined;
  #numbered: string | undefined;
  #sentences: readonly FlatRange[] | undefined;
  #dated: Dated | undefined;
  #scan: WordScan | undefined;
  /** By sentence. */
  readonly #words = new Map<number, readonly Word[]>();
  readonly #scopes = new Map<TriggerIndex, Map<number, readonly Scope[]>>();

  constructor(letterText: string, span: Span, place: Place, issue: Issue | undefined) {
    this.place = place;
    this.issue = issue;
    this.source = sources[place];
    this.span = span;
    this.flat = flatten(letterText, span);
    this.#letterText = letterText;
  }

  /** The flat text in lower case, with the same offsets: an expression that ignores case takes ten times as long. */
  get lower(): string {
    if (this.#lower === undefined) {
      const { text } = this.flat;
      const lower = text.toLowerCase();
      // A few letters of other alphabets change their length.
      this.#lower = lower.length === text.length ? lower : text;
    }
    return this.#lower;
  }

  /**
   * The same with a space before it and in place of what may be right before a word, to search for words after a space: an
   * expression that begins with a space is several times as fast as one that begins with any of many letters. An offset in it is
   * that of the character after it.
   */
  get spaced(): string {
    this.#spaced ??= ` ${this.lower.replace(/[("'[/-]/g, " ")}`;
    return this.#spaced;
  }

  /** The text in lower case with a private character in place of each number in words, to search for numbers. */
  get numbered(): string {
    this.#numbered ??= withNumerals(this.lower);
    return this.#numbered;
  }

  /** Ranges of the flat text. */
  get sentences(): readonly FlatRange[] {
    this.#sentences ??= sentences(this.flat.text);
    return this.#sentences;
  }

  /** In order. */
  get dates(): readonly FlatDate[] {
    return this.dated.dates;
  }

  get dated(): Dated {
    this.#dated ??= datesIn(this.#letterText, this.span);
    return this.#dated;
  }

  get scan(): WordScan {
    this.#scan ??= scanWords(this.flat.text);
    return this.#scan;
  }

  /** The index of the sentence around an offset of the flat text. */
  indexAt(at: number): number {
    const all = this.sentences;
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle] as FlatRange).end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words of a sentence in lower case, and its marks. Offsets count from its start. */
  wordsIn(index: number): readonly Word[] {
    let words = this.#words.get(index);
    if (!words) {
      const { start, end } = this.sentences[index] as FlatRange;
      words = wordsOf(this.lower.slice(start, end));
      this.#words.set(index, words);
    }
    return words;
  }

  /** What the triggers of a list say in a sentence. Offsets count from the start of the sentence. */
  scopesOf(index: number, triggers = assertionTriggers): readonly Scope[] {
    const { start, end } = this.sentences[index] as FlatRange;
    let known = this.#scopes.get(triggers);
    if (!known) {
      known = new Map();
      this.#scopes.set(triggers, known);
    }
    let scopes = known.get(index);
    if (!scopes) {
      scopes = scopesAmong(this.wordsIn(index), end - start, triggers);
      known.set(index, scopes);
    }
    return scopes;
  }
}

/** All of them, in the order of the letter: case details, summary, and the parts of the issues. Without those that are blank. */
export const writtenParts = memoize(({ text, frontMatter, summary, issues }: Letter): readonly Passage[] => {
  const parts: Passage[] = [];
  const add = (span: Span, place: Place, issue?: Issue) => {
    if (!isBlank(span)) parts.push(new Passage(text, span, place, issue));
  };
  if (frontMatter) add(frontMatter.span, "caseDetails");
  if (summary) add(summary.narrative, "summary");
  for (const issue of issues) {
    add(issue.heading.span, "heading", issue);
    for (const part of issue.parts) add(part.body, part.kind, issue);
  }
  return parts;
});

/** Those that tell of the employee: the summary and the rationales. */
export const passagesOf = memoize((letter: Letter): readonly Passage[] =>
  writtenParts(letter).filter(({ place }) => place === "summary" || place === "rationale"),
);

/** The sentences that hold the offsets, which are in order. Each once. */
export function sentencesWith(passage: Passage, offsets: readonly number[]): readonly PassageSentence[] {
  const found: PassageSentence[] = [];
  for (const at of offsets) {
    const last = found.at(-1);
    if (!last || at >= last.end) found.push(sentenceAt(passage, at));
  }
  return found;
}

/** A sentence of a passage, and where it is in the passage's flat text. */
export interface PassageSentence extends FlatRange {
  readonly text: string;
  readonly index: number;
}

/** The sentence around an offset of the passage's flat text. */
export function sentenceAt(passage: Passage, at: number): PassageSentence {
  const { text } = passage.flat;
  const index = passage.indexAt(at);
  const { start, end } = passage.sentences[index] ?? { start: at, end: text.length };
  return { text: text.slice(start, end), start, end, index };
}

/** In UTF-16 units: a text without a period isn't read again and again for each of its dates. */
const maxReach = 500;

/** The part of the sentence that is near a range of the flat text. */
export function contextOf(passage: Passage, { start, end }: Span): FlatRange {
  const sentence = passage.sentences[passage.indexAt(start)] ?? { start, end: passage.flat.text.length };
  return {
    start: Math.max(sentence.start, start - maxReach),
    end: Math.min(Math.max(sentence.end, end), end + maxReach),
  };
}

/** What the sentence says about some of its words. */
export function assertionOf(passage: Passage, range: Span): Assertion {
  const { start, end } = contextOf(passage, range);
  const index = passage.indexAt(range.start);
  const sentence = passage.sentences[index];
  const isWhole = sentence?.start === start && sentence.end === end;
  const scopes = isWhole ? passage.scopesOf(index) : scopesIn(passage.lower.slice(start, end));
  return assertionAt(scopes, range.start - start, range.end - start);
}

/** The words of the sentence before and after an offset, at most that many characters. */
export const wordsBefore = (passage: Passage, at: number, max: number): string =>
  passage.flat.text.slice(Math.max(sentenceStart(passage, at), at - max), at);
export const wordsAfter = (passage: Passage, end: number, max: number): string =>
  passage.flat.text.slice(end, Math.min(sentenceEnd(passage, end - 1), end + max));

const sentenceStart = (passage: Passage, at: number): number =>
  passage.sentences[passage.indexAt(at)]?.start ?? at;
const sentenceEnd = (passage: Passage, at: number): number =>
  passage.sentences[passage.indexAt(at)]?.end ?? passage.flat.text.length;

export const rangeOf = ({ at, end }: FlatDate): Span => ({ start: at, end });

/** A statement of the words in a range of the passage's flat text. */
export function statementIn<T>(
  passage: Passage,
  range: Span,
  value: T,
  assertion = assertionOf(passage, range),
): Statement<T> {
  const { start, end } = passage.flat.span(range.start, range.end);
  const { place, issue, source } = passage;
  return { start, end, value, place, issue, source, assertion };
}
