/** The sentences of rationales that state the criterion of a cited section. */
import { guidelineParts, guidelineWords } from "../../analysis/citedGuidelines.ts";
import { criterionSentences } from "../../analysis/rationaleElements.ts";
import { memoizeWith } from "../../base/memoize.ts";
import { covers, type Span } from "../../base/span.ts";
import { titleWords } from "../../knowledge/normalize.ts";
import type { Knowledge } from "../../knowledge/types.ts";
import { issueAt, letterAt } from "../../letter/issueAt.ts";
import { lettersIn } from "../../letter/letters.ts";
import type { Citation, Issue, Letter } from "../../letter/types.ts";
import {
  type CitedSection,
  type CitedSource,
  citedSource,
  type StatedSource,
  sectionsOfCitation,
} from "./citedSections.ts";

/** A citation of the reviewer in an issue whose rationale states its criterion. */
export interface StatedCitation {
  readonly citation: Citation;
  readonly source: CitedSource;
  /** The sentences that state the criterion of each of its pieces; one list if there are no pieces. */
  readonly sentences: readonly (readonly Span[])[];
}

/** The reviewer's citations whose criterion the rationale states, with all of its sentences. */
export function statedCitations(letter: Letter, issue: Issue): readonly StatedCitation[] {
  const cited = citedPieces(issue);
  const sentences = new Map(cited.pieces.map((piece) => [piece, [] as Span[]]));
  if (cited.pieces.length > 0) {
    for (const { span, words } of criterionSentences(letter, issue))
      for (const piece of cited.meantBy(words)) sentences.get(piece)?.push(span);
  }
  return cited.citations.flatMap(({ citation, source, pieces }) => {
    const own = pieces.map((piece) => sentences.get(piece) ?? []);
    return own.some((spans) => spans.length > 0) ? [{ citation, source, sentences: own }] : [];
  });
}

/** The same without the sentences, which is faster: a few of them decide which pieces are stated. */
export const statedSources = memoizeWith((issue: Issue, letter: Letter): readonly StatedSource[] => {
  const cited = citedPieces(issue);
  const stated = new Set<CitedPiece>();
  if (cited.pieces.length > 0) {
    for (const { words } of criterionSentences(letter, issue)) {
      for (const piece of cited.meantBy(words)) stated.add(piece);
      if (stated.size === cited.pieces.length) break;
    }
  }
  return cited.citations.flatMap(({ source, pieces }) => {
    const statedPieces = [...pieces.keys()].filter((at) => stated.has(pieces[at]!));
    return statedPieces.length > 0 ? [{ ...source, statedPieces }] : [];
  });
});

/** A piece of a citation, or a citation without pieces. */
interface CitedPiece {
  readonly publisher: Publisher;
  readonly title: string;
}

interface CitedPieces {
  readonly pieces: readonly CitedPiece[];
  readonly citations: readonly {
    readonly citation: Citation;
    readonly source: CitedSource;
    readonly pieces: readonly CitedPiece[];
  }[];
  /**
   * The pieces that a sentence is about: those of the sources that it names, if any, and of these, those whose titles it
   * has words of, if any.
   */
  meantBy(sentence: string): readonly CitedPiece[];
}

function citedPieces({ reviewer }: Issue): CitedPieces {
  const citations = (reviewer?.citations ?? []).flatMap((citation) => {
    const source = citedSource(citation);
    if (source === undefined) return [];
    const publisher = publisherOf(citation);
    const titles = source.pieces.length === 0 ? [""] : source.pieces;
    return [{ citation, source, pieces: titles.map((title) => ({ publisher, title })) }];
  });
  const pieces = citations.flatMap((one) => one.pieces);
  const owners = pieces.length > 1 ? distinctWords(pieces) : new Map<string, CitedPiece>();
  return {
    pieces,
    citations,
    meantBy(sentence) {
      const named = publishersIn(sentence);
      const own = pieces.filter(({ publisher }) => isAbout(publisher, named));
      if (own.length <= 1 || owners.size === 0) return own;
      const words = new Set(titleWords(sentence));
      const titled = new Set([...owners].flatMap(([word, piece]) => (words.has(word) ? [piece] : [])));
      const both = own.filter((piece) => titled.has(piece));
      return both.length > 0 ? both : own;
    },
  };
}

type Publisher = "mtus" | "acoem" | "odg" | "other";

const odg = /\bODG\b|\bOfficial Disability\b/i;
const acoem = /\bACOEM\b|\bOccupational Medicine\b/i;
const mtus = /\bMTUS\b|\bMedical Treatment Utilization Schedule\b/i;

function publisherOf({ kind, guideline }: Citation): Publisher {
  if (kind === "mtus") return "mtus";
  const name = guideline?.value ?? "";
  if (odg.test(name)) return "odg";
  return acoem.test(name) ? "acoem" : "other";
}

const publishersIn = (words: string): ReadonlySet<Publisher> =>
  new Set(
    (
      [
        ["odg", odg],
        ["acoem", acoem],
        ["mtus", mtus],
      ] as const
    ).flatMap(([name, pattern]) => (pattern.test(words) ? [name] : [])),
  );

/** The chapters of ACOEM are part of the MTUS. */
const isAbout = (publisher: Publisher, named: ReadonlySet<Publisher>): boolean =>
  named.size === 0 || named.has(publisher) || (publisher === "mtus" && named.has("acoem"));

/** The pieces by the words that only one of their titles has. */
function distinctWords(pieces: readonly CitedPiece[]): ReadonlyMap<string, CitedPiece> {
  const owners = new Map<string, CitedPiece | undefined>();
  for (const piece of pieces) {
    for (const word of new Set(titleWords(piece.title))) {
      if (word.length >= minWordLength && !commonTitleWords.has(word))
        owners.set(word, owners.has(word) ? undefined : piece);
    }
  }
  return new Map([...owners].flatMap(([word, piece]) => (piece ? [[word, piece]] : [])));
}

const minWordLength = 4;

/** Words of titles that a sentence may have whatever it's about. */
const commonTitleWords = new Set(
  "acute care chapter chronic consideration criteria general guideline initial medical method pain section special study summary therapy treatment use with without".split(
    " ",
  ),
);

/** The criterion of a section as an issue's rationale states it. */
export interface StatedCriterion {
  readonly letter: Letter;
  readonly issue: Issue;
  readonly section: CitedSection;
  /** In the order of the letter; at least one. */
  readonly sentences: readonly Span[];
}

/** The criteria that the rationales of all letters in a file state. */
export const statedCriteria = (file: Letter, knowledge: Knowledge): readonly StatedCriterion[] =>
  lettersIn(file).flatMap((letter) =>
    letter.issues.flatMap((issue) =>
      statedCitations(letter, issue).flatMap(({ citation, sentences }) =>
        sectionsOfCitation(citation, issue, knowledge).flatMap((section) => {
          const own = sentencesOf(section, sentences);
          return own.length > 0 ? [{ letter, issue, section, sentences: own }] : [];
        }),
      ),
    ),
  );

/** The sentences of the pieces that make up the section, in the order of the letter. */
function sentencesOf({ from, to }: CitedSection, sentences: readonly (readonly Span[])[]): readonly Span[] {
  const pieces = sentences.length === 1 ? sentences : sentences.slice(from, to + 1);
  return [...new Set(pieces.flat())].sort((a, b) => a.start - b.start);
}

/** A section that a letter cites, with the words that do. */
export interface SectionPlace {
  readonly section: CitedSection;
  readonly origin: Span;
  readonly letter: Letter;
}

/** What the words at `offset` cite: a section by its title or its pages, or a guideline without sections by its name. */
export function citedSectionAt(file: Letter, knowledge: Knowledge, offset: number): SectionPlace | undefined {
  const letter = letterAt(file, offset);
  const issue = letter && issueAt(letter, offset);
  if (letter === undefined || issue === undefined) return undefined;
  for (const citation of guidelineParts(issue).flatMap(({ citations }) => citations)) {
    if (!covers(citation.span, offset)) continue;
    for (const section of sectionsOfCitation(citation, issue, knowledge)) {
      const origin = spansOf(section, citation, letter.text).find((span) => covers(span, offset));
      if (origin) return { section, origin, letter };
    }
  }
  return undefined;
}

function spansOf({ title, from, to }: CitedSection, citation: Citation, text: string): readonly Span[] {
  const { topics, pages } = citation;
  if (title === null) return [guidelineWords(text, citation) ?? citation.span];
  if (topics.length === 0) return pages.slice(from, to + 1).map(({ span }) => span);
  const [first, last] = [topics[from]?.span, topics[to]?.span];
  const named = first && last ? [{ start: first.start, end: last.end }] : [];
  // The pages of several sections could be those of any.
  return topics.length === to - from + 1 ? [...named, ...pages.map(({ span }) => span)] : named;
}
