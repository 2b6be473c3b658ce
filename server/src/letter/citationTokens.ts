/** Cuts the flat text of a guideline part into tokens. Only this file knows how citations are written. */

import { alternatives, maskMatches, matchAll, type PatternRow } from "../base/matchAll.ts";
import type { Span } from "../base/span.ts";
import { laterChapters, mtusChapters } from "./headingPatterns.ts";
import { publishers } from "./publishers.ts";
import type { Citation } from "./types.ts";

/**
 * Spans are of the flat text. The tokens of a source come in this order, whatever their order in the text: the lead, and
 * for each citation a name, a year, topics, pages, and the end. A topic that continues after pages covers them.
 */
export type Token =
  /** What introduces a source: "Decision based on MTUS", "Non-MTUS Citation". */
  | (Span & { readonly kind: "lead"; readonly source: Citation["kind"] })
  /** A chapter of the MTUS, or a publisher outside it. */
  | (Span & { readonly kind: "name"; readonly value: string })
  | (Span & { readonly kind: "year"; readonly value: number })
  | (Span & { readonly kind: "topic"; readonly value: string })
  /** One range of pages. */
  | (Span & {
      readonly kind: "pages";
      readonly first: number;
      readonly last: number;
      readonly of: number | undefined;
    })
  /** Empty: where the words of a citation end. */
  | (Span & { readonly kind: "end" });

export const citationTokens = (text: string): readonly Token[] => new Tokenizer(text).read();

/** Some words of the flat text, and their offset in it. */
interface Piece {
  readonly words: string;
  readonly start: number;
}

class Tokenizer {
  readonly #text: string;
  readonly #tokens: Token[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): readonly Token[] {
    const leads = leadsIn(this.#text);
    leads.forEach(({ start, end, source }, index) => {
      const rest = { words: this.#text.slice(end, leads[index + 1]?.from), start: end };
      this.#tokens.push({ kind: "lead", start, end, source });
      if (source === "mtus") this.#readChapters(rest);
      else this.#readPublication(rest);
    });
    return this.#tokens;
  }

  /** One citation for each chapter: "Low Back Complaints 2004, Section(s): Summary, and Chronic Pain … 2016, Section(s): …". */
  #readChapters(rest: Piece): void {
    const chapters = chaptersIn(rest.words);
    if (chapters.length === 0) this.#readList(rest);
    chapters.forEach(({ at, name, year, end }, index) => {
      this.#addName(rest.start + at, name);
      if (year) this.#addYear(rest.start + year.at, year.words);
      this.#readList({
        words: rest.words.slice(end, chapters[index + 1]?.at),
        start: rest.start + end,
      });
    });
  }

  /** Outside the MTUS, the publisher and the year can be anywhere, the year even in a web address. */
  #readPublication({ words, start }: Piece): void {
    const publisher = publisherIn(words);
    const year = anyYear.exec(words);
    if (publisher) this.#addName(start + publisher.at, publisher.name);
    if (year) this.#addYear(start + year.index, year[0]);
    this.#readList({ words: publisher ? withCut(words, publisher) : words, start });
  }

  #addName(start: number, value: string): void {
    this.#tokens.push({ kind: "name", start, end: start + value.length, value });
  }

  #addYear(start: number, words: string): void {
    this.#tokens.push({ kind: "year", start, end: start + words.length, value: Number(words) });
  }

  /** Reads the topics and pages that a citation lists, and its end. */
  #readList({ words, start }: Piece): void {
    const found = matchAll(pagesOrLabel, words);
    this.#readTopics({ words: maskMatches(words, found), start });
    for (const m of found) {
      const [all, pages, of] = m;
      if (pages !== undefined)
        this.#readPages({ words: pages, start: start + m.index + all.indexOf(pages) }, of);
    }
    const end = this.#endOf(start + words.length);
    this.#tokens.push({ kind: "end", start: end, end });
  }

  #readPages({ words, start }: Piece, of: string | undefined): void {
    const ranges = matchAll(pageRange, words);
    ranges.forEach(({ 0: range, 1: first = "", 2: last = first, index }, i) => {
      this.#tokens.push({
        kind: "pages",
        start: start + index,
        end: start + index + range.length,
        first: Number(first),
        last: lastPage(first, last),
        of: i === ranges.length - 1 && of !== undefined ? Number(of) : undefined,
      });
    });
  }

  /** Reads topics or sections. They are separated by commas and semicolons outside parentheses. */
  #readTopics({ words, start }: Piece): void {
    let depth = 0;
    let from = 0;
    const cut = (to: number) => {
      const value = topicIn(words.slice(from, to));
      const at = start + words.indexOf(value, from);
      if (value !== "") this.#tokens.push({ kind: "topic", start: at, end: at + value.length, value });
      from = to + 1;
    };
    for (const { 0: mark, index } of matchAll(parenthesisOrCut, words)) {
      if (mark === "(") depth++;
      else if (mark === ")") depth = Math.max(0, depth - 1);
      else if (depth === 0) cut(index);
    }
    cut(words.length);
  }

  /** The end of the words before `end`, without the "and" or comma that introduces the next citation. */
  #endOf(end: number): number {
    const tail = Math.max(0, end - ", and ".length);
    return tail + this.#text.slice(tail, end).search(/(?:,? and|,)? *$/);
  }
}

interface Lead extends Span {
  readonly source: Citation["kind"];
  /** Where it starts including the "and" before it, which doesn't belong to any source. */
  readonly from: number;
}

/** What introduces a source. The groups are the kinds of source. */
const leadPattern =
  /(?:\bDecision based on |\band )?\b(?:(Non-? ?MTUS)(?: Citation)?|(Other Medical Treatment Guidelines?)|(MTUS))(?![\w-])[ ,:]*/gi;
const basedOn = "Decision based on ";
const basedOnMtus = /Decision based on (?:and )?MTUS/i;

function leadsIn(text: string): readonly Lead[] {
  const leads: Lead[] = [];
  for (const m of matchAll(leadPattern, text)) {
    const source = m[1] ? "nonMtus" : m[2] ? "other" : "mtus";
    // "outside of the MTUS Guidelines" mentions the MTUS without citing it.
    const before = text.slice(Math.max(0, m.index - basedOn.length), m.index);
    if (source === "mtus" && !basedOnMtus.test(before + m[0])) continue;
    const start = m.index + (/^and /i.test(m[0]) ? "and ".length : 0);
    leads.push({ source, from: m.index, start, end: m.index + m[0].length });
  }
  return leads;
}

/** A chapter's name and year among the words of a source. */
interface Chapter {
  readonly at: number;
  readonly end: number;
  readonly name: string;
  readonly year: { readonly at: number; readonly words: string } | undefined;
}

const alternativesOf = (names: readonly string[]): string => names.map(titlePattern).join("|");

/** A title however it is punctuated. "Disorders" may be missing. */
const titlePattern = (title: string): string =>
  title.replace(/[()]|,? and |: |, |\/|[ -]Disorders$|[ -]/g, (part) => {
    if (part === "(" || part === ")") return `\\${part}`;
    if (part === ": ") return " ?[-:,]? ";
    if (part === ", ") return ",? ";
    if (part === "/") return " ?/ ?";
    if (part.endsWith("and ")) return ",? (?:and|&) ";
    return part.endsWith("Disorders") ? "(?:[ -]Disorders)?" : "[ -]";
  });

const chapterNames = alternativesOf(mtusChapters);
const laterNames = alternativesOf(laterChapters);
const namesWithoutYear = alternativesOf([
  ...mtusChapters,
  ...laterChapters.filter((name) => /Disorders?$|: |\/|Mental|Approach|Cornerstones|Lung|Brain/.test(name)),
]);

/** What may come between a chapter's name and its year. */
const beforeYear = "(?: Medical Treatment)?(?: Guidelines?)?(?: \\(ACOEM\\))?,? \\(?(?:ACOEM,? )?";

/** A known chapter with its year, which may have a typo (2106). Groups: a name of either kind, and the year. */
const knownChapter = new RegExp(
  `\\b(?:((?:ACOEM )?(?:${chapterNames}))|(?<=^|\\band |[,;.:] )((?:ACOEM )?(?:${laterNames})))${beforeYear}(\\d{4})\\b\\)?(?: Guidelines?)?(?: \\(ACOEM\\))?`,
  "gi",
);

/** What else a source may begin with, tried in this order. Groups: the name, and the year if there is one. */
export const openingChapters: readonly PatternRow[] = [
  {
    pattern: /^([A-Z][^.;:]{2,80}?),? ((?:19|20)\d\d)\b(?: Guidelines?)?(?=[,.]| and |$)/,
    example: "Hip and Groin Disorders 2019, Section(s): Surgery.",
  },
  {
    pattern: /^((?:Chronic Pain|Acupuncture|Post-?surgical|Opioids?)(?: Medical)? Treatment Guidelines?)/i,
    example: "Post-surgical Medical Treatment Guidelines Page(s): 10.",
  },
  {
    pattern: /^((?:Physical Medicine|Medical Treatment) Guidelines?)/i,
    example: "Physical Medicine Guidelines Page(s): 98-99.",
  },
  {
    pattern:
      /^(ACOEM(?: Practice Guidelines| Guidelines)?(?:,? ?Chapter \d{1,2}(?: (?:[A-Z][a-z]+|,) ?){0,6}(?:Complaints|Disorders|Conditions))?)/i,
    example: "ACOEM Practice Guidelines, Chapter 12 Low Back Complaints Page(s): 303-305.",
  },
  {
    pattern: new RegExp(`^(${namesWithoutYear})(?: Guidelines?)?(?= ?[,.]| \\d| Section| and |$)`, "i"),
    example: "Low Back Complaints, Section(s): Summary.",
  },
];

function chaptersIn(words: string): readonly Chapter[] {
  const known = matchAll(knownChapter, words).map(knownChapterOf);
  const before = words.slice(0, known[0]?.at);
  if (before === "") return known;
  for (const { pattern } of openingChapters) {
    const m = pattern.exec(before);
    if (m) return [chapterOf(m), ...known];
  }
  return known;
}

const chapterOf = (m: RegExpExecArray): Chapter => chapterNamed(m, m[1] ?? "", m[2]);

const knownChapterOf = (m: RegExpExecArray): Chapter => chapterNamed(m, m[1] ?? m[2] ?? "", m[3]);

function chapterNamed(m: RegExpExecArray, name: string, year: string | undefined): Chapter {
  const [all] = m;
  return {
    at: m.index,
    end: m.index + all.length,
    name,
    year: year === undefined ? undefined : { at: m.index + all.lastIndexOf(year), words: year },
  };
}

const anyYear = /(?<![\d/-])(?:19|20)\d\d(?![\d/-])/;

interface Publisher {
  readonly at: number;
  readonly name: string;
}

/** The publisher that is named first. */
function publisherIn(words: string): Publisher | undefined {
  let first: Publisher | undefined;
  for (const pattern of publishers) {
    const m = pattern.exec(words);
    if (m && (!first || m.index < first.at)) first = { at: m.index, name: m[0].trim() };
  }
  return first;
}

/** Replaces the publisher by a semicolon, which separates the topics before and after it. Offsets stay the same. */
const withCut = (words: string, { at, name }: Publisher): string =>
  words.slice(0, at) + ";".padEnd(name.length) + words.slice(at + name.length);

const pageNumbers = "\\d{1,4}(?: ?- ?\\d{1,4})?";
const pageList = `${pageNumbers}(?:(?:,? and |, ?|; ?| & ?)${pageNumbers})*`;
const pageLabel = "\\b(?:Pages?\\(?s?\\)?|pgs?|pp?)(?:\\.| ?:){0,3}(?: of)? ?";
/** Pages, or the label of pages or sections alone: what comes between topics. */
const pagesOrLabel = new RegExp(
  [
    `${pageLabel}(${pageList})(?: of (\\d{1,4}))?(?![\\w])`,
    "\\bPages?\\(s\\) ?:",
    "\\bSections?\\(?s?\\)? ?:",
  ].join("|"),
  "gi",
);

const pageRange = /(\d{1,4})(?: ?- ?(\d{1,4}))?/g;

/** The last page of a range; "335-36" means 335 to 336. */
function lastPage(first: string, last: string): number {
  return Number(last.length < first.length ? first.slice(0, first.length - last.length) + last : last);
}

/** Words between topics that aren't topics, in any case. */
export const nonTopics: readonly PatternRow[] = [
  { pattern: /and/, example: "and" },
  { pattern: /guidelines?/, example: "Guidelines" },
  {
    pattern: /\d{1,2}(?:st|nd|rd|th) ed(?:ition)?(?:\.? \((?:19|20)\d\d\))?/,
    example: "14th Edition (2016)",
  },
  { pattern: /\(?(?:19|20)\d\d\)?/, example: "(2016)" },
  {
    pattern: /(?:accessed|retrieved|available)(?: (?:from|on|at|via)\b.{0,40})?/,
    example: "retrieved via the web",
  },
  { pattern: /on [\d/-]+/, example: "on 12/17/2016" },
];
const nonTopic = new RegExp(`^(?:${alternatives(nonTopics)})$`, "i");

const parenthesisOrCut = /[()]|[,;](?= )/g;

/** The topic's own words, or an empty string. */
function topicIn(piece: string): string {
  const words = withoutPunctuation(piece);
  if (words === "") return "";
  const value = words.replace(/^(?:and|Guidelines?|Section) /i, "").trim();
  return /[A-Za-z0-9]/.test(value) && !nonTopic.test(value) ? value : "";
}

/** Without the spaces and punctuation around it. */
function withoutPunctuation(piece: string): string {
  let start = 0;
  let end = piece.length;
  while (start < end && " .,;:&-".includes(piece[start] as string)) start++;
  while (end > start && " .,;:".includes(piece[end - 1] as string)) end--;
  return piece.slice(start, end);
}
